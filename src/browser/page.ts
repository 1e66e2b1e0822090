import { decodeText } from "../platform/text.ts";
import { logLine, visibleLine } from "../report/render/sanitize.ts";
import { collectDropped, filesOf } from "./files/collect-dropped.ts";
import { element, make } from "./elements.ts";
import type { Answer, Ask, Dropped, Question } from "./messages.ts";
import { clearReport, showFailure, showVerdict } from "./show-verdict.ts";
import { showReport, showText } from "./show-report.ts";

/** The page: it hands what it was given to the program in its worker, and shows the answer. */

const form = element("question", HTMLFormElement);
const [files, folder] = [element("files", HTMLInputElement), element("folder", HTMLInputElement)];
const [copies, copiesFolder] = [
  element("copies", HTMLInputElement),
  element("copies-folder", HTMLInputElement),
];
const key = element("key", HTMLTextAreaElement);
const [runButton, cancelButton] = [element("run", HTMLButtonElement), element("cancel", HTMLButtonElement)];
const progress = element("progress", HTMLProgressElement);
const status = element("status", HTMLElement);

const program = String(JSON.parse(element("program", HTMLElement).textContent));
const state: {
  worker: Worker;
  dropped: readonly Dropped[];
  digest: string;
  /** Counts what was asked, so that an answer is shown only with the verdict that it is about. */
  verification: number;
} = { worker: startWorker(), dropped: [], digest: "", verification: 0 };

function startWorker(): Worker {
  const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  const worker = new Worker(address);
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => take(data));
  worker.addEventListener("error", ({ message }) => {
    take({
      kind: "failed",
      sentence: message || "the program stopped",
      hint: "drop less, or use the command line",
      isBug: true,
    });
    restart();
  });
  return worker;
}

function restart(): void {
  state.worker.terminate();
  state.worker = startWorker();
}

function ask(question: Ask): void {
  state.worker.postMessage(question);
}

function take(answer: Answer): void {
  if (answer.kind === "progress") {
    progress.max = answer.of;
    progress.value = answer.done;
    status.textContent = `${answer.done} of ${answer.of} runs verified`;
    return;
  }
  if (answer.kind === "digest") {
    state.digest = answer.sha256;
    return;
  }
  if (answer.kind === "keys") {
    showKeys(answer);
    return;
  }
  if ("verification" in answer && answer.verification !== state.verification) return;
  if (answer.kind === "run") {
    showReport(answer.html, logLine(`${answer.path}: ${answer.sentence}`));
    return;
  }
  if (answer.kind === "no-run") {
    showText(logLine(`The run ${answer.path} has no report: ${answer.trouble}`));
    return;
  }
  setBusy(false);
  status.textContent = "";
  if (answer.kind === "failed") showFailure(answer);
  else
    showVerdict(answer, {
      digest: state.digest,
      showRun: (part, path) => ask({ kind: "run", verification: state.verification, part, path }),
    });
}

/** While the program verifies, nothing of the question may change: the answer is the one to what is seen. */
function setBusy(isBusy: boolean): void {
  runButton.disabled = isBusy;
  for (const part of form.querySelectorAll("fieldset")) part.disabled = isBusy;
  cancelButton.hidden = !isBusy;
  progress.hidden = !isBusy;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (runButton.disabled) return;
  clearReport();
  state.verification += 1;
  const question = readQuestion();
  setBusy(true);
  cancelButton.focus();
  progress.removeAttribute("value");
  status.textContent = "Reading what was given";
  ask(question);
});

/** A verdict is on what was given when it was asked for; it goes, or is no longer awaited, as soon as that changes. */
function forgetVerdict(): void {
  const isAwaited = runButton.disabled;
  if (!isAwaited && element("verdict", HTMLElement).hidden) return;
  if (isAwaited) {
    restart();
    setBusy(false);
  }
  clearReport();
  state.verification += 1;
  status.textContent = "What was given has changed. Press Verify again.";
}

form.addEventListener("input", forgetVerdict);

cancelButton.addEventListener("click", () => {
  restart();
  setBusy(false);
  status.textContent = "Cancelled. Nothing was decided.";
});

function readQuestion(): Question {
  return {
    kind: "verify",
    dropped: [...state.dropped, ...filesOf(files), ...filesOf(folder)],
    copies: [...filesOf(copies), ...filesOf(copiesFolder)],
    key: key.value,
    trustedRoot: element("trusted-root", HTMLTextAreaElement).value,
    identity: {
      issuer: textIn("issuer"),
      identity: textIn("identity"),
      repositoryId: textIn("repository-id"),
      ownerId: textIn("owner-id"),
    },
    period: { from: textIn("from"), to: textIn("to") },
    sample: { dates: textIn("dates"), nonce: textIn("nonce"), count: textIn("count") },
    requiresTime: element("require-time", HTMLInputElement).checked,
    requiresExpectations: element("require-expectations", HTMLInputElement).checked,
  };
}

function textIn(id: string): string {
  return element(id, HTMLInputElement).value;
}

function showGiven(): void {
  const given = [...state.dropped, ...filesOf(files), ...filesOf(folder)];
  const tops = [...new Set(given.map(({ path }) => path.split("/")[0] ?? ""))];
  const shown = tops
    .slice(0, 5)
    .map((name) => visibleLine(name))
    .join(", ");
  const more = tops.length > 5 ? ` and ${tops.length - 5} more` : "";
  element("given", HTMLElement).textContent =
    given.length === 0 ? "" : `${given.length} file${given.length === 1 ? "" : "s"}: ${shown}${more}`;
  element("clear", HTMLButtonElement).hidden = state.dropped.length === 0;
}

for (const input of [files, folder]) input.addEventListener("change", showGiven);
element("clear", HTMLButtonElement).addEventListener("click", () => {
  state.dropped = [];
  forgetVerdict();
  showGiven();
});

function showKeys({ keys, trouble }: Extract<Answer, { kind: "keys" }>): void {
  const shown = keys.map(({ fingerprint, about }) =>
    make("p", { className: "fingerprint" }, about === "" ? fingerprint : `${about}: ${fingerprint}`),
  );
  const words =
    trouble === null
      ? keys.length === 0
        ? []
        : [
            make(
              "p",
              { className: "hint" },
              "Compare this fingerprint (sha256 of the key) with the one in the engagement letter:",
            ),
          ]
      : [make("p", { className: "failed" }, trouble)];
  element("fingerprints", HTMLElement).replaceChildren(...words, ...shown);
}

key.addEventListener("input", () => {
  if (key.value.trim() === "") showKeys({ kind: "keys", keys: [], trouble: null });
  else ask({ kind: "keys", key: key.value });
});

/** Of a key, a keys file or a trusted root, which have a few kilobytes. */
const LARGEST_TEXT = 2_000_000;

/** A text area takes the text of a file that is chosen for it or dropped on it. */
function takesFile(area: HTMLTextAreaElement, input: HTMLInputElement): void {
  const fill = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const isText = file.size <= LARGEST_TEXT;
    area.value = isText ? decodeText(new Uint8Array(await file.arrayBuffer())) : "";
    if (!isText) status.textContent = `${visibleLine(file.name)} is too large to be a key or a trusted root.`;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  input.addEventListener("change", () => void fill(input.files?.[0]));
  dropTarget(area, (transfer) => void fill(transfer.files[0]));
}

function dropTarget(target: HTMLElement, receive: (transfer: DataTransfer) => void): void {
  target.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.stopPropagation();
    target.classList.add("over");
  });
  target.addEventListener("dragleave", () => target.classList.remove("over"));
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    target.classList.remove("over");
    if (event.dataTransfer !== null && !runButton.disabled) receive(event.dataTransfer);
  });
}

takesFile(key, element("key-file", HTMLInputElement));
takesFile(element("trusted-root", HTMLTextAreaElement), element("trusted-root-file", HTMLInputElement));
dropTarget(element("drop", HTMLElement), (transfer) => void addDropped(transfer));

async function addDropped(transfer: DataTransfer): Promise<void> {
  status.textContent = "Reading what was dropped";
  try {
    const dropped = await collectDropped(transfer);
    state.dropped = [...state.dropped, ...dropped];
    status.textContent =
      dropped.length === 0 ? "Nothing that was dropped is a file or a folder with files." : "";
    forgetVerdict();
  } catch {
    // Browsers differ in what a page from disk may read of a dropped folder, and say so in words of their own.
    status.textContent =
      'This browser does not let the page read what was dropped. Choose it with "A folder" or "Files or zips".';
  }
  showGiven();
}

// What is dropped beside the field must not take the page away.
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());

// As the browser read it, written as browsers write HTML, that is the file: nothing was changed in it yet.
addEventListener("DOMContentLoaded", () => {
  ask({ kind: "digest", text: `<!doctype html>\n${document.documentElement.outerHTML}` });
  showGiven();
});

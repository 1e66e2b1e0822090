import { VERSION } from "../platform/version.ts";
import { logLine } from "../report/render/sanitize.ts";
import { element, make } from "./elements.ts";
import type { Answer, Download, Part, Verdict } from "./messages.ts";
import { showReport, showText } from "./show-report.ts";

/** What each exit code means to a reader who knows no exit codes. */
const MEANINGS = {
  0: "Every check that was asked for passed. What the checks cannot prove is listed below.",
  1: "Something was changed, removed or forged. Do not rely on this evidence.",
  2: "Nothing was decided, for the reason below.",
  3: "What is there is genuine, but not all of it is there or complete. See what is missing below.",
} as const;

/** More are in the report and in the downloads. */
const MOST_SHOWN = 20;

interface ShownWith {
  /** `sha256` of this page's own file. */
  readonly digest: string;
  readonly showRun: (part: number, path: string) => void;
}

/** Takes the answer away, until there is another. */
export function clearReport(): void {
  const place = element("verdict", HTMLElement);
  place.hidden = true;
  delete place.dataset["exitCode"];
  place.replaceChildren();
  element("report", HTMLElement).replaceChildren();
  document.adoptedStyleSheets = [];
  document.title = "Verify compliance evidence";
}

/** Shows why there is no verdict. */
export function showFailure({ sentence, hint }: Extract<Answer, { kind: "failed" }>): void {
  const words = [sentenceOf(sentence), ...(hint === null ? [] : [sentenceOf(hint)])];
  reveal(2, [heading("Not checked"), ...words.map((text) => make("p", {}, text))]);
}

/** Shows the verdict, and the report on its first and worst part. */
export function showVerdict(verdict: Verdict, shown: ShownWith): void {
  const { parts, exitCode, notes } = verdict;
  const worst = Math.max(
    0,
    parts.findIndex((part) => part.exitCode === exitCode),
  );
  const place = make("div", {});
  const tabs = parts.map((part, index) => {
    const tab = make("button", {}, part.title);
    tab.type = "button";
    tab.addEventListener("click", () => select(index));
    return tab;
  });
  const select = (index: number): void => {
    for (const [at, tab] of tabs.entries()) tab.setAttribute("aria-pressed", String(at === index));
    const part = parts[index];
    if (part === undefined) return;
    place.replaceChildren(...partNodes(part, { index, verdict, shown }));
    showPart(part);
  };
  reveal(exitCode, [
    heading(parts.length === 1 ? (parts[0]?.sentence ?? "") : summaryOf(parts)),
    ...[...new Set(parts.flatMap(({ origin }) => origin))].map((text) =>
      make("p", { className: "origin" }, text),
    ),
    make("p", {}, `Exit code ${exitCode}. ${MEANINGS[exitCode]}`),
    ...notes.map((note) => make("p", {}, note)),
    ...(parts.length > 1 ? [make("div", { className: "tabs" }, ...tabs)] : []),
    place,
  ]);
  select(worst);
}

function summaryOf(parts: readonly Part[]): string {
  const counts = ([1, 2, 3, 0] as const).map(
    (code) => [code, parts.filter(({ exitCode }) => exitCode === code).length] as const,
  );
  const words = {
    0: "genuine and complete",
    1: "not genuine",
    2: "not checked in full",
    3: "genuine, but not complete",
  };
  return `Of ${parts.length} parts: ${counts
    .filter(([, count]) => count > 0)
    .map(([code, count]) => `${count} ${words[code]}`)
    .join(", ")}.`;
}

function partNodes(
  part: Part,
  { index, verdict, shown }: { index: number; verdict: Verdict; shown: ShownWith },
): readonly Node[] {
  const { problems, lacking, notProven, runs, title, exitCode, statement } = part;
  const problemItems = problems.map(({ run, text }) =>
    make("li", {}, ...(run === undefined ? [] : [runLink(run, { index, shown }), ": "]), text),
  );
  return [
    ...(verdict.parts.length > 1
      ? [make("p", {}, part.sentence)]
      : [make("p", {}, `This is the verdict on ${title}.`)]),
    ...listNodes("What is wrong", problemItems),
    ...listNodes(
      "What is late, missing or not complete",
      lacking.map((text) => make("li", {}, text)),
    ),
    ...listNodes(
      "What is not proven",
      notProven.map((text) => make("li", {}, text)),
    ),
    ...runList(runs, { index, shown }),
    make("details", {}, make("summary", {}, "Show what the command line prints"), make("pre", {}, part.text)),
    make("h3", {}, "To keep"),
    downloads(part),
    make("h3", {}, "To cite"),
    make(
      "p",
      { className: "cite" },
      `${title}: exit ${exitCode}. Last statement sha256 ${statement ?? "none"}. Verified ${verdict.madeAt} with datadog-evidence ${VERSION}, verify.html sha256 ${shown.digest}.`,
    ),
  ];
}

function listNodes(title: string, items: readonly Node[]): readonly Node[] {
  if (items.length === 0) return [];
  const more =
    items.length > MOST_SHOWN
      ? [make("li", {}, `and ${items.length - MOST_SHOWN} more, in the downloads`)]
      : [];
  return [make("h3", {}, title), make("ul", {}, ...items.slice(0, MOST_SHOWN), ...more)];
}

interface RunsOf {
  readonly index: number;
  readonly shown: ShownWith;
}

function runLink(run: string, { index, shown }: RunsOf): HTMLButtonElement {
  const link = make("button", { className: "link" }, logLine(run));
  link.type = "button";
  link.addEventListener("click", () => shown.showRun(index, run));
  return link;
}

/** The runs, made when somebody opens the list: a year by the hour has 8,760. */
function runList(runs: readonly string[], of: RunsOf): readonly Node[] {
  if (runs.length === 0) return [];
  const list = make("ul", { className: "runs" });
  const details = make(
    "details",
    {},
    make("summary", {}, `Show the report of one of ${runs.length} runs`),
    list,
  );
  details.addEventListener("toggle", () => {
    if (list.childElementCount === 0) list.append(...runs.map((run) => make("li", {}, runLink(run, of))));
  });
  return [details];
}

function downloads(part: Part): HTMLElement {
  const back = make("button", {}, "Show the report");
  back.type = "button";
  back.addEventListener("click", () => showPart(part));
  const page = part.html === null ? [] : [{ name: "report.html", type: "text/html", text: part.html }];
  return make("p", { className: "actions" }, back, ...[...page, ...part.downloads].map(downloadLink));
}

function downloadLink({ name, type, text }: Download): HTMLElement {
  const link = make("a", {}, `Save ${name}`);
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  return link;
}

function showPart({ html, text }: Part): void {
  if (html !== null) {
    showReport(html);
    return;
  }
  showText(text);
}

function heading(text: string): HTMLElement {
  const made = make("h2", {}, text);
  made.id = "verdict-title";
  return made;
}

function reveal(exitCode: 0 | 1 | 2 | 3, content: readonly Node[]): void {
  const place = element("verdict", HTMLElement);
  place.className = `exit-${exitCode}`;
  place.replaceChildren(...content);
  place.hidden = false;
  place.dataset["exitCode"] = String(exitCode);
  place.focus();
}

/** A first word that is a plain word gets a capital letter; a name, such as that of a file, stays as it is. */
function sentenceOf(text: string): string {
  const start = text.replace(/^[a-z]+(?=[ ,:])/, (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}

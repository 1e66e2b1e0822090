// oxlint-disable-next-line import/no-unassigned-import -- what it sets must be set before all others are read
import "./no-generated-code.ts";
import { Failure } from "../failure.ts";
import { digestSha256 } from "../platform/crypto.ts";
import { logLine } from "../report/render/sanitize.ts";
import { Judge } from "./judge.ts";
import type { Answer, Ask } from "./messages.ts";
import { readKeyFacts } from "./read-question.ts";

/** Only workers have it, and the types of pages do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

const reader = new FileReaderSync();
const tell = (answer: Answer): void => postMessage(answer);
const judge = new Judge(readBlob, tell);

function readBlob(blob: Blob): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(reader.readAsArrayBuffer(blob));
  } catch (cause) {
    throw new Failure(
      "unreadable",
      "a file cannot be read any more: it was changed, moved or locked since it was given",
      { hint: "give it again", cause },
    );
  }
}

async function answerTo(ask: Ask): Promise<Answer> {
  try {
    if (ask.kind === "verify") return await judge.verify(ask);
    if (ask.kind === "run") return await judge.showRun(ask);
    if (ask.kind === "digest") return { kind: "digest", sha256: digestSha256(ask.text) };
    return { kind: "keys", keys: readKeyFacts(ask.key), trouble: null };
  } catch (error) {
    if (!(error instanceof Failure)) return bug(error);
    const sentence = logLine(error.message);
    if (ask.kind === "run") {
      const { verification, path } = ask;
      return { kind: "no-run", verification, path, trouble: sentence };
    }
    if (ask.kind === "keys") return { kind: "keys", keys: [], trouble: sentence };
    const hint = error.hint === undefined ? null : logLine(error.hint);
    return { kind: "failed", sentence, hint, isBug: false };
  }
}

/** A bug shows its stack, so that it can be reported. */
function bug(error: unknown): Answer {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    kind: "failed",
    sentence: `This page has a fault, so nothing was decided. ${text}`,
    hint: "use the command line, and report this text",
    isBug: true,
  };
}

addEventListener("message", ({ data }: MessageEvent<Ask>) => void answerTo(data).then(tell));

import { sentenceCase } from "../failure.ts";
import { shortenSummary } from "../report/job-summary/shorten.ts";
import { code, markdownOf, strong } from "../report/render/phrases.ts";
import { stackMarkdown, table } from "../report/render/renderer.ts";
import { logLine } from "../report/render/sanitize.ts";
import { wrapLabelled } from "../report/render/wrap.ts";
import { exitCodeOf, type SetupCheck } from "./check.ts";

const VERDICTS = {
  0: "Ready: a run would be complete.",
  2: "Not ready: a run would fail.",
  3: "Nearly ready: a run would be incomplete or prove less.",
} as const;

/** What the doctor found, as one sentence. */
export function doctorVerdict(checks: readonly SetupCheck[]): string {
  return VERDICTS[exitCodeOf(checks)];
}

/** The lines for a terminal of that width. */
export function doctorTable(
  checks: readonly SetupCheck[],
  { width, paint }: { width: number; paint: (tone: "good" | "bad" | "doubtful", text: string) => string },
): string {
  const indent = Math.max(...Object.keys(TONES).map((mark) => mark.length)) + 2;
  const lines = checks.flatMap(({ status, id, needed, message, hint }) => [
    `${paint(TONES[status], status)}${" ".repeat(indent - status.length)}${id}${needed ? "" : " (optional)"}`,
    ...[logLine(message), ...(hint === null ? [] : [`hint: ${logLine(sentenceCase(hint))}`])].flatMap(
      (text) => wrapLabelled("", text, { indent, width }),
    ),
  ]);
  return `${[...lines, "", doctorVerdict(checks)].join("\n")}\n`;
}

const TONES = {
  ok: "good",
  warning: "doubtful",
  error: "bad",
  unknown: "doubtful",
} as const satisfies Record<SetupCheck["status"], string>;

/** The job summary as Markdown. */
export function doctorSummary(checks: readonly SetupCheck[]): string {
  const rows = checks.map(({ status, id, needed, message, hint }) => [
    status === "ok" ? status : strong(status),
    code(id),
    needed ? "needed" : "optional",
    message,
    sentenceCase(hint ?? ""),
  ]);
  const content = stackMarkdown([
    table({ caption: "", columns: ["Status", "Check", "A run", "Found", "What to do"], rows }),
  ]);
  const text = `## ${markdownOf(doctorVerdict(checks))}\n\n${content}\n`;
  return shortenSummary(text, "the log of this step");
}

/** The same for programs. */
export function doctorJson(checks: readonly SetupCheck[]): string {
  return `${JSON.stringify({ exitCode: exitCodeOf(checks), checks }, null, 2)}\n`;
}

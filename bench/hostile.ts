import { redactText } from "../src/evidence/projection/redaction.ts";
import { SecretSearch } from "../src/platform/secrets.ts";
import { csvTable } from "../src/report/render/csv.ts";
import { markdownText, printableText } from "../src/report/render/sanitize.ts";
import { median, table, type Section } from "./table.ts";

const ROUNDS = 5;
const LENGTHS = [100_000, 400_000, 1_600_000] as const;

/** Beginnings of what is looked for, again and again, each of which could be tried from every place. */
const PARTS = [
  "-eyJ",
  "a@a.",
  "%40",
  "1.1.",
  "a::",
  "https://hooks",
  "\u200b@",
  '"=',
  "&#6",
  "ab12CD34ef5",
] as const;

const secrets = new SecretSearch(["ab12CD34ef56GH78ij90KL12mn34OP56"]);

/** What every text from Datadog goes through before it is kept or printed. */
const STEPS: readonly (readonly [what: string, step: (text: string) => unknown])[] = [
  ["redaction", redactText],
  ["search for secrets", (text) => secrets.isIn(text)],
  ["text for a terminal", (text) => printableText(text)],
  ["text of a summary", markdownText],
  ["cell of a table", (text) => csvTable([["text", () => text]], [text])],
];

/** The time that hostile texts take, by their length: four times the length takes about four times as long. */
export function hostile(): Section {
  const worst = STEPS.map(([what, step]) =>
    [what].concat(
      LENGTHS.map((length) => Math.max(...PARTS.map((part) => timeOf(step, part, length))).toFixed(1)),
    ),
  );
  return {
    title: "Hostile texts",
    text: "Milliseconds for one text that repeats the beginning of what is looked for: of ten such texts the slowest, as the median of five rounds, by the length of the text in characters.",
    rows: table(["", ...LENGTHS.map((length) => length.toLocaleString("en"))], worst),
  };
}

function timeOf(step: (text: string) => unknown, part: string, length: number): number {
  const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    step(text);
    return performance.now() - began;
  });
  return median(times);
}

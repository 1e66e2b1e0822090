import { number } from "../../render/html.ts";
import { bullets, MARKDOWN, table } from "../../render/markdown.ts";
import {
  ALL_THE_SAME,
  changesMade,
  MADE_CAPTION,
  MADE_COLUMNS,
  NOTABLE_CAPTION,
  NOTABLE_COLUMNS,
  notableChanges,
  NOTHING_NOTABLE,
} from "../html/changes.ts";
import { checks, listsOf, openPoints, verifiedInWords } from "../html/checks.ts";
import { FILES_COLUMNS, filesInWords, filesOf } from "../records.ts";
import type { PeriodReport } from "../model.ts";

/** What evidence is made with and signed by, and what changed in its records. */
export function changes({ verdict }: PeriodReport): readonly string[] {
  const made = changesMade(verdict, MARKDOWN);
  const { rows, more } = notableChanges(verdict.changes, MARKDOWN);
  return [
    ...(made.length === 0 ? [ALL_THE_SAME, ""] : captioned(MADE_CAPTION, table(MADE_COLUMNS, made))),
    ...(rows.length === 0 ? [NOTHING_NOTABLE, ""] : captioned(NOTABLE_CAPTION, table(NOTABLE_COLUMNS, rows))),
    ...(more > 0 ? [`${number(more)} more are in verify --json.`, ""] : []),
  ];
}

/** What was checked, what failed, and what these files cannot prove. */
export function verdicts(report: PeriodReport): readonly string[] {
  const rows = checks(report).map(({ holds, check, expected, found }) => [
    check,
    expected,
    found,
    holds === null ? "not given" : holds ? "yes" : "**no**",
  ]);
  return [
    verifiedInWords(report),
    "",
    ...table(["Check", "Expected", "Found", "Holds"], rows),
    ...listsOf(report.verdict).flatMap(([title, sentences]) => captioned(title, bullets(sentences))),
    ...captioned("What was not proven", bullets(openPoints(report))),
  ];
}

/** Every record file with its digest and verdict. */
export function records(report: PeriodReport): readonly string[] {
  return [
    filesInWords(MARKDOWN.name(report.verdict.stream)),
    "",
    ...filesOf(report, MARKDOWN).flatMap(({ month, lines }) => [
      `### ${MARKDOWN.name(month)}, ${number(lines.length)} records\n`,
      table(
        FILES_COLUMNS,
        lines.map(({ cells }) => cells),
      ).join("\n"),
    ]),
  ];
}

function captioned(caption: string, lines: readonly string[]): readonly string[] {
  return [`${caption}:`, "", ...lines];
}

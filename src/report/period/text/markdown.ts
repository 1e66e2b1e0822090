import { number } from "../../render/html.ts";
import { block, bullets, MARKDOWN, table } from "../../render/markdown.ts";
import { calendar } from "./calendar.ts";
import { DECLARED_COLUMNS, declared } from "../html/checks.ts";
import { EXPLAINED, verifyLines } from "../commands.ts";
import { aboutProof, aboutStream } from "../facts.ts";
import { rowsOf, spanOfRow, stateInWords, why } from "../html/gaps.ts";
import { judgement, lead, wordOf } from "../html/judgement.ts";
import { controlSheets, supportedControls, trendTables } from "./markdown-items.ts";
import { changes, records, verdicts } from "./markdown-proof.ts";
import { readingsOf } from "../readings.ts";
import type { PeriodReport } from "../model.ts";
import { organizationOf, periodInWords, unitOf } from "../words.ts";
import { sentenceCase } from "../../words.ts";

/**
 * The report on a period for people without a browser: what the page says, in its order and under its numbers.
 * Nothing that somebody else named becomes markup.
 */
export function periodMarkdown(report: PeriodReport): string {
  const { verdict, runs, isVerified } = report;
  const readings = readingsOf(report);
  const organization = MARKDOWN.name(organizationOf(runs) ?? "Datadog");
  const lines = [
    `# Compliance evidence: ${organization}, ${MARKDOWN.name(verdict.stream)}${isVerified ? "" : ", NOT VERIFIED"}`,
    "",
    `Audit period ${periodInWords(verdict.period)}.`,
    "",
    `**${wordOf(report).word}.** ${judgement(report, MARKDOWN)}`,
    "",
    lead(report),
    "",
    ...figures(report),
    ...[...aboutStream(report, MARKDOWN), ...aboutProof(report, MARKDOWN)].map(
      ([term, fact]) => `- ${term}: ${fact}`,
    ),
    "",
    ...supportedControls(report, readings),
    "## 1. Slots by day",
    "",
    ...days(report),
    "## 2. Gaps and late slots",
    "",
    ...gaps(report),
    "## 3. Trends",
    "",
    ...trendTables(report, readings),
    "## 4. Controls",
    "",
    ...controlSheets(report, readings),
    "## 5. Changes",
    "",
    ...changes(report),
    "## 6. Verdicts",
    "",
    ...verdicts(report),
    "## 7. Records and digests",
    "",
    ...records(report),
    "## 8. Verify it yourself",
    "",
    ...verification(report),
  ];
  return lines.join("\n");
}

function figures({ verdict }: PeriodReport): readonly string[] {
  const { slots } = verdict;
  const columns = [`${sentenceCase(unitOf(verdict))}s due`, "Met", "Late", "Partial", "Failed", "Missing"];
  const counts = [slots.due, slots.met, slots.late, slots.partial, slots.failed, slots.missing];
  return table([...columns, "Declared gap"], [[...counts, slots.declared].map(number)]);
}

/** A strip for each month; where slots are no days, or the months too many, the table of gaps must do. */
function days({ verdict }: PeriodReport): readonly string[] {
  const strips = calendar(verdict.slotList).slice(1);
  const [some] = strips;
  const unit = unitOf(verdict);
  return some === undefined
    ? [`Section 2 names every ${unit} that is not plainly collected; all others were met in time.`, ""]
    : block(strips);
}

function gaps(report: PeriodReport): readonly string[] {
  const { verdict } = report;
  const unit = unitOf(verdict);
  const runs = new Map(report.runs.map((run) => [run.place, run]));
  const rows = rowsOf(report);
  const all = verdict.slotList.filter(({ state }) => state !== "met").length;
  const more = all - rows.reduce((sum, { slots }) => sum + slots.length, 0);
  const lines = rows.flatMap((row) => {
    const [first] = row.slots;
    if (first === undefined) return [];
    return [[spanOfRow(row), stateInWords(first), why(first, { runs, to: MARKDOWN })]];
  });
  const gapLines = declared(verdict, MARKDOWN);
  return [
    ...(lines.length === 0
      ? [`Every ${unit} that was due was collected completely and in time.`, ""]
      : table([sentenceCase(unit), "State", "What is lacking, and why"], lines)),
    ...(more > 0 ? [`${number(more)} more are in verify --json.`, ""] : []),
    ...(gapLines.length === 0 ? [] : ["Gaps that somebody declared:", ""]),
    ...table(DECLARED_COLUMNS, gapLines),
  ];
}

function verification(report: PeriodReport): readonly string[] {
  const { verdict, runs, version } = report;
  const { signers, last } = verdict;
  return [
    EXPLAINED.lead,
    "",
    ...block(verifyLines(report)),
    "Add --witness DIR with downloaded artifacts or another clone: only an independent copy shows that history was not written anew.",
    "",
    `${EXPLAINED.single}: the commands stand in VERIFY.md, beside the streams, and work in every run folder.`,
    "",
    EXPLAINED.compare,
    "",
    ...bullets(signers.map(({ value, from, runs: of }) => `${value}, ${number(of)} runs from ${from}`)),
    ...(last === null
      ? []
      : [
          `SHA-256 of the last statement of the period: ${last.statement}. In a chain it stands for all before it.`,
          "",
        ]),
    `Made by datadog-evidence ${MARKDOWN.name(version)} from ${number(runs.length)} runs${report.isVerified ? "" : ", none of them verified"}.`,
    "",
  ];
}

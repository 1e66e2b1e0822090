import { escapeHtml, number, section, soft } from "../render/html.ts";
import { HTML } from "../render/html-notation.ts";
import type { Notation } from "../render/notation.ts";
import type { PeriodReport } from "./model.ts";
import type { ReportedRun } from "./runs.ts";
import { dayOf } from "./words.ts";

export const FILES_COLUMNS = ["Day", "No.", "Folder", "Results", "Verdict", "SHA-256 of the file"];

/** Every record file with its digest and verdict. */
export function filesSection(report: PeriodReport): string {
  const months = filesOf(report, HTML);
  const count = months.reduce((sum, { lines }) => sum + lines.length, 0);
  const bodies = months.map(
    ({ month, lines }) =>
      `<tbody><tr><th colspan="6" scope="rowgroup">${escapeHtml(month)} ${soft(`${number(lines.length)} records`)}</th></tr>\n${lines.map(lineHtml).join("\n")}</tbody>`,
  );
  return section({
    id: "records",
    title: "Records and digests",
    no: 7,
    lead: filesInWords(report.verdict.stream),
    html: `<div class="scroll" role="region" tabindex="0" aria-labelledby="files-caption">
<table class="files"><caption id="files-caption">${number(count)} records</caption>
<thead><tr>${FILES_COLUMNS.map((column) => `<th scope="col">${column}</th>`).join("")}</tr></thead>
${bodies.join("\n")}
</table></div>`,
  });
}

/** How to read the table. */
export function filesInWords(stream: string): string {
  return `Each folder lies below ${stream}, by year and day, and holds evidence.json, or gap.json where a gap was declared. Results are those of signals, monitors, findings: c clear, a attention, u unknown, – not collected. ✓ means that signature, digests, schema, counts and folder hold.`;
}

/** A line of the table: a run that was read, or a folder that could not be. */
interface Line {
  readonly place: string;
  readonly isBad: boolean;
  readonly cells: readonly string[];
}

/** Every record file by month, each as the cells of its line. */
export function filesOf(
  { verdict, isVerified, runs }: PeriodReport,
  to: Notation,
): readonly { readonly month: string; readonly lines: readonly Line[] }[] {
  const bad = [
    ...verdict.problems.flatMap(({ code, run }) =>
      code === "not-genuine" ? [[run, "× not genuine"] as const] : [],
    ),
    ...verdict.unchecked.map(({ run }) => [run, "– not checked"] as const),
  ];
  const lines: readonly Line[] = [
    ...runs.map((run) => ({ place: run.place, isBad: false, cells: runCells(run, { isVerified, to }) })),
    ...bad.map(([place, word]) => ({ place, isBad: true, cells: badCells(place, { word, to }) })),
  ].toSorted((a, b) => (a.place < b.place ? -1 : 1));
  const months = Map.groupBy(lines, ({ place }) => monthOf(place));
  return [...months].map(([month, of]) => ({ month, lines: of }));
}

const IDS = ["security-signals", "compliance-monitors", "cspm-findings"] as const;

function runCells(
  { place, sequence, outcome, items, contentSha256, collectedAt }: ReportedRun,
  { isVerified, to }: { readonly isVerified: boolean; readonly to: Notation },
): readonly string[] {
  const results = IDS.map((id) => items.find((item) => item.id === id)?.state.charAt(0) ?? "–").join(" ");
  return [
    dayOf(collectedAt).slice(8),
    sequence === null ? "–" : to.number(sequence),
    to.name(folderOf(place)),
    outcome === null ? "declared gap" : results,
    isVerified ? `✓${outcome === null || outcome === "complete" ? "" : ` ${outcome}`}` : "not verified",
    to.digest(contentSha256),
  ];
}

function badCells(
  place: string,
  { word, to }: { readonly word: string; readonly to: Notation },
): readonly string[] {
  const day = place.split("/")[1] ?? "";
  return [to.name(day.slice(8)), "–", to.name(folderOf(place)), "–", word, "not known"];
}

function lineHtml({ isBad, cells: [day = "", ...rest] }: Line): string {
  return `<tr${isBad ? ' class="fails"' : ""}><th scope="row">${day}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function folderOf(place: string): string {
  return place.split("/").at(-1) ?? place;
}

function monthOf(place: string): string {
  return place.split("/")[1]?.slice(0, "2026-11".length) ?? "elsewhere";
}

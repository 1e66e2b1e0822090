import { digest, escapeHtml, name, number, section, soft } from "./html.ts";
import type { PeriodReport } from "./period-report.ts";
import type { ReportedRun } from "./period-runs.ts";
import { dayOf } from "./period-words.ts";

/** A line of the table: a run that was read, or a folder that could not be. */
interface Line {
  readonly place: string;
  readonly html: string;
}

/** Every record file with its digest and verdict. */
export function filesSection(report: PeriodReport): string {
  const { verdict, isVerified, runs } = report;
  const bad = [
    ...verdict.problems.flatMap(({ code, run }) =>
      code === "not-genuine" ? [[run, "× not genuine"] as const] : [],
    ),
    ...verdict.unchecked.map(({ run }) => [run, "– not checked"] as const),
  ];
  const lines: readonly Line[] = [
    ...runs.map((run) => ({ place: run.place, html: runLine(run, isVerified) })),
    ...bad.map(([place, word]) => ({ place, html: badLine(place, word) })),
  ].toSorted((a, b) => (a.place < b.place ? -1 : 1));
  const months = Map.groupBy(lines, ({ place }) => monthOf(place));
  const bodies = [...months].map(
    ([month, of]) =>
      `<tbody><tr><th colspan="6" scope="rowgroup">${escapeHtml(month)} ${soft(`${number(of.length)} records`)}</th></tr>\n${of.map(({ html }) => html).join("\n")}</tbody>`,
  );
  return section({
    id: "records",
    title: "Records and digests",
    no: 7,
    lead: `Each folder lies below ${verdict.stream}, by year and day, and holds evidence.json, or gap.json where a gap was declared. Results are those of signals, monitors, findings: c clear, a attention, u unknown, – not collected. ✓ means that signature, digests, schema, counts and folder hold.`,
    html: `<div class="scroll" role="region" tabindex="0" aria-labelledby="files-caption">
<table class="files"><caption id="files-caption">${number(lines.length)} records</caption>
<thead><tr><th scope="col">Day</th><th scope="col">No.</th><th scope="col">Folder</th><th scope="col">Results</th><th scope="col">Verdict</th><th scope="col">SHA-256 of the file</th></tr></thead>
${bodies.join("\n")}
</table></div>`,
  });
}

const IDS = ["security-signals", "compliance-monitors", "cspm-findings"] as const;

function runLine(
  { place, sequence, outcome, items, contentSha256, collectedAt }: ReportedRun,
  isVerified: boolean,
): string {
  const results = IDS.map((id) => items.find((item) => item.id === id)?.state.charAt(0) ?? "–").join(" ");
  const cells = [
    sequence === null ? "–" : number(sequence),
    name(folderOf(place)),
    outcome === null ? "declared gap" : results,
    isVerified ? `✓${outcome === null || outcome === "complete" ? "" : ` ${outcome}`}` : "not verified",
    digest(contentSha256),
  ];
  return `<tr><th scope="row">${dayOf(collectedAt).slice(8)}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function badLine(place: string, word: string): string {
  const day = place.split("/")[1] ?? "";
  return `<tr class="fails"><th scope="row">${escapeHtml(day.slice(8))}</th><td>–</td><td>${name(folderOf(place))}</td><td>–</td><td>${word}</td><td>not known</td></tr>`;
}

function folderOf(place: string): string {
  return place.split("/").at(-1) ?? place;
}

function monthOf(place: string): string {
  return place.split("/")[1]?.slice(0, "2026-11".length) ?? "elsewhere";
}

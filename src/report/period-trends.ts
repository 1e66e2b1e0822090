import type { ItemId } from "../evidence/schema.ts";
import { escapeHtml, number, section, soft, table } from "./html.ts";
import { plot } from "./period-plot.ts";
import type { Line } from "./period-plot.ts";
import { isKnown } from "./period-readings.ts";
import type { Reading, Readings } from "./period-readings.ts";
import type { PeriodReport } from "./period-report.ts";
import type { ReportedItem } from "./period-runs.ts";
import { unitOf } from "./period-words.ts";
import { ITEM_NAMES, list, sentenceCase } from "./run-words.ts";

/** What is drawn of an item: counts, each with its stroke. */
const DRAWN: Readonly<Record<ItemId, { readonly what: string; readonly lines: readonly Drawn[] }>> = {
  "security-signals": {
    what: "Critical and high signals of the 7 days before each run.",
    lines: [
      { count: "high", label: "high", stroke: "s2", by: ["most", "last"] },
      { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
    ],
  },
  "compliance-monitors": {
    what: "Tagged monitors that were not passing at the time of each run.",
    lines: [
      { count: "failing", label: "failing", stroke: "s1", by: ["most", "last"] },
      { count: "notEvaluated", label: "not evaluated", stroke: "s3", by: ["most"] },
    ],
  },
  "cspm-findings": {
    what: "Failing cloud posture checks at the time of each run.",
    lines: [
      { count: "high", label: "high", stroke: "s2", by: ["last"] },
      { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
      { count: "muted", label: "muted", stroke: "s3", by: ["last"] },
    ],
  },
};

interface Drawn {
  readonly count: string;
  readonly label: string;
  readonly stroke: "s1" | "s2" | "s3";
  /** What the table tells of it for each month. */
  readonly by: readonly ("most" | "last")[];
}

/** The counts of each item over the period, as a drawing and as a table. */
export function trends(report: PeriodReport, { items }: Readings): string {
  const html = items.map((reading) => figure(reading, report)).join("\n");
  return section({
    id: "trends",
    title: "Trends",
    no: 3,
    lead: "A line is drawn only where the number is known; grey is a slot without one, and nothing is filled in. Under each axis, the result by slot: low is clear, full is attention, hollow is unknown, blank is no evidence.",
    html: html === "" ? "<p>No run of the period holds an item.</p>" : html,
  });
}

function figure(reading: Reading, { verdict }: PeriodReport): string {
  const { id } = reading;
  const { what, lines } = DRAWN[id];
  const title = sentenceCase(ITEM_NAMES[id]);
  const unit = unitOf(verdict);
  const drawn: readonly Line[] = lines.map(({ count, label, stroke }) => ({
    label,
    stroke,
    values: reading.bySlot.map((item) => (isKnown(item) ? (item.counts?.[count] ?? null) : null)),
  }));
  const keys = lines.map(
    ({ label, stroke }) =>
      `<span class="key"><svg viewBox="0 0 24 10" aria-hidden="true"><path class="${stroke}" d="M0 5h24"/></svg>${label}</span>`,
  );
  return `<figure class="trend" id="trend-${id}">
<figcaption><h3>${title}</h3>${what} ${escapeHtml(inWords(reading, drawn))}<span class="keys">${keys.join(" ")}</span></figcaption>
<div>${plot({ id, title: `${title} by ${unit}`, words: description(drawn, unit), lines: drawn, slots: verdict.slotList })}</div>
${monthTable(reading, { drawn, slots: verdict.slotList, title })}
</figure>`;
}

function inWords({ bySlot }: Reading, lines: readonly Line[]): string {
  const last = lines.map(({ label, values }) => {
    const value = values.findLast((each) => each !== null);
    return value == null ? `${label} not known` : `${number(value)} ${label}`;
  });
  const known = bySlot.filter(isKnown).length;
  return `Last: ${list(last)}. Known for ${number(known)} of ${number(bySlot.length)} slots.`;
}

function description(lines: readonly Line[], unit: string): string {
  const ranges = lines.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return `${label} is not known`;
    const [least, most] = extremes(known);
    return `${label} ranges from ${least} to ${most}`;
  });
  const unknown = lines[0]?.values.filter((value) => value === null).length ?? 0;
  return `${sentenceCase(list(ranges))}. No line is drawn for ${unknown} ${unit}s. The table has the numbers by month.`;
}

function extremes(values: readonly number[]): readonly [least: number, most: number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, 0],
  );
}

/** The same numbers by month, for whoever does not see the drawing. */
function monthTable(
  { id, bySlot }: Reading,
  {
    drawn,
    slots,
    title,
  }: {
    readonly drawn: readonly Line[];
    readonly slots: PeriodReport["verdict"]["slotList"];
    readonly title: string;
  },
): string {
  const { lines } = DRAWN[id];
  const months = Map.groupBy(slots.keys(), (index) => slots[index]?.from.slice(0, 7) ?? "");
  const rows = [...months].map(([month, indexes]) => {
    const known = indexes.filter((index) => isKnown(bySlot[index] ?? null));
    const cells = drawn.flatMap(({ values }, line) => {
      const of = known.flatMap((index) => values[index] ?? []);
      const told = { most: extremes(of)[1], last: of.at(-1) ?? 0 };
      return (lines[line]?.by ?? []).map((by) => (of.length === 0 ? "not known" : number(told[by])));
    });
    const inState = (state: ReportedItem["state"]) =>
      number(indexes.filter((index) => bySlot[index]?.state === state).length);
    const all = [number(known.length), ...cells, inState("clear"), inState("attention")];
    return `<tr><th scope="row">${month}</th>${all.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const label = `${title} by month`;
  const shown = table({
    html: {
      caption: `<span class="vh">${escapeHtml(title)}, </span>By month ${soft("Known, Clear, Attention: number of slots")}`,
      rows: rows.join("\n"),
    },
    columns: [
      "Month",
      "Known",
      ...lines.flatMap(({ label: name, by }) => by.map((which) => `${sentenceCase(name)}, ${which}`)),
      "Clear",
      "Attention",
    ],
    kind: "by-month numeric",
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(label)}">${shown}</div>`;
}

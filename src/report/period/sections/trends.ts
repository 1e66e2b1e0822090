import { sentenceCase } from "../../../failure.ts";
import type { ItemId, State } from "../../../evidence/schema.ts";
import type { Slot } from "../../../verify/period/verdict.ts";
import { joinMarkup, markup } from "../../render/markup.ts";
import { groupDigits, htmlOnly, phrase } from "../../render/phrases.ts";
import { either, heading, paragraph, section, table, type Block } from "../../render/renderer.ts";
import { ITEM_NAMES, list, quantityOf } from "../../words.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import { trendPlot, type PlotSeries } from "../plot.ts";
import { isKnown, type Reading } from "../readings.ts";
import { unitOf } from "../words.ts";

/** A count of an item that is drawn. */
interface PlottedCount {
  readonly count: string;
  readonly label: string;
  readonly stroke: PlotSeries["stroke"];
  /** Which numbers of each month the table has. */
  readonly by: readonly ("most" | "last")[];
}

const PLOTTED: Readonly<Record<ItemId, { readonly what: string; readonly counts: readonly PlottedCount[] }>> =
  {
    "security-signals": {
      what: "Critical and high signals of the 7 days before each run.",
      counts: [
        { count: "high", label: "high", stroke: "s2", by: ["most", "last"] },
        { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
      ],
    },
    "compliance-monitors": {
      what: "Tagged monitors that were not passing at the time of each run.",
      counts: [
        { count: "failing", label: "failing", stroke: "s1", by: ["most", "last"] },
        { count: "notEvaluated", label: "not evaluated", stroke: "s3", by: ["most"] },
      ],
    },
    "cspm-findings": {
      what: "Failing cloud posture checks at the time of each run.",
      counts: [
        { count: "high", label: "high", stroke: "s2", by: ["last"] },
        { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
        { count: "muted", label: "muted", stroke: "s3", by: ["last"] },
      ],
    },
  };

/** The counts of each item over the period, as a drawing and as a table. */
export function trendsSection({ verdict }: PeriodReport, readings: readonly Reading[]): Block {
  const howToRead = htmlOnly(
    () =>
      markup` Grey marks slots without a known number. The strip under each axis has the result by slot: low is clear, full is attention, hollow is unknown, blank is no evidence.`,
  );
  return section(
    {
      ...sectionHead("trends"),
      lead: phrase`Only known numbers are shown: a missed reading cannot be repeated, and nothing is interpolated.${howToRead}`,
    },
    readings.length === 0
      ? [paragraph("No run of the period has an item.")]
      : readings.map((reading) => trend(reading, { slots: verdict.slotList, unit: unitOf(verdict) })),
  );
}

function trend(reading: Reading, { slots, unit }: { slots: readonly Slot[]; unit: string }): Block {
  const { id, bySlot } = reading;
  const { what, counts } = PLOTTED[id];
  const title = sentenceCase(ITEM_NAMES[id]);
  // A value is null where the count is not known.
  const series = counts.map(({ count, label, stroke }) => ({
    label,
    stroke,
    values: bySlot.map((item) => (isKnown(item) ? (item.counts?.[count] ?? null) : null)),
  }));
  const latest = latestInWords(reading, series);
  const byMonth = trendTable(reading, { slots, series });
  return either(() => {
    const keys = counts.map(
      ({ label, stroke }) =>
        markup`<span class="key"><svg viewBox="0 0 24 10" aria-hidden="true"><path class="${stroke}" d="M0 5h24"/></svg>${label}</span>`,
    );
    const description = describePlot(series, unit);
    return markup`<figure class="trend" id="trend-${id}">
<figcaption><h3>${title}</h3>${what} ${latest}<span class="keys">${joinMarkup(keys, " ")}</span></figcaption>
<div>${trendPlot({ id, title: `${title} by ${unit}`, description, series, slots })}</div>
${byMonth}
</figure>`;
  }, [heading(title), paragraph(`${what} ${latest}`), byMonth]);
}

/** The latest counts of an item, and how often they are known. */
function latestInWords({ bySlot }: Reading, series: readonly PlotSeries[]): string {
  const latest = series.map(({ label, values }) => {
    const value = values.findLast((each) => each !== null);
    return value == null ? `${label} not known` : `${groupDigits(value)} ${label}`;
  });
  const known = groupDigits(bySlot.filter(isKnown).length);
  return `Latest: ${list(latest)}. Known for ${known} of ${groupDigits(bySlot.length)} slots.`;
}

/** What the drawing shows, for a reader who does not see it. */
function describePlot(series: readonly PlotSeries[], unit: string): string {
  const ranges = series.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return `${label} is not known`;
    return `${label} ranges from ${known.reduce(min)} to ${known.reduce(max)}`;
  });
  const unknown = series[0]?.values.filter((value) => value === null).length ?? 0;
  return `${sentenceCase(list(ranges))}. No line is drawn for ${quantityOf(unknown, unit)}. The table has the numbers by month.`;
}

/** The counts of an item by month. */
function trendTable(
  { id, bySlot }: Reading,
  { slots, series }: { slots: readonly Slot[]; series: readonly PlotSeries[] },
): Block {
  const { counts } = PLOTTED[id];
  const title = sentenceCase(ITEM_NAMES[id]);
  const months = Map.groupBy(slots.keys(), (index) => slots[index]?.from.slice(0, 7) ?? "");
  const rows = [...months].map(([month, indexes]) => {
    const known = indexes.filter((index) => isKnown(bySlot[index] ?? null));
    const numbers = series.flatMap(({ values }, at) => {
      const ofMonth = known.flatMap((index) => values[index] ?? []);
      const shown = { most: ofMonth.reduce(max, 0), last: ofMonth.at(-1) ?? 0 };
      return (counts[at]?.by ?? []).map((by) => (ofMonth.length === 0 ? "not known" : shown[by]));
    });
    const inState = (state: State) => indexes.filter((index) => bySlot[index]?.state === state).length;
    return [[month, known.length], numbers, [inState("clear"), inState("attention")]].flat();
  });
  const columns = counts.flatMap(({ label, by }) => by.map((which) => `${sentenceCase(label)}, ${which}`));
  return table({
    caption: phrase`${htmlOnly(() => markup`<span class="vh">${title}, </span>`)}By month`,
    aside: "Known, Clear, Attention: number of slots",
    columns: ["Month", "Known", ...columns, "Clear", "Attention"],
    rows,
    kind: "by-month numeric",
    scroll: `${title} by month`,
  });
}

// Not Math.min and Math.max of all values: years of hours are too many parameters.
function min(one: number, other: number): number {
  return Math.min(one, other);
}

function max(one: number, other: number): number {
  return Math.max(one, other);
}

import type { ItemId, State } from "../../evidence/schema.ts";
import type { Slot, SlotState } from "../../verify/period/verdict.ts";
import { joinMarkup, markup, markupLines, type Markup } from "../render/markup.ts";
import type { Reading } from "./readings.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";
import { SLOT_MARKS } from "./words.ts";

/** A count over the slots of a period; null where it is not known. */
export interface PlotSeries {
  readonly label: string;
  readonly stroke: "s1" | "s2" | "s3";
  readonly values: readonly (number | null)[];
}

/** The drawing: x is the slot, y the count, from 116 up to 20. */
const TOP = 20;
const BOTTOM = 116;

/** The part of the width that a month's label takes on a phone, as narrow as it gets, with air behind it. */
const LABEL_ROOM = 0.16;
const MOST_FLAGS = 12;

/** Lines over the slots, with the grid, the months, the letters of slots without a number, and the strip of states. */
export function trendPlot({
  id,
  title,
  description,
  series,
  slots,
}: {
  id: ItemId;
  title: string;
  description: string;
  series: readonly PlotSeries[];
  slots: readonly Slot[];
}): Markup {
  const width = Math.max(1, slots.length);
  const height = roundUp(
    series.flatMap(({ values }) => values).reduce<number>((most, value) => Math.max(most, value ?? 0), 0),
  );
  const isUnknown = series[0]?.values.map((value) => value === null) ?? [];
  const unknown = stretchesOf(isUnknown).filter(({ value }) => value);
  const box = markup`y="${TOP}" width="100%" height="${BOTTOM - TOP}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`;
  const voids = unknown.map(
    ({ at, length }) => markup`<rect class="void" x="${at}" width="${length}" height="${height}"/>`,
  );
  const lines = series.map(({ stroke, values }) => markup`<path class="${stroke}" d="${stepPath(values)}"/>`);
  return markup`<svg class="plot" height="158" role="img" aria-labelledby="t-${id} d-${id}"><title id="t-${id}">${title}</title><desc id="d-${id}">${description}</desc>
${months(slots)}
<svg ${box}>${voids}</svg>
${grid(height)}
<line class="axis" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>
<svg ${box} overflow="visible"><g transform="matrix(1 0 0 -1 0 ${height})">${lines}</g></svg>
${flags(slots, isUnknown)}<svg y="142" width="100%" height="8">${stripUse(id)}</svg></svg>`;
}

/** The strip of an item, which shows its state at each slot. */
export function stateStrip(id: ItemId): Markup {
  return markup`<svg class="strip" aria-hidden="true">${stripUse(id)}</svg>`;
}

/** The strips of all items, unseen: the plots and tables of the page show them. */
export function stripSymbols(readings: readonly Reading[]): Markup {
  const symbols = readings.map(({ id, bySlot }) => {
    const stretches = stretchesOf(bySlot.map((item) => item?.state));
    const path = (state: State, shape: (stretch: Stretch<unknown>) => string) =>
      stretches
        .filter(({ value }) => value === state)
        .map(shape)
        .join("");
    return markup`<symbol id="by-slot-${id}" viewBox="0 0 ${Math.max(1, bySlot.length)} 8" preserveAspectRatio="none">
<path class="bar-c" d="${path("clear", ({ at, length }) => `M${at} 7h${length}`)}"/>
<path class="bar-a" d="${path("attention", ({ at, length }) => `M${at} 4h${length}`)}"/>
<path class="bar-u" d="${path("unknown", ({ at, length }) => `M${at} .5h${length}v7h-${length}z`)}"/>
</symbol>`;
  });
  return markup`<svg class="vh" aria-hidden="true" width="0" height="0"><defs>\n${markupLines(symbols)}\n</defs></svg>\n`;
}

function stripUse(id: ItemId): Markup {
  return markup`<use href="#by-slot-${id}" width="100%" height="8"/>`;
}

/** A line of steps that breaks where a value is not known: nothing is interpolated. */
export function stepPath(values: readonly (number | null)[]): string {
  let path = "";
  let before: number | null = null;
  for (const { value, at, length } of stretchesOf(values)) {
    if (value !== null) path += `${before === null ? `M${at} ${value}` : `V${value}`}h${length}`;
    before = value;
  }
  return path;
}

/** The next number that halves well. */
export function roundUp(most: number): number {
  if (most <= 2) return 2;
  const unit = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((factor) => factor * unit).find((nice) => nice >= most) ?? most;
}

function grid(height: number): Markup {
  const lines = [height / 2, height].map((value) => {
    const y = BOTTOM - ((BOTTOM - TOP) * value) / height;
    return markup`<line class="grid" x2="100%" y1="${y}" y2="${y}"/><text class="y" x="-6" y="${y + 4}">${value}</text>`;
  });
  return markupLines(lines);
}

function months(slots: readonly Slot[]): Markup {
  const labels = labelledMonths(slots).map((index) => {
    const x = percent(index, slots.length);
    return markup`<line class="axis" x1="${x}" x2="${x}" y1="${BOTTOM}" y2="134"/><text class="tick" x="${x}" dx="4" y="130">${slots[index]?.from.slice(0, 7) ?? ""}</text>`;
  });
  return joinMarkup(labels);
}

/**
 * The slots with which the labelled months begin: as many as have room for their labels side by side, at equal
 * distances. A month of which only a few slots are in the period gives way to the next one.
 */
export function labelledMonths(slots: readonly Pick<Slot, "from">[]): readonly number[] {
  const starts = [...slots.keys()].filter(
    (index) => slots[index]?.from.slice(0, 7) !== slots[index - 1]?.from.slice(0, 7),
  );
  const room = LABEL_ROOM * slots.length;
  const [first = 0, second] = starts;
  const whole =
    second !== undefined && second - first < room && slots.length - second >= room ? starts.slice(1) : starts;
  for (let every = 1; every <= whole.length; every += 1) {
    const labelled = whole.filter(
      (start, index) => index === 0 || (index % every === 0 && slots.length - start >= room),
    );
    if (labelled.every((start, index) => index === 0 || start - (labelled[index - 1] ?? 0) >= room))
      return labelled;
  }
  return whole.slice(0, 1);
}

const FLAGGED: ReadonlySet<SlotState> = new Set(["partial", "failed", "missing", "declared"]);

/** Letters over slots without a number, where they are few enough to be read. */
function flags(slots: readonly Slot[], isUnknown: readonly boolean[]): Markup {
  // Slots side by side may be without a number for different reasons.
  const letters = slots.map(({ state }, index) =>
    isUnknown[index] === true && FLAGGED.has(state) ? SLOT_MARKS[state].letter : "",
  );
  const found = stretchesOf(letters).filter(({ value }) => value !== "");
  if (found.length > MOST_FLAGS) return markup``;
  return joinMarkup(
    found.map(({ value, at, length }) => {
      const x = percent(at + length / 2, slots.length);
      return markup`<text class="flag" x="${x}" y="13">${value}</text>`;
    }),
  );
}

function percent(part: number, whole: number): string {
  return `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`;
}

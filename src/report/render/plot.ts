import type { Slot } from "../../verify/period/verdict.ts";
import { escapeHtml } from "./html.ts";
import { runsOf, stripOf } from "../period/readings.ts";
import type { ItemId } from "../../evidence/schema.ts";
import { LETTERS } from "../period/words.ts";

/** A count over the slots of a period; null where it is not known. */
export interface Line {
  readonly label: string;
  readonly stroke: "s1" | "s2" | "s3";
  readonly values: readonly (number | null)[];
}

/** The drawing: x is the slot, y the count, from 116 up to 20. */
const TOP = 20;
const BOTTOM = 116;

/** As many labels as fit below one another on a phone. */
const MOST_MONTHS = 5;
const MOST_FLAGS = 12;

/** Lines over the slots, with the grid, the months, the flags of what is lacking, and the strip of states. */
export function plot({
  id,
  title,
  words,
  lines,
  slots,
}: {
  readonly id: ItemId;
  readonly title: string;
  readonly words: string;
  readonly lines: readonly Line[];
  readonly slots: readonly Slot[];
}): string {
  const width = Math.max(1, slots.length);
  const most = lines.reduce(
    (sum, { values }) => values.reduce<number>((max, value) => Math.max(max, value ?? 0), sum),
    0,
  );
  const height = roundUp(most);
  const unknown = runsOf(
    (lines[0]?.values ?? []).map((value) => value === null),
    true,
  );
  const box = `y="${TOP}" width="100%" height="${BOTTOM - TOP}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`;
  return `<svg class="plot" height="158" role="img" aria-labelledby="t-${id} d-${id}"><title id="t-${id}">${escapeHtml(title)}</title><desc id="d-${id}">${escapeHtml(words)}</desc>
${months(slots)}
<svg ${box}>${unknown.map(([at, length]) => `<rect class="void" x="${at}" width="${length}" height="${height}"/>`).join("")}</svg>
${grid(height)}
<line class="axis" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>
<svg ${box} overflow="visible"><g transform="matrix(1 0 0 -1 0 ${height})">${lines.map(({ stroke, values }) => `<path class="${stroke}" d="${steps(values)}"/>`).join("")}</g></svg>
${flags(slots, unknown)}<svg y="142" width="100%" height="8">${stripOf(id)}</svg></svg>`;
}

/** A line of steps that breaks where a value is not known: nothing is filled in. */
export function steps(values: readonly (number | null)[]): string {
  let path = "";
  let before: number | null = null;
  let length = 0;
  for (const [at, value] of values.entries()) {
    if (value !== before) {
      if (length > 0) path += `h${length}`;
      length = 0;
      if (value !== null) path += before === null ? `M${at} ${value}` : `V${value}`;
    }
    if (value !== null) length += 1;
    before = value;
  }
  return length > 0 ? `${path}h${length}` : path;
}

/** The next number that halves well. */
export function roundUp(most: number): number {
  if (most <= 2) return 2;
  const unit = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 8, 10].map((factor) => factor * unit).find((nice) => nice >= most) ?? most;
}

function grid(height: number): string {
  return [height / 2, height]
    .map((value) => {
      const y = BOTTOM - ((BOTTOM - TOP) * value) / height;
      return `<line class="grid" x2="100%" y1="${y}" y2="${y}"/><text class="y" x="-6" y="${y + 4}">${value}</text>`;
    })
    .join("\n");
}

function months(slots: readonly Slot[]): string {
  const starts = [...slots.keys()].filter(
    (index) => slots[index]?.from.slice(0, 7) !== slots[index - 1]?.from.slice(0, 7),
  );
  const every = Math.ceil(starts.length / MOST_MONTHS);
  return starts
    .filter((_, index) => index % every === 0)
    .map((index) => {
      const x = percent(index, slots.length);
      return `<line class="axis" x1="${x}" x2="${x}" y1="116" y2="134"/><text class="tick" x="${x}" dx="4" y="130">${slots[index]?.from.slice(0, 7)}</text>`;
    })
    .join("");
}

/** Letters over what is not known, where there are few enough to be told apart. */
function flags(slots: readonly Slot[], unknown: ReturnType<typeof runsOf>): string {
  const found = unknown.flatMap(([at, length]) => {
    const states = slots.slice(at, at + length).map(({ state }) => state);
    // Slots side by side may lack it for different reasons.
    return (["partial", "failed", "missing", "declared"] as const).flatMap((state) =>
      runsOf(states, state).map(([from, of]) => ({ at: at + from + of / 2, letter: LETTERS[state] })),
    );
  });
  if (found.length > MOST_FLAGS) return "";
  return found
    .map(({ at, letter }) => `<text class="flag" x="${percent(at, slots.length)}" y="13">${letter}</text>`)
    .join("");
}

function percent(part: number, whole: number): string {
  return `${((part / Math.max(1, whole)) * 100).toFixed(2)}%`;
}

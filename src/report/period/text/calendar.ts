import { DAY_MS } from "../../../platform/time.ts";
import type { Slot, SlotState } from "../../../verify/period/verdict.ts";

const MARKS = {
  met: "·",
  late: "L",
  partial: "P",
  failed: "F",
  declared: "D",
  missing: "M",
} as const satisfies Record<SlotState, string>;

/** Longer than this the strip is no page any more. */
const MOST_MONTHS = 13;

/** A strip for each month with a mark for each day; only for slots that are days. */
export function calendar(slots: readonly Slot[]): readonly string[] {
  if (slots.length === 0 || !slots.every(isDay)) return [];
  const months = Map.groupBy(slots, ({ from }) => from.slice(0, 7));
  if (months.size > MOST_MONTHS) return [];
  const used = Object.entries(MARKS).filter(([name]) => slots.some(({ state }) => state === name));
  return [
    "",
    ...[...months].map(([month, days]) => `${month.padEnd(12)}${strip(days)}`),
    `${" ".repeat(12)}${used.map(([name, mark]) => `${mark} ${name}`).join(", ")}; a blank was not due`,
  ];
}

function isDay({ from, to }: Slot): boolean {
  return Date.parse(to) - Date.parse(from) === DAY_MS;
}

function strip(days: readonly Slot[]): string {
  const marks = new Map(days.map(({ from, state }) => [Number(from.slice(8, 10)), MARKS[state]]));
  return Array.from({ length: 31 }, (_, index) => marks.get(index + 1) ?? " ")
    .join("")
    .trimEnd();
}

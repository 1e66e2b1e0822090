import { DAY_MS } from "../../platform/time.ts";
import { SLOT_STATES, type Slot, type SlotState } from "../../verify/period/verdict.ts";
import { SLOT_MARKS } from "./words.ts";

const LABEL_WIDTH = 12;
/** The most months that fit on a page. */
const MOST_STRIPS = 13;

/** A strip for each month with a mark for each day, and a legend; none where slots are no days, or months too many. */
export function monthStrips(slots: readonly Slot[]): readonly string[] {
  const areDays = slots.every(({ from, to }) => Date.parse(to) - Date.parse(from) === DAY_MS);
  if (slots.length === 0 || !areDays) return [];
  const months = Map.groupBy(slots, ({ from }) => from.slice(0, 7));
  if (months.size > MOST_STRIPS) return [];
  const used = SLOT_STATES.filter((state) => slots.some((slot) => slot.state === state));
  return [
    ...[...months].map(([month, days]) => `${month.padEnd(LABEL_WIDTH)}${strip(days)}`),
    `${" ".repeat(LABEL_WIDTH)}${used.map((state) => `${markOf(state)} ${state}`).join(", ")}; a blank was not due`,
  ];
}

function strip(days: readonly Slot[]): string {
  const marks = new Map(days.map(({ from, state }) => [Number(from.slice(8, 10)), markOf(state)]));
  return Array.from({ length: 31 }, (_, index) => marks.get(index + 1) ?? " ")
    .join("")
    .trimEnd();
}

function markOf(state: SlotState): string {
  return SLOT_MARKS[state].letter || "·";
}

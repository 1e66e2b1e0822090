import type { Slot } from "../../verify/period/verdict.ts";
import type { SectionId } from "./contents.ts";
import { periodInWords } from "./words.ts";

/** Nobody reads a longer table. */
const MOST_GAPS = 400;

/** Slots that share a state and a reason and follow one another. */
export interface GapRow {
  /** The address of the row, or of the whole table where the row is not shown. */
  readonly anchor: string;
  readonly span: string;
  /** The first of the slots, which has the state and the reason of all. */
  readonly slot: Slot;
  readonly slots: readonly Slot[];
}

/** The slots that were not met on time. */
export function gapRows(slotList: readonly Slot[]): readonly GapRow[] {
  const groups: Slot[][] = [];
  for (const slot of slotList) {
    if (slot.state === "met") continue;
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isSame = before?.state === slot.state && before.detail === slot.detail && before.to === slot.from;
    // A slot with a run of its own has a row of its own.
    if (isSame && ["missing", "declared", "not covered"].includes(slot.state)) last?.push(slot);
    else groups.push([slot]);
  }
  return groups.flatMap((slots, index) => {
    const [slot] = slots;
    if (slot === undefined) return [];
    const span = periodInWords({ from: slot.from, to: slots.at(-1)?.to ?? slot.to });
    const ownAnchor = `s-${slot.from.slice(0, 16).replaceAll(/\D/gv, "")}`;
    const anchor: string = index < MOST_GAPS ? ownAnchor : ("gaps" satisfies SectionId);
    return [{ anchor, span, slot, slots }];
  });
}

/** The slots that were not met on time, a line each, such as `2026-06-21 missing: no run and no declared gap`. */
export function gapLines(slotList: readonly Slot[]): readonly string[] {
  return gapRows(slotList).map(({ span, slot: { state, detail } }) => `${span} ${state}: ${detail}`);
}

/** The rows that a page shows; `verify --json` has all of them. */
export function shownGapRows(slotList: readonly Slot[]): readonly GapRow[] {
  return gapRows(slotList).slice(0, MOST_GAPS);
}

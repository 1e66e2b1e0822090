import { ITEM_IDS, type ItemId } from "../../evidence/schema.ts";
import type { PeriodReport } from "./model.ts";
import { runFinder, type ReportedItem } from "./reported-run.ts";

/** An item at every slot that was due; null where the slot has no run with it. */
export interface Reading {
  readonly id: ItemId;
  readonly bySlot: readonly (ReportedItem | null)[];
}

/** What each item read at each slot: that of the run which names the slot. */
export function readingsOf({ verdict, runs }: PeriodReport): readonly Reading[] {
  const findRun = runFinder(runs);
  return ITEM_IDS.flatMap((id): readonly Reading[] => {
    const bySlot = verdict.slotList.map(
      ({ run }) => findRun(run)?.items.find((item) => item.id === id) ?? null,
    );
    return bySlot.some((item) => item !== null) ? [{ id, bySlot }] : [];
  });
}

/** Whether the numbers of an item may be drawn and compared: a floor may not. */
export function isKnown(item: ReportedItem | null): item is ReportedItem {
  return item !== null && item.status === "complete" && item.counts !== null;
}

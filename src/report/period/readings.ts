import { ITEM_IDS } from "../../evidence/schema.ts";
import type { ItemId } from "../../evidence/schema.ts";
import type { ReportedItem, ReportedRun } from "./runs.ts";
import type { PeriodReport } from "./model.ts";

/** An item at every slot that was due; null where the slot has no run that holds it. */
export interface Reading {
  readonly id: ItemId;
  readonly bySlot: readonly (ReportedItem | null)[];
}

/** The items at every slot, and the drawings that several places of the page use. */
export interface Readings {
  readonly items: readonly Reading[];
  readonly symbols: string;
}

/** What each item read at each slot: that of the run which names the slot. */
export function readingsOf({ verdict, runs }: PeriodReport): Readings {
  const byPlace = new Map<string | null, ReportedRun>(runs.map((run) => [run.place, run]));
  const items = ITEM_IDS.flatMap((id): readonly Reading[] => {
    const bySlot = verdict.slotList.map(
      ({ run }) => byPlace.get(run)?.items.find((item) => item.id === id) ?? null,
    );
    return bySlot.some((item) => item !== null) ? [{ id, bySlot }] : [];
  });
  return { items, symbols: symbolsOf(items) };
}

/** Whether the numbers of an item may be drawn and compared: a floor may not. */
export function isKnown(item: ReportedItem | null): item is ReportedItem {
  return item !== null && item.status === "complete" && item.counts !== null;
}

/** The strip of an item, which shows its state at each slot, as it is drawn wherever it is used. */
export function stripOf(id: ItemId): string {
  return `<use href="#by-slot-${id}" width="100%" height="8"/>`;
}

function symbolsOf(items: readonly Reading[]): string {
  const symbols = items.map(({ id, bySlot }) => {
    const states = bySlot.map((item) => item?.state ?? null);
    return `<symbol id="by-slot-${id}" viewBox="0 0 ${Math.max(1, states.length)} 8" preserveAspectRatio="none">
<path class="bar-c" d="${runsOf(states, "clear")
      .map(([at, length]) => `M${at} 7h${length}`)
      .join("")}"/>
<path class="bar-a" d="${runsOf(states, "attention")
      .map(([at, length]) => `M${at} 4h${length}`)
      .join("")}"/>
<path class="bar-u" d="${runsOf(states, "unknown")
      .map(([at, length]) => `M${at} .5h${length}v7h-${length}z`)
      .join("")}"/>
</symbol>`;
  });
  return `<svg class="vh" aria-hidden="true" width="0" height="0"><defs>\n${symbols.join("\n")}\n</defs></svg>\n`;
}

/** Where the value stands in a row, as starts and lengths. */
export function runsOf<T>(
  values: readonly T[],
  wanted: T,
): readonly (readonly [at: number, length: number])[] {
  const found: [number, number][] = [];
  for (const [at, value] of values.entries()) {
    if (value !== wanted) continue;
    const last = found.at(-1);
    if (last !== undefined && last[0] + last[1] === at) last[1] += 1;
    else found.push([at, 1]);
  }
  return found;
}

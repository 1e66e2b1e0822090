import { formatTime } from "../../platform/time.ts";
import type { ItemId } from "../../evidence/schema.ts";
import { touchesPeriod } from "./range.ts";
import type { Declaration, ItemFigures, ChangeSince, Slot, SlotFigures, SlotState } from "./verdict.ts";
import { runRef, type RunSummary } from "../stream/run-summary.ts";
import type { Span } from "./slots.ts";

/** When a value changed over the runs, which are in order of time. */
export function changesSince(
  runs: readonly RunSummary[],
  valueOf: (run: RunSummary) => string | null,
): readonly ChangeSince[] {
  const list: { value: string; from: string; runs: number }[] = [];
  for (const run of runs) {
    const value = valueOf(run);
    if (value === null) continue;
    const last = list.at(-1);
    if (last?.value === value) last.runs += 1;
    else list.push({ value, from: formatTime(run.collectedAt), runs: 1 });
  }
  return list;
}

/** How often each item was complete, partial, skipped and failed. */
export function itemFigures(runs: readonly RunSummary[]): Readonly<Partial<Record<ItemId, ItemFigures>>> {
  const figures: Partial<Record<ItemId, ItemFigures>> = {};
  for (const { collected } of runs) {
    for (const { id, status } of collected?.items ?? []) {
      const before = figures[id] ?? { complete: 0, partial: 0, skipped: 0, failed: 0 };
      figures[id] = { ...before, [status]: before[status] + 1 };
    }
  }
  return figures;
}

/** How many slots were due, and how each ended. */
export function slotFigures(slots: readonly Slot[]): SlotFigures {
  const count = (state: SlotState): number => slots.filter((slot) => slot.state === state).length;
  return {
    due: slots.length,
    met: count("met"),
    late: count("late"),
    partial: count("partial"),
    failed: count("failed"),
    declared: count("declared"),
    missing: count("missing"),
    notCovered: count("not covered"),
  };
}

/** The declared gaps that touch the period. */
export function declarationsIn(gaps: readonly RunSummary[], period: Span | null): readonly Declaration[] {
  return gaps.flatMap((run) => {
    if (run.gap === null || !touchesPeriod(period, run.gap.range)) return [];
    const { range, cause, ticket, role } = run.gap;
    return [{ ...runRef(run), range, cause, ticket, role }];
  });
}

import { comparabilityOf, itemsOf } from "./comparability.ts";
import type { Comparability, Runs, Sides } from "./comparability.ts";
import { findingPairs, monitorPairs, signalPairs } from "./compare-records.ts";
import type { FindingsItem, Item, ItemId, MonitorsItem, SignalsItem } from "../schema.ts";

/** An item of two runs, record by record; `found` is null where it cannot be compared at all. */
export type ItemComparison = Comparability &
  (
    | { readonly id: "security-signals"; readonly found: ReturnType<typeof signalPairs> | null }
    | { readonly id: "compliance-monitors"; readonly found: ReturnType<typeof monitorPairs> | null }
    | { readonly id: "cspm-findings"; readonly found: ReturnType<typeof findingPairs> | null }
  );

/** Two runs, compared item by item. */
export function comparisonOf(runs: Runs): readonly ItemComparison[] {
  return itemsOf(runs).map((id) => compared(id, runs));
}

function compared(id: ItemId, runs: Runs): ItemComparison {
  const how = comparabilityOf(id, runs);
  if (id === "security-signals") {
    const sides = sidesOf(runs, how, isSignals);
    return { id, ...how, found: sides && signalPairs(sides, !how.why.includes("other-privacy")) };
  }
  if (id === "compliance-monitors") {
    const sides = sidesOf(runs, how, isMonitors);
    return { id, ...how, found: sides && monitorPairs(sides) };
  }
  const sides = sidesOf(runs, how, isFindings);
  return { id, ...how, found: sides && findingPairs(sides) };
}

function sidesOf<Kind extends Item>(
  runs: Runs,
  { comparable }: Comparability,
  is: (item: Item) => item is Kind,
): Sides<Kind> | null {
  const before = runs.before.items.find(is);
  const now = runs.now.items.find(is);
  return comparable === "no" || before === undefined || now === undefined ? null : { before, now };
}

function isSignals(item: Item): item is SignalsItem {
  return item.id === "security-signals";
}

function isMonitors(item: Item): item is MonitorsItem {
  return item.id === "compliance-monitors";
}

function isFindings(item: Item): item is FindingsItem {
  return item.id === "cspm-findings";
}

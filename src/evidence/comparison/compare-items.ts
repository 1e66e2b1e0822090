import type {
  FindingRecord,
  FindingsItem,
  Item,
  ItemId,
  MonitorRecord,
  MonitorsItem,
  SignalRecord,
  SignalsItem,
} from "../schema.ts";
import { FINDING_CHANGES, MONITOR_CHANGES, SIGNAL_CHANGES, mapRows } from "./change-kinds.ts";
import type { ChangeKind } from "./change-kinds.ts";
import { comparabilityOf, itemsOf } from "./comparability.ts";
import type { ItemComparability, ComparedRuns, ItemSides } from "./comparability.ts";
import { pairRecords, type PairedRecords, type RecordPairs } from "./pair-records.ts";
import { findHints, UNRESOLVED_HINTS, type UnresolvedHint } from "./unresolved.ts";

/** The records that both runs list, and those of each kind of change. */
interface FoundChanges<Name extends string, Kept> {
  readonly both: PairedRecords<Kept>["both"];
  readonly kinds: Readonly<Record<Name, RecordPairs<Kept>>>;
}

type FoundFindings = FoundChanges<keyof typeof FINDING_CHANGES, FindingRecord> & {
  /** The hints that some are not resolved. */
  readonly hints: readonly UnresolvedHint[];
};

/** An item of two runs, record by record; `found` is null if it cannot be compared at all. */
export type ItemComparison = ItemComparability &
  (
    | {
        readonly id: "security-signals";
        readonly found: FoundChanges<keyof typeof SIGNAL_CHANGES, SignalRecord> | null;
      }
    | {
        readonly id: "compliance-monitors";
        readonly found: FoundChanges<keyof typeof MONITOR_CHANGES, MonitorRecord> | null;
      }
    | { readonly id: "cspm-findings"; readonly found: FoundFindings | null }
  );

/** Compares two runs item by item. */
export function compareItems(runs: ComparedRuns): readonly ItemComparison[] {
  return itemsOf(runs).map((id) => compareItem(id, runs));
}

function compareItem(id: ItemId, runs: ComparedRuns): ItemComparison {
  const how = comparabilityOf(id, runs);
  if (id === "security-signals") {
    const sides = sidesOf(runs, how, (item) => item.id === "security-signals");
    const paired = sides && pairRecords<SignalRecord, SignalsItem>(sides, how.why);
    return { id, ...how, found: paired && findChanges(SIGNAL_CHANGES, paired) };
  }
  if (id === "compliance-monitors") {
    const sides = sidesOf(runs, how, (item) => item.id === "compliance-monitors");
    const paired = sides && pairRecords<MonitorRecord, MonitorsItem>(sides, how.why);
    return { id, ...how, found: paired && findChanges(MONITOR_CHANGES, paired) };
  }
  const sides = sidesOf(runs, how, (item) => item.id === "cspm-findings");
  return { id, ...how, found: sides && compareFindings(sides, how) };
}

function compareFindings(sides: ItemSides<FindingsItem>, { why }: ItemComparability): FoundFindings {
  const paired = pairRecords<FindingRecord, FindingsItem>(sides, why);
  // Usually nothing is gone, and then there are no hints.
  const hintsOf = paired.gone.length === 0 ? () => [] : findHints(sides);
  const hints = new Map(paired.gone.map(({ before }) => [before, hintsOf(before)]));
  const found = findChanges(FINDING_CHANGES, { ...paired, hints });
  const all = new Set(found.kinds.vanished === null ? [] : [...hints.values()].flat());
  return { ...found, hints: UNRESOLVED_HINTS.filter((hint) => all.has(hint)) };
}

function findChanges<Name extends string, Kept, Paired extends PairedRecords<Kept>>(
  kinds: Readonly<Record<Name, ChangeKind<Paired, Kept>>>,
  paired: Paired,
): FoundChanges<Name, Kept> {
  return { both: paired.both, kinds: mapRows(kinds, ({ find }) => find(paired)) };
}

function sidesOf<Kind extends Item>(
  runs: ComparedRuns,
  { comparable }: ItemComparability,
  is: (item: Item) => item is Kind,
): ItemSides<Kind> | null {
  const before = runs.before.items.find(is);
  const now = runs.now.items.find(is);
  return comparable === "no" || before === undefined || now === undefined ? null : { before, now };
}

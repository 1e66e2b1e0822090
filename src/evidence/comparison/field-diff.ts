import type { Comparability, Runs } from "./comparability.ts";
import type { Pair } from "./compare-records.ts";
import { comparisonOf } from "./compare-items.ts";
import type { ItemComparison } from "./compare-items.ts";
import type { FindingRecord, ItemId, MonitorRecord, SignalRecord } from "../schema.ts";

type Kept = SignalRecord | MonitorRecord | FindingRecord;

/** One value of a record that is not the same in both runs. */
interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly now: unknown;
}

/** A record that both runs list, differently. */
export interface ChangedRecord {
  readonly record: Kept;
  readonly fields: readonly FieldChange[];
}

/** Every record of an item that differs; a list is null where nothing can be claimed. */
export interface ItemDifference extends Comparability {
  readonly id: ItemId;
  readonly new: readonly Kept[] | null;
  /** Come late: the first run should have listed them. */
  readonly late: readonly Kept[] | null;
  /** No longer listed; of signals only those that should be. */
  readonly gone: readonly Kept[] | null;
  /** Of those that are gone, findings that likely are no longer checked. */
  readonly unresolved: readonly Kept[] | null;
  readonly changed: readonly ChangedRecord[];
  /** Now older than the window. */
  readonly left: readonly Kept[];
}

/** Two runs, record by record. */
export function differenceOf(runs: Runs): readonly ItemDifference[] {
  return comparisonOf(runs).map(itemDifference);
}

const NONE = { new: [], late: [], gone: [], unresolved: [], changed: [], left: [] } as const;

function itemDifference(item: ItemComparison): ItemDifference {
  const { id, comparable, why } = item;
  const how = { ...NONE, id, comparable, why };
  if (item.found === null) return how;
  if (item.id === "security-signals") {
    const { both, vanished, late, left, new: come } = item.found;
    const isHidden = why.includes("other-privacy") ? isText : isNothing;
    return {
      ...how,
      new: of(come),
      late: of(late),
      gone: of(vanished),
      changed: changed(both, isHidden),
      left: of(left) ?? [],
    };
  }
  if (item.id === "compliance-monitors") {
    const { both, gone, new: come } = item.found;
    return { ...how, new: of(come), gone: of(gone), changed: changed(both, isNothing) };
  }
  const { both, vanished, unresolved, new: come } = item.found.pairs;
  return {
    ...how,
    new: of(come),
    gone: of(vanished),
    unresolved: of(unresolved),
    changed: changed(both, isNothing),
  };
}

function of<Record extends Kept>(pairs: readonly Pair<Record>[] | null): readonly Record[] | null {
  return pairs && pairs.flatMap(({ before, now }) => now ?? before ?? []);
}

/** What is kept of a signal at one level of privacy only. */
function isText(field: string): boolean {
  return field === "title" || field === "rule.name" || field === "tags";
}

function isNothing(): boolean {
  return false;
}

function changed(
  both: readonly { readonly before: Kept; readonly now: Kept }[],
  isHidden: (field: string) => boolean,
): readonly ChangedRecord[] {
  return both.flatMap(({ before, now }) => {
    const fields = fieldsBetween(before, now).filter(({ field }) => !isHidden(field));
    return fields.length === 0 ? [] : [{ record: now, fields }];
  });
}

/** The fields of two records whose values differ, those inside objects by their path. */
function fieldsBetween(before: Kept, now: Kept): readonly FieldChange[] {
  const [one, other] = [new Map(leaves(before)), new Map(leaves(now))];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((field) => {
    const change = { field, before: one.get(field) ?? null, now: other.get(field) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.now) ? [] : [change];
  });
}

function leaves(value: object, path = ""): (readonly [field: string, value: unknown])[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? leaves(member, `${path}${name}.`)
      : [[`${path}${name}`, member] as const],
  );
}

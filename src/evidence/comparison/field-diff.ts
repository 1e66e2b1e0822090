import { isJsonObject } from "../files/json.ts";
import { readInstant } from "../projection/instants.ts";
import type { AnyRecord, ItemId } from "../schema.ts";
import type { ItemComparability, ComparedRuns } from "./comparability.ts";
import { compareItems, type ItemComparison } from "./compare-items.ts";
import type { PairedRecords, RecordPairs } from "./pair-records.ts";

/** A field of a record that differs between the runs. */
interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly now: unknown;
}

/** A record that differs between the runs. */
export interface ChangedRecord {
  readonly record: AnyRecord;
  readonly fields: readonly FieldChange[];
}

/** Every record of an item that differs. A list is null where nothing can be claimed. */
export interface ItemDifference extends ItemComparability {
  readonly id: ItemId;
  readonly new: readonly AnyRecord[] | null;
  /** The first run should have listed them. */
  readonly late: readonly AnyRecord[] | null;
  /** No longer listed; for signals, only those that should be listed. */
  readonly gone: readonly AnyRecord[] | null;
  /** Findings that are gone and probably no longer checked. */
  readonly unresolved: readonly AnyRecord[] | null;
  readonly changed: readonly ChangedRecord[];
  /** Now older than the window. */
  readonly left: readonly AnyRecord[];
}

/** Two runs, record by record. */
export function compareFields(runs: ComparedRuns): readonly ItemDifference[] {
  return compareItems(runs).map(itemDifference);
}

type ListName = "new" | "late" | "vanished" | "gone" | "unresolved" | "left";

function itemDifference({ id, comparable, why, found }: ItemComparison): ItemDifference {
  const lists: Readonly<Partial<Record<ListName, RecordPairs<AnyRecord>>>> = found?.kinds ?? {};
  const isHidden = (field: string): boolean =>
    // Only one privacy level keeps these fields of a signal.
    (why.includes("other-privacy") && ["title", "rule.name", "tags"].includes(field)) ||
    (why.includes("other-rules") && field === "definitionSha256");
  return {
    new: recordsIn(lists.new),
    late: recordsIn(lists.late),
    gone: recordsIn("vanished" in lists ? lists.vanished : lists.gone),
    unresolved: recordsIn(lists.unresolved),
    changed: changedRecords(found?.both ?? [], isHidden),
    left: recordsIn(lists.left) ?? [],
    id,
    comparable,
    why,
  };
}

/** The records of a list; empty if the item has no such list. */
function recordsIn(pairs: RecordPairs<AnyRecord> | undefined): readonly AnyRecord[] | null {
  if (pairs === undefined) return [];
  return pairs && pairs.flatMap(({ before, now }) => now ?? before ?? []);
}

function changedRecords(
  both: PairedRecords<AnyRecord>["both"],
  isHidden: (field: string) => boolean,
): readonly ChangedRecord[] {
  return both.flatMap(({ before, now }) => {
    const fields = fieldsBetween(before, now).filter(({ field }) => !isHidden(field));
    return fields.length === 0 ? [] : [{ record: now, fields }];
  });
}

/** The fields of two records that differ; a field inside an object has a dotted path. */
function fieldsBetween(before: AnyRecord, now: AnyRecord): readonly FieldChange[] {
  const [one, other] = [new Map(leafFields(before)), new Map(leafFields(now))];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((field) => {
    const change = { field, before: one.get(field) ?? null, now: other.get(field) ?? null };
    return isSameValue(change.before, change.now) ? [] : [change];
  });
}

/** However a time is written, it is the same time. */
function isSameValue(before: unknown, now: unknown): boolean {
  if (JSON.stringify(before) === JSON.stringify(now)) return true;
  if (typeof before !== "string" || typeof now !== "string") return false;
  const at = readInstant(before);
  return at !== null && at === readInstant(now);
}

function leafFields(value: object, path = ""): (readonly [field: string, value: unknown])[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    isJsonObject(member) ? leafFields(member, `${path}${name}.`) : [[`${path}${name}`, member] as const],
  );
}

import { parseInstant } from "../../platform/time.ts";
import { sortRecords } from "../files/canonical.ts";
import type { Item, Window } from "../schema.ts";
import type { CompareObstacle, ItemSides } from "./comparability.ts";

/** A record in both runs; null for a run that does not list it. */
export interface RecordPair<Kept> {
  readonly before: Kept | null;
  readonly now: Kept | null;
}

/** Null where nothing can be claimed. */
export type RecordPairs<Kept> = readonly RecordPair<Kept>[] | null;

/** The records of an item in two runs, paired by their ids, in the order of the file. */
export interface PairedRecords<Kept, Kind extends Item = Item> extends ItemSides<Kind> {
  readonly why: readonly CompareObstacle[];
  readonly both: readonly { readonly before: Kept; readonly now: Kept }[];
  readonly gone: readonly { readonly before: Kept; readonly now: null }[];
  readonly added: readonly { readonly before: null; readonly now: Kept }[];
}

type ListedItem<Kept> = Item & { readonly records: Iterable<Kept> };

/** Pairs the records of both runs by their ids. */
export function pairRecords<
  Kept extends { readonly id: string | number; readonly timestamp?: string },
  Kind extends Item,
>(sides: ItemSides<Kind & ListedItem<Kept>>, why: readonly CompareObstacle[]): PairedRecords<Kept, Kind> {
  const earlier = new Map(sortRecords<Kept>(sides.before.records).map((record) => [record.id, record]));
  const later = new Map(sortRecords<Kept>(sides.now.records).map((record) => [record.id, record]));
  const both: PairedRecords<Kept>["both"][number][] = [];
  const gone: PairedRecords<Kept>["gone"][number][] = [];
  for (const before of earlier.values()) {
    const now = later.get(before.id);
    if (now === undefined) gone.push({ before, now: null });
    else both.push({ before, now });
  }
  const added = [...later.values()].flatMap((now) => (earlier.has(now.id) ? [] : [{ before: null, now }]));
  return { ...sides, why, both, gone, added };
}

/** The pairs; null if the item that lacks them is not complete. Only a complete list shows that something is missing. */
export function claimAbsence<Kept>(
  { collection }: Item,
  pairs: readonly RecordPair<Kept>[],
): RecordPairs<Kept> {
  return collection.status === "complete" ? pairs : null;
}

/** Returns a function for whether a signal is inside the window. The edges are not: Datadog may or may not include them. */
export function insideWindow(window: Window | null): (signal: { readonly timestamp: string }) => boolean {
  if (window === null) return () => false;
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return ({ timestamp }) => {
    const at = parseInstant(timestamp);
    return at > from && at < to;
  };
}

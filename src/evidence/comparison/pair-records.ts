import { parseInstant } from "../../platform/time.ts";
import { sortRecords } from "../files/canonical.ts";
import type { Item, Window } from "../schema.ts";
import type { CompareObstacle, ItemSides } from "./comparability.ts";

/** A record in both runs; null for a run that does not list it. */
export interface RecordPair<Kept> {
  readonly before: Kept | null;
  readonly now: Kept | null;
}

export interface RecordInBoth<Kept> {
  readonly before: Kept;
  readonly now: Kept;
}

/** Null where nothing can be claimed. */
export type RecordPairs<Kept> = readonly RecordPair<Kept>[] | null;

/** The records of an item in two runs, paired by their ids, in the order of the file. */
export interface PairedRecords<Kept, Kind extends Item = Item> extends ItemSides<Kind> {
  readonly why: readonly CompareObstacle[];
  readonly both: readonly RecordInBoth<Kept>[];
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
  const both = [...earlier.values()].flatMap((before) => {
    const now = later.get(before.id);
    return now === undefined ? [] : [{ before, now }];
  });
  const gone = [...earlier.values()].flatMap((before) =>
    later.has(before.id) ? [] : [{ before, now: null }],
  );
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

type SignalPair = RecordPair<{ readonly timestamp: string }>;

/** Returns a function for whether a signal is inside the window. The edges are not: Datadog may or may not include them. */
export function insideWindow(window: Window | null): (pair: SignalPair) => boolean {
  if (window === null) return () => false;
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return ({ before, now }) => {
    const at = parseInstant((before ?? now)?.timestamp ?? "");
    return at > from && at < to;
  };
}

/** Returns a function for whether a signal is outside the window, or at its edge. */
export function outsideWindow(window: Window | null): (pair: SignalPair) => boolean {
  const isInside = insideWindow(window);
  return (pair) => !isInside(pair);
}

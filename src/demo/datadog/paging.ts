/** Where a page ends: the sort key of its last record, and the id that orders equal keys. */
export interface PagePlace {
  readonly key: number;
  readonly id: string;
}

/** An item with its place in the order. */
export interface PlacedItem<Item> {
  readonly item: Item;
  readonly place: PagePlace;
}

/** One page, and the cursor after it, or null if the page is empty. */
export interface PageSlice<Item> {
  readonly items: readonly Item[];
  readonly after: string | null;
}

/**
 * Returns a function that sorts items by key, then id. It sorts each list once:
 * tens of thousands of records are read in hundreds of pages.
 */
export function orderBy<Item>(placeOf: (item: Item) => PagePlace) {
  const known = new WeakMap<readonly Item[], readonly PlacedItem<Item>[]>();
  return (items: readonly Item[]): readonly PlacedItem<Item>[] => {
    const ordered =
      known.get(items) ??
      items
        .map((item) => ({ item, place: placeOf(item) }))
        .toSorted((a, b) => comparePlaces(a.place, b.place));
    known.set(items, ordered);
    return ordered;
  };
}

/** Returns the page after a place, which is null for the first page. */
export function pageAfter<Item>(
  ordered: readonly PlacedItem<Item>[],
  {
    after,
    limit,
    descending,
    matches,
  }: {
    after: PagePlace | null;
    limit: number;
    descending: boolean;
    matches: (placed: PlacedItem<Item>) => boolean;
  },
): PageSlice<Item> {
  const found: PlacedItem<Item>[] = [];
  for (let step = 0; step < ordered.length && found.length < limit; step += 1) {
    const placed = ordered[descending ? ordered.length - 1 - step : step];
    if (placed === undefined) continue;
    const isAfter = after === null || (descending ? -1 : 1) * comparePlaces(placed.place, after) > 0;
    if (isAfter && matches(placed)) found.push(placed);
  }
  const last = found.at(-1)?.place;
  const cursor = last && Buffer.from(JSON.stringify({ after: `${last.key}~${last.id}` }));
  return { items: found.map(({ item }) => item), after: cursor?.toString("base64url") ?? null };
}

/** Returns the place that a cursor names, null if there is no cursor, undefined if it is not one of ours. */
export function placeOfCursor(cursor: unknown): PagePlace | null | undefined {
  if (cursor === undefined) return null;
  if (typeof cursor !== "string") return undefined;

  const decoded = Buffer.from(cursor, "base64url").toString();
  const [, key, id] = /^\{"after":"(-?\d+)~([^"\\]*)"\}$/.exec(decoded) ?? [];
  return key === undefined || id === undefined ? undefined : { key: Number(key), id };
}

function comparePlaces(a: PagePlace, b: PagePlace): number {
  if (a.key !== b.key) return a.key - b.key;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

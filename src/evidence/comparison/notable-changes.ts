import type { Changes } from "./schema.ts";
import type { ItemId } from "../schema.ts";

/** A change that should not go by unseen. */
export interface NotableChange {
  readonly item: ItemId;
  /** As the statement names it, such as `redefined`. */
  readonly what: string;
  /** Null where there is none to count. */
  readonly count: number | null;
}

/** What of the changes since the run before a person should look at: what is gone, silenced or no longer asked. */
export function notableIn(changes: Changes | null): readonly NotableChange[] {
  if (changes === null) return [];
  const counted = changes.items.flatMap((item): readonly NotableChange[] => {
    if (item.changes === null) return [];
    if (item.id === "security-signals") {
      const { vanished, altered } = item.changes;
      return noted(item.id, { vanished, altered });
    }
    if (item.id === "compliance-monitors") {
      const { gone, muted, redefined } = item.changes;
      return noted(item.id, { gone, muted, redefined });
    }
    const { unresolved, muted } = item.changes;
    return noted(item.id, { unresolved, muted });
  });
  const skipped = changes.nowSkipped.map(({ id, now }) => ({ item: id, what: `now-${now}`, count: null }));
  return [...skipped, ...counted];
}

function noted(
  item: ItemId,
  lists: Readonly<Record<string, { readonly count: number } | null>>,
): readonly NotableChange[] {
  return Object.entries(lists).flatMap(([what, list]) =>
    list === null || list.count === 0 ? [] : [{ item, what, count: list.count }],
  );
}

import type { AnyRecord, Evidence, ItemId } from "../evidence/schema.ts";

/** The name of a record: its title or name, else its rule, else its id. */
export function recordName(record: AnyRecord): string {
  if ("verdict" in record) return record.name ?? `monitor ${record.id}`;
  if ("triage" in record) return record.title ?? record.rule?.name ?? record.id;
  return record.title ?? record.rule?.name ?? record.rule?.id ?? record.id;
}

/** The records of an item with these ids; those that the run does not have are left out. */
export function recordsById(
  { items }: Pick<Evidence, "items">,
  { item: of, ids }: { readonly item: ItemId; readonly ids: readonly AnyRecord["id"][] },
): ReadonlyMap<AnyRecord["id"], AnyRecord> {
  const wanted = new Set(ids);
  const found = new Map<AnyRecord["id"], AnyRecord>();
  const item = items.find(({ id }) => id === of);
  // A long list is on disk, so that it is not read for nothing.
  if (item === undefined || wanted.size === 0) return found;
  for (const record of item.records) if (wanted.has(record.id)) found.set(record.id, record);
  return found;
}

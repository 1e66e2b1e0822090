import type { Evidence, ItemId } from "../evidence/schema.ts";
import type { RecordId } from "./fields.ts";
import type { Policy } from "./schema.ts";
import { isInForce } from "./waivers.ts";

/** The ids of the waivers in force that name a record, by its id. Such records stay in every count and list. */
export type WaivedRecords = ReadonlyMap<RecordId, readonly string[]>;

/** The records of an item that waivers in force name. */
export function waivedRecords(
  policy: Policy | null,
  { collectedAt, item }: Pick<Evidence, "collectedAt"> & { readonly item: ItemId },
): WaivedRecords {
  const waived = new Map<RecordId, string[]>();
  const ofItem = new Set(policy?.expectations.filter((each) => each.item === item).map(({ id }) => id));
  for (const waiver of policy?.waivers ?? []) {
    if (!ofItem.has(waiver.expect) || !isInForce(waiver, collectedAt)) continue;
    for (const record of waiver.records ?? []) {
      waived.set(record, [...(waived.get(record) ?? []), waiver.id]);
    }
  }
  return waived;
}

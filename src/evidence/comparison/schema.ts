import { z } from "zod";

import { PolicyChanges } from "./policy-changes.ts";
import { Count, ITEM_IDS, Sha256 } from "../schema.ts";
import { FINDING_CHANGES, MONITOR_CHANGES, SIGNAL_CHANGES, mapRows } from "./change-kinds.ts";
import { COMPARE_OBSTACLES } from "./comparability.ts";
import { UNRESOLVED_HINTS } from "./unresolved.ts";

/** Version of the rules by which two runs are compared, in `change-kinds.ts` and beside it. */
export const COMPARISON_RULES = 1;

/** The most ids that the statement lists of a change. The evidence has the others. */
export const MOST_IDS = 20;
/** A longer id is replaced by its digest. */
export const LONGEST_ID = 128;

const LONGEST_VERSION = 200;

/** How many records, and the first ids in the order of the file; null where nothing can be claimed. */
function listOf<Id extends z.ZodType>(id: Id) {
  return z.strictObject({ count: Count, ids: z.array(id).max(MOST_IDS) }).nullable();
}

function itemChanges<Id extends string, Lists extends z.ZodRawShape>(id: Id, lists: Lists) {
  return z.strictObject({
    id: z.literal(id),
    comparable: z.enum(["yes", "in-part", "no"]),
    why: z.array(z.enum(COMPARE_OBSTACLES)),
    /** Null where the item cannot be compared at all. */
    changes: z.strictObject(lists).nullable(),
  });
}

const TextIds = listOf(z.string().max(LONGEST_ID));
const NumberIds = listOf(z.int());

const { vanished, unresolved, ...findingLists } = mapRows(FINDING_CHANGES, () => TextIds);
const ITEM_CHANGES = [
  itemChanges(
    "security-signals",
    mapRows(SIGNAL_CHANGES, () => TextIds),
  ),
  itemChanges(
    "compliance-monitors",
    mapRows(MONITOR_CHANGES, () => NumberIds),
  ),
  itemChanges("cspm-findings", {
    vanished,
    unresolved,
    hints: z.array(z.enum(UNRESOLVED_HINTS)),
    ...findingLists,
  }),
] as const;

/** What changed since the run before, as the statement records it: small, and without text from Datadog. */
export const Changes = z.strictObject({
  /** `sha256` of the `evidence.json` of the run before. */
  comparedWith: Sha256,
  rules: z.int().positive(),
  items: z.array(z.discriminatedUnion("id", ITEM_CHANGES)),
  /** Items that the run before had, complete or partial, and this one lacks. */
  nowSkipped: z.array(
    z.strictObject({
      id: z.enum(ITEM_IDS),
      was: z.enum(["complete", "partial"]),
      now: z.enum(["skipped", "failed", "absent"]),
    }),
  ),
  /** Changed versions of the collector, the mapping and the rules. */
  versions: z.array(
    z.strictObject({
      what: z.enum(["collector", "mapping", "rules"]),
      before: z.string().max(LONGEST_VERSION),
      now: z.string().max(LONGEST_VERSION),
    }),
  ),
  /** Null where neither run had a policy; statements of 0.1.0 do not name it. */
  policy: PolicyChanges.nullable().default(null),
});
export type Changes = z.infer<typeof Changes>;
export type ItemChanges = Changes["items"][number];

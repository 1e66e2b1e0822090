import { z } from "zod";

import { Count, ITEM_IDS, Sha256 } from "../schema.ts";

/** Version of the rules by which two runs are compared, in `compare.ts` and beside it. */
export const COMPARING = 1;

/** More ids than this stand in the evidence alone. */
export const MOST_IDS = 20;
/** A longer id is named by its digest. */
export const LONGEST_ID = 128;

const LONGEST_VERSION = 200;

/** Why an item cannot be compared, or only in part. */
const Obstacle = z.enum([
  "absent-before",
  "absent-now",
  "lost-before",
  "lost-now",
  "partial-before",
  "partial-now",
  "other-site",
  "other-organization",
  "other-query",
  "other-pseudonym-key",
  "other-privacy",
]);
export type Obstacle = z.infer<typeof Obstacle>;

/** How many, and which of them in the order of the file; null where nothing can be claimed. */
function listOf<Id extends z.ZodType>(id: Id) {
  return z.strictObject({ count: Count, ids: z.array(id).max(MOST_IDS) }).nullable();
}

function changesOf<Id extends string, Lists extends z.ZodRawShape>(id: Id, lists: Lists) {
  return z.strictObject({
    id: z.literal(id),
    comparable: z.enum(["yes", "in-part", "no"]),
    why: z.array(Obstacle),
    /** Null where the item cannot be compared at all. */
    changes: z.strictObject(lists).nullable(),
  });
}

const Text = listOf(z.string().max(LONGEST_ID));
const Number = listOf(z.int());

const SignalChanges = changesOf("security-signals", {
  /** Inside the window of this run, but no longer listed: that is never normal. */
  vanished: Text,
  /** Something other than the triage changed. */
  altered: Text,
  retriaged: Text,
  /** Inside the window of the run before, which did not list it. */
  late: Text,
  new: Text,
  /** Now older than the window. */
  left: Text,
});

/** What makes it likely that a finding is no longer checked rather than resolved. */
export const HINTS = ["fewer-covered", "rule-gone", "resource-gone"] as const;

const MonitorChanges = changesOf("compliance-monitors", {
  /** Untagged or deleted; the evidence cannot tell which. */
  gone: Number,
  new: Number,
  muted: Number,
  unmuted: Number,
  /** It watches something else than before. */
  redefined: Number,
  failing: Number,
  passing: Number,
  notEvaluated: Number,
});

const FindingChanges = changesOf("cspm-findings", {
  /** No longer listed as failing: resolved, closed, or no longer checked. */
  vanished: Text,
  /** Of the vanished, those that more likely are no longer checked than resolved. */
  unresolved: Text,
  /** What makes it likely. */
  hints: z.array(z.enum(HINTS)),
  new: Text,
  muted: Text,
  unmuted: Text,
  /** The severity changed. */
  regraded: Text,
});

/** What changed since the run before, as it stands in the statement: small, and without words of others. */
export const Changes = z.strictObject({
  /** `sha256` of the `evidence.json` of the run before. */
  comparedWith: Sha256,
  rules: z.int().positive(),
  items: z.array(z.discriminatedUnion("id", [SignalChanges, MonitorChanges, FindingChanges])),
  /** Items that the run before had, wholly or in part, and this one has not. */
  nowSkipped: z.array(
    z.strictObject({
      id: z.enum(ITEM_IDS),
      was: z.enum(["complete", "partial"]),
      now: z.enum(["skipped", "failed", "absent"]),
    }),
  ),
  /** What evidence is made with, where it changed. */
  versions: z.array(
    z.strictObject({
      what: z.enum(["collector", "mapping", "rules"]),
      before: z.string().max(LONGEST_VERSION),
      now: z.string().max(LONGEST_VERSION),
    }),
  ),
});
export type Changes = z.infer<typeof Changes>;
export type ItemChanges = Changes["items"][number];
export type SignalChanges = z.infer<typeof SignalChanges>;
export type MonitorChanges = z.infer<typeof MonitorChanges>;
export type FindingChanges = z.infer<typeof FindingChanges>;

import { z } from "zod";

import { REASON_CODES } from "../failure.ts";
import type { Records } from "./records.ts";

/**
 * The contract of `evidence.json`, version 1. The JSON Schema in `schemas/` is
 * generated from it; unknown fields are rejected on reading. The order of the
 * keys here is the order in the file.
 */

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const IsoTime = z.iso.datetime();
export const Count = z.int().nonnegative();

/** A value replaced by a keyed hash, `hmac-sha256:<64 hex>`. */
const PseudonymText = z.string().regex(/^hmac-sha256:[0-9a-f]{64}$/);

export const ITEM_IDS = ["security-signals", "compliance-monitors", "cspm-findings"] as const;
export type ItemId = (typeof ITEM_IDS)[number];

export const CADENCES = ["PT1H", "PT6H", "PT12H", "P1D"] as const;

/** Safe as a folder name on every system. */
export const StreamName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);

const Reason = z.strictObject({
  code: z.enum(REASON_CODES),
  message: z.string(),
  hint: z.string().nullable(),
});
export type Reason = z.infer<typeof Reason>;

const Control = z.strictObject({
  framework: z.string(),
  id: z.string(),
  title: z.string(),
  support: z.enum(["direct", "claimed"]),
  /** Where the organisation's own mapping made the control what it is here: what it did, and why it says so. */
  organisation: z
    .strictObject({ did: z.enum(["added", "raised", "lowered", "renamed"]), why: z.string().nullable() })
    .exactOptional(),
});
export type Control = z.infer<typeof Control>;

/** One answered (or given up) HTTP exchange; `status` is 0 when no answer came. */
const Page = z.strictObject({
  status: Count,
  /** Records of the item that the page carried; a control total carries none. */
  items: Count,
  bytes: Count,
  /** Of the body as received, after content decoding. */
  sha256: Sha256,
  attempts: z.int().positive(),
});
export type Page = z.infer<typeof Page>;

const RequestParameters = z.record(z.string(), z.json());

const Request = z.strictObject({
  method: z.enum(["GET", "POST"]),
  path: z.string(),
  query: RequestParameters,
  body: RequestParameters,
  /** Whether the answer was read to its end. */
  drained: z.boolean(),
  pages: z.array(Page),
});
export type Request = z.infer<typeof Request>;

const Check = z.strictObject({
  name: z.string(),
  expected: Count,
  actual: Count,
  ok: z.boolean(),
});
export type Check = z.infer<typeof Check>;

const Collection = z.strictObject({
  status: z.enum(["complete", "partial", "skipped", "failed"]),
  grade: z.enum(["reconciled", "drained"]).nullable(),
  reason: Reason.nullable(),
  requests: z.array(Request),
  received: Count,
  unique: Count,
  sourceTotal: Count.nullable(),
  checks: z.array(Check),
});
export type Collection = z.infer<typeof Collection>;

const State = z.enum(["attention", "clear", "unknown"]);
export type State = z.infer<typeof State>;

const SignalRecord = z.strictObject({
  id: z.string(),
  timestamp: z.string(),
  severity: z.enum(["critical", "high"]),
  title: z.string().nullable(),
  rule: z
    .strictObject({ id: z.string(), name: z.string().nullable(), type: z.string().nullable() })
    .nullable(),
  triage: z.strictObject({
    /** As Datadog names it: open, under_review, archived. Anything else counts as open. */
    state: z.string(),
    archiveReason: z.string().nullable(),
    assigned: z.boolean(),
    incidents: Count,
    /** When the state last changed; null where Datadog does not say. */
    changed: IsoTime.nullable(),
  }),
  firstSeen: z.string().nullable(),
  lastSeen: z.string().nullable(),
  tags: z.array(z.string()),
  link: z.url(),
});
export type SignalRecord = z.infer<typeof SignalRecord>;

const MonitorRecord = z.strictObject({
  id: z.int(),
  name: z.string().nullable(),
  type: z.string(),
  state: z.string(),
  stateSince: z.string().nullable(),
  verdict: z.enum(["passing", "failing", "notEvaluated"]),
  muted: z.boolean(),
  /** Whether the whole monitor is muted or a part, such as a host; null if it is not muted, or Datadog does not say. Not in evidence of 0.1.0. */
  mutedScope: z.enum(["all", "part"]).nullable().optional(),
  /** When the mute ends; null when it has no end or there is none. */
  mutedUntil: z.string().nullable(),
  draft: z.boolean(),
  paused: z.boolean(),
  watchesClock: z.boolean(),
  /** Of what decides whether it alerts, when and whom it tells: type, query, thresholds, missing data, delays, schedule, recipients. */
  definitionSha256: Sha256,
  modified: z.string().nullable(),
  tags: z.array(z.string()),
  link: z.url(),
});
export type MonitorRecord = z.infer<typeof MonitorRecord>;

const FindingRecord = z.strictObject({
  /** Finding ids contain the resource's name, so they are pseudonymised. */
  id: PseudonymText,
  severity: z.enum(["critical", "high"]),
  status: z.string(),
  title: z.string().nullable(),
  rule: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  resource: PseudonymText.nullable(),
  resourceType: z.string().nullable(),
  cloudProvider: z.string().nullable(),
  muted: z.boolean(),
  muteReason: z.string().nullable(),
  muteExpires: z.string().nullable(),
  firstSeen: z.string().nullable(),
  changed: z.string().nullable(),
  link: z.url(),
});
export type FindingRecord = z.infer<typeof FindingRecord>;

export type AnyRecord = SignalRecord | MonitorRecord | FindingRecord;

/** The records of each item, one by one. */
export const RECORD_SCHEMAS = {
  "security-signals": SignalRecord,
  "compliance-monitors": MonitorRecord,
  "cspm-findings": FindingRecord,
} as const satisfies Record<ItemId, z.ZodType>;

export const SignalCounts = z.strictObject({
  critical: Count,
  high: Count,
  total: Count,
  open: Count,
  underReview: Count,
  archived: Count,
});
export const MonitorCounts = z.strictObject({
  total: Count,
  passing: Count,
  failing: Count,
  notEvaluated: Count,
  muted: Count,
});
export const FindingCounts = z.strictObject({ critical: Count, high: Count, total: Count, muted: Count });

const Window = z.strictObject({ from: IsoTime, to: IsoTime });
export type Window = z.infer<typeof Window>;

const Population = z.strictObject({ what: z.string(), size: Count.nullable() });
export type Population = z.infer<typeof Population>;

function itemSchema<Id extends ItemId, Counts extends z.ZodType, Kept extends z.ZodType>(kind: {
  id: Id;
  counts: Counts;
  record: Kept;
}) {
  return z.strictObject({
    id: z.literal(kind.id),
    title: z.string(),
    link: z.url(),
    controls: z.array(Control),
    window: Window.nullable(),
    population: Population,
    collection: Collection,
    result: z.strictObject({ state: State, reason: Reason.nullable(), counts: kind.counts.nullable() }),
    records: z.array(kind.record),
    caveats: z.array(z.string()),
  });
}

const SignalsItem = itemSchema({ id: "security-signals", counts: SignalCounts, record: SignalRecord });
const MonitorsItem = itemSchema({ id: "compliance-monitors", counts: MonitorCounts, record: MonitorRecord });
const FindingsItem = itemSchema({ id: "cspm-findings", counts: FindingCounts, record: FindingRecord });
/** An item as it is collected: of many records, not all are in memory. */
type HeldRecords<Parsed extends { readonly records: readonly unknown[] }> = Omit<Parsed, "records"> & {
  records: Records<Parsed["records"][number]>;
};
export type SignalsItem = HeldRecords<z.infer<typeof SignalsItem>>;
export type MonitorsItem = HeldRecords<z.infer<typeof MonitorsItem>>;
export type FindingsItem = HeldRecords<z.infer<typeof FindingsItem>>;

const Item = z.discriminatedUnion("id", [SignalsItem, MonitorsItem, FindingsItem]);
export type Item = SignalsItem | MonitorsItem | FindingsItem;

/** How Datadog was asked: by two keys, by a token, or by a token that GitHub's identity was exchanged for. */
const AccessMode = z.enum(["keys", "token", "delegated"]);
export type AccessMode = z.infer<typeof AccessMode>;

const GitHubRun = z.strictObject({
  repository: z.string(),
  repositoryId: z.string(),
  workflowRef: z.string(),
  workflowSha: z.string(),
  event: z.string(),
  schedule: z.string().nullable(),
  url: z.url(),
});

export const RunIdentity = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  attempt: z.int().positive(),
  github: GitHubRun.nullable(),
});
export type RunIdentity = z.infer<typeof RunIdentity>;

const Outcome = z.enum(["complete", "partial", "failed"]);
export type Outcome = z.infer<typeof Outcome>;

/** More offenders than this are counted and not named. */
export const MOST_OFFENDERS = 20;

/** The result of one expectation of the policy. */
export const ExpectationResult = z.strictObject({
  id: z.string(),
  item: z.enum(ITEM_IDS),
  result: z.enum(["met", "accepted", "broken", "unknown"]),
  /** What was counted; null where nothing was. */
  measured: Count.nullable(),
  limit: Count,
  /** The records that break it, accepted ones too; the first of them by id. */
  offenders: z.strictObject({
    count: Count,
    ids: z.array(z.union([z.int(), z.string()])).max(MOST_OFFENDERS),
  }),
  /** The ids of the waivers in force that cover a part of it. */
  waivers: z.array(z.string()),
});
export type ExpectationResult = z.infer<typeof ExpectationResult>;

/** The policy of a run, and its results. */
const PolicyResults = z.strictObject({
  /** Of the exact bytes of `policy.json`. */
  sha256: Sha256,
  results: z.array(ExpectationResult).min(1),
});

export const Evidence = z.strictObject({
  schema: z.literal("datadog-evidence/v1"),
  rules: z.int().positive(),
  mapping: z.strictObject({ version: z.string(), sha256: Sha256 }),
  stream: z.strictObject({ name: StreamName, cadence: z.enum(CADENCES) }),
  startedAt: IsoTime,
  collectedAt: IsoTime,
  validUntil: IsoTime,
  source: z.strictObject({
    system: z.literal("Datadog"),
    site: z.string(),
    /** Not there in the evidence of 0.1.0, which was always collected with keys. */
    access: AccessMode.optional(),
    apiUrl: z.url(),
    organization: z.string().nullable(),
    organizationId: z.string().nullable(),
    apiKeyId: z.string().nullable(),
    /** Datadog's clock minus ours, in milliseconds; null when no answer carried a date. */
    clockSkewMs: z.int().nullable(),
  }),
  collector: z.strictObject({ name: z.literal("datadog-evidence"), version: z.string(), sha256: Sha256 }),
  run: RunIdentity,
  privacy: z.strictObject({ level: z.enum(["standard", "minimal"]), pseudonymKeyId: z.string() }),
  outcome: Outcome,
  /** The catalogues that the controls of the items come from, by their ids. Evidence of 0.1.0 names none: it knew two. */
  frameworks: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/))
    .min(1)
    .default(["iso27001", "soc2"]),
  /** Null where no policy was given; evidence of 0.1.0 does not name it. */
  policy: PolicyResults.nullable().default(null),
  items: z.array(Item).min(1),
});
export type Evidence = Omit<z.infer<typeof Evidence>, "items"> & { items: Item[] };

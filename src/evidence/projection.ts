import { z } from "zod";

import { canonical, sha256 } from "./canonical.ts";
import type { Pseudonyms } from "./pseudonym.ts";
import { redacted } from "./redaction.ts";
import type { FindingRecord, MonitorRecord, SignalRecord } from "./schema.ts";

/**
 * Raw record → kept record. Only the fields named here are kept: what Datadog
 * adds tomorrow stays out. Each projection answers with the record, with the
 * reason why it does not belong to the item, or with the path it stumbled over.
 */
export type Projected<Kept> =
  | { readonly kept: Kept; readonly redactions: number; readonly remarks: readonly Remark[] }
  /** Under the id that it would be kept by. */
  | { readonly excluded: string; readonly id: string }
  | { readonly misshapen: string };

/** Something about a kept record that a reader must be told. */
export type Remark =
  | "unknown-triage-state"
  | "unknown-status"
  | "outside-window"
  | "mute-without-expiry"
  | "muted-monitor"
  | "draft"
  | "paused"
  | "never-evaluated";

export interface Projection {
  readonly privacy: "standard" | "minimal";
  readonly pseudonyms: Pseudonyms;
  /** Deep links into Datadog's own UI. */
  readonly links: {
    signal(id: string): string;
    monitor(id: number): string;
    /** Findings link to their rule: their own address would name the resource. */
    rule(id: string | null): string;
  };
}

/** Names are for recognising; a longer one serves nobody and could fill a report. */
const LONGEST_TEXT = 500;

const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const MONITOR_TAGS = new Set([
  "compliance",
  "env",
  "service",
  "team",
  "iso27001",
  "soc2",
  "check_status",
  "check_type",
]);

/** A field we can do without: of another type than expected it reads as absent. */
const text = z.string().nullish().catch(null);
const texts = z.array(z.string()).catch([]);

/** Datadog gives instants as ISO text or as milliseconds since 1970. */
const moment = z.union([
  z.string().refine((instant) => !Number.isNaN(Date.parse(instant))),
  z
    .number()
    .refine((ms) => Math.abs(ms) <= 8.64e15)
    .transform((ms) => new Date(ms).toISOString()),
]);
const optionalMoment = moment.nullish().catch(null);

const Workflow = z.object({
  first_seen: optionalMoment,
  last_seen: optionalMoment,
  rule: z.object({ id: z.string(), name: text, type: text }).nullish().catch(null),
  triage: z
    .object({
      state: text,
      archiveReason: text,
      stateUpdateTimestamp: optionalMoment,
      state_update_timestamp: optionalMoment,
      archiveCommentTimestamp: optionalMoment,
      archive_comment_timestamp: optionalMoment,
      assignee: z
        .object({ id: z.union([z.string(), z.number()]).nullish(), uuid: text, handle: text })
        .nullish()
        .catch(null),
      incidentIds: z.array(z.unknown()).catch([]),
    })
    .nullish()
    .catch(null),
});

/** The list's shape is `attributes.attributes.*`; the detail's, seen nowhere else, is `attributes.custom.*`. */
const Details = z
  .object({ title: text, workflow: Workflow.nullish().catch(null) })
  .nullish()
  .catch(null);

const RawSignal = z.object({
  id: z.string().min(1),
  attributes: z.object({
    // The top-level status is the severity; attributes.attributes.status is the log's.
    status: z.string(),
    timestamp: moment,
    tags: texts,
    title: text,
    attributes: Details,
    custom: Details,
  }),
});

/** A security signal; critical and high ones are kept, at whatever triage state. */
export function signal(
  raw: unknown,
  {
    privacy,
    links,
    window,
  }: Projection & { readonly window: { readonly from: string; readonly to: string } },
): Projected<SignalRecord> {
  const parsed = RawSignal.safeParse(raw);
  if (!parsed.success) return { misshapen: stumble(parsed.error) };
  const { id, attributes } = parsed.data;

  const severity = attributes.status.toLowerCase();
  if (severity !== "critical" && severity !== "high") {
    return { excluded: "its severity is neither critical nor high", id };
  }

  const keep = keeper(privacy);
  const workflow = attributes.attributes?.workflow ?? attributes.custom?.workflow ?? null;
  const rule = workflow?.rule ?? null;
  const triage = workflow?.triage ?? null;
  const state = triage?.state ?? "unknown";
  const at = Date.parse(attributes.timestamp);

  return keep.result(
    {
      id,
      timestamp: attributes.timestamp,
      severity,
      title: keep.text(
        attributes.custom?.title ?? attributes.attributes?.title ?? attributes.title ?? rule?.name,
      ),
      rule: rule && { id: rule.id, name: keep.text(rule.name), type: rule.type ?? null },
      triage: {
        state,
        archiveReason: triage?.archiveReason ?? null,
        assigned: isAssigned(triage?.assignee ?? null),
        incidents: triage?.incidentIds.length ?? 0,
        changed: triageChanged(triage),
      },
      firstSeen: workflow?.first_seen ?? null,
      lastSeen: workflow?.last_seen ?? null,
      tags: keep.tags(attributes.tags, SIGNAL_TAGS),
      link: links.signal(id),
    },
    [
      ...(["open", "under_review", "archived"].includes(state) ? [] : (["unknown-triage-state"] as const)),
      ...(at >= Date.parse(window.from) && at <= Date.parse(window.to) ? [] : (["outside-window"] as const)),
    ],
  );
}

/**
 * When the triage state last changed, else when the archive comment did. Datadog's
 * clients write the names so in the answer to a change; no recorded list has them.
 */
function triageChanged(triage: z.infer<typeof Workflow>["triage"]): string | null {
  const changed =
    triage?.stateUpdateTimestamp ??
    triage?.state_update_timestamp ??
    triage?.archiveCommentTimestamp ??
    triage?.archive_comment_timestamp;
  return changed === undefined || changed === null ? null : new Date(changed).toISOString();
}

/** Unassigned signals carry an assignee whose id is -1. */
function isAssigned(
  assignee: {
    id?: string | number | null | undefined;
    uuid?: string | null | undefined;
    handle?: string | null | undefined;
  } | null,
): boolean {
  if (assignee === null || String(assignee.id) === "-1") return false;
  return Boolean(assignee.uuid ?? assignee.handle ?? assignee.id);
}

/** One that cannot be read still mutes, without an end. */
const Downtime = z
  .object({ active: z.boolean().nullish().catch(null), end: z.number().nullish().catch(null) })
  .catch({});

const RawMonitor = z.object({
  id: z.int(),
  name: text,
  type: z.string(),
  query: text,
  tags: z.array(z.string()),
  overall_state: z.string(),
  overall_state_modified: optionalMoment,
  modified: optionalMoment,
  draft_status: text,
  matching_downtimes: z.array(Downtime).nullish(),
  options: z
    .object({
      thresholds: z.json().nullish().catch(null),
      silenced: z.record(z.string(), z.number().nullable().catch(null)).nullish(),
    })
    .nullish(),
});

/** A monitor; kept when it carries exactly the tag, not one that merely begins with it. */
export function monitor(
  raw: unknown,
  { privacy, links, tag }: Projection & { readonly tag: string },
): Projected<MonitorRecord> {
  const parsed = RawMonitor.safeParse(raw);
  if (!parsed.success) return { misshapen: stumble(parsed.error) };
  const found = parsed.data;
  if (!found.tags.includes(tag))
    return { excluded: `it does not carry exactly the tag ${tag}`, id: String(found.id) };

  const keep = keeper(privacy);
  const mutes = [
    ...(found.matching_downtimes ?? [])
      .filter(({ active }) => active !== false)
      .map(({ end }) => end ?? null),
    ...Object.values(found.options?.silenced ?? {}),
  ];
  const query = found.query ?? "";
  const paused = found.tags.includes("check_status:paused");
  const draft = found.draft_status === "draft";
  const stateSince = found.overall_state_modified ?? null;

  return keep.result(
    {
      id: found.id,
      name: keep.text(found.name),
      type: found.type,
      state: found.overall_state,
      stateSince,
      verdict: verdict(found.overall_state),
      muted: mutes.length > 0,
      mutedUntil: lastEnd(mutes),
      draft,
      paused,
      watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(query),
      definitionSha256: sha256(
        canonical({ type: found.type, query, thresholds: found.options?.thresholds ?? null }),
      ),
      modified: found.modified ?? null,
      tags: privacy === "minimal" ? [tag] : keep.tags(found.tags, MONITOR_TAGS, tag),
      link: links.monitor(found.id),
    },
    [
      ...(mutes.length > 0 ? (["muted-monitor"] as const) : []),
      ...(mutes.includes(null) ? (["mute-without-expiry"] as const) : []),
      ...(draft ? (["draft"] as const) : []),
      ...(paused ? (["paused"] as const) : []),
      ...(stateSince === null ? (["never-evaluated"] as const) : []),
    ],
  );
}

/** Datadog documents Alert, Warn, No Data and OK; what else its enumeration holds was not evaluated. */
function verdict(state: string): MonitorRecord["verdict"] {
  if (state === "OK") return "passing";
  return state === "Alert" || state === "Warn" ? "failing" : "notEvaluated";
}

/** Null when one mute has no end, or there is none. */
function lastEnd(ends: readonly (number | null)[]): string | null {
  const known = ends.filter((end) => end !== null && Math.abs(end) <= 8.64e12).map(Number);
  if (known.length === 0 || known.length < ends.length) return null;
  return new Date(Math.max(...known) * 1000).toISOString();
}

const RawFinding = z.object({
  finding_type: text,
  severity: z.string(),
  status: z.string(),
  title: text,
  rule: z.object({ id: z.string(), name: text }).nullish().catch(null),
  resource_id: text,
  resource_type: text,
  cloud_resource: z.object({ cloud_provider: text }).nullish().catch(null),
  compliance: z.object({ evaluation: text }).nullish().catch(null),
  first_seen_at: optionalMoment,
  detection_changed_at: optionalMoment,
  workflow: z
    .object({
      mute: z
        .object({ is_muted: z.boolean().nullish().catch(null), reason: text, expire_at: optionalMoment })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

const FindingEnvelope = z.object({
  id: z.string().min(1),
  // Documented without `custom`, recorded with it.
  attributes: z.object({ attributes: z.looseObject({ custom: z.unknown().optional() }) }),
});

/** A posture finding; failing critical and high misconfigurations are kept, muted ones too. */
export function finding(raw: unknown, { privacy, pseudonyms, links }: Projection): Projected<FindingRecord> {
  const envelope = FindingEnvelope.safeParse(raw);
  if (!envelope.success) return { misshapen: stumble(envelope.error) };
  const { attributes } = envelope.data;
  const id = pseudonyms.of("finding", envelope.data.id);
  const nested = attributes.attributes.custom !== undefined;
  const parsed = RawFinding.safeParse(nested ? attributes.attributes.custom : attributes.attributes);
  const base = nested ? "attributes.attributes.custom." : "attributes.attributes.";
  if (!parsed.success) return { misshapen: base + stumble(parsed.error) };
  const found = parsed.data;

  if (found.finding_type && found.finding_type !== "misconfiguration") {
    return { excluded: "it is not a misconfiguration", id };
  }
  const evaluation = found.compliance?.evaluation?.toLowerCase();
  if (evaluation === undefined) return { misshapen: `${base}compliance.evaluation` };
  if (evaluation !== "fail") return { excluded: "its check does not fail", id };
  const severity = found.severity.toLowerCase();
  if (severity !== "critical" && severity !== "high") {
    return { excluded: "its severity is neither critical nor high", id };
  }
  if (found.status === "auto_closed" || found.status === "resolved") return { excluded: "it is closed", id };

  const keep = keeper(privacy);
  const mute = found.workflow?.mute ?? null;
  const muted = mute?.is_muted === true || found.status === "muted";
  return keep.result(
    {
      id,
      severity,
      status: found.status,
      title: keep.text(found.title),
      rule: found.rule ? { id: found.rule.id, name: keep.text(found.rule.name) } : null,
      resource: found.resource_id ? pseudonyms.of("resource", found.resource_id) : null,
      resourceType: found.resource_type ?? null,
      cloudProvider: found.cloud_resource?.cloud_provider ?? null,
      muted,
      muteReason: muted ? (mute?.reason ?? null) : null,
      muteExpires: muted ? (mute?.expire_at ?? null) : null,
      firstSeen: found.first_seen_at ?? null,
      changed: found.detection_changed_at ?? null,
      link: links.rule(found.rule?.id ?? null),
    },
    [
      ...(["open", "muted", "in-progress"].includes(found.status) ? [] : (["unknown-status"] as const)),
      ...(muted && !mute?.expire_at ? (["mute-without-expiry"] as const) : []),
    ],
  );
}

/** Keeps texts according to the privacy level and counts what had to be redacted. */
function keeper(privacy: Projection["privacy"]) {
  let redactions = 0;
  const clean = (value: string): string => {
    const { text: safe, hits } = redacted(value.toWellFormed());
    redactions += hits;
    // Half a character is no text: a strict parser of the evidence would stumble over it.
    return safe.length > LONGEST_TEXT
      ? `${safe.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "")}… [cut]`
      : safe;
  };
  return {
    text: (value: string | null | undefined): string | null =>
      value === null || value === undefined || privacy === "minimal" ? null : clean(value),
    tags: (tags: readonly string[], keys: ReadonlySet<string>, also?: string): string[] => {
      if (privacy === "minimal") return [];
      const kept = tags.filter(
        (tag) => tag === also || (tag.includes(":") && keys.has(tag.slice(0, tag.indexOf(":")))),
      );
      return [...new Set(kept)].toSorted().map(clean);
    },
    result: <Kept>(kept: Kept, remarks: readonly Remark[]): Projected<Kept> => ({
      kept,
      redactions,
      remarks,
    }),
  };
}

/** The path of the first field that is missing or of another type. */
function stumble(error: z.ZodError): string {
  return error.issues[0]?.path.join(".") || "the record itself";
}

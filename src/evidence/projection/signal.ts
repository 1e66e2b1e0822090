import { z } from "zod";

import { isWithin } from "./times.ts";
import { identity, keeper, moment, optionalMoment, stumble, text } from "./projection.ts";
import type { Projected, Projection } from "./projection.ts";
import type { SignalRecord } from "../schema.ts";

const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
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
  id: identity,
  attributes: z.object({
    // The top-level status is the severity; attributes.attributes.status is the log's.
    status: z.string(),
    timestamp: moment,
    tags: z.array(z.string()).catch([]),
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
      ...(isWithin(attributes.timestamp, window) ? [] : (["outside-window"] as const)),
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

import { z } from "zod";

import { isInWindow } from "./times.ts";
import {
  recordId,
  newTextKeeper,
  requiredTime,
  optionalTime,
  firstBadField,
  optionalText,
} from "./projection.ts";
import type { ProjectedRecord, ProjectionOptions } from "./projection.ts";
import type { SignalRecord } from "../schema.ts";

const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const SignalWorkflow = z.object({
  first_seen: optionalTime,
  last_seen: optionalTime,
  rule: z.object({ id: z.string(), name: optionalText, type: optionalText }).nullish().catch(null),
  triage: z
    .object({
      state: optionalText,
      archiveReason: optionalText,
      stateUpdateTimestamp: optionalTime,
      state_update_timestamp: optionalTime,
      archiveCommentTimestamp: optionalTime,
      archive_comment_timestamp: optionalTime,
      assignee: z
        .object({ id: z.union([z.string(), z.number()]).nullish(), uuid: optionalText, handle: optionalText })
        .nullish()
        .catch(null),
      incidentIds: z.array(z.unknown()).catch([]),
    })
    .nullish()
    .catch(null),
});

/** The list has `attributes.attributes.*`. Only the detail has `attributes.custom.*`. */
const SignalDetails = z
  .object({ title: optionalText, workflow: SignalWorkflow.nullish().catch(null) })
  .nullish()
  .catch(null);

const RawSignal = z.object({
  id: recordId,
  attributes: z.object({
    // The top-level status is the severity; attributes.attributes.status is the log's.
    status: z.string(),
    timestamp: requiredTime,
    tags: z.array(z.string()).catch([]),
    title: optionalText,
    attributes: SignalDetails,
    custom: SignalDetails,
  }),
});

/** Projects a security signal. Critical and high ones are kept, in any triage state. */
export function projectSignal(
  raw: unknown,
  {
    privacy,
    secrets,
    links,
    window,
  }: ProjectionOptions & { readonly window: { readonly from: string; readonly to: string } },
): ProjectedRecord<SignalRecord> {
  const parsed = RawSignal.safeParse(raw);
  if (!parsed.success) return { misshapen: firstBadField(parsed.error) };
  const { id, attributes } = parsed.data;

  const severity = attributes.status.toLowerCase();
  if (severity !== "critical" && severity !== "high") {
    return { excluded: "its severity is neither critical nor high", id };
  }

  const keep = newTextKeeper({ privacy, secrets });
  const workflow = attributes.attributes?.workflow ?? attributes.custom?.workflow ?? null;
  const rule = workflow?.rule ?? null;
  const triage = workflow?.triage ?? null;
  const state = triage?.state ?? "unknown";

  return keep.result(
    {
      id: keep.id("id", id),
      timestamp: attributes.timestamp,
      severity,
      title: keep.text(
        "title",
        attributes.custom?.title ?? attributes.attributes?.title ?? attributes.title ?? rule?.name,
      ),
      rule: rule && {
        id: keep.id("rule.id", rule.id),
        name: keep.text("rule.name", rule.name),
        type: keep.wordOrNull("rule.type", rule.type ?? null),
      },
      triage: {
        state: keep.word("triage.state", state),
        archiveReason: keep.wordOrNull("triage.archiveReason", triage?.archiveReason ?? null),
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
      ...(isInWindow(attributes.timestamp, window) ? [] : (["outside-window"] as const)),
    ],
  );
}

/**
 * When the triage state, else the archive comment, last changed. Datadog's clients name these fields in the
 * answer to a change; no recorded list has them.
 */
function triageChanged(triage: z.infer<typeof SignalWorkflow>["triage"]): string | null {
  const changed =
    triage?.stateUpdateTimestamp ??
    triage?.state_update_timestamp ??
    triage?.archiveCommentTimestamp ??
    triage?.archive_comment_timestamp;
  return changed === undefined || changed === null ? null : new Date(changed).toISOString();
}

/** Whether the signal is assigned. The assignee of an unassigned one has the id -1. */
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

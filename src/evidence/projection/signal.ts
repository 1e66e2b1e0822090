import { z } from "zod";

import { newTimeKeeper, rawTime } from "./instants.ts";
import { isInWindow } from "./times.ts";
import {
  firstBadField,
  idOfUnusable,
  newTextKeeper,
  NOT_URGENT,
  optionalText,
  recordId,
  urgentSeverity,
} from "./projection.ts";
import type { ProjectedRecord, ProjectionOptions } from "./projection.ts";
import type { SignalRecord, Window } from "../schema.ts";

/** The keys of the tags that are kept of a signal. */
export const SIGNAL_TAGS = new Set(["env", "service", "source", "security", "scope", "tactic", "technique"]);
const SignalWorkflow = z.object({
  first_seen: rawTime,
  last_seen: rawTime,
  rule: z.object({ id: z.string(), name: optionalText, type: optionalText }).nullish().catch(null),
  triage: z
    .object({
      state: optionalText,
      archiveReason: optionalText,
      stateUpdateTimestamp: rawTime,
      state_update_timestamp: rawTime,
      archiveCommentTimestamp: rawTime,
      archive_comment_timestamp: rawTime,
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
    timestamp: rawTime,
    tags: z.array(z.string()).catch([]),
    title: optionalText,
    attributes: SignalDetails,
    custom: SignalDetails,
  }),
});

/** Projects a security signal. Critical and high ones are kept, in any triage state. */
export function projectSignal(
  raw: unknown,
  { privacy, secrets, links, window, now }: ProjectionOptions & { readonly window: Window },
): ProjectedRecord<SignalRecord> {
  const parsed = RawSignal.safeParse(raw);
  if (!parsed.success) return { misshapen: firstBadField(parsed.error), id: idOfUnusable(raw, secrets) };
  const { id, attributes: found } = parsed.data;
  const severity = urgentSeverity(found.status);
  if (severity === null) return { excluded: NOT_URGENT, id };
  const times = newTimeKeeper(now);
  const timestamp = times.required(found.timestamp);
  if (timestamp === null) return { misshapen: "attributes.timestamp", id: idOfUnusable(raw, secrets) };

  const keep = newTextKeeper({ privacy, secrets });
  const workflow = found.attributes?.workflow ?? found.custom?.workflow;
  const { rule, triage } = workflow ?? {};
  const title = found.custom?.title ?? found.attributes?.title ?? found.title ?? rule?.name;
  const state = triage?.state ?? "unknown";
  return keep.result(
    {
      id: keep.id("id", id),
      timestamp,
      severity,
      title: keep.text("title", title),
      rule: rule
        ? {
            id: keep.id("rule.id", rule.id),
            name: keep.text("rule.name", rule.name),
            type: keep.wordOrNull("rule.type", rule.type),
          }
        : null,
      triage: {
        state: keep.word("triage.state", state),
        archiveReason: keep.wordOrNull("triage.archiveReason", triage?.archiveReason),
        assigned: isAssigned(triage),
        incidents: triage?.incidentIds.length ?? 0,
        changed: times.optional(triageChanged(triage)),
      },
      firstSeen: times.optional(workflow?.first_seen),
      lastSeen: times.optional(workflow?.last_seen),
      tags: keep.tags(found.tags, SIGNAL_TAGS),
      link: links.signal(id),
    },
    {
      "unknown-triage-state": !["open", "under_review", "archived"].includes(state),
      "outside-window": !isInWindow(timestamp, window),
      "unusable-time": times.hasUnusable(),
    },
  );
}

type Triage = z.infer<typeof SignalWorkflow>["triage"];

/**
 * When the triage state, else the archive comment, last changed. Datadog's clients name these fields in the
 * answer to a change; no recorded list has them.
 */
function triageChanged(triage: Triage): unknown {
  return (
    triage?.stateUpdateTimestamp ??
    triage?.state_update_timestamp ??
    triage?.archiveCommentTimestamp ??
    triage?.archive_comment_timestamp
  );
}

/** Whether the signal is assigned. The assignee of an unassigned one has the id -1. */
function isAssigned(triage: Triage): boolean {
  const assignee = triage?.assignee;
  if (!assignee || String(assignee.id) === "-1") return false;
  return [assignee.uuid, assignee.handle, assignee.id].some(Boolean);
}

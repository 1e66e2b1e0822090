import { z } from "zod";

import { newTimeKeeper, formatInstant, rawTime, readInstant } from "./instants.ts";
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
import type { FindingRecord } from "../schema.ts";

const RawFinding = z.object({
  finding_type: optionalText,
  severity: z.string(),
  status: z.string(),
  title: optionalText,
  rule: z.object({ id: recordId, name: optionalText }).nullish().catch(null),
  resource_id: optionalText,
  resource_type: optionalText,
  cloud_resource: z.object({ cloud_provider: optionalText }).nullish().catch(null),
  compliance: z.object({ evaluation: optionalText }).nullish().catch(null),
  first_seen_at: rawTime,
  detection_changed_at: rawTime,
  workflow: z
    .object({
      mute: z
        .object({
          is_muted: z.boolean().nullish().catch(null),
          reason: optionalText,
          expire_at: rawTime,
        })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

const FindingEnvelope = z.object({
  id: recordId,
  // Datadog documents it without `custom`; recorded answers have it.
  attributes: z.object({ attributes: z.looseObject({ custom: z.unknown().optional() }) }),
});

/** Why a finding of another type is left out. */
export const NOT_MISCONFIGURATION = "it is not a misconfiguration";

/** Projects a posture finding. Failing critical and high misconfigurations are kept, including muted ones. */
export function projectFinding(raw: unknown, options: ProjectionOptions): ProjectedRecord<FindingRecord> {
  const { secrets, pseudonyms } = options;
  const envelope = FindingEnvelope.safeParse(raw);
  if (!envelope.success) {
    const unusable = idOfUnusable(raw, secrets);
    const named = unusable === null ? null : pseudonyms.of("finding", unusable);
    return { misshapen: firstBadField(envelope.error), id: named };
  }
  const id = pseudonyms.of("finding", envelope.data.id);
  const { attributes } = envelope.data.attributes;
  const [base, fields] =
    attributes.custom === undefined
      ? ["attributes.attributes.", attributes]
      : ["attributes.attributes.custom.", attributes.custom];
  const parsed = RawFinding.safeParse(fields);
  if (!parsed.success) return { misshapen: base + firstBadField(parsed.error), id };

  const found = parsed.data;
  if (found.finding_type && found.finding_type !== "misconfiguration") {
    return { excluded: NOT_MISCONFIGURATION, id };
  }
  const evaluation = found.compliance?.evaluation?.toLowerCase();
  if (evaluation === undefined) return { misshapen: `${base}compliance.evaluation`, id };
  if (evaluation !== "fail") return { excluded: "its check does not fail", id };
  const severity = urgentSeverity(found.severity);
  if (severity === null) return { excluded: NOT_URGENT, id };
  if (found.status === "auto_closed" || found.status === "resolved") return { excluded: "it is closed", id };
  return keepFinding(found, { id, severity }, options);
}

function keepFinding(
  found: z.infer<typeof RawFinding>,
  known: Pick<FindingRecord, "id" | "severity">,
  { privacy, secrets, pseudonyms, links, now }: ProjectionOptions,
): ProjectedRecord<FindingRecord> {
  const keep = newTextKeeper({ privacy, secrets });
  const times = newTimeKeeper(now);
  const { rule, status, workflow, resource_id: resource } = found;
  const mute = workflow?.mute;
  const isCalledMuted = mute?.is_muted === true || status === "muted";
  const muteEnd = readInstant(mute?.expire_at);
  const hasEnded = muteEnd !== null && muteEnd <= now;
  const muted = isCalledMuted && !hasEnded;
  return keep.result(
    {
      ...known,
      status: keep.word("status", status),
      title: keep.text("title", found.title),
      rule: rule ? { id: keep.id("rule.id", rule.id), name: keep.text("rule.name", rule.name) } : null,
      resource: resource ? pseudonyms.of("resource", resource) : null,
      resourceType: keep.wordOrNull("resourceType", found.resource_type),
      cloudProvider: keep.wordOrNull("cloudProvider", found.cloud_resource?.cloud_provider),
      muted,
      muteReason: keep.wordOrNull("muteReason", muted ? mute?.reason : null),
      muteExpires: muted && muteEnd !== null ? formatInstant(muteEnd) : null,
      firstSeen: times.optional(found.first_seen_at),
      changed: times.optional(found.detection_changed_at),
      link: links.rule(rule?.id ?? null),
    },
    {
      "unknown-status": !["open", "muted", "in-progress"].includes(status),
      "mute-without-expiry": muted && muteEnd === null,
      "mute-ended": isCalledMuted && hasEnded,
      "unusable-time": times.hasUnusable(),
    },
  );
}

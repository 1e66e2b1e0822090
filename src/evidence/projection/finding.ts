import { z } from "zod";

import { newTimeKeeper, formatInstant, rawTime, readInstant } from "./instants.ts";
import { recordId, newTextKeeper, firstBadField, idOfUnusable, optionalText } from "./projection.ts";
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
export function projectFinding(
  raw: unknown,
  { privacy, secrets, pseudonyms, links, now }: ProjectionOptions,
): ProjectedRecord<FindingRecord> {
  const envelope = FindingEnvelope.safeParse(raw);
  if (!envelope.success) {
    const unusable = idOfUnusable(raw, secrets);
    const named = unusable === null ? null : pseudonyms.of("finding", unusable);
    return { misshapen: firstBadField(envelope.error), id: named };
  }
  const { attributes } = envelope.data;
  const id = pseudonyms.of("finding", envelope.data.id);
  const nested = attributes.attributes.custom !== undefined;
  const parsed = RawFinding.safeParse(nested ? attributes.attributes.custom : attributes.attributes);
  const base = nested ? "attributes.attributes.custom." : "attributes.attributes.";
  if (!parsed.success) return { misshapen: base + firstBadField(parsed.error), id };
  const found = parsed.data;

  if (found.finding_type && found.finding_type !== "misconfiguration") {
    return { excluded: NOT_MISCONFIGURATION, id };
  }
  const evaluation = found.compliance?.evaluation?.toLowerCase();
  if (evaluation === undefined) return { misshapen: `${base}compliance.evaluation`, id };
  if (evaluation !== "fail") return { excluded: "its check does not fail", id };
  const severity = found.severity.toLowerCase();
  if (severity !== "critical" && severity !== "high") {
    return { excluded: "its severity is neither critical nor high", id };
  }
  if (found.status === "auto_closed" || found.status === "resolved") return { excluded: "it is closed", id };

  const keep = newTextKeeper({ privacy, secrets });
  const times = newTimeKeeper(now);
  const mute = found.workflow?.mute ?? null;
  const isCalledMuted = mute?.is_muted === true || found.status === "muted";
  const muteEnd = readInstant(mute?.expire_at);
  const hasEnded = muteEnd !== null && muteEnd <= now;
  const muted = isCalledMuted && !hasEnded;
  return keep.result(
    {
      id,
      severity,
      status: keep.word("status", found.status),
      title: keep.text("title", found.title),
      rule: found.rule
        ? { id: keep.id("rule.id", found.rule.id), name: keep.text("rule.name", found.rule.name) }
        : null,
      resource: found.resource_id ? pseudonyms.of("resource", found.resource_id) : null,
      resourceType: keep.wordOrNull("resourceType", found.resource_type ?? null),
      cloudProvider: keep.wordOrNull("cloudProvider", found.cloud_resource?.cloud_provider ?? null),
      muted,
      muteReason: keep.wordOrNull("muteReason", muted ? (mute?.reason ?? null) : null),
      muteExpires: muted && muteEnd !== null ? formatInstant(muteEnd) : null,
      firstSeen: times.optional(found.first_seen_at),
      changed: times.optional(found.detection_changed_at),
      link: links.rule(found.rule?.id ?? null),
    },
    [
      ...(["open", "muted", "in-progress"].includes(found.status) ? [] : (["unknown-status"] as const)),
      ...(muted && muteEnd === null ? (["mute-without-expiry"] as const) : []),
      ...(isCalledMuted && hasEnded ? (["mute-ended"] as const) : []),
      ...times.remarks(),
    ],
  );
}

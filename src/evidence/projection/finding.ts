import { z } from "zod";

import { identity, keeper, optionalMoment, stumble, text } from "./projection.ts";
import type { Projected, Projection } from "./projection.ts";
import type { FindingRecord } from "../schema.ts";

const RawFinding = z.object({
  finding_type: text,
  severity: z.string(),
  status: z.string(),
  title: text,
  rule: z.object({ id: identity, name: text }).nullish().catch(null),
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
  id: identity,
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

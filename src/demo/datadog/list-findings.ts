import { jsonApiAnswer, jsonApiError, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import type { RawFinding } from "../northwind/findings.ts";

/** The query parameters that are embedded. The endpoint refuses any other. */
const KNOWN_PARAMETERS: ReadonlySet<string> = new Set([
  "page[limit]",
  "filter[vulnerability_type]",
  "filter[status]",
  "filter[evaluation]",
]);

/**
 * Answers the first page of `GET /api/v2/posture_management/findings`, the legacy
 * list in which `status` is the severity and closed findings are absent.
 */
export function listFindings({ organisation, query, now }: EndpointCall): EmbeddedAnswer {
  const limit = Number(query.get("page[limit]") ?? 100);
  const names = [...query.keys()];
  const isKnown = names.every((name) => KNOWN_PARAMETERS.has(name)) && new Set(names).size === names.length;
  if (!isKnown || !Number.isInteger(limit) || limit < 1 || limit > 1000)
    return jsonApiError("Invalid filters");

  const found = organisation.findings.filter(({ attributes }) => {
    const { finding_type: type, severity, status, compliance } = attributes.attributes.custom;
    return (
      status !== "auto_closed" &&
      status !== "resolved" &&
      compliance !== undefined &&
      isAsked(query, "filter[vulnerability_type]", type) &&
      isAsked(query, "filter[status]", severity) &&
      isAsked(query, "filter[evaluation]", compliance.evaluation)
    );
  });
  return jsonApiAnswer({
    data: found.slice(0, limit).map(legacyFinding),
    meta: { page: { total_filtered_count: found.length }, snapshot_timestamp: now.getTime() },
  });
}

function isAsked(query: URLSearchParams, name: string, value: string): boolean {
  const asked = query.get(name);
  return asked === null || asked === value;
}

function legacyFinding({ id, attributes }: RawFinding) {
  const found = attributes.attributes.custom;
  return {
    id,
    type: "finding",
    attributes: {
      evaluation: found.compliance?.evaluation,
      evaluation_changed_at: found.detection_changed_at,
      mute: { muted: found.workflow.mute.is_muted },
      resource: found.resource_id,
      resource_discovery_date: found.first_seen_at,
      resource_type: found.resource_type,
      rule: { id: found.rule?.["id"], name: found.rule?.["name"] },
      status: found.severity,
      tags: attributes.tags,
    },
  };
}

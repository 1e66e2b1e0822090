import { DAY_MS, HOUR_MS } from "../../platform/time.ts";
import { POSTURE_RULES, type ResourcePosture } from "./postures.ts";
import { stableHex, stableNumber } from "./stable.ts";

/**
 * A security finding as the search answers it: its attributes are one level
 * deeper than documented, under `custom`, and times are milliseconds.
 */
export type RawFinding = ReturnType<typeof rawFinding>;

/** A finding of the posture, as the search answers it. */
export function rawFinding(posture: ResourcePosture, now: Date) {
  const rule = POSTURE_RULES[posture.rule];
  const resourceId = `${posture.resource}-${stableHex(posture.resource, 8)}`;
  const id = Buffer.from(`${rule.id}~${resourceId}`)
    .toString("base64")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
  const changed = posture.since ?? Date.UTC(2025, 0, 1) + stableNumber(`${id} changed`, 300 * 24) * HOUR_MS;
  const type = posture.type ?? "misconfiguration";
  const account = `${400_000_000_000 + stableNumber(`${rule.provider} account`, 1_000_000)}`;

  return {
    id,
    type: "finding",
    attributes: {
      timestamp: changed,
      tags: [`cloud_provider:${rule.provider}`, `account_id:${account}`, "security:compliance", "env:prod"],
      attributes: {
        custom: {
          finding_id: id,
          finding_type: type,
          title: rule.name,
          description: `%%%\n## Description\n\n${rule.name}. ${"Read more about it. ".repeat(60)}\n\n%%%`,
          severity: rule.severity,
          severity_details: {
            adjusted: { value: rule.severity, value_id: rule.severity === "critical" ? 4 : 3 },
          },
          status: posture.status ?? "open",
          resource_id: resourceId,
          resource_name: posture.resource,
          resource_type: rule.resourceType,
          first_seen_at: posture.since ?? changed - 30 * DAY_MS,
          last_seen_at: now.getTime() - HOUR_MS,
          detection_changed_at: changed,
          metadata: { schema_version: "2" },
          cloud_resource: {
            account,
            category: rule.category,
            cloud_provider: rule.provider,
            region: "eu-west-1",
            configuration: privateConfiguration(account, resourceId),
          },
          ...ruleMembers(posture, type),
          workflow: findingWorkflow(posture, { now, changed }),
        },
      },
    },
  };
}

/** A vulnerability has neither a posture rule nor an evaluation. */
function ruleMembers(posture: ResourcePosture, type: string) {
  if (type.endsWith("vulnerability")) return {};

  const { id, name } = POSTURE_RULES[posture.rule];
  const control = { version: "2022", requirement: "Technological", control: "A.8.9" };
  const framework = { framework: "iso-27001", ...control, is_default: true };
  return {
    compliance: { evaluation: posture.evaluation ?? "fail", frameworks: [framework] },
    rule: { id, name, type: "cloud configuration", version: 7, default_rule_id: id },
  };
}

function findingWorkflow(posture: ResourcePosture, { now, changed }: { now: Date; changed: number }) {
  const closed = posture.status === "auto_closed" ? { auto_closed_at: changed } : {};
  if (posture.mute === undefined) return { mute: { is_muted: false }, ...closed };

  const { reason, days } = posture.mute;
  const mute = {
    is_muted: true,
    reason,
    description: "Agreed with mei.castellanos@northwind-freight.example, see the risk register",
    muted_at: changed + DAY_MS,
    muted_by: "mei.castellanos@northwind-freight.example",
    // Somebody renews it each time before it ends.
    ...(days === undefined
      ? {}
      : { expire_at: (Math.floor(now.getTime() / (days * DAY_MS)) + 2) * days * DAY_MS }),
  };
  return { mute, ...closed };
}

/** What the cloud says of the resource. Evidence must never hold it. */
function privateConfiguration(account: string, resourceId: string) {
  return {
    account_id: account,
    owner: "tomas.lindqvist@northwind-freight.example",
    private_ip: "10.14.32.204",
    arn: `arn:aws:iam::${account}:user/tomas.lindqvist`,
    policy: { principal: "*", statement: `Allow s3:* on ${resourceId}` },
  };
}

import { DETECTION_RULES, detectionRule, type DetectionRule } from "./detection-rules.ts";
import type { SignalIncident } from "./incidents.ts";
import { NORTHWIND_PEOPLE, NORTHWIND_STAFF } from "./people.ts";
import { stableHex, stablePick, stableNumber } from "./stable.ts";

/**
 * A security signal as the search answers it, which is not what the
 * specification shows: the severity is `attributes.status`, while the inner
 * `status` is that of the log and always reads "info".
 */
export type RawSignal = ReturnType<typeof rawSignal>;

/** The signal of an incident, as the search answers it. */
export function rawSignal({ rule: key, triage, title, at, label }: SignalIncident) {
  const rule = detectionRule(DETECTION_RULES[key]);
  const person = stablePick(`${label} person`, NORTHWIND_STAFF);
  const host = `i-${stableHex(`${label} host`, 17)}`;
  const firstSeen = new Date(at.getTime() - 60_000).toISOString();
  const tags = [
    "security:attack",
    `source:${rule.source}`,
    `technique:${rule.technique}`,
    "env:prod",
    "team:platform-security",
    `user_email:${person.handle}`,
  ];

  return {
    id: Buffer.from(`AQAAAY${stableHex(label, 24)}`).toString("base64url"),
    type: "signal",
    attributes: {
      status: rule.severity,
      service: [rule.source],
      tags,
      timestamp: at.toISOString(),
      host,
      message: `%%%\n## Goal\nDetect: ${rule.name}.\n\n## Triage and response\n1. Ask ${person.name} (${person.handle}) what happened.\n\n%%%`,
      attributes: {
        status: "info",
        entities: [`host:${host}`, `@usr.id:${person.handle}`],
        hostname: host,
        service: rule.source,
        title: title ?? `${rule.name} - ${host}`,
        usr: { id: person.handle },
        workflow: signalWorkflow(rule, triage, { firstSeen, lastSeen: at.toISOString(), label }),
        samples: [rawSample(rule, { at, host, label, user: person.handle })],
      },
    },
  };
}

function signalWorkflow(
  rule: DetectionRule,
  triage: SignalIncident["triage"],
  seen: { firstSeen: string; lastSeen: string; label: string },
) {
  const [state = "open", archiveReason] = triage.split(":");
  const { id, name, handle } = stablePick(`${seen.label} assignee`, [
    NORTHWIND_PEOPLE.tomas,
    NORTHWIND_PEOPLE.mei,
  ]);
  return {
    first_seen: seen.firstSeen,
    last_seen: seen.lastSeen,
    events_matched: 1 + stableNumber(seen.label, 40),
    rule: {
      id: rule.id,
      name: rule.name,
      type: rule.type.title,
      version: 3,
      isDefaultRule: true,
      defaultRuleId: `def-${rule.id.slice(-3)}`,
      defaultRuleVersion: 3,
      detectionMethod: "threshold",
    },
    triage: {
      state,
      ...(archiveReason === undefined ? {} : { archiveReason }),
      assignee: state === "open" ? { id: -1, name: "Unassigned" } : { id, name, handle },
      incidentIds:
        archiveReason === "true_positive_malicious" ? [stableNumber(`${seen.label} incident`, 900)] : [],
    },
  };
}

/** The raw log event that triggered the signal. Evidence must leave it out. */
function rawSample(rule: DetectionRule, event: { at: Date; host: string; user: string; label: string }) {
  const address = `203.0.113.${1 + stableNumber(`${event.label} address`, 250)}`;
  return {
    id: stableHex(`${event.label} sample`, 24),
    eventId: stableHex(`${event.label} event`, 40),
    queryIndex: 0,
    trackKey: { orgId: 2, type: "logs" },
    content: {
      status: "info",
      service: rule.source,
      source: rule.source,
      host: event.host,
      host_id: stableNumber(event.host, 2 ** 31),
      tags: [`source:${rule.source}`, `client_ip:${address}`],
      timestamp: event.at.toISOString(),
      tiebreaker: stableNumber(event.label, 2 ** 31),
      custom: {
        status: "info",
        service: rule.source,
        hostname: event.host,
        title: `${event.user} from ${address}`,
        timestamp: event.at.getTime(),
        usr: { id: event.user, group: "employees" },
        process: { user: "root", args: ["--connect", address, "--as", event.user], pid: 683 },
      },
    },
  };
}

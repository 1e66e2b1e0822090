import { HOUR_MS } from "../../platform/time.ts";
import { DETECTIONS, type Detection } from "./detection-rules.ts";
import { incidents, type Incident } from "./incidents.ts";
import { PEOPLE } from "./people.ts";
import { hex, pick, whole } from "./stable.ts";

/**
 * A security signal as the search answers it, which is not what the
 * specification shows: the severity is `attributes.status`, while the inner
 * `status` is that of the log and always reads "info".
 */
export interface RawSignal {
  readonly id: string;
  readonly type: string;
  readonly attributes: {
    readonly status: string;
    readonly service: readonly string[];
    readonly tags: readonly string[];
    readonly timestamp: string;
    readonly host: string;
    readonly message: string;
    readonly attributes: {
      readonly status: string;
      readonly title: string;
      readonly workflow: RawWorkflow;
      readonly [more: string]: unknown;
    };
  };
}

/** What people and rules did about a signal. */
interface RawWorkflow {
  readonly first_seen: string;
  readonly last_seen: string;
  readonly events_matched: number;
  readonly rule: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly version: number;
    readonly isDefaultRule: boolean;
    readonly defaultRuleId: string;
    readonly defaultRuleVersion: number;
    readonly detectionMethod: string;
  };
  readonly triage: {
    readonly state: string;
    readonly archiveReason?: string;
    readonly assignee: { readonly id: number; readonly name: string; readonly handle?: string };
    readonly incidentIds: readonly number[];
  };
}

const RULE_TYPES = {
  log_detection: "Log Detection",
  workload_security: "Workload Security",
  application_security: "Application Security",
} as const;

/** Returns the signals of the ten days before now. */
export function signals(now: Date): RawSignal[] {
  return incidents(now).map(signal);
}

/**
 * Returns many critical and high signals spread evenly over the six days before
 * now, the first of them the oldest; every third is archived.
 */
export function manySignals(count: number, now: Date): RawSignal[] {
  const step = (6 * 24 * HOUR_MS) / count;
  return Array.from({ length: count }, (_, index) =>
    signal({
      rule: index % 5 === 0 ? "rootLogin" : "travel",
      triage: index % 3 === 0 ? "archived:remediated" : "open",
      at: new Date(Math.floor(now.getTime() - (count - index) * step)),
      label: `bulk signal ${index}`,
      title: null,
    }),
  );
}

function signal({ rule: key, triage, title, at, label }: Incident): RawSignal {
  const rule = DETECTIONS[key];
  const person = pick(`${label} person`, [PEOPLE.ines, PEOPLE.tomas, PEOPLE.mei]);
  const host = `i-${hex(`${label} host`, 17)}`;
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
    id: Buffer.from(`AQAAAY${hex(label, 24)}`).toString("base64url"),
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
        workflow: workflow(rule, triage, { firstSeen, lastSeen: at.toISOString(), label }),
        samples: [sample(rule, { at, host, label, user: person.handle })],
      },
    },
  };
}

function workflow(
  rule: Detection,
  triage: Incident["triage"],
  seen: { firstSeen: string; lastSeen: string; label: string },
): RawWorkflow {
  const [state = "open", archiveReason] = triage.split(":");
  const { id, name, handle } = pick(`${seen.label} assignee`, [PEOPLE.tomas, PEOPLE.mei]);
  return {
    first_seen: seen.firstSeen,
    last_seen: seen.lastSeen,
    events_matched: 1 + whole(seen.label, 40),
    rule: {
      id: rule.id,
      name: rule.name,
      type: RULE_TYPES[rule.type],
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
      incidentIds: archiveReason === "true_positive_malicious" ? [whole(`${seen.label} incident`, 900)] : [],
    },
  };
}

/** A raw log event that triggered the signal: what evidence must leave out. */
function sample(rule: Detection, event: { at: Date; host: string; user: string; label: string }) {
  const address = `203.0.113.${1 + whole(`${event.label} address`, 250)}`;
  return {
    id: hex(`${event.label} sample`, 24),
    eventId: hex(`${event.label} event`, 40),
    queryIndex: 0,
    trackKey: { orgId: 2, type: "logs" },
    content: {
      status: "info",
      service: rule.source,
      source: rule.source,
      host: event.host,
      host_id: whole(event.host, 2 ** 31),
      tags: [`source:${rule.source}`, `client_ip:${address}`],
      timestamp: event.at.toISOString(),
      tiebreaker: whole(event.label, 2 ** 31),
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

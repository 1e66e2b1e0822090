import { DAY_MS, HOUR_MS } from "../platform/time.ts";
import { rawFinding } from "./northwind/findings.ts";
import type { SignalIncident } from "./northwind/incidents.ts";
import { changeState } from "./northwind/monitors.ts";
import { makeNorthwind, type DatadogOrganisation } from "./northwind/organisation.ts";
import { makePostures, type ResourcePosture } from "./northwind/postures.ts";
import { rawSignal } from "./northwind/signals.ts";

/** A day of the month, counted from 1, and the time of its run. */
export interface MonthDay {
  readonly day: number;
  readonly at: Date;
}

/** Signals that belong together. The days are those of the first run that sees them so. */
interface Incident {
  readonly opened: number;
  readonly reviewed: number;
  readonly archived: number;
  readonly reason: string;
  /** Hours before the run of the first day, and the rule that saw it. */
  readonly signals: readonly (readonly [hours: number, rule: SignalIncident["rule"]])[];
}

const INCIDENTS: readonly Incident[] = [
  {
    opened: 5,
    reviewed: 6,
    archived: 7,
    reason: "testing_or_maintenance",
    signals: [
      [9, "injection"],
      [8, "injection"],
      [4, "pam"],
    ],
  },
  {
    opened: 20,
    reviewed: 25,
    archived: 26,
    reason: "true_positive_malicious",
    signals: [
      [7, "travel"],
      [6, "rootLogin"],
      [5, "trailStopped"],
      [3, "bucketPublic"],
    ],
  },
];

/** From the run of that day on, the monitor has that state. */
const STATE_CHANGES = [
  { day: 4, monitor: "Audit log ingestion is quiet", state: "Alert" },
  { day: 5, monitor: "Audit log ingestion is quiet", state: "OK" },
  { day: 20, monitor: "Privileged login outside office hours", state: "Alert" },
  { day: 23, monitor: "Privileged login outside office hours", state: "OK" },
  { day: 27, monitor: "TLS certificate of the customer portal", state: "OK" },
] as const;

/** Resources that fail a rule from the run of a day on. */
const FOUND: readonly (ResourcePosture & { readonly day: number })[] = [
  { day: 13, rule: "flowLogs", resource: "vpc-cold-storage" },
  { day: 13, rule: "flowLogs", resource: "vpc-yard" },
  { day: 17, rule: "serviceKey", resource: "depot-sync" },
  { day: 20, rule: "publicBucket", resource: "nwf-campaign-uploads" },
];

/** Resources that pass from the run of a day on. */
const FIXED: Readonly<Record<string, number>> = {
  "nwf-marketing-assets": 3,
  "legacy.deploy": 10,
  "orders-replica": 15,
  nwfscratch: 18,
  "nwf-campaign-uploads": 21,
  "vpc-yard": 22,
  "etl-loader": 26,
};

/** A finding is found or fixed, and a monitor changes its state, so long before the run that sees it first. */
const LEAD_MS = 5 * HOUR_MS;

/** Returns Northwind Freight on a day of the demo's month: the everyday organisation, and what happens to it. */
export function makeNorthwindOn(today: MonthDay): DatadogOrganisation {
  const northwind = makeNorthwind(today.at);
  const found = FOUND.flatMap(({ day, ...posture }) =>
    day > today.day ? [] : [{ ...posture, since: timeOf(today, day).getTime() }],
  );
  return {
    ...northwind,
    signals: [...northwind.signals, ...incidentsUntil(today).map(rawSignal)],
    monitors: northwind.monitors.map((monitor) => {
      const change = STATE_CHANGES.findLast((each) => each.monitor === monitor.name && each.day <= today.day);
      return change === undefined
        ? monitor
        : changeState(monitor, { state: change.state, since: timeOf(today, change.day) });
    }),
    findings: [...makePostures(today.at), ...found].map((posture) =>
      rawFinding(fixedPosture(posture, today), today.at),
    ),
  };
}

function incidentsUntil(today: MonthDay): SignalIncident[] {
  return INCIDENTS.filter(({ opened }) => opened <= today.day).flatMap((incident) =>
    incident.signals.map(([hours, rule]) => {
      const at = timeOf(today, incident.opened, hours * HOUR_MS);
      return {
        label: `month ${rule} ${at.getTime()}`,
        at,
        rule,
        triage: triageOn(today, incident),
        title: null,
      };
    }),
  );
}

function triageOn({ day }: MonthDay, { reviewed, archived, reason }: Incident): SignalIncident["triage"] {
  if (day < reviewed) return "open";
  return day < archived ? "under_review" : `archived:${reason}`;
}

/** The posture as it is once somebody has fixed it, or as it was. */
function fixedPosture(posture: ResourcePosture, today: MonthDay): ResourcePosture {
  const day = FIXED[posture.resource];
  if (day === undefined || day > today.day) return posture;
  return { ...posture, evaluation: "pass", since: timeOf(today, day).getTime() };
}

/** The moment that long before the run of a day. */
function timeOf({ day, at }: MonthDay, other: number, before = LEAD_MS): Date {
  return new Date(at.getTime() + (other - day) * DAY_MS - before);
}

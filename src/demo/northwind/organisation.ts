import { rules, type RawRule } from "./detection-rules.ts";
import { findings, type RawFinding } from "./findings.ts";
import { monitors, ORG_ID, type RawMonitor } from "./monitors.ts";
import { signals, type RawSignal } from "./signals.ts";
import { hex, uuid } from "./stable.ts";
import { suppressions, type RawSuppression } from "./suppressions.ts";

export { manyFindings } from "./findings.ts";
export { manyMonitors } from "./monitors.ts";
export { manySignals } from "./signals.ts";
export type { RawFinding, RawMonitor, RawSignal };

/** How many accounts of one cloud are under posture management. */
export interface CloudAccounts {
  readonly configured: number;
  readonly partially: number;
  readonly total: number;
}

/** A Datadog organisation: plain data, changed by spreading it. */
export interface Organisation {
  readonly id: string;
  /** The number that older endpoints use in place of the id. */
  readonly orgId: number;
  readonly name: string;
  readonly apiKey: string;
  readonly apiKeyId: string;
  readonly appKey: string;
  /** What the application key may do, by the names of Datadog's permissions. */
  readonly permissions: ReadonlySet<string>;
  readonly signals: readonly RawSignal[];
  readonly monitors: readonly RawMonitor[];
  readonly findings: readonly RawFinding[];
  readonly rules: readonly RawRule[];
  readonly suppressions: readonly RawSuppression[];
  readonly cloudAccounts: {
    readonly aws: CloudAccounts;
    readonly azure: CloudAccounts;
    readonly gcp: CloudAccounts;
  };
}

/** Returns the fictional company Northwind Freight as Datadog knows it; the same `now` gives the same data. */
export function organisation(now: Date): Organisation {
  return {
    id: uuid("organisation"),
    orgId: ORG_ID,
    name: "Northwind Freight",
    apiKey: hex("API key", 32),
    apiKeyId: uuid("API key"),
    appKey: hex("application key", 40),
    permissions: new Set([
      "security_monitoring_signals_read",
      "monitors_read",
      "security_monitoring_findings_read",
      "security_monitoring_rules_read",
      "security_monitoring_suppressions_read",
      "timeseries_query",
    ]),
    signals: signals(now),
    monitors: monitors(now),
    findings: findings(now),
    rules: rules(),
    suppressions: suppressions(),
    cloudAccounts: {
      aws: { configured: 6, partially: 1, total: 8 },
      azure: { configured: 2, partially: 0, total: 2 },
      gcp: { configured: 1, partially: 0, total: 1 },
    },
  };
}

import { listDetectionRules, listSuppressionRules } from "./detection-rules.ts";
import type { RawRule, RawSuppression } from "./detection-rules.ts";
import { rawFinding, type RawFinding } from "./findings.ts";
import { makeIncidents } from "./incidents.ts";
import { makeMonitors, ORG_ID, type RawMonitor } from "./monitors.ts";
import { makePostures } from "./postures.ts";
import { rawSignal, type RawSignal } from "./signals.ts";
import { stableHex, stableUuid } from "./stable.ts";

export type { RawFinding, RawMonitor, RawSignal };

/** How many accounts of one cloud are under posture management. */
export type CloudAccounts = Readonly<Record<"configured" | "partially" | "total", number>>;

/** A Datadog organisation: plain data, changed by spreading it. */
export interface DatadogOrganisation {
  readonly id: string;
  /** The number that older endpoints use in place of the id. */
  readonly orgId: number;
  readonly name: string;
  readonly apiKey: string;
  readonly apiKeyId: string;
  readonly appKey: string;
  /** What the account may do, by the names of Datadog's permissions. */
  readonly permissions: ReadonlySet<string>;
  readonly signals: readonly RawSignal[];
  readonly monitors: readonly RawMonitor[];
  readonly findings: readonly RawFinding[];
  readonly rules: readonly RawRule[];
  readonly suppressions: readonly RawSuppression[];
  readonly cloudAccounts: Readonly<Record<"aws" | "azure" | "gcp", CloudAccounts>>;
}

/** Returns the fictional company Northwind Freight as Datadog knows it; the same `now` gives the same data. */
export function makeNorthwind(now: Date): DatadogOrganisation {
  return {
    id: stableUuid("organisation"),
    orgId: ORG_ID,
    name: "Northwind Freight",
    apiKey: stableHex("API key", 32),
    apiKeyId: stableUuid("API key"),
    appKey: stableHex("application key", 40),
    permissions: new Set([
      "security_monitoring_signals_read",
      "monitors_read",
      "security_monitoring_findings_read",
      "security_monitoring_rules_read",
      "security_monitoring_suppressions_read",
      "timeseries_query",
    ]),
    signals: makeIncidents(now).map(rawSignal),
    monitors: makeMonitors(now),
    findings: makePostures(now).map((posture) => rawFinding(posture, now)),
    rules: listDetectionRules(),
    suppressions: listSuppressionRules(),
    cloudAccounts: {
      aws: { configured: 6, partially: 1, total: 8 },
      azure: { configured: 2, partially: 0, total: 2 },
      gcp: { configured: 1, partially: 0, total: 1 },
    },
  };
}

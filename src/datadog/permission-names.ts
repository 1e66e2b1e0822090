/** What the page of a role in Datadog calls the permissions that a run uses. */
export const PERMISSION_NAMES = {
  security_monitoring_signals_read: "Security Signals Read",
  monitors_read: "Monitors Read",
  security_monitoring_findings_read: "Security Monitoring Findings Read",
  timeseries_query: "Timeseries",
  security_monitoring_rules_read: "Security Rules Read",
  security_monitoring_suppressions_read: "Security Suppressions Read",
} as const;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(PERMISSION_NAMES));

/** A permission by the name that people find in Datadog, and its id. */
export function permissionInWords(id: string): string {
  const name = NAMES.get(id);
  return name === undefined ? id : `${name} (${id})`;
}

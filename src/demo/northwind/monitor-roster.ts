import { HOSTILE_MONITOR } from "./people.ts";

/** What makes one monitor differ from another. Everything else is derived from it. */
export interface MonitorDraft {
  readonly name: string;
  readonly type: string;
  readonly query: string;
  readonly tags: readonly string[];
  readonly state: string;
  readonly neverEvaluated?: boolean;
  readonly mutedBy?: "downtime" | "silenced";
  readonly draft?: boolean;
  /** The seasons in which it alerts. In the others it is OK. */
  readonly alertsIn?: "even" | "odd";
  /** Its query in every other period, when somebody has changed it. */
  readonly otherQuery?: string;
}

/** What a row says beside the name of a monitor and what it asks. */
type MoreOfDraft = Partial<Omit<MonitorDraft, "name" | "query">>;

const metricMonitor = (name: string, query: string, more: MoreOfDraft = {}): MonitorDraft => ({
  name,
  type: "metric alert",
  query,
  tags: ["env:prod", "team:platform"],
  state: "OK",
  ...more,
});

const logMonitor = (name: string, search: string, more: MoreOfDraft = {}): MonitorDraft => ({
  name,
  type: "log alert",
  query: `logs("${search}").index("main").rollup("count").last("15m") > 5`,
  tags: ["env:prod", "team:platform-security"],
  state: "OK",
  ...more,
});

const tagged = (tag: string, drafts: readonly MonitorDraft[]): readonly MonitorDraft[] =>
  drafts.map((draft) => ({ ...draft, tags: [tag, ...draft.tags] }));

const complianceMonitors = tagged("compliance", [
  {
    name: "Clocks are in sync (NTP)",
    type: "service check",
    query: '"ntp.in_sync".by("*").last(2).count_by_status()',
    tags: ["control:a.8.17"],
    state: "OK",
  },
  logMonitor("Audit log ingestion is quiet", "source:audit"),
  metricMonitor("Backup of the order database is late", "max(last_1d):max:backup.age{db:orders} > 93600", {
    otherQuery: "max(last_1d):max:backup.age{db:orders} > 90000",
  }),
  metricMonitor("TLS certificate of the customer portal", "min(last_5m):min:tls.days_left{env:prod} < 10", {
    state: "Warn",
  }),
  logMonitor("Privileged login outside office hours", "source:okta @usr.role:admin"),
  logMonitor("Log archive was not written", "source:datadog.archives status:error", { alertsIn: "even" }),
  logMonitor("CloudTrail delivery stopped", "source:cloudtrail", { state: "No Data", neverEvaluated: true }),
  metricMonitor(
    "Intrusion detection agent is missing",
    "avg(last_5m):sum:datadog.agent.running{role:dmz} by {host} < 1",
    { mutedBy: "downtime" },
  ),
  metricMonitor("Unencrypted volume", "max(last_1h):max:aws.ebs.unencrypted{env:prod} > 0", {
    mutedBy: "silenced",
  }),
  logMonitor("Vulnerability scan is overdue", "source:scanner", { draft: true }),
  {
    name: "[Synthetics] Customer portal login",
    type: "synthetics alert",
    query: "no_query",
    tags: ["check_type:browser", "check_status:paused", "probe_dc:aws:eu-central-1"],
    state: "No Data",
  },
  logMonitor("Retention of audit logs", "source:datadog.retention", {
    type: "event-v2 alert",
    state: "Ignored",
  }),
  logMonitor("Failed administrator logins", "source:okta @evt.outcome:failure", { alertsIn: "odd" }),
  logMonitor(HOSTILE_MONITOR.name, "source:customer-portal @evt.outcome:failure", {
    tags: [HOSTILE_MONITOR.tag],
  }),
]);

const nearMisses: readonly MonitorDraft[] = [
  ...tagged("compliance:soc2", [
    logMonitor("SOC 2: change without a ticket", "source:github -@ticket:*"),
    metricMonitor("SOC 2: uptime of the tracking API", "avg(last_1h):avg:api.up{env:prod} < 1"),
  ]),
  ...tagged("compliance-x", [
    metricMonitor("Customs declarations in the queue", "avg(last_5m):avg:customs.queue{env:prod} > 500"),
  ]),
];

const USUAL_STATES = ["OK", "OK", "OK", "Alert", "OK", "No Data", "OK", "Warn"] as const;

const EVERYDAY_METRICS = `
  orders.latency orders.errors tracking.latency tracking.errors portal.latency portal.errors
  billing.latency billing.errors routing.latency routing.errors warehouse.scanners trucks.telemetry
  postgres.replication postgres.connections kafka.lag redis.memory kubernetes.restarts kubernetes.pending
  nginx.connections disk.usage memory.usage cpu.usage email.bounces`;

const everydayMonitors: readonly MonitorDraft[] = EVERYDAY_METRICS.trim()
  .split(/\s+/)
  .map((name, index) =>
    metricMonitor(name, `avg(last_5m):avg:${name}{env:prod} by {service} > 80`, {
      state: USUAL_STATES[index % 8] ?? "OK",
    }),
  );

/**
 * The 40 monitors of Northwind Freight. 14 of them are tagged exactly `compliance`: at any
 * time 9 are OK, 1 alerts, 1 warns and 3 have no verdict; 2 are muted. Those tagged
 * `compliance:soc2` and `compliance-x` do not count.
 */
export const MONITOR_ROSTER: readonly MonitorDraft[] = [
  ...everydayMonitors.slice(0, 8),
  ...complianceMonitors.slice(0, 7),
  ...nearMisses,
  ...everydayMonitors.slice(8, 15),
  ...complianceMonitors.slice(7),
  ...everydayMonitors.slice(15),
];

import type { FindingRecord, MonitorRecord, SignalRecord } from "../evidence/schema.ts";

/** What records are called, and in which order a reader wants them. */

/** What a signal is called: its title, else its rule, else its id. */
export function signalName(signal: SignalRecord): string {
  return signal.title ?? signal.rule?.name ?? signal.id;
}

/** What a monitor is called: its name, else its id. */
export function monitorName(monitor: MonitorRecord): string {
  return monitor.name ?? `monitor ${monitor.id}`;
}

/** What a finding is called: its title, else its rule, else its id. */
export function findingName(finding: FindingRecord): string {
  return finding.title ?? finding.rule?.name ?? finding.rule?.id ?? finding.id;
}

/** The first of the records in a reader's order, without holding all of them. */
export function leading<R>(records: Iterable<R>, most: number, order: (a: R, b: R) => number): readonly R[] {
  let first: R[] = [];
  for (const record of records) {
    first.push(record);
    // Sorting leaves what is equal in the order of the file.
    if (first.length >= 2 * most) first = first.toSorted(order).slice(0, most);
  }
  return first.toSorted(order).slice(0, most);
}

/** The first lines, the only ones that are made, and how many more there are. */
export function shortened(
  lines: Iterable<() => string>,
  most: number,
): { readonly shown: readonly string[]; readonly more: number } {
  const shown: string[] = [];
  let more = 0;
  for (const line of lines) {
    if (shown.length < most) shown.push(line());
    else more += 1;
  }
  return { shown, more };
}

/** Signals, what stands open first: critical, then open, then newest. */
export function bySignal(a: SignalRecord, b: SignalRecord): number {
  return (
    severityRank(a) - severityRank(b) || triageRank(a) - triageRank(b) || descending(a.timestamp, b.timestamp)
  );
}

/** Monitors, the failing ones first, then by name. */
export function byMonitor(a: MonitorRecord, b: MonitorRecord): number {
  return monitorRank(a) - monitorRank(b) || ascending(monitorName(a), monitorName(b));
}

/** Findings, the muted ones last and the critical ones first. */
export function byFinding(a: FindingRecord, b: FindingRecord): number {
  return (
    Number(a.muted) - Number(b.muted) ||
    severityRank(a) - severityRank(b) ||
    ascending(findingName(a), findingName(b))
  );
}

function severityRank(record: { readonly severity: "critical" | "high" }): number {
  return record.severity === "critical" ? 0 : 1;
}

// A state we do not know counts as open.
function triageRank(signal: SignalRecord): number {
  if (signal.triage.state === "archived") return 2;
  return signal.triage.state === "under_review" ? 1 : 0;
}

function monitorRank(monitor: MonitorRecord): number {
  if (monitor.verdict === "failing") return 0;
  if (monitor.verdict === "notEvaluated") return 1;
  return monitor.muted ? 2 : 3;
}

function ascending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function descending(a: string, b: string): number {
  return ascending(b, a);
}

import type { FindingRecord, MonitorRecord, SignalRecord } from "../evidence/schema.ts";
import { recordName } from "./record-names.ts";

/** The first of the records in a reader's order, without holding all of them. */
export function firstRecords<R>(
  records: Iterable<R>,
  most: number,
  order: (a: R, b: R) => number,
): readonly R[] {
  let first: R[] = [];
  for (const record of records) {
    first.push(record);
    // Sorting leaves what is equal in the order of the file.
    if (first.length >= 2 * most) first = first.toSorted(order).slice(0, most);
  }
  return first.toSorted(order).slice(0, most);
}

/** The order of signals: critical first, then open, then newest. */
export function bySignalOrder(a: SignalRecord, b: SignalRecord): number {
  return (
    severityRank(a) - severityRank(b) || triageRank(a) - triageRank(b) || ascending(b.timestamp, a.timestamp)
  );
}

/** The order of monitors: failing first, then by name. */
export function byMonitorOrder(a: MonitorRecord, b: MonitorRecord): number {
  return monitorRank(a) - monitorRank(b) || ascending(recordName(a), recordName(b));
}

/** The order of findings: muted last, critical first. */
export function byFindingOrder(a: FindingRecord, b: FindingRecord): number {
  return (
    Number(a.muted) - Number(b.muted) ||
    severityRank(a) - severityRank(b) ||
    ascending(recordName(a), recordName(b))
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

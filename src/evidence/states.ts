import type { z } from "zod";

import type {
  Collection,
  FindingCounts,
  FindingRecord,
  Item,
  MonitorCounts,
  MonitorRecord,
  Outcome,
  Reason,
  SignalCounts,
  SignalRecord,
  State,
} from "./schema.ts";

/** Version of the rules in this file and in `completeness.ts`. */
export const RULES = 1;

interface Result<Counts> {
  readonly state: State;
  readonly reason: Reason | null;
  readonly counts: Counts | null;
}

/** Counts of signals; an unknown triage state counts as open. */
function countSignals(records: readonly SignalRecord[]): z.infer<typeof SignalCounts> {
  const underReview = records.filter(({ triage }) => triage.state === "under_review").length;
  const archived = records.filter(({ triage }) => triage.state === "archived").length;
  return {
    critical: records.filter(({ severity }) => severity === "critical").length,
    high: records.filter(({ severity }) => severity === "high").length,
    total: records.length,
    open: records.length - underReview - archived,
    underReview,
    archived,
  };
}

/** Counts of monitors; muted cuts across the other three. */
function countMonitors(records: readonly MonitorRecord[]): z.infer<typeof MonitorCounts> {
  const of = (verdict: MonitorRecord["verdict"]): number =>
    records.filter((record) => record.verdict === verdict).length;
  return {
    total: records.length,
    passing: of("passing"),
    failing: of("failing"),
    notEvaluated: of("notEvaluated"),
    muted: records.filter(({ muted }) => muted).length,
  };
}

/** Counts of findings; critical, high and total include muted ones. */
function countFindings(records: readonly FindingRecord[]): z.infer<typeof FindingCounts> {
  return {
    critical: records.filter(({ severity }) => severity === "critical").length,
    high: records.filter(({ severity }) => severity === "high").length,
    total: records.length,
    muted: records.filter(({ muted }) => muted).length,
  };
}

/** Signals: zero is only clear when something shows that detection is alive. */
export function signalsResult(
  collection: Collection,
  records: readonly SignalRecord[],
): Result<z.infer<typeof SignalCounts>> {
  const counts = countSignals(records);
  return decide(collection, counts, () => {
    if (counts.open + counts.underReview > 0) return "attention";
    if (counts.total > 0 || isProven(collection, ALIVE) || isProven(collection, WATCHING)) return "clear";
    return {
      code: "no-liveness",
      message: "no critical or high signal, and nothing shows that detection is alive",
      hint: "check in Datadog that detection rules are enabled and logs arrive",
    };
  });
}

/** Monitors: none tagged is unknown, never a pass. */
export function monitorsResult(
  collection: Collection,
  records: readonly MonitorRecord[],
  tag: string,
): Result<z.infer<typeof MonitorCounts>> {
  const counts = countMonitors(records);
  return decide(collection, counts, () => {
    if (counts.total === 0) {
      return {
        code: "no-monitors",
        message: `no monitor carries exactly the tag ${tag}`,
        hint: `add the tag ${tag} to each monitor that supports a control: Monitors > Manage Monitors > select > Edit Tags`,
      };
    }
    return counts.failing + counts.notEvaluated + counts.muted > 0 ? "attention" : "clear";
  });
}

/** Findings: zero is only clear where Cloud Security covers something. */
export function findingsResult(
  collection: Collection,
  records: readonly FindingRecord[],
): Result<z.infer<typeof FindingCounts>> {
  const counts = countFindings(records);
  return decide(collection, counts, () => {
    if (counts.total - counts.muted > 0) return "attention";
    if (isProven(collection, COVERED)) return "clear";
    return {
      code: "no-coverage",
      message: "no unmuted failing check, and nothing shows that Cloud Security covers an account",
      hint: "check in Datadog under Security > Settings > Cloud Security that accounts are connected",
    };
  });
}

/** The checks that show detection to be alive; either will do. */
export const ALIVE = "signals of any severity in the window, at least one";
export const WATCHING = "enabled detection rules, at least one";
/** The check that shows accounts to be covered. */
export const COVERED = "cloud accounts covered by Cloud Security, at least one";

function isProven({ checks }: Collection, name: string): boolean {
  return checks.some((check) => check.name === name && check.ok);
}

function decide<Counts>(
  { status, reason }: Collection,
  counts: Counts,
  judge: () => State | Reason,
): Result<Counts> {
  if (status === "failed" || status === "skipped") return { state: "unknown", reason, counts: null };
  if (status === "partial") return { state: "unknown", reason, counts };
  const judged = judge();
  if (typeof judged === "string") return { state: judged, reason: null, counts };
  return { state: "unknown", reason: judged, counts };
}

/** Of the collection, never of compliance. */
export function outcomeOf(items: readonly Pick<Item, "collection">[]): Outcome {
  const statuses = items.map(({ collection }) => collection.status);
  if (statuses.every((status) => status === "failed" || status === "skipped")) {
    return statuses.includes("failed") ? "failed" : "complete";
  }
  return statuses.every((status) => status === "complete" || status === "skipped") ? "complete" : "partial";
}

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
} from "../schema.ts";

/** Version of the rules by which evidence is judged, and its policy. */
export const RULES_VERSION = 2;

/**
 * Every version of the rules under which evidence was ever published. A change of this file, `completeness.ts`,
 * `times.ts` or `policy/evaluate-policy.ts` that judges the same records differently is a new version. What it
 * replaces moves to a file of the old number, such as `version-1.ts`, so that old evidence is derived by the
 * rules of its day.
 */
export const PUBLISHED_RULES: ReadonlySet<number> = new Set([1, RULES_VERSION]);

/** State, its reason and counts of an item. */
export interface ItemResult<Counts> {
  readonly state: State;
  readonly reason: Reason | null;
  readonly counts: Counts | null;
}

/** Counts of signals; an unknown triage state counts as open. */
function countSignals(records: Iterable<SignalRecord>): z.infer<typeof SignalCounts> {
  const counts = { critical: 0, high: 0, total: 0, open: 0, underReview: 0, archived: 0 };
  for (const { severity, triage } of records) {
    counts[severity] += 1;
    counts.total += 1;
    if (triage.state === "archived") counts.archived += 1;
    else if (triage.state === "under_review") counts.underReview += 1;
    else counts.open += 1;
  }
  return counts;
}

/** Counts of monitors. Muted ones are also passing, failing or not evaluated. */
function countMonitors(records: Iterable<MonitorRecord>): z.infer<typeof MonitorCounts> {
  const counts = { total: 0, passing: 0, failing: 0, notEvaluated: 0, muted: 0 };
  for (const { verdict, muted } of records) {
    counts.total += 1;
    counts[verdict] += 1;
    counts.muted += Number(muted);
  }
  return counts;
}

/** Counts of findings; critical, high and total include muted ones. */
export function countFindings(records: Iterable<FindingRecord>): z.infer<typeof FindingCounts> {
  const counts = { critical: 0, high: 0, total: 0, muted: 0 };
  for (const { severity, muted } of records) {
    counts[severity] += 1;
    counts.total += 1;
    counts.muted += Number(muted);
  }
  return counts;
}

/** The result of signals. Zero is only clear if something shows that detection works. */
export function signalsResult(
  collection: Collection,
  records: Iterable<SignalRecord>,
): ItemResult<z.infer<typeof SignalCounts>> {
  const counts = countSignals(records);
  return decideResult(collection, counts, () => {
    if (counts.open + counts.underReview > 0) return "attention";
    if (counts.total > 0 || isProven(collection, SIGNALS_SEEN) || isProven(collection, RULES_ENABLED))
      return "clear";
    return {
      code: "no-liveness",
      message: "no critical or high signal, and nothing shows that detection is alive",
      hint: "check in Datadog that detection rules are enabled and logs arrive",
    };
  });
}

/** The result of monitors. Without a tagged monitor the state is unknown. */
export function monitorsResult(
  collection: Collection,
  records: Iterable<MonitorRecord>,
  tag: string,
): ItemResult<z.infer<typeof MonitorCounts>> {
  const counts = countMonitors(records);
  return decideResult(collection, counts, () => {
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

/** Findings: none unmuted is only clear where Cloud Security covers something and the key can see its findings. */
export function findingsResult(
  collection: Collection,
  records: Iterable<FindingRecord>,
): ItemResult<z.infer<typeof FindingCounts>> {
  const counts = countFindings(records);
  return decideResult(collection, counts, () => {
    if (counts.total - counts.muted > 0) return "attention";
    if (isOlderCountRefused(collection)) {
      return {
        code: "permission",
        message: "no unmuted failing check, but Datadog refused an older count of them to this key",
        hint: SIGHT_HINT,
      };
    }
    if (!isProven(collection, ACCOUNTS_COVERED)) return NO_COVERAGE;
    if (counts.total > 0 || isProven(collection, FINDINGS_SEEN)) return "clear";
    return {
      code: "permission",
      message: "no failing check, and nothing shows that the key can see misconfigurations",
      hint: SIGHT_HINT,
    };
  });
}

/** Why findings are unknown where no account is covered. */
export const NO_COVERAGE: Reason = {
  code: "no-coverage",
  message: "no unmuted failing check, and nothing shows that Cloud Security covers an account",
  hint: "check in Datadog under Security > Settings > Cloud Security that accounts are connected",
};

const SIGHT_HINT =
  "give the application key security_monitoring_findings_read: another permission also opens the search, but may show no misconfigurations";

/** The older endpoint that counts findings. It needs security_monitoring_findings_read and takes no other permission for it. */
export const OLDER_FINDINGS_PATH = "/api/v2/posture_management/findings";

/** A refusal shows that the permission is missing; a 404 only that the older endpoint is gone. */
function isOlderCountRefused({ requests }: Collection): boolean {
  return requests.some(({ path, pages }) => {
    const status = pages.at(-1)?.status;
    return path === OLDER_FINDINGS_PATH && (status === 401 || status === 403);
  });
}

/** The checks that show that detection works. One of them is enough. */
export const SIGNALS_SEEN = "signals of any severity in the window, at least one";
export const RULES_ENABLED = "enabled detection rules, at least one";
/** The check that shows that accounts are covered. */
export const ACCOUNTS_COVERED = "cloud accounts covered by Cloud Security, at least one";
/** The check that shows that the key can see misconfigurations, where none fails. */
export const FINDINGS_SEEN = "misconfigurations of any evaluation in sight of the key, at least one";

/** Whether the collection holds this check, and it is met. */
export function isProven({ checks }: Collection, name: string): boolean {
  return checks.some((check) => check.name === name && check.ok);
}

/** The result of an item: what its collection rules out, else what the counts give. */
export function decideResult<Counts>(
  { status, reason }: Collection,
  counts: Counts,
  judge: () => State | Reason,
): ItemResult<Counts> {
  if (status === "failed" || status === "skipped") return { state: "unknown", reason, counts: null };
  if (status === "partial") return { state: "unknown", reason, counts };
  const judged = judge();
  if (typeof judged === "string") return { state: judged, reason: null, counts };
  return { state: "unknown", reason: judged, counts };
}

/** The outcome of the collection. It says nothing about compliance. */
export function outcomeOf(items: readonly Pick<Item, "collection">[]): Outcome {
  const statuses = items.map(({ collection }) => collection.status);
  if (statuses.every((status) => status === "failed" || status === "skipped")) {
    return statuses.includes("failed") ? "failed" : "complete";
  }
  return statuses.every((status) => status === "complete" || status === "skipped") ? "complete" : "partial";
}

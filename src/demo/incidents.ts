import type { DETECTIONS } from "./detection-rules.ts";
import { HOSTILE_TITLE } from "./hostile.ts";

/** Something that happened at Northwind Freight and what was done about it. */
export interface Incident {
  readonly hoursAgo: number;
  readonly rule: keyof typeof DETECTIONS;
  /** A triage state, with the reason after a colon when archived. */
  readonly triage: "open" | "under_review" | `archived:${string}`;
  /** Takes the place of the title that follows from the rule. */
  readonly title?: string;
}

const urgent: readonly Incident[] = [
  { hoursAgo: 5, rule: "rootLogin", triage: "open" },
  { hoursAgo: 29, rule: "stuffing", triage: "under_review" },
  { hoursAgo: 61, rule: "miner", triage: "archived:true_positive_malicious" },
  { hoursAgo: 102, rule: "rootLogin", triage: "archived:testing_or_maintenance" },
  { hoursAgo: 150, rule: "rootLogin", triage: "archived:remediated" },

  { hoursAgo: 2, rule: "travel", triage: "open" },
  { hoursAgo: 7, rule: "injection", triage: "open", title: HOSTILE_TITLE },
  { hoursAgo: 9, rule: "injection", triage: "open" },
  { hoursAgo: 14, rule: "pam", triage: "open" },
  { hoursAgo: 22, rule: "trailStopped", triage: "open" },
  { hoursAgo: 31, rule: "travel", triage: "open" },
  { hoursAgo: 33, rule: "bucketPublic", triage: "under_review" },
  { hoursAgo: 40, rule: "travel", triage: "under_review" },
  { hoursAgo: 47, rule: "pam", triage: "under_review" },
  { hoursAgo: 55, rule: "injection", triage: "under_review" },
  { hoursAgo: 58, rule: "trailStopped", triage: "archived:testing_or_maintenance" },
  { hoursAgo: 70, rule: "travel", triage: "archived:false_positive" },
  { hoursAgo: 77, rule: "travel", triage: "archived:true_positive_benign" },
  { hoursAgo: 84, rule: "pam", triage: "archived:testing_or_maintenance" },
  { hoursAgo: 96, rule: "bucketPublic", triage: "archived:remediated" },
  { hoursAgo: 109, rule: "injection", triage: "archived:false_positive" },
  { hoursAgo: 121, rule: "injection", triage: "archived:false_positive" },
  { hoursAgo: 133, rule: "travel", triage: "archived:true_positive_benign" },
  { hoursAgo: 147, rule: "pam", triage: "archived:testing_or_maintenance" },
  { hoursAgo: 160, rule: "trailStopped", triage: "archived:remediated" },
];

const before: readonly Incident[] = [
  { hoursAgo: 176, rule: "miner", triage: "open" },
  { hoursAgo: 199, rule: "rootLogin", triage: "archived:remediated" },
  { hoursAgo: 178, rule: "travel", triage: "open" },
  { hoursAgo: 186, rule: "injection", triage: "under_review" },
  { hoursAgo: 207, rule: "bucketPublic", triage: "archived:remediated" },
  { hoursAgo: 221, rule: "pam", triage: "archived:false_positive" },
];

const background: readonly Incident[] = Array.from({ length: 29 }, (_, index) => ({
  hoursAgo: 3 + index * 8,
  rule: (["mfaReset", "newKey", "scanner", "tor"] as const)[index % 4] ?? "scanner",
  triage: index % 3 === 0 ? "archived:true_positive_benign" : "open",
}));

/**
 * The ten days before now. In the last seven of them, clear of the edge so that
 * a run some minutes later sees the same: 5 critical signals (1 open, 1 under
 * review, 3 archived) and 20 high ones (6, 4 and 10).
 */
export const INCIDENTS: readonly Incident[] = [...urgent, ...before, ...background];

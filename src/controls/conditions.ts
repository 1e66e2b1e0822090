import { CADENCE_MS } from "../evidence/projection/times.ts";
import type { Evidence } from "../evidence/schema.ts";
import { DAY_MS } from "../platform/time.ts";
import type { Policy } from "../policy/schema.ts";

/** What direct support of a control can need. */
export const NEEDS = [
  "clock-monitor",
  "judged-triage",
  "daily-cadence",
  "review",
  "any-clock-monitor",
] as const;
export type Need = (typeof NEEDS)[number];

/** The parts of a run that decide whether a condition holds. */
export interface ConditionFacts {
  readonly evidence: Pick<Evidence, "stream" | "items" | "policy">;
  /** The policy that the results in the evidence are of. */
  readonly policy: Policy | null;
}

/** A condition of direct support. */
interface ControlCondition {
  /** As the end of a sentence that begins with: direct only with. */
  readonly words: string;
  readonly holds: (facts: ConditionFacts) => boolean;
}

/** The conditions by the word that a catalogue uses. */
export const CONTROL_CONDITIONS: Readonly<Record<Need, ControlCondition>> = {
  "clock-monitor": {
    words: "a tagged monitor that watches clocks and is not muted",
    holds: ({ evidence }) => hasClockMonitor(evidence, ({ muted }) => !muted),
  },
  "judged-triage": {
    words:
      "a policy that judges triage: an expectation of security-signals of the form none, whose condition names triage.state and that has olderThan, is met or accepted",
    holds: isTriageJudged,
  },
  "daily-cadence": {
    words: "a cadence of a day or less",
    holds: ({ evidence }) => CADENCE_MS[evidence.stream.cadence] <= DAY_MS,
  },
  review: {
    words: "an independent review, which a run cannot show of itself",
    holds: () => false,
  },
  /** Used by version 2026-11 only. */
  "any-clock-monitor": {
    words: "a tagged monitor that watches clocks",
    holds: ({ evidence }) => hasClockMonitor(evidence, () => true),
  },
};

function hasClockMonitor(
  { items }: ConditionFacts["evidence"],
  counts: (monitor: { readonly muted: boolean }) => boolean,
): boolean {
  return items.some(
    (item) =>
      item.id === "compliance-monitors" &&
      item.records.values().some((monitor) => monitor.watchesClock && counts(monitor)),
  );
}

function isTriageJudged({ evidence, policy }: ConditionFacts): boolean {
  const held = new Set(
    evidence.policy?.results.flatMap(({ id, result }) =>
      result === "met" || result === "accepted" ? [id] : [],
    ),
  );
  return (policy?.expectations ?? []).some(
    ({ id, item, demand }) =>
      item === "security-signals" &&
      demand.form === "none" &&
      demand.where.has("triage.state") &&
      demand.age !== null &&
      held.has(id),
  );
}

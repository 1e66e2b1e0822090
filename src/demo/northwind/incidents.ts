import { HOUR_MS } from "../../platform/time.ts";
import type { DETECTION_RULES } from "./detection-rules.ts";
import { HOSTILE_TITLE } from "./people.ts";
import { stableNumber } from "./stable.ts";

/** Something that happened at Northwind Freight and what was done about it. */
export interface SignalIncident {
  /** Distinguishes it from every other incident. */
  readonly label: string;
  readonly at: Date;
  readonly rule: keyof typeof DETECTION_RULES;
  /** A triage state, with the reason after a colon when archived. */
  readonly triage: "open" | "under_review" | `archived:${string}`;
  /** Replaces the title that follows from the rule, unless it is null. */
  readonly title: string | null;
}

/** An incident that repeats, and why it is archived in the end. */
interface IncidentHabit {
  /** Hours before a certain Sunday, 06:17, and before every Sunday like it. */
  readonly hours: number;
  readonly rule: SignalIncident["rule"];
  readonly archived: string;
  readonly title?: string;
  /** Every fourth time it reaches Datadog a day and a quarter late. */
  readonly isSlow?: boolean;
}

const WEEK_MS = 168 * HOUR_MS;
const SLOW_MS = 30 * HOUR_MS;
/** Four weeks, less the time by which the slow habit is early. */
const SLOW_CYCLE_MS = 4 * WEEK_MS - SLOW_MS;
/** 22 November 2026, a Sunday. */
const REFERENCE_SUNDAY = Date.UTC(2026, 10, 22, 6, 17);

const criticalHabits: readonly IncidentHabit[] = [
  { hours: 5, rule: "rootLogin", archived: "true_positive_benign" },
  { hours: 29, rule: "stuffing", archived: "true_positive_malicious" },
  { hours: 61, rule: "miner", archived: "true_positive_malicious" },
  { hours: 102, rule: "rootLogin", archived: "testing_or_maintenance" },
  { hours: 150, rule: "rootLogin", archived: "remediated" },
];

const highHabits: readonly IncidentHabit[] = [
  { hours: 2, rule: "travel", archived: "false_positive" },
  { hours: 7, rule: "injection", archived: "false_positive", title: HOSTILE_TITLE },
  { hours: 9, rule: "injection", archived: "false_positive" },
  { hours: 14, rule: "pam", archived: "testing_or_maintenance" },
  { hours: 22, rule: "trailStopped", archived: "remediated" },
  { hours: 31, rule: "travel", archived: "true_positive_benign" },
  { hours: 33, rule: "bucketPublic", archived: "remediated" },
  { hours: 40, rule: "travel", archived: "false_positive", isSlow: true },
  { hours: 47, rule: "pam", archived: "testing_or_maintenance" },
  { hours: 55, rule: "injection", archived: "false_positive" },
  { hours: 58, rule: "trailStopped", archived: "testing_or_maintenance" },
  { hours: 70, rule: "travel", archived: "false_positive" },
  { hours: 77, rule: "travel", archived: "true_positive_benign" },
  { hours: 84, rule: "pam", archived: "testing_or_maintenance" },
  { hours: 95, rule: "bucketPublic", archived: "remediated" },
  { hours: 109, rule: "injection", archived: "false_positive" },
  { hours: 121, rule: "injection", archived: "false_positive" },
  { hours: 133, rule: "travel", archived: "true_positive_benign" },
  { hours: 147, rule: "pam", archived: "testing_or_maintenance" },
  { hours: 160, rule: "trailStopped", archived: "remediated" },
];

/**
 * Returns what Datadog knows at that moment of the ten days before it. Each habit fills
 * its week exactly, so at every moment the last seven days hold 5 critical
 * signals and 20 high ones. The newest are open (1 and 6), the next are under review
 * (1 and 4), and the others are archived. A signal that is listed today was listed
 * yesterday, or is new, or came late.
 */
export function makeIncidents(now: Date): SignalIncident[] {
  return [
    ...triageIncident(criticalHabits, now, { open: 1, underReview: 1 }),
    ...triageIncident(highHabits, now, { open: 6, underReview: 4 }),
    ...backgroundIncidents(now),
  ];
}

function triageIncident(
  habits: readonly IncidentHabit[],
  now: Date,
  { open, underReview }: { open: number; underReview: number },
): SignalIncident[] {
  const known = habits
    .flatMap((habit) => occurrencesOf(habit, now.getTime()))
    .filter((each) => each.known <= now.getTime() && each.at > now.getTime() - 240 * HOUR_MS)
    .toSorted((a, b) => b.known - a.known);
  return known.map(({ habit: { rule, archived, title = null }, label, at }, index) => ({
    label,
    at: new Date(at),
    rule,
    triage: triageOf(index, archived),
    title,
  }));

  function triageOf(newest: number, reason: string): SignalIncident["triage"] {
    if (newest < open) return "open";
    return newest < open + underReview ? "under_review" : `archived:${reason}`;
  }
}

/** The last few occurrences: when each happened, and when Datadog has it. */
function occurrencesOf(habit: IncidentHabit, now: number) {
  const name = `signal ${habit.rule} ${habit.hours}`;
  const first = REFERENCE_SUNDAY - habit.hours * HOUR_MS - stableNumber(name, 900_000);
  const last = first + Math.floor((now - first) / WEEK_MS) * WEEK_MS;
  const weekly = [last, last - WEEK_MS].map((at) => ({ at, known: at }));
  const times = habit.isSlow === true ? slowTimes(first, now) : weekly;
  return times.map(({ at, known }) => ({ habit, label: `${name} ${at}`, at, known }));
}

/** A late signal leaves the window that much earlier, and the next one follows at once. */
function slowTimes(first: number, now: number) {
  const last = first + Math.floor((now - first) / SLOW_CYCLE_MS) * SLOW_CYCLE_MS;
  const starts = [last, last - SLOW_CYCLE_MS];
  const inTime = starts.flatMap((start) => [0, 1, 2].map((week) => start + week * WEEK_MS));
  return [
    ...inTime.map((at) => ({ at, known: at })),
    ...starts.map((start) => ({ at: start + 3 * WEEK_MS - SLOW_MS, known: start + 3 * WEEK_MS })),
  ];
}

/** Signals below high, which the query does not ask for. */
function backgroundIncidents(now: Date): SignalIncident[] {
  const step = 8 * HOUR_MS;
  const last = Math.floor((now.getTime() - 3 * HOUR_MS) / step);
  return Array.from({ length: 29 }, (_, index) => {
    const nth = last - index;
    return {
      label: `background ${nth}`,
      at: new Date(nth * step),
      rule: (["mfaReset", "newKey", "scanner", "tor"] as const)[nth % 4] ?? "scanner",
      triage: nth % 3 === 0 ? "archived:true_positive_benign" : "open",
      title: null,
    };
  });
}

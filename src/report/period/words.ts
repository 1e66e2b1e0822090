import { dayOf } from "../../platform/time.ts";
import { notFromDatadogInWords, quantityOf } from "../words.ts";
import type { Window } from "../../evidence/schema.ts";
import type { SlotState, StreamVerdict } from "../../verify/period/verdict.ts";
import { groupDigits } from "../render/phrases.ts";
import type { ReportedRun } from "./reported-run.ts";

/** What each exit code of a verdict is called, and as which outcome it is shown. */
export const VERDICT_WORDS = {
  0: { word: "Genuine and complete", kind: "complete" },
  1: { word: "Not genuine", kind: "failed" },
  2: { word: "Not checked in full", kind: "failed" },
  3: { word: "Genuine, but not complete", kind: "partial" },
} as const satisfies Record<StreamVerdict["exitCode"], { readonly word: string; readonly kind: string }>;

/** How each state of a slot is shown: by a class of the stylesheet, and by a letter where it was not met on time. */
export const SLOT_MARKS = {
  met: { kind: "c", letter: "" },
  late: { kind: "l", letter: "L" },
  partial: { kind: "p", letter: "P" },
  failed: { kind: "f", letter: "F" },
  missing: { kind: "m", letter: "M" },
  declared: { kind: "d", letter: "D" },
  "not covered": { kind: "n", letter: "N" },
} as const satisfies Record<SlotState, object>;

/** A period by its dates where both ends are midnight, with the last day included. */
export function periodInWords(period: Window | null): string {
  if (period === null) return "no period";
  const { from, to } = period;
  if (!isMidnight(from) || !isMidnight(to)) return `${from} to ${to}`;
  const last = dayOf(Date.parse(to) - 1);
  return dayOf(from) === last ? last : `${dayOf(from)} to ${last}`;
}

/** What a slot of the stream is called: a day, an hour, or a slot. */
export function unitOf({ cadences }: StreamVerdict): "day" | "hour" | "slot" {
  const values = new Set(cadences.map(({ value }) => value));
  if (values.size !== 1) return "slot";
  if (values.has("P1D")) return "day";
  return values.has("PT1H") ? "hour" : "slot";
}

/** How many slots of the stream were due, such as "30 days". */
export function dueInWords(verdict: StreamVerdict): string {
  return quantityOf(verdict.slots.due, unitOf(verdict));
}

/** The verb of a number of things. */
export function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}

/** The verb of a number of things in the past. */
export function wasOrWere(count: number): string {
  return count === 1 ? "was" : "were";
}

/** The counts that are not zero, under their names. */
export function nonZeroInWords<Name extends string>(
  counts: Readonly<Record<Name, number>>,
  names: readonly Name[],
): string {
  return names
    .filter((each) => counts[each] > 0)
    .map((each) => `${groupDigits(counts[each])} ${each}`)
    .join(", ");
}

/** The organisation as the latest run declares it; null where none does. */
export function organizationOf(runs: readonly ReportedRun[]): string | null {
  return runs.findLast(({ source }) => source !== null)?.source?.organization ?? null;
}

/** A share in percent with one digit, rounded down so that only all is 100. */
export function percentage(part: number, whole: number): string {
  if (whole === 0) return "no share";
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

function isMidnight(instant: string): boolean {
  return instant.endsWith("T00:00:00Z");
}

/** That the evidence is not from Datadog, where it is not. */
export function originSentences({ notFromDatadog, runs }: StreamVerdict): readonly string[] {
  if (notFromDatadog === null) return [];
  const { servers, runs: count } = notFromDatadog;
  return [notFromDatadogInWords(servers, { runs: count, all: runs.genuine - runs.declarations })];
}

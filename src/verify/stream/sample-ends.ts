import { DAY_MS } from "../../platform/time.ts";
import type { RunSummary } from "./run-summary.ts";
import type { AskedPeriod, SampleSelection } from "./sample.ts";

/** What nothing in a sample shows, because it ends there. */
export interface SampleEnds {
  /** What keeps the sample from being complete. */
  readonly weaknesses: readonly string[];
  /** What people should know of it. */
  readonly remarks: readonly string[];
}

/**
 * Whether the chain leads past both ends of what was asked for. A chain shows a
 * run that was left out only between two runs that are here, so a run before
 * and a run after each named day must be here too. `runs` are by time.
 */
export function sampleEnds(
  runs: readonly RunSummary[],
  {
    selection,
    asked: { from, to },
    now,
  }: { readonly selection: SampleSelection; readonly asked: AskedPeriod; readonly now: number },
): SampleEnds {
  const chained = runs.filter(({ sequence }) => sequence !== null);
  const isLot = selection.kind === "nonce";
  const period = from === null || to === null ? [] : [{ from, to, name: "the period" }];
  const named = isLot
    ? period
    : selection.dates.map((date) => ({ from: Date.parse(date), to: Date.parse(date) + DAY_MS, name: date }));
  const ends = named.flatMap((span) => endOf(chained, { span, now }));
  // A lot is of a period, and the last run of a stream is often in it.
  const isWeak = ({ isDue }: SampleEnd): boolean => isDue && !isLot;
  return {
    weaknesses: [
      ...named.flatMap((span) => beginningOf(chained, span)),
      ...ends.filter(isWeak).map(({ sentence }) => sentence),
    ],
    remarks: ends.filter((end) => !isWeak(end)).map(({ sentence }) => sentence),
  };
}

/** A stretch of time, half open, and what the reader calls it. */
interface NamedSpan {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function beginningOf(chained: readonly RunSummary[], { from, to, name }: NamedSpan): readonly string[] {
  const first = chained.find(({ collectedAt }) => collectedAt >= from);
  if (first === undefined || first.collectedAt >= to) return [];
  const isBeginning = chained.some(({ previous, restart }) => previous === null && restart === null);
  if (isBeginning || chained.some(({ collectedAt }) => collectedAt < from)) return [];
  return [
    `the run before number ${first.sequence} is not in the sample: an earlier run of ${name} could have been left out`,
  ];
}

/** That no later run is here. */
interface SampleEnd {
  readonly sentence: string;
  /** Whether a later run must be there by now. */
  readonly isDue: boolean;
}

function endOf(
  chained: readonly RunSummary[],
  { span: { from, to, name }, now }: { readonly span: NamedSpan; readonly now: number },
): readonly SampleEnd[] {
  const last = chained.at(-1);
  if (last === undefined || last.collectedAt >= to || last.collectedAt < from) return [];
  const validUntil = last.collected?.validUntil ?? null;
  const sentence = `no run after number ${last.sequence} is in the sample: a later run of ${name} could have been left out, so ask for a sample that was made after the next run`;
  // While its evidence is fresh, no later run need be there.
  return [{ sentence, isDue: validUntil === null || now >= Date.parse(validUntil) }];
}

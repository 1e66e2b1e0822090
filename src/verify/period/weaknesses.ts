import { CADENCE_MS } from "../../evidence/projection/times.ts";
import { formatTime } from "../../platform/time.ts";
import { ownerOf } from "../stream/overlap.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import { cadenceSpans, type Collecting, type Span } from "./slots.ts";
import type { Slot } from "./verdict.ts";

/** Sentences about what keeps a stream from being complete although each run is genuine. `runs` are by time. */
export function streamWeaknesses(
  runs: readonly RunSummary[],
  {
    collecting,
    slots,
    period,
    isInside,
  }: {
    collecting: readonly Collecting[];
    slots: readonly Slot[];
    period: Span | null;
    isInside: (run: RunSummary) => boolean;
  },
): readonly string[] {
  return [
    ...organizationWeakness(runs, isInside),
    ...rulesWeakness(runs, isInside),
    ...mendedSlots(runs, slots),
    ...(period === null ? [] : cadenceWeakness(collecting, period)),
  ];
}

/**
 * The runs that are neither chained nor timed, in a stream with runs that are:
 * the holder of the key can add such a run for any day at any time.
 */
export function weakRuns(runs: readonly RunSummary[]): ReadonlySet<RunSummary> {
  const weak = runs.filter(({ sequence, signedAt }) => sequence === null && signedAt === null);
  return new Set(weak.length < runs.length ? weak : []);
}

/** Runs that name no organisation although a run before them does. */
function organizationWeakness(
  runs: readonly RunSummary[],
  isInside: (run: RunSummary) => boolean,
): readonly string[] {
  const since = runs.findIndex(({ organization }) => organization !== null);
  // Only a run whose evidence is here could name one.
  const unnamed = (since === -1 ? [] : runs.slice(since)).filter(
    ({ organization, isStatementOnly, gap }) => organization === null && !isStatementOnly && gap === null,
  );
  const [first, ...more] = unnamed.filter(isInside);
  if (first === undefined) return [];
  return [
    `${first.runPath} names no organisation${andMore(more)}, but earlier runs name ${ownerOf(runs) ?? ""}: nothing shows that it is the same`,
  ];
}

function andMore({ length }: readonly unknown[]): string {
  return length === 0 ? "" : `, and ${length} more`;
}

/** Rules only ever become stricter: a run that goes back to older ones is judged more mildly than the run before it. */
function rulesWeakness(
  runs: readonly RunSummary[],
  isInside: (run: RunSummary) => boolean,
): readonly string[] {
  let newest = 0;
  for (const run of runs) {
    const version = Number(run.collected?.rules ?? newest);
    if (version < newest && isInside(run)) {
      return [
        `${run.runPath} is judged by version ${version} of the rules, although an earlier run is by version ${newest}: older rules are milder`,
      ];
    }
    newest = Math.max(newest, version);
  }
  return [];
}

function mendedSlots(runs: readonly RunSummary[], slots: readonly Slot[]): readonly string[] {
  const weak = new Set([...weakRuns(runs)].map(({ runPath }) => runPath));
  const [first, ...more] = slots.filter(({ run }) => run !== null && weak.has(run));
  if (first === undefined) return [];
  return [
    `the slot of ${first.from}${andMore(more)} has only a run without chain and timestamp (${first.run}), although the stream has them: the holder of the key could have added it at any time`,
  ];
}

/** A cadence that gets longer and shorter again leaves out slots that were due before and after. */
function cadenceWeakness(runs: readonly Collecting[], period: Span): readonly string[] {
  const spans = cadenceSpans(runs);
  return spans.flatMap(({ cadence, from, to }, index) => {
    const isShorter = (other: (typeof spans)[number]): boolean =>
      CADENCE_MS[other.cadence] < CADENCE_MS[cadence];
    const isLongest = spans.slice(0, index).some(isShorter) && spans.slice(index + 1).some(isShorter);
    if (!isLongest || to <= period.from || from >= period.to) return [];
    return [
      `the cadence was ${cadence} from ${formatTime(from)} to ${formatTime(to)} and shorter before and after, so fewer slots were due`,
    ];
  });
}

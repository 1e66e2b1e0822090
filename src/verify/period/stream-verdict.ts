import { claimedTime } from "../../bundle/run-path.ts";
import { DAY_MS, formatTime, HOUR_MS } from "../../platform/time.ts";
import { chainFindings } from "../stream/chain.ts";
import { streamConsistencyProblems } from "../stream/consistency.ts";
import { compareCopies, foreignCopyProblems, type CopiesOfStream } from "../stream/copies.ts";
import type { StreamFolder } from "../stream/find-streams.ts";
import { ownerOf, type Overlaps } from "../stream/overlap.ts";
import { instantWindow, type Problem } from "../stream/problems.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import { datesWithoutRun, isOfDates, sampleProblems, unnamedFlags } from "../stream/sample.ts";
import type { AskedPeriod } from "../stream/sample.ts";
import { sampleEnds } from "../stream/sample-ends.ts";
import type { StreamRuns } from "../stream/verify-stream.ts";
import {
  chainFigures,
  changesSince,
  declarationsIn,
  endsOf,
  itemFigures,
  makerFigures,
  newestOf,
  otherServers,
  policyFigures,
  runFigures,
  sampleFigures,
  slotFigures,
} from "./figures.ts";
import { notProvenSentences } from "./not-proven.ts";
import { effectivePeriod, touchesPeriod } from "./range.ts";
import {
  collectingRuns,
  formatSpan,
  listSlots,
  listSlotsBefore,
  slotStart,
  uncoveredSpans,
} from "./slots.ts";
import type { Collecting, Span } from "./slots.ts";
import { streamWeaknesses, weakRuns } from "./weaknesses.ts";
import {
  worstExitCode,
  type PeriodDemands,
  type PolicyFigures,
  type Slot,
  type StreamVerdict,
} from "./verdict.ts";

/** The parts of a stream on which its verdict depends. */
type VerdictStream = Pick<StreamFolder, "name" | "folder" | "runs" | "sample">;

/** What the verdict on a stream follows from, once each of its runs is verified. */
interface VerdictInput extends PeriodDemands {
  readonly runs: StreamRuns;
  /** Independent copies of the stream's runs; null where none were given. */
  readonly copies: CopiesOfStream | null;
  /** Problems and weaknesses that the streams beside this one show. */
  readonly around?: Overlaps;
  readonly now: number;
}

/** Which runs and which time the verdict is about. */
interface Scope {
  /** All genuine runs, by time. */
  readonly runs: readonly RunSummary[];
  /** Those that collected evidence. */
  readonly collecting: readonly Collecting[];
  /** The days of a sample that decide alone; null where a period does. */
  readonly days: readonly string[] | null;
  readonly asked: AskedPeriod;
  /** Null where there is no run. */
  readonly period: Span | null;
  /** The runs of the period; where days decide, all runs. */
  readonly inside: readonly RunSummary[];
  /** Whether a run belongs to the period. */
  readonly isInside: (run: RunSummary) => boolean;
  readonly now: number;
}

function scopeOf({ runs: { genuine }, copies, asked: wanted, selection = null, now }: VerdictInput): Scope {
  // The days of a sample decide alone where no period was asked for: then it is from the first of them to the last.
  const isWithoutPeriod = wanted.from === null && wanted.to === null;
  const days = selection?.kind === "dates" && isWithoutPeriod ? selection.dates : null;
  const starts = days?.map((day) => Date.parse(day));
  const asked =
    starts === undefined ? wanted : { from: Math.min(...starts), to: Math.max(...starts) + DAY_MS };
  const runs = genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
  // Where no ends are named, the period holds every run that is known of: a copy may prove one that is gone.
  const period = effectivePeriod(collectingRuns([...runs, ...(copies?.own ?? [])]), asked, now);
  const isInside = ({ collectedAt }: RunSummary): boolean =>
    touchesPeriod(period, instantWindow(collectedAt));
  const inside = days === null ? runs.filter(isInside) : runs;
  return { runs, collecting: collectingRuns(runs), days, asked, period, inside, isInside, now };
}

/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
export function streamVerdict(stream: VerdictStream, input: VerdictInput): StreamVerdict {
  const { copies } = input;
  const { sample } = stream;
  const scope = scopeOf(input);
  const { runs, collecting, days, period, inside } = scope;
  const { problems, unchecked, outside, figures, chainRemarks } = findProblems(stream, input, scope);
  const lacks = findLacks(stream, input, scope);
  return {
    stream: stream.name,
    site: runs[0]?.site ?? copies?.own[0]?.site ?? null,
    organization: ownerOf(runs),
    notFromDatadog: otherServers(inside),
    folder: stream.folder,
    exitCode: worstExitCode([
      problems.length > 0 ? 1 : 0,
      unchecked.length > 0 || lacks.isNothing ? 2 : 0,
      lacks.isIncomplete ? 3 : 0,
    ]),
    period: period && formatSpan(period),
    runs: { found: stream.runs.length, ...runFigures(inside) },
    ...endsOf(inside),
    newest: newestOf(collecting),
    chain: chainFigures(inside),
    cadences: changesSince(inside, ({ cadence }) => cadence),
    slots: slotFigures(lacks.slotList),
    slotList: lacks.slotList,
    uncovered: sample === null ? uncoveredOf(scope).map(formatSpan) : [],
    items: itemFigures(inside),
    policy: lacks.policy,
    ...makerFigures(inside),
    declarations: lacks.declared,
    changes: inside.flatMap(({ runPath, collectedAt, notable }) =>
      notable.map((change) => ({ run: runPath, collectedAt: formatTime(collectedAt), ...change })),
    ),
    witness: figures,
    sample: sample === null ? null : sampleFigures(sample, { runs: inside, days }),
    problems,
    unchecked,
    weaknesses: lacks.weaknesses,
    outside,
    remarks: [
      ...(lacks.isNothing ? [NOTHING] : []),
      ...input.runs.remarks,
      ...chainRemarks,
      ...lacks.remarks,
    ],
    notProven: notProvenSentences(inside, figures?.same ?? null),
  };
}

const NOTHING = "no run is in the period and none was due, so nothing can be shown about it";

/** What keeps the period from being complete, although each run is genuine. */
function findLacks(
  { sample }: VerdictStream,
  { around, asked: wanted, selection = null, requiresExpectations = false }: VerdictInput,
  scope: Scope,
) {
  const { runs, collecting, days, asked, period, inside, isInside, now } = scope;
  const { slotList, isNothingDue } = slotsOf(scope);
  const declared = declarationsIn(runs, period);
  const isExplained = declared.length > 0 || inside.some(({ gap }) => gap !== null);
  const isNothing = isNothingDue && !isExplained && collectingRuns(inside).length === 0;
  // Where days were named, what was collected on other days decides nothing.
  const deciding = days === null ? inside : inside.filter((run) => isOfDates(run, days));
  const policy = policyFigures(deciding);
  const notHeld = requiresExpectations ? notHeldRemark(policy) : null;
  const withoutRun = datesWithoutRun(collecting, selection?.kind === "dates" ? selection.dates : []);
  const ends = sample && selection && sampleEnds(runs, { selection, asked: wanted, now });
  const weaknesses = [
    ...(around?.weaknesses ?? []),
    ...(ends?.weaknesses ?? []),
    ...streamWeaknesses(runs, { collecting, slots: slotList, period, isInside }),
  ];
  // Anyone who takes evidence away could call the rest a sample; only the auditor who chose it knows.
  const unnamed = sample === null ? [] : unnamedFlags(sample, { selection, asked: wanted });
  const isIncomplete =
    unnamed.length > 0 ||
    weaknesses.length > 0 ||
    notHeld !== null ||
    withoutRun.length > 0 ||
    deciding.some(isWanting) ||
    (days === null && declared.length > 0) ||
    slotList.some(({ state }) => state !== "met" && state !== "late");
  const remarks = [
    ...remarksOnEnds(collecting, { asked, now }),
    ...(ends?.remarks ?? []),
    ...(withoutRun.length > 0 ? [`no run was collected on ${withoutRun.join(", ")}`] : []),
    ...(notHeld === null ? [] : [notHeld]),
    ...(unnamed.length > 0
      ? [`this may not be the sample that was asked for: to check that, name its ${unnamed.join(", ")}`]
      : []),
  ];
  return { slotList, declared, policy, weaknesses, isNothing, isIncomplete, remarks };
}

/** What does not fit together or could not be checked, and on which side of the ends that were named. */
function findProblems(
  { name, sample }: VerdictStream,
  { runs: { doubtful, problems, unchecked }, copies, around, asked, selection = null }: VerdictInput,
  { runs, isInside }: Scope,
) {
  const chain = chainFindings(runs, doubtful);
  const compared = copies && compareCopies(runs, { copies: copies.own, doubtful, isInside });
  // Ordered by the time at which each shows; one without a time comes first.
  const everything = [
    ...problems,
    ...streamConsistencyProblems(name, runs),
    ...chain.problems,
    ...(compared?.problems ?? []),
    ...foreignCopyProblems(copies?.foreign ?? [], runs),
    ...(around?.problems ?? []),
    ...(sample === null ? [] : sampleProblems(sample, { stream: name, runs, selection, asked })),
  ].toSorted((a, b) => shownAt(a) - shownAt(b) || (a.sequence ?? 0) - (b.sequence ?? 0));
  // Only an end that was named excludes anything: a run that did not verify may come after the last that did.
  const limits = { from: asked.from ?? -Infinity, to: asked.to ?? Infinity };
  return {
    problems: everything.filter(({ touches }) => touchesPeriod(limits, touches)),
    unchecked: unchecked.filter(({ touches }) => touchesPeriod(limits, touches)),
    outside: everything.filter(({ touches }) => !touchesPeriod(limits, touches)),
    figures: compared?.figures ?? null,
    chainRemarks: chain.remarks,
  };
}

/** The slots of the period, and whether no run was due in it. */
function slotsOf({ runs, collecting, days, asked, period, now }: Scope): {
  readonly slotList: readonly Slot[];
  readonly isNothingDue: boolean;
} {
  if (period === null) return { slotList: [], isNothingDue: true };
  const gaps = runs.filter(({ gap }) => gap !== null);
  const due = listSlots(collecting, { period, gaps, weak: weakRuns(runs), now });
  if (days !== null) {
    const slotList = due.filter((slot) => isOnDays(slot, days));
    return { slotList, isNothingDue: slotList.length === 0 };
  }
  const before =
    asked.from === null
      ? []
      : listSlotsBefore(collecting, { from: asked.from, to: Math.min(period.to, now) });
  return { slotList: [...before, ...due], isNothingDue: due.length === 0 };
}

/** Whether the run itself keeps its period from being complete. */
function isWanting({ gap, collected, isSignedLate }: RunSummary): boolean {
  return gap !== null || isSignedLate || collected?.outcome !== "complete";
}

/** Which runs have no policy, and which expectations are neither met nor accepted in a run; null where none. */
function notHeldRemark({ absent, expectations }: PolicyFigures): string | null {
  const open = expectations.filter(({ broken, unknown }) => broken + unknown > 0).length;
  const parts = [
    ...(absent > 0 ? [`${absent} of the runs have no policy`] : []),
    ...(open > 0 ? [`${open} of the expectations are broken or unknown in a run`] : []),
  ];
  return parts.length === 0 ? null : `expectations are required, and ${parts.join(", and ")}`;
}

function isOnDays({ from, to }: Slot, days: readonly string[]): boolean {
  return days.some((day) => {
    const start = Date.parse(day);
    return Date.parse(from) < start + DAY_MS && Date.parse(to) > start;
  });
}

/** When the problem shows; zero where it is not known. */
function shownAt({ run, touches: when }: Problem): number {
  return claimedTime(run) ?? (when === null ? 0 : Date.parse(when.to));
}

function uncoveredOf({ collecting, period, now }: Scope): readonly Span[] {
  if (period === null || collecting.length === 0) return [];
  // The future cannot have been looked at.
  const { from } = period;
  const to = Math.min(period.to, now);
  const windows = collecting.flatMap(({ collected }) => collected.window ?? []);
  return from < to ? uncoveredSpans(windows, { from, to }) : [];
}

function remarksOnEnds(
  runs: readonly RunSummary[],
  { asked, now }: { readonly asked: AskedPeriod; readonly now: number },
): readonly string[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const remarks: string[] = [];
  if (asked.from !== null && asked.from < slotStart(first.startedAt, first.cadence)) {
    const before = `before the first run that is here, ${formatTime(first.collectedAt)},`;
    remarks.push(
      first.sequence === null || first.sequence === 1
        ? `${before} nothing is covered: the stream began with it, as far as its files show`
        : `${before} slots are not known: it is number ${first.sequence}, and the runs before it are not here`,
    );
  }
  if (asked.to === null) {
    const age = Math.max(0, now - last.collectedAt);
    const inWords = age < 2 * DAY_MS ? `${Math.floor(age / HOUR_MS)} h` : `${Math.floor(age / DAY_MS)} days`;
    remarks.push(`without --to the period ends with the last run, which is ${inWords} old`);
  } else if (asked.to > now) remarks.push("the period is not over: its future slots are not due yet");
  return remarks;
}

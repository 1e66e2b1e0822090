import { claimedTime } from "../../bundle/run-path.ts";
import type { Outcome, Window } from "../../evidence/schema.ts";
import { DAY_MS, formatTime, HOUR_MS } from "../../platform/time.ts";
import { chainFindings } from "../stream/chain.ts";
import { streamConsistencyProblems } from "../stream/consistency.ts";
import { compareCopies, foreignCopyProblems, type CopiesOfStream } from "../stream/copies.ts";
import type { StreamFolder } from "../stream/find-streams.ts";
import { ownerOf, type Overlaps } from "../stream/overlap.ts";
import { instantWindow, type Problem } from "../stream/problems.ts";
import { runRef, type RunSummary } from "../stream/run-summary.ts";
import {
  datesWithoutRun,
  isOfDates,
  sampleProblems,
  selectionInWords,
  unnamedFlags,
} from "../stream/sample.ts";
import type { Sample, SampleSelection } from "../stream/sample.ts";
import { sampleEnds } from "../stream/sample-ends.ts";
import type { StreamRuns } from "../stream/verify-stream.ts";
import { changesSince, declarationsIn, itemFigures, slotFigures } from "./figures.ts";
import { notProvenSentences } from "./not-proven.ts";
import { isHeld, policyFigures } from "./policy-figures.ts";
import { effectivePeriod, touchesPeriod, type AskedPeriod } from "./range.ts";
import { collectingRuns, listSlots, listSlotsBefore, slotStart, uncoveredSpans, type Span } from "./slots.ts";
import { streamWeaknesses, weakRuns } from "./weaknesses.ts";
import { worstExitCode, type PolicyFigures, type Slot, type StreamVerdict } from "./verdict.ts";

/** What the verdict on a stream follows from, once each of its runs is verified. */
interface VerdictInput {
  readonly runs: StreamRuns;
  /** Independent copies of the stream's runs; null where none were given. */
  readonly copies: CopiesOfStream | null;
  readonly asked: AskedPeriod;
  /** How an auditor had a sample chosen; null where that is not known. */
  readonly selection?: SampleSelection | null;
  /** What follows from the other streams beside this one. */
  readonly around?: Overlaps;
  /** Whether a run without a policy, and an expectation that is broken or unknown, makes the period incomplete. */
  readonly requiresExpectations?: boolean;
  readonly now: number;
}

/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
export function streamVerdict(
  stream: Pick<StreamFolder, "name" | "folder" | "runs" | "sample">,
  {
    runs: each,
    copies,
    asked: wanted,
    selection = null,
    around,
    requiresExpectations = false,
    now,
  }: VerdictInput,
): StreamVerdict {
  const { sample } = stream;
  const days = decidingDays(selection, wanted);
  const asked = days === null ? wanted : periodOfDays(days);
  const runs = each.genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
  const withEvidence = collectingRuns(runs);
  const newest = withEvidence.at(-1);
  // Where no ends are named, the period holds every run that is known of: a copy may prove one that is gone.
  const period = effectivePeriod(collectingRuns([...runs, ...(copies?.own ?? [])]), asked, now);
  const isInside = ({ collectedAt }: RunSummary): boolean =>
    touchesPeriod(period, instantWindow(collectedAt));
  const inside = days === null ? runs.filter(isInside) : runs;
  const [first, last] = [inside[0], inside.at(-1)];

  const chain = chainFindings(runs, each.doubtful);
  const compared =
    copies === null ? null : compareCopies(runs, { copies: copies.own, doubtful: each.doubtful, isInside });
  const everything = [
    ...each.problems,
    ...streamConsistencyProblems(stream.name, runs),
    ...chain.problems,
    ...(compared?.problems ?? []),
    ...foreignCopyProblems(copies?.foreign ?? [], runs),
    ...(around?.problems ?? []),
    ...(sample === null
      ? []
      : sampleProblems(sample, { stream: stream.name, runs, selection, asked: wanted })),
  ].toSorted(byFirst);
  // Only an end that was named excludes anything: a run that did not verify may come after the last that did.
  const limits = { from: wanted.from ?? -Infinity, to: wanted.to ?? Infinity };
  const problems = everything.filter((problem) => touchesPeriod(limits, problem.touches));
  const unchecked = each.unchecked.filter((one) => touchesPeriod(limits, one.touches));

  const gaps = runs.filter(({ gap }) => gap !== null);
  const dueSlots =
    period === null ? [] : listSlots(withEvidence, { period, gaps, weak: weakRuns(runs), now });
  const before =
    period === null || asked.from === null || days !== null
      ? []
      : listSlotsBefore(withEvidence, { from: asked.from, to: Math.min(period.to, now) });
  const slotList = days === null ? [...before, ...dueSlots] : dueSlots.filter((slot) => isOnDays(slot, days));
  const slots = slotFigures(slotList);
  const counts = runFigures(inside);
  const declared = declarationsIn(gaps, period);
  const signedLate = inside.filter(({ isSignedLate }) => isSignedLate);
  const dates = selection?.kind === "dates" ? selection.dates : [];
  const withoutRun = datesWithoutRun(collectingRuns(runs), dates);
  // Where days were named, what was collected on other days decides nothing.
  const deciding = days === null ? inside : inside.filter((run) => isOfDates(run, days));
  const policy = policyFigures(deciding);
  const ends =
    sample === null || selection === null ? null : sampleEnds(runs, { selection, asked: wanted, now });
  const weaknesses = [
    ...(around?.weaknesses ?? []),
    ...(ends?.weaknesses ?? []),
    ...streamWeaknesses(runs, { collecting: withEvidence, slots: slotList, period, isInside }),
  ];
  const isIncomplete =
    weaknesses.length > 0 ||
    (requiresExpectations && !isHeld(policy)) ||
    withoutRun.length > 0 ||
    deciding.some(({ gap, collected, isSignedLate }) => {
      return gap !== null || isSignedLate || collected?.outcome !== "complete";
    }) ||
    (days === null && declared.length > 0) ||
    slots.partial + slots.failed + slots.missing + slots.declared + slots.notCovered > 0;
  // Anyone who takes evidence away could call the rest a sample; only the auditor who chose it knows.
  const unnamed = sample === null ? [] : unnamedFlags(sample, { selection, asked: wanted });
  const isUnconfirmed = unnamed.length > 0;
  const isExplained = counts.declarations > 0 || declared.length > 0;
  const isNothing = collectingRuns(inside).length === 0 && slotList.length === before.length && !isExplained;
  return {
    stream: stream.name,
    site: runs[0]?.site ?? copies?.own[0]?.site ?? null,
    organization: ownerOf(runs),
    notFromDatadog: otherServersOf(inside),
    folder: stream.folder,
    exitCode: worstExitCode([
      problems.length > 0 ? 1 : 0,
      unchecked.length > 0 || isNothing ? 2 : 0,
      isUnconfirmed || isIncomplete ? 3 : 0,
    ]),
    period: period && windowOf(period),
    runs: { found: stream.runs.length, ...counts },
    first: first === undefined ? null : runRef(first),
    last: last === undefined ? null : runRef(last),
    newest:
      newest?.collected.validUntil == null
        ? null
        : { ...runRef(newest), validUntil: newest.collected.validUntil },
    chain: chainFigures(inside),
    cadences: changesSince(inside, ({ cadence }) => cadence),
    slots,
    slotList,
    uncovered: sample === null ? uncoveredOf(withEvidence, period, now).map(windowOf) : [],
    items: itemFigures(inside),
    policy,
    collectors: changesSince(inside, ({ collected }) => collected?.collector ?? null),
    mappings: changesSince(inside, ({ collected }) => collected?.mapping ?? null),
    rules: changesSince(inside, ({ collected }) => collected?.rules ?? null),
    signers: changesSince(inside, ({ signedBy }) => signedBy),
    timed: inside.filter(({ signedAt }) => signedAt !== null).length,
    signedLate: signedLate.map(lateRef),
    declarations: declared,
    changes: inside.flatMap(({ runPath, collectedAt, notable }) =>
      notable.map((change) => ({ run: runPath, collectedAt: formatTime(collectedAt), ...change })),
    ),
    witness: compared?.figures ?? null,
    sample: sample === null ? null : sampleFigures(sample, { runs: inside, days }),
    problems,
    unchecked,
    weaknesses,
    outside: everything.filter((problem) => !touchesPeriod(limits, problem.touches)),
    remarks: [
      ...(isNothing ? ["no run is in the period and none was due, so nothing can be shown about it"] : []),
      ...each.remarks,
      ...chain.remarks,
      ...remarksOnEnds(withEvidence, { asked, now }),
      ...(ends?.remarks ?? []),
      ...(withoutRun.length > 0 ? [`no run was collected on ${withoutRun.join(", ")}`] : []),
      ...(requiresExpectations && !isHeld(policy) ? [notHeldRemark(policy)] : []),
      ...(isUnconfirmed
        ? [`this may not be the sample that was asked for: to check that, name its ${unnamed.join(", ")}`]
        : []),
    ],
    notProven: notProvenSentences(inside, compared?.figures.same ?? null),
  };
}

function otherServersOf(runs: readonly RunSummary[]): StreamVerdict["notFromDatadog"] {
  const servers = runs.flatMap(({ collected }) => collected?.otherServer ?? []);
  return servers.length === 0 ? null : { runs: servers.length, servers: [...new Set(servers)].slice(0, 3) };
}

function notHeldRemark({ absent, expectations }: PolicyFigures): string {
  const open = expectations.filter(({ broken, unknown }) => broken + unknown > 0).length;
  const parts = [
    ...(absent > 0 ? [`${absent} of the runs have no policy`] : []),
    ...(open > 0 ? [`${open} of the expectations are broken or unknown in a run`] : []),
  ];
  return `expectations are required, and ${parts.join(", and ")}`;
}

/** The days that decide alone: those of a sample by dates of which no period was asked for; else null. */
function decidingDays(
  selection: SampleSelection | null,
  { from, to }: AskedPeriod,
): readonly string[] | null {
  return selection?.kind === "dates" && from === null && to === null ? selection.dates : null;
}

/** The period from the first of the days to the last, that day included. */
function periodOfDays(days: readonly string[]): AskedPeriod {
  const starts = days.map((day) => Date.parse(day));
  return { from: Math.min(...starts), to: Math.max(...starts) + DAY_MS };
}

function isOnDays({ from, to }: Slot, days: readonly string[]): boolean {
  return days.some((day) => {
    const start = Date.parse(day);
    return Date.parse(from) < start + DAY_MS && Date.parse(to) > start;
  });
}

function sampleFigures(
  sample: Sample,
  { runs, days }: { readonly runs: readonly RunSummary[]; readonly days: readonly string[] | null },
): StreamVerdict["sample"] {
  const withEvidence = runs.filter(
    ({ collected, isStatementOnly }) => collected !== null && !isStatementOnly,
  );
  const all = runs.filter(({ collected }) => collected !== null);
  return { runs: withEvidence.length, of: all.length, chosen: selectionInWords(sample), days };
}

function lateRef(run: RunSummary): StreamVerdict["signedLate"][number] {
  return { ...runRef(run), signedAt: run.signedAt === null ? null : formatTime(run.signedAt) };
}

/** The one that shows first in time; one without a time comes first. */
function byFirst(a: Problem, b: Problem): number {
  return shownAt(a) - shownAt(b) || (a.sequence ?? 0) - (b.sequence ?? 0);
}

function shownAt({ run, touches: when }: Problem): number {
  return claimedTime(run) ?? (when === null ? 0 : Date.parse(when.to));
}

function runFigures(runs: readonly RunSummary[]): Omit<StreamVerdict["runs"], "found"> {
  const ended = (outcome: Outcome): number =>
    runs.filter(({ collected }) => collected?.outcome === outcome).length;
  return {
    genuine: runs.length,
    complete: ended("complete"),
    partial: ended("partial"),
    failed: ended("failed"),
    declarations: runs.filter(({ gap }) => gap !== null).length,
  };
}

function chainFigures(runs: readonly RunSummary[]): StreamVerdict["chain"] {
  const numbers = runs.flatMap(({ sequence }) => (sequence === null ? [] : [sequence]));
  return {
    from: numbers.reduce<number | null>((least, each) => Math.min(least ?? each, each), null),
    to: numbers.reduce<number | null>((most, each) => Math.max(most ?? each, each), null),
    notChained: runs.length - numbers.length,
    restarts: runs.flatMap((run) => (run.restart === null ? [] : [{ ...runRef(run), reason: run.restart }])),
  };
}

function uncoveredOf(
  runs: ReturnType<typeof collectingRuns>,
  period: Span | null,
  now: number,
): readonly Span[] {
  const [first] = runs;
  if (period === null || first === undefined) return [];
  // The future cannot have been looked at.
  const { from } = period;
  const to = Math.min(period.to, now);
  const windows = runs.flatMap(({ collected }) => (collected.window === null ? [] : [collected.window]));
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

function windowOf({ from, to }: Span): Window {
  return { from: formatTime(from), to: formatTime(to) };
}

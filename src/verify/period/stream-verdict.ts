import { formatTime, HOUR_MS } from "../../platform/time.ts";
import type { Outcome, Window } from "../../evidence/schema.ts";
import { chainFindings } from "../stream/chain.ts";
import { uncovered } from "./coverage.ts";
import { changesOf, declarations, itemFigures, slotFigures } from "./figures.ts";
import { membershipProblems } from "../stream/consistency.ts";
import { notProven } from "./not-proven.ts";
import { periodOf, touches } from "./range.ts";
import type { AskedPeriod } from "./range.ts";
import { worst } from "../stream/problems.ts";
import type { Problem, StreamVerdict } from "../stream/problems.ts";
import { named } from "../stream/run-summary.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import { chosenInWords, otherThanNamed, SAMPLE_NAME, sampleTroubles } from "../stream/sample.ts";
import type { Sample, Named as Wish } from "../stream/sample.ts";
import { collecting, slotsOf, slotStart } from "./slots.ts";
import type { Span } from "./slots.ts";
import type { StreamFolder } from "../stream/find-streams.ts";
import type { StreamRuns } from "../stream/verify-stream.ts";
import { compareCopies } from "../stream/copies.ts";

/** What a stream is judged by, once each of its runs is verified. */
interface Judging {
  readonly runs: StreamRuns;
  /** Independent copies of the stream's runs; null where no witness was given. */
  readonly copies: readonly RunSummary[] | null;
  readonly asked: AskedPeriod;
  /** By what an auditor had a sample chosen; null where nobody says. */
  readonly named?: Wish | null;
  readonly now: number;
}

/** The verdict on a stream over a period. Pure: it follows from the runs alone. */
export function judged(
  stream: Pick<StreamFolder, "name" | "folder" | "runs" | "sample">,
  { runs: each, copies, asked: said, named: wish = null, now }: Judging,
): StreamVerdict {
  const { sample } = stream;
  const asked = sample === null ? said : within(said, sample.period);
  const runs = each.genuine.toSorted((a, b) => a.collectedAt - b.collectedAt);
  const withEvidence = collecting(runs);
  const newest = withEvidence.at(-1);
  // Where nobody names its ends, the period holds every run that is known of: a copy may prove one that is gone.
  const period = periodOf(collecting([...runs, ...(copies ?? [])]), asked, now);
  const isInside = ({ collectedAt }: RunSummary): boolean => touches(period, at(collectedAt));
  const inside = runs.filter(isInside);
  const [first, last] = [inside[0], inside.at(-1)];

  const chain = chainFindings(runs, each.doubtful);
  const witness = copies === null ? null : compareCopies(runs, { copies, doubtful: each.doubtful, isInside });
  const everything = [
    ...each.problems,
    ...membershipProblems(stream.name, runs),
    ...chain.problems,
    ...(witness?.problems ?? []),
    ...(sample === null ? [] : sampleProblems(sample, { stream: stream.name, runs, wish })),
  ].toSorted(byFirst);
  // Only an end that somebody named excludes anything: what did not verify may lie after the last run that did.
  const limits = { from: asked.from ?? -Infinity, to: asked.to ?? Infinity };
  const problems = everything.filter((problem) => touches(limits, problem.touches));
  const unchecked = each.unchecked.filter((one) => touches(limits, one.touches));

  const gaps = runs.filter(({ gap }) => gap !== null);
  const slots = period === null ? [] : slotsOf(withEvidence, { period, gaps, now });
  const slotFiguresOf = slotFigures(slots);
  const counts = runFigures(inside);
  const declared = declarations(gaps, period);
  const signedLate = inside.filter(({ isSignedLate }) => isSignedLate);
  const lacking = [
    counts.partial,
    counts.failed,
    counts.declarations,
    declared.length,
    slotFiguresOf.partial,
    slotFiguresOf.failed,
    slotFiguresOf.missing,
    slotFiguresOf.declared,
    signedLate.length,
  ];
  // Whoever takes evidence away could call the rest a sample; only whoever named it knows.
  const isUnconfirmed = sample !== null && wish === null;
  const isExplained = counts.declarations > 0 || declared.length > 0;
  const isNothing = collecting(inside).length === 0 && slots.length === 0 && !isExplained;
  return {
    stream: stream.name,
    site: runs[0]?.site ?? null,
    folder: stream.folder,
    exitCode: worst([
      problems.length > 0 ? 1 : 0,
      unchecked.length > 0 || isNothing ? 2 : 0,
      isUnconfirmed || lacking.some((count) => count > 0) ? 3 : 0,
    ]),
    period: period && windowOf(period),
    runs: { found: stream.runs.length, ...counts },
    first: first === undefined ? null : named(first),
    last: last === undefined ? null : named(last),
    newest:
      newest?.collected.validUntil == null
        ? null
        : { ...named(newest), validUntil: newest.collected.validUntil },
    chain: chainFigures(inside),
    cadences: changesOf(inside, ({ cadence }) => cadence),
    slots: slotFiguresOf,
    slotList: slots,
    uncovered: sample === null ? uncoveredOf(withEvidence, period, now).map(windowOf) : [],
    items: itemFigures(inside),
    collectors: changesOf(inside, ({ collected }) => collected?.collector ?? null),
    mappings: changesOf(inside, ({ collected }) => collected?.mapping ?? null),
    rules: changesOf(inside, ({ collected }) => collected?.rules ?? null),
    signers: changesOf(inside, ({ signedBy }) => signedBy),
    timed: inside.filter(({ signedAt }) => signedAt !== null).length,
    signedLate: signedLate.map(namedLate),
    declarations: declared,
    changes: inside.flatMap((run) =>
      run.notable.map((change) => ({ run: run.place, collectedAt: formatTime(run.collectedAt), ...change })),
    ),
    witness: witness?.figures ?? null,
    sample: sample === null ? null : sampleFigures(sample, inside),
    problems,
    unchecked,
    outside: everything.filter((problem) => !touches(limits, problem.touches)),
    remarks: [
      ...(isNothing ? ["no run lies in the period and none was due, so nothing of it can be shown"] : []),
      ...each.remarks,
      ...chain.remarks,
      ...aboutEnds(withEvidence, { asked, now }),
      ...(isUnconfirmed
        ? ["whether this is the sample that was asked for is not shown: name its --dates or --nonce"]
        : []),
    ],
    notProven: notProven(inside, witness?.figures.same ?? null),
  };
}

/** The period that was asked for, where it was; a sample holds no more than its own. */
function within(asked: AskedPeriod, { from, to }: Window): AskedPeriod {
  return { from: asked.from ?? Date.parse(from), to: asked.to ?? Date.parse(to) };
}

function sampleProblems(
  sample: Sample,
  {
    stream,
    runs,
    wish,
  }: { readonly stream: string; readonly runs: readonly RunSummary[]; readonly wish: Wish | null },
): readonly Problem[] {
  const other = wish === null ? null : otherThanNamed(sample, wish);
  const troubles = [
    ...(other === null ? [] : [[SAMPLE_NAME, other] as const]),
    ...sampleTroubles(sample, stream, runs),
  ];
  return troubles.map(([run, detail]) => ({
    code: "sample",
    run,
    sequence: null,
    detail,
    touches: null,
  }));
}

function sampleFigures(sample: Sample, runs: readonly RunSummary[]): StreamVerdict["sample"] {
  const withEvidence = runs.filter(({ collected, isSealed }) => collected !== null && !isSealed);
  const all = runs.filter(({ collected }) => collected !== null);
  return { runs: withEvidence.length, of: all.length, chosen: chosenInWords(sample) };
}

function namedLate(run: RunSummary): StreamVerdict["signedLate"][number] {
  return { ...named(run), signedAt: run.signedAt === null ? null : formatTime(run.signedAt) };
}

/** The one that shows first in time; where nothing tells the time, first of all. */
function byFirst(a: Problem, b: Problem): number {
  return shownAt(a) - shownAt(b) || (a.sequence ?? 0) - (b.sequence ?? 0);
}

function shownAt({ touches: when }: Problem): number {
  return when === null ? 0 : Date.parse(when.to);
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
    restarts: runs.flatMap((run) => (run.restart === null ? [] : [{ ...named(run), reason: run.restart }])),
  };
}

function uncoveredOf(runs: ReturnType<typeof collecting>, period: Span | null, now: number): readonly Span[] {
  const [first] = runs;
  if (period === null || first === undefined) return [];
  // Before the first run nothing was due, and what is to come nobody can have looked at.
  const from = Math.max(period.from, slotStart(first.collectedAt, first.cadence));
  const to = Math.min(period.to, now);
  const windows = runs.flatMap(({ collected }) => (collected.window === null ? [] : [collected.window]));
  return from < to ? uncovered(windows, { from, to }) : [];
}

function aboutEnds(
  runs: readonly RunSummary[],
  { asked, now }: { readonly asked: AskedPeriod; readonly now: number },
): readonly string[] {
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return [];
  const hours = Math.max(0, Math.floor((now - last.collectedAt) / HOUR_MS));
  const age = hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
  return [
    ...(asked.from !== null && asked.from < slotStart(first.collectedAt, first.cadence)
      ? [aboutBeginning(first)]
      : []),
    ...(asked.to === null ? [`without --to the period ends with the last run, which is ${age} old`] : []),
    ...(asked.to !== null && asked.to > now
      ? ["the period is not over; what is to come is not due yet"]
      : []),
  ];
}

function aboutBeginning({ collectedAt, sequence }: RunSummary): string {
  const first = `before the first run that is here, ${formatTime(collectedAt)},`;
  return sequence === null || sequence === 1
    ? `${first} no slot was due`
    : `${first} slots are not known: it is number ${sequence}, and the runs before it are not here`;
}

function at(ms: number): Window {
  return windowOf({ from: ms, to: ms });
}

function windowOf({ from, to }: Span): Window {
  return { from: formatTime(from), to: formatTime(to) };
}

import { DAY_MS, formatTime, HOUR_MS } from "../../platform/time.ts";
import type { Gap } from "../../evidence/gap.ts";
import { CADENCE_MS } from "../../evidence/projection/times.ts";
import type { Evidence, Window } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import type { Slot, SlotState } from "./verdict.ts";
import type { Collected, RunSummary } from "../stream/run-summary.ts";
import { Schedules } from "./schedule.ts";

type Cadence = Evidence["stream"]["cadence"];

/** A run is late if it comes this long after it was due, or half a slot after, whichever is shorter. */
const LATE_MS = 6 * HOUR_MS;
/** Zones differ by quarters of an hour. */
const ZONE_MS = HOUR_MS / 4;
/** With fewer runs a shift may be chance. */
const FEWEST_RUNS = 3;
/** A day on which clocks are set back has 25 hours; runs are some minutes late. */
const LONGEST_DAY_MS = 26 * HOUR_MS;
/** More than ten years of hours; a run of an absurd date must not make millions. */
const MOST_SLOTS = 100_000;

/** A run that collected evidence. */
export type Collecting = RunSummary & { readonly collected: Collected };

/** Half open, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The span as verdicts name it. */
export function formatSpan({ from, to }: Span): Window {
  return { from: formatTime(from), to: formatTime(to) };
}

function slotOf(span: Span, found: Omit<Slot, keyof Window>): Slot {
  return { ...formatSpan(span), ...found };
}

/** The beginning of the slot that holds the instant. */
export function slotStart(at: number, cadence: Cadence): number {
  return Math.floor(at / CADENCE_MS[cadence]) * CADENCE_MS[cadence];
}

/** The runs that collected evidence, by the time at which they began. */
export function collectingRuns(runs: readonly RunSummary[]): readonly Collecting[] {
  const collecting = runs.filter((run): run is Collecting => run.collected !== null);
  return collecting.toSorted((a, b) => a.startedAt - b.startedAt);
}

/**
 * Every slot of the period that was due: from the stream's first run on, under
 * the cadence then in force, as far as it is over or has a run. `runs` are all
 * that there are, by time.
 */
export function listSlots(
  runs: readonly Collecting[],
  {
    period,
    gaps,
    weak = new Set(),
    now,
  }: {
    readonly period: Span;
    readonly gaps: readonly RunSummary[];
    /** Runs that name a slot only where no other does. */
    readonly weak?: ReadonlySet<RunSummary>;
    readonly now: number;
  },
): readonly Slot[] {
  const schedules = new Schedules();
  const shifts = zoneShifts(runs, schedules);
  const declared = gaps.flatMap(declaredBy);
  const known = schedulesAfter(runs);
  const slots: Slot[] = [];
  // A future slot is due only where it has a run.
  const to = Math.min(period.to, Math.max(now, (runs.at(-1)?.startedAt ?? now) + 1));
  for (const slot of spansOf(runs, { from: period.from, to })) {
    const [first, end] = [countBefore(runs, slot.from), countBefore(runs, slot.to)];
    const inside = runs.slice(first, end);
    if (slot.to <= period.from || (inside.length === 0 && slot.to > now)) continue;
    const bridge = inside.length === 0 ? clockChange(slot, runs[first - 1], runs[first]) : null;
    if (bridge !== null) {
      slots.push(bridge);
      continue;
    }
    const schedule = known[end] ?? null;
    const fire = schedule === null ? null : schedules.firstFire(schedule, slot.from);
    const shift = schedule === null ? 0 : (shifts.get(schedule) ?? 0);
    const due = fire === null || fire >= slot.to ? slot.from : fire + shift;
    // Where no run of a sample says when runs were due, none is called late.
    const isUnknown = fire === null && inside.some(({ isStatementOnly }) => isStatementOnly);
    const lateAfter = isUnknown ? slot.to : due + Math.min(LATE_MS, (slot.to - slot.from) / 2);
    const nextFire = schedule === null ? null : schedules.firstFire(schedule, slot.to);
    const byStrength = inside.toSorted((a, b) => Number(weak.has(a)) - Number(weak.has(b)));
    slots.push(slotVerdict(slot, { inside: byStrength, declared, lateAfter, nextFire }));
  }
  return slots;
}

/**
 * How much later than in UTC each schedule fires: evidence does not name the time zone of a schedule (`timezone` of
 * GitHub). If every run of a schedule comes later than UTC would say, the smallest delay is its zone.
 */
function zoneShifts(runs: readonly Collecting[], schedules: Schedules): ReadonlyMap<string, number> {
  const delays = runs.flatMap(({ startedAt, cadence, collected: { schedule } }) => {
    const fire = schedule === null ? null : schedules.firstFire(schedule, slotStart(startedAt, cadence));
    return schedule === null || fire === null ? [] : [{ schedule, delay: startedAt - fire }];
  });
  const shifts = new Map<string, number>();
  for (const [schedule, each] of Map.groupBy(delays, (one) => one.schedule)) {
    const least = each.reduce((one, { delay }) => Math.min(one, delay), Infinity);
    if (each.length >= FEWEST_RUNS && least > 0) shifts.set(schedule, Math.floor(least / ZONE_MS) * ZONE_MS);
  }
  return shifts;
}

/**
 * A day in UTC without a run between two runs of one schedule that are a day and a change of the clock apart: where
 * a schedule has a time zone, clocks that are set back leave such a day. Null where it is a day without evidence.
 */
function clockChange(
  { from, to }: Span,
  before: Collecting | undefined,
  after: Collecting | undefined,
): Slot | null {
  if (before === undefined || after === undefined || to - from !== DAY_MS) return null;
  const isOfSchedule =
    before.collected.schedule !== null && before.collected.schedule === after.collected.schedule;
  const isComplete = [before, after].every(({ collected }) => collected.outcome === "complete");
  if (!isOfSchedule || !isComplete || after.startedAt - before.startedAt > LONGEST_DAY_MS) return null;
  const detail = `the runs around it are less than ${LONGEST_DAY_MS / HOUR_MS} h apart, as where the clock of a schedule changes`;
  return slotOf({ from, to }, { state: "met", run: after.runPath, detail });
}

/** How many of the runs, which are by time, began before the instant. */
function countBefore(runs: readonly Collecting[], instant: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.startedAt ?? Infinity) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The schedule after no run, after the first, and so on, as far as it is known. */
function schedulesAfter(runs: readonly Collecting[]): readonly (string | null)[] {
  const named = runs.map(({ collected }) => collected.schedule);
  // Statements do not name the schedule: in a sample, that of its first run holds from the beginning.
  const isSample = runs.some(({ isStatementOnly }) => isStatementOnly);
  const known = [isSample ? (named.find((schedule) => schedule !== null) ?? null) : null];
  for (const schedule of named) known.push(schedule ?? known.at(-1) ?? null);
  return known;
}

/**
 * The slots from the beginning that was asked for to the first run: nothing was collected then, so nothing is known
 * of them.
 */
export function listSlotsBefore([first]: readonly Collecting[], { from, to }: Span): readonly Slot[] {
  if (first === undefined) return [];
  const before = {
    from: slotStart(from, first.cadence),
    to: Math.min(to, slotStart(first.startedAt, first.cadence)),
    length: CADENCE_MS[first.cadence],
  };
  if (countOf(before) > MOST_SLOTS) throw tooMany(`from ${formatTime(from)} to ${formatTime(before.to)}`);
  const detail = "before the first run that is here";
  return divide(before).map((span) => slotOf(span, { state: "not covered", run: null, detail }));
}

function tooMany(which: string): Failure {
  return new Failure("unreadable", `the period holds more than ${MOST_SLOTS} slots: ${which}`, {
    hint: "name a shorter period with --from and --to",
  });
}

/**
 * The slots of the period. Around a change of cadence, the slot that holds the change counts in both. Throws a
 * `Failure` where there are too many.
 */
function spansOf(runs: readonly Collecting[], period: Span): readonly Span[] {
  const parts = cadenceSpans(runs).map(({ cadence, from, to }) => ({
    from: slotStart(Math.max(from, period.from), cadence),
    to: Math.min(period.to, to),
    length: CADENCE_MS[cadence],
  }));
  if (parts.reduce((sum, part) => sum + countOf(part), 0) > MOST_SLOTS) {
    const [first, last] = [runs[0]?.collectedAt ?? 0, runs.at(-1)?.collectedAt ?? 0];
    throw tooMany(`its runs are dated ${formatTime(first)} to ${formatTime(last)}`);
  }
  return parts.flatMap(divide);
}

/** A span, and the length of the slots that it is divided into. */
interface SpanToDivide extends Span {
  readonly length: number;
}

function countOf({ from, to, length }: SpanToDivide): number {
  return Math.max(0, Math.ceil((to - from) / length));
}

function divide(span: SpanToDivide): readonly Span[] {
  const { from, length } = span;
  return Array.from({ length: countOf(span) }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
  }));
}

/** How long each cadence was in force, by time: from its first run on, the last without end. */
export function cadenceSpans(runs: readonly Collecting[]): readonly (Span & { readonly cadence: Cadence })[] {
  const first = runs.filter(({ cadence }, index) => cadence !== runs[index - 1]?.cadence);
  return first.map(({ cadence, startedAt }, index) => {
    return { cadence, from: startedAt, to: first[index + 1]?.startedAt ?? Infinity };
  });
}

/** The slot with its state, from its best run. */
function slotVerdict(
  { from, to }: Span,
  {
    inside,
    declared,
    lateAfter,
    nextFire,
  }: {
    readonly inside: readonly Collecting[];
    readonly declared: readonly Declared[];
    readonly lateAfter: number;
    /** When the schedule, read in UTC, fires for the slot after this one. */
    readonly nextFire: number | null;
  },
): Slot {
  const slot = (state: SlotState, run: RunSummary | null, detail: string | null): Slot => {
    return slotOf({ from, to }, { state, run: run?.runPath ?? null, detail });
  };
  const best = (outcome: Collected["outcome"]) =>
    inside.find(({ collected }) => collected.outcome === outcome);

  const complete = best("complete");
  if (complete !== undefined) {
    const { collectedAt } = complete;
    // With summer time a schedule fires an hour earlier, which may be the day before in UTC.
    const isEarly =
      nextFire !== null && complete.collected.schedule !== null && complete.startedAt >= nextFire - HOUR_MS;
    if (collectedAt <= lateAfter || isEarly) return slot("met", complete, null);
    return slot(
      "late",
      complete,
      `collected ${formatTime(collectedAt)}, late after ${formatTime(lateAfter)}`,
    );
  }
  for (const outcome of ["partial", "failed"] as const) {
    const run = best(outcome);
    if (run !== undefined) return slot(outcome, run, lacking(run));
  }
  const found = declared.find((each) => each.from <= from && each.to >= to);
  if (found !== undefined) {
    const { cause, ticket, role } = found.gap;
    return slot("declared", found.run, `${cause}; ${[ticket, `by the ${role}`].filter(Boolean).join(", ")}`);
  }
  return slot("missing", null, "no run and no declared gap");
}

/** A declared gap. */
interface Declared extends Span {
  readonly run: RunSummary;
  readonly gap: Gap;
}

function declaredBy(run: RunSummary): readonly Declared[] {
  const { gap } = run;
  return gap === null ? [] : [{ run, gap, from: Date.parse(gap.range.from), to: Date.parse(gap.range.to) }];
}

function lacking({ collected, isStatementOnly }: Collecting): string {
  if (isStatementOnly) return "as its statement says; its evidence is not in the sample";
  return collected.items
    .filter(({ status }) => status !== "complete")
    .map(({ id, status, reason }) => `${id} ${status}${reason === null ? "" : ` (${reason})`}`)
    .join(", ");
}

/** The parts of the period that are in none of the windows. */
export function uncoveredSpans(windows: readonly Span[], period: Span): readonly Span[] {
  const gaps: Span[] = [];
  let reached = period.from;
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    if (reached >= period.to) break;
    if (from > reached) gaps.push({ from: reached, to: Math.min(from, period.to) });
    reached = Math.max(reached, to);
  }
  if (reached < period.to) gaps.push({ from: reached, to: period.to });
  return gaps;
}

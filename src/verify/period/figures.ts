import { formatTime } from "../../platform/time.ts";
import type { ItemId, Outcome } from "../../evidence/schema.ts";
import type { Sample } from "../stream/sample.ts";
import { touchesPeriod } from "./range.ts";
import type {
  Declaration,
  ItemFigures,
  ChangeSince,
  Slot,
  SlotFigures,
  SlotState,
  StreamVerdict,
  ExpectationFigures,
  PolicyFigures,
} from "./verdict.ts";
import { runRef, type Collected, type RunSummary } from "../stream/run-summary.ts";
import type { Collecting, Span } from "./slots.ts";

/** When a value changed over the runs, which are in order of time. */
export function changesSince(
  runs: readonly RunSummary[],
  valueOf: (run: RunSummary) => string | null,
): readonly ChangeSince[] {
  const list: { value: string; from: string; runs: number }[] = [];
  for (const run of runs) {
    const value = valueOf(run);
    if (value === null) continue;
    const last = list.at(-1);
    if (last?.value === value) last.runs += 1;
    else list.push({ value, from: formatTime(run.collectedAt), runs: 1 });
  }
  return list;
}

/** How often each item was complete, partial, skipped and failed. */
export function itemFigures(runs: readonly RunSummary[]): Readonly<Partial<Record<ItemId, ItemFigures>>> {
  const figures: Partial<Record<ItemId, ItemFigures>> = {};
  for (const { collected } of runs) {
    for (const { id, status } of collected?.items ?? []) {
      const before = figures[id] ?? { complete: 0, partial: 0, skipped: 0, failed: 0 };
      figures[id] = { ...before, [status]: before[status] + 1 };
    }
  }
  return figures;
}

/** How many slots were due, and how each ended. */
export function slotFigures(slots: readonly Slot[]): SlotFigures {
  const count = (state: SlotState): number => slots.filter((slot) => slot.state === state).length;
  return {
    due: slots.length,
    met: count("met"),
    late: count("late"),
    partial: count("partial"),
    failed: count("failed"),
    declared: count("declared"),
    missing: count("missing"),
    notCovered: count("not covered"),
  };
}

/** The declared gaps that touch the period. */
export function declarationsIn(gaps: readonly RunSummary[], period: Span | null): readonly Declaration[] {
  return gaps.flatMap((run) => {
    if (run.gap === null || !touchesPeriod(period, run.gap.range)) return [];
    const { range, cause, ticket, role } = run.gap;
    return [{ ...runRef(run), range, cause, ticket, role }];
  });
}

/** The first and the last of the runs, which are by time. */
export function endsOf(runs: readonly RunSummary[]): Pick<StreamVerdict, "first" | "last"> {
  const [first, last] = [runs[0], runs.at(-1)];
  return {
    first: first === undefined ? null : runRef(first),
    last: last === undefined ? null : runRef(last),
  };
}

/** The newest of the runs that collected, where it says how long it is valid. */
export function newestOf(collecting: readonly Collecting[]): StreamVerdict["newest"] {
  const newest = collecting.at(-1);
  const validUntil = newest?.collected.validUntil ?? null;
  return newest === undefined || validUntil === null ? null : { ...runRef(newest), validUntil };
}

/** By what and by whom the runs were made and signed. */
export function makerFigures(
  runs: readonly RunSummary[],
): Pick<StreamVerdict, "collectors" | "mappings" | "rules" | "signers" | "timed" | "signedLate"> {
  return {
    collectors: changesSince(runs, ({ collected }) => collected?.collector ?? null),
    mappings: changesSince(runs, ({ collected }) => collected?.mapping ?? null),
    rules: changesSince(runs, ({ collected }) => collected?.rules ?? null),
    signers: changesSince(runs, ({ signedBy }) => signedBy),
    timed: runs.filter(({ signedAt }) => signedAt !== null).length,
    signedLate: runs.filter(({ isSignedLate }) => isSignedLate).map(lateRef),
  };
}

function lateRef(run: RunSummary): StreamVerdict["signedLate"][number] {
  return { ...runRef(run), signedAt: run.signedAt === null ? null : formatTime(run.signedAt) };
}

/** The servers that answered in the place of Datadog. */
export function otherServers(runs: readonly RunSummary[]): StreamVerdict["notFromDatadog"] {
  const servers = runs.flatMap(({ collected }) => collected?.otherServer ?? []);
  return servers.length === 0 ? null : { runs: servers.length, servers: [...new Set(servers)].slice(0, 3) };
}

/** What of the sample is here. */
export function sampleFigures(
  { chosenBy, without }: Sample,
  { runs, days }: { readonly runs: readonly RunSummary[]; readonly days: readonly string[] | null },
): StreamVerdict["sample"] {
  const all = runs.filter(({ collected }) => collected !== null);
  const here = all.filter(({ isStatementOnly }) => !isStatementOnly);
  const lacking = without.length === 0 ? "" : `; no run was collected on ${without.join(", ")}`;
  const chosen =
    chosenBy.kind === "dates"
      ? `chosen by the dates ${chosenBy.dates.join(", ")}${lacking}`
      : `${chosenBy.count} chosen by the nonce ${JSON.stringify(chosenBy.nonce)}${lacking}`;
  return { runs: here.length, of: all.length, chosen, days };
}

/** How the runs ended. */
export function runFigures(runs: readonly RunSummary[]): Omit<StreamVerdict["runs"], "found"> {
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

/** The numbers of the runs in the chain, and where it was restarted. */
export function chainFigures(runs: readonly RunSummary[]): StreamVerdict["chain"] {
  const numbers = runs.flatMap(({ sequence }) => (sequence === null ? [] : [sequence]));
  return {
    from: numbers.reduce<number | null>((least, each) => Math.min(least ?? each, each), null),
    to: numbers.reduce<number | null>((most, each) => Math.max(most ?? each, each), null),
    notChained: runs.length - numbers.length,
    restarts: runs.flatMap((run) => (run.restart === null ? [] : [{ ...runRef(run), reason: run.restart }])),
  };
}

type Judged = NonNullable<Collected["expectations"]>[number];

/**
 * The results of the expectations over the runs, which are in order of time, in the order in which they first
 * appear. Of a run that is not in a sample nothing is known.
 */
export function policyFigures(runs: readonly RunSummary[]): PolicyFigures {
  const expectations = new Map<string, ExpectationFigures>();
  let given = 0;
  let absent = 0;
  for (const run of runs) {
    if (run.collected === null || run.isStatementOnly) continue;
    if (run.collected.expectations === null) absent += 1;
    else given += 1;
    for (const judged of run.collected.expectations ?? []) {
      expectations.set(judged.id, withRun(expectations.get(judged.id), judged, run));
    }
  }
  return { given, absent, expectations: [...expectations.values()] };
}

function withRun(
  before: ExpectationFigures | undefined,
  { id, item, result }: Judged,
  run: RunSummary,
): ExpectationFigures {
  const counts = before ?? { met: 0, accepted: 0, broken: 0, unknown: 0 };
  const isBroken = result === "broken";
  return {
    id,
    item,
    met: counts.met,
    accepted: counts.accepted,
    broken: counts.broken,
    unknown: counts.unknown,
    [result]: counts[result] + 1,
    last: result,
    firstBroken: before?.firstBroken ?? (isBroken ? runRef(run) : null),
    brokenSince: isBroken ? (before?.brokenSince ?? runRef(run)) : null,
  };
}

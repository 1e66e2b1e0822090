import { z } from "zod";

import { DAY_MS } from "../../platform/time.ts";
import type { Window } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import { CADENCE_MS } from "../../evidence/projection/times.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import type { AskedPeriod } from "../stream/sample.ts";
import { slotStart, type Span } from "./slots.ts";

const Day = z.iso.date();
const Instant = z.iso.datetime();

/** Reads the ends of a period. A bare date includes that day. Throws a sentence where there is no such period. */
export function parsePeriod(
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  now: Date,
): AskedPeriod {
  const begins = endOf(from, 0);
  const ends = endOf(to, DAY_MS);
  if (begins === undefined || ends === undefined) {
    const unread = [...(begins === undefined ? ["from"] : []), ...(ends === undefined ? ["to"] : [])];
    throw new Failure("input", `${unread.join(" and ")}: neither a date nor an instant in UTC`, {
      hint: "write 2026-11-22, or 2026-11-22T06:00:00Z",
    });
  }
  if (begins !== null && ends !== null && begins >= ends) {
    throw new Failure("input", "to: the period ends before it begins", { hint: "swap --from and --to" });
  }
  if (begins !== null && begins >= now.getTime()) {
    throw new Failure("input", "from: the period has not begun yet", { hint: "name a day that has been" });
  }
  return { from: begins, to: ends };
}

/** Throws where flags that need several runs were given for a single run. */
export function ensureNoPeriod(given: Readonly<Record<string, string | undefined>>): void {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  if (names.length === 0) return;
  throw new Failure("input", `${names.join(", ")}: a run folder has no period and no copies to compare`, {
    hint: "name the stream or the repository that contains the run",
  });
}

/** Null where nothing was given, undefined where it cannot be read. */
function endOf(text: string | undefined, lasting: number): number | null | undefined {
  if (text === undefined) return null;
  if (Day.safeParse(text).success) return Date.parse(text) + lasting;
  return Instant.safeParse(text).success ? Date.parse(text) : undefined;
}

/**
 * The period in question: from the first run's slot to the last run's, where
 * no other ends were requested; null where neither is known. `runs` are by time.
 */
export function effectivePeriod(runs: readonly RunSummary[], asked: AskedPeriod, now: number): Span | null {
  const first = runs[0];
  const last = runs.at(-1);
  const from = asked.from ?? (first && slotStart(first.startedAt, first.cadence));
  if (from === undefined) return null;
  const end = last && slotStart(last.startedAt, last.cadence) + CADENCE_MS[last.cadence];
  // Where the last run is before the period, all of it up to now is without a run.
  const to = asked.to ?? (end !== undefined && end > from ? end : now);
  return { from, to };
}

/** Whether the time, both ends included, touches the period. Something without a time does, so that it is not lost. */
export function touchesPeriod(period: Span | null, time: Window | null): boolean {
  if (period === null || time === null) return true;
  return Date.parse(time.to) >= period.from && Date.parse(time.from) < period.to;
}

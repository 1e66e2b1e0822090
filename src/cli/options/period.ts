import { z } from "zod";

import { flagText } from "../../config/flags.ts";
import type { Flags, FlagValues } from "../../config/flags.ts";
import { Failure } from "../../failure.ts";
import { parsePeriod } from "../../verify/period/range.ts";
import type { AskedPeriod } from "../../verify/period/range.ts";

/** The flags that need more than one run. */
export const PERIOD_FLAGS = {
  from: { argument: "DAY", description: "Of a stream: start of the period, a UTC date or time." },
  to: {
    argument: "DAY",
    description: "Of a stream: end of the period, a UTC date, which is included, or time.",
  },
  witness: {
    argument: "DIR",
    alias: "compare-with",
    description: "Of a stream: compare with independent copies of its runs in DIR.",
  },
} as const satisfies Flags;

/** The flags of `verify` that name how an auditor had a sample drawn. */
export const SAMPLE_FLAGS = {
  dates: {
    argument: "DAYS",
    description:
      "Of a sample by days: the days that you named, separated by commas. Without them, exit 3 at best.",
  },
  nonce: { argument: "TEXT", description: "Of a sample by lot: the nonce that you named." },
  count: {
    argument: "N",
    description:
      "Of a sample by lot: how many runs you asked for. Without nonce, count, from and to, exit 3 at best.",
  },
} as const satisfies Flags;

/** The days of a list with commas, each once, in order; null where one is no day. */
export function listDays(text: string): readonly string[] | null {
  const days = text.split(",").map((day) => day.trim());
  return days.every((day) => z.iso.date().safeParse(day).success) ? [...new Set(days)].toSorted() : null;
}

/** Whether the text is a number of runs to choose. */
export function isCount(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}

/** The days of `--dates`, each once, in order. Throws a `Failure` where one is no day. */
export function datesFrom(text: string): readonly string[] {
  const dates = listDays(text);
  if (dates !== null) return dates;
  throw new Failure("input", "dates: must be a list of days", { hint: "write 2026-04-01,2026-05-17" });
}

/** The number of `--count`. Throws a `Failure` where it is none. */
export function countFrom(text: string): number {
  if (isCount(text)) return Number(text);
  throw new Failure("input", "count: must be a number of runs", { hint: "write 25" });
}

/** The period of `--from` and `--to`. Throws a `Failure` where they name none. */
export function periodFrom(given: FlagValues, now: Date): AskedPeriod {
  return parsePeriod({ from: flagText(given, "from"), to: flagText(given, "to") }, now);
}

/** Throws when a single run was given flags that need several. */
export function refusePeriodFlags(given: FlagValues): void {
  const names = Object.keys({ ...PERIOD_FLAGS, ...SAMPLE_FLAGS }).filter(
    (name) => flagText(given, name) !== undefined,
  );
  if (names.length === 0) return;
  throw new Failure("input", `${names.join(", ")}: a run folder has no period and no copies to compare`, {
    hint: "name the stream or the repository that contains the run",
  });
}

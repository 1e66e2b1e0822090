import { flagText, flagTexts, type Flags, type FlagValues } from "../../config/flags.ts";
import { ensureNoPeriod, parsePeriod } from "../../verify/period/range.ts";
import type { AskedPeriod } from "../../verify/stream/sample.ts";
import { parseSelection } from "../../verify/stream/selection.ts";
import type { SampleSelection } from "../../verify/stream/sample.ts";

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

/** The period of `--from` and `--to`. Throws a `Failure` where they name none. */
export function periodFrom(given: FlagValues, now: Date): AskedPeriod {
  return parsePeriod({ from: flagText(given, "from"), to: flagText(given, "to") }, now);
}

/** How the auditor had a sample drawn, by `--dates`, `--nonce` and `--count`; null where the flags say nothing. */
export function selectionFrom(given: FlagValues): SampleSelection | null {
  return parseSelection({
    dates: flagText(given, "dates"),
    nonce: flagText(given, "nonce"),
    count: flagText(given, "count"),
  });
}

/** Throws when a single run was given flags that need several. */
export function refusePeriodFlags(given: FlagValues): void {
  ensureNoPeriod(flagTexts(given, Object.keys({ ...PERIOD_FLAGS, ...SAMPLE_FLAGS })));
}

import type { AskedPeriod } from "./range.ts";
import { worst } from "../stream/problems.ts";
import type { PeriodVerdict, StreamVerdict } from "../stream/problems.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import type { Named } from "../stream/sample.ts";
import type { StreamFolder } from "../stream/find-streams.ts";
import { judged } from "./stream-verdict.ts";
import { verifiedRuns } from "../stream/verify-stream.ts";
import type { Seen } from "../stream/verify-stream.ts";
import type { Trust } from "../trust/trust.ts";
import type { IndependentCopies } from "../stream/copies.ts";

/** What a period is judged by. */
export interface Asking {
  readonly trust: Trust;
  readonly asked: AskedPeriod;
  /** Null where none was given. */
  readonly witness: IndependentCopies | null;
  readonly now: Date;
  /** Shown every genuine run in turn. */
  readonly seen?: Seen;
  /** By what the auditor had a sample chosen; without it a sample is never more than exit 3. */
  readonly named?: Named | null;
  /** Whether the streams are all of a repository: one that only the witness holds was then removed. */
  readonly isWhole?: boolean;
  /** What was not read while streams were looked for. */
  readonly skipped?: readonly string[];
}

/** More are only counted. */
const MOST_SKIPPED = 5;

/** Verifies every run of the streams, and what lies between the runs. */
export async function verifyPeriod(
  streams: readonly StreamFolder[],
  { trust, asked, witness, now, seen, named = null, isWhole = false, skipped = [] }: Asking,
): Promise<PeriodVerdict> {
  const verdicts: StreamVerdict[] = [];
  const witnessed = new Set<RunSummary>();
  for (const stream of streams) {
    const runs = await verifiedRuns(stream, trust, seen);
    const site = runs.genuine[0]?.site;
    const copies =
      witness?.runs.filter(
        (run) => run.stream === stream.name && (site === undefined || run.site === site),
      ) ?? null;
    for (const copy of copies ?? []) witnessed.add(copy);
    verdicts.push(judged(stream, { runs, copies, asked, named, now: now.getTime() }));
  }

  const remarks: string[] = [];
  const others = Map.groupBy(
    (witness?.runs ?? []).filter((run) => !witnessed.has(run)),
    ({ stream, site }) => `stream ${stream} of the site ${site}`,
  );
  // A sample is no more than what was chosen.
  const mayBeRemoved = isWhole && streams.every(({ sample }) => sample === null);
  for (const [which, copies] of others) {
    const verdict = mayBeRemoved ? removed(copies, { asked, now: now.getTime() }) : null;
    if (verdict !== null && verdict.problems.length > 0) verdicts.push(verdict);
    else remarks.push(`the witness also holds runs of ${which}, which is not here`);
  }
  return {
    exitCode: worst(verdicts.map(({ exitCode }) => exitCode)),
    streams: verdicts,
    remarks: [
      ...(witness?.remarks ?? []),
      ...remarks,
      ...skipped.slice(0, MOST_SKIPPED).map((name) => `${name} was not searched for streams`),
      ...(skipped.length > MOST_SKIPPED ? [`the same holds for ${skipped.length - MOST_SKIPPED} more`] : []),
    ],
  };
}

/** The verdict on a stream of which only copies are left. */
function removed(
  copies: readonly RunSummary[],
  { asked, now }: { readonly asked: AskedPeriod; readonly now: number },
): StreamVerdict {
  const name = copies[0]?.stream ?? "";
  const absent = { name, folder: name, runs: [], sample: null };
  const runs = { genuine: [], doubtful: [], problems: [], unchecked: [], remarks: [] };
  return judged(absent, { runs, copies, asked, now });
}

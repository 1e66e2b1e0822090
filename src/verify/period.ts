import type { AskedPeriod } from "./period-range.ts";
import { worst } from "./period-verdict.ts";
import type { PeriodVerdict, StreamVerdict } from "./period-verdict.ts";
import type { Named } from "./sample.ts";
import type { StreamFolder } from "./stream-folders.ts";
import { judged } from "./stream-verdict.ts";
import { verifiedRuns } from "./stream.ts";
import type { Seen } from "./stream.ts";
import type { Trust } from "./trust.ts";
import type { Witness } from "./witness.ts";

/** What a period is judged by. */
export interface Asking {
  readonly trust: Trust;
  readonly asked: AskedPeriod;
  /** Null where none was given. */
  readonly witness: Witness | null;
  readonly now: Date;
  /** Shown every genuine run in turn. */
  readonly seen?: Seen;
  /** By what the auditor had a sample chosen; without it a sample is never more than exit 3. */
  readonly named?: Named | null;
}

/** Verifies every run of the streams, and what lies between the runs. */
export async function verifyPeriod(
  streams: readonly StreamFolder[],
  { trust, asked, witness, now, seen, named = null }: Asking,
): Promise<PeriodVerdict> {
  const verdicts: StreamVerdict[] = [];
  for (const stream of streams) {
    const copies = witness?.runs.filter((run) => run.stream === stream.name) ?? null;
    const runs = await verifiedRuns(stream, trust, seen);
    verdicts.push(judged(stream, { runs, copies, asked, named, now: now.getTime() }));
  }

  const names = new Set(streams.map(({ name }) => name));
  const others = new Set(witness?.runs.map(({ stream }) => stream).filter((stream) => !names.has(stream)));
  return {
    exitCode: worst(verdicts.map(({ exitCode }) => exitCode)),
    streams: verdicts,
    remarks: [
      ...(witness?.remarks ?? []),
      ...[...others].map((stream) => `the witness also holds runs of stream ${stream}, which is not here`),
    ],
  };
}

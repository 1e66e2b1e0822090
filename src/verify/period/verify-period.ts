import { Failure } from "../../failure.ts";
import { DAY_MS } from "../../platform/time.ts";
import { worstExitCode, type PeriodDemands, type PeriodVerdict, type StreamVerdict } from "./verdict.ts";
import type { RunSummary } from "../stream/run-summary.ts";
import type { AskedPeriod, SampleSelection } from "../stream/sample.ts";
import type { StreamFolder } from "../stream/find-streams.ts";
import { streamVerdict } from "./stream-verdict.ts";
import { findOverlaps, type VerifiedStream } from "../stream/overlap.ts";
import { verifyStreamRuns, type StreamRuns } from "../stream/verify-stream.ts";
import type { GenuineRun } from "../run/verdict.ts";
import type { Trust } from "../trust/trust.ts";
import { assignCopies, type CopiesOfStream, type IndependentCopies } from "../stream/copies.ts";

/** What verifying a period needs beside the streams. */
export interface PeriodInput extends PeriodDemands {
  readonly trust: Trust;
  /** Null where none was given. */
  readonly witness: IndependentCopies | null;
  readonly now: Date;
  /** Called with every genuine run in turn. Not to be given together with `verifyRuns`. */
  readonly visit?: StreamVisitor;
  /** What verifies the runs of a stream, if not this thread alone. */
  readonly verifyRuns?: RunsVerifier;
  /** Whether the streams are all of a repository: one that only the copies hold was then removed. */
  readonly isWhole?: boolean;
  /** What was not read while streams were looked for, each a sentence. */
  readonly skipped?: readonly string[];
}

/** More are only counted. */
const MOST_SKIPPED = 5;

/** Verifies all runs of a stream as `verifyStreamRuns` does. */
export type RunsVerifier = (stream: StreamFolder) => Promise<StreamRuns>;

/** Called with every genuine run in turn, and the stream that it is of. */
export type StreamVisitor = (runPath: string, run: GenuineRun, stream: StreamFolder) => void;

/**
 * Verifies every run of the streams, and how the runs fit together. Throws a
 * `Failure` where a sample was named and the streams are none, or where the period leaves out its days.
 */
export async function verifyPeriod(
  streams: readonly StreamFolder[],
  {
    trust,
    asked,
    witness,
    now,
    visit,
    verifyRuns = async (stream) =>
      verifyStreamRuns(stream, trust, (runPath, run) => visit?.(runPath, run, stream)),
    selection = null,
    requiresExpectations = false,
    isWhole = false,
    skipped = [],
  }: PeriodInput,
): Promise<PeriodVerdict> {
  if (selection !== null) ensureSelects(selection, streams, asked);
  const verified: VerifiedStream[] = [];
  for (const stream of streams) {
    verified.push({ stream, runs: await verifyRuns(stream) });
  }
  const overlaps = findOverlaps(verified);
  const { byStream, others } = assignCopies(witness?.runs ?? [], verified);
  const isInVain = witness !== null && !verified.some((each) => isCompared(each, byStream, asked));
  const verdicts = verified.map(({ stream, runs }): StreamVerdict => {
    const copies = witness === null ? null : (byStream.get(stream) ?? null);
    const overlap = overlaps.get(stream);
    const weaknesses = [...(overlap?.weaknesses ?? []), ...(isInVain ? [IN_VAIN] : [])];
    const around = { problems: overlap?.problems ?? [], weaknesses };
    const demands = { asked, selection, requiresExpectations, now: now.getTime() };
    return streamVerdict(stream, { runs, copies, around, ...demands });
  });

  const remarks: string[] = [];
  const absent = Map.groupBy(others, ({ stream, site }) => `stream ${stream} of the site ${site}`);
  // A sample holds only the runs that were chosen.
  const mayBeRemoved = isWhole && streams.every(({ sample }) => sample === null);
  for (const [which, copies] of absent) {
    const verdict = mayBeRemoved ? removedVerdict(copies, { asked, now: now.getTime() }) : null;
    if (verdict !== null && verdict.problems.length > 0) verdicts.push(verdict);
    else remarks.push(`the copies also hold runs of ${which}, which is not here`);
  }
  return {
    exitCode: worstExitCode(verdicts.map(({ exitCode }) => exitCode)),
    streams: verdicts,
    remarks: [
      ...(witness?.remarks ?? []),
      ...remarks,
      ...skipped.slice(0, MOST_SKIPPED),
      ...(skipped.length > MOST_SKIPPED ? [`the same holds for ${skipped.length - MOST_SKIPPED} more`] : []),
    ],
  };
}

/**
 * The verdicts on streams, in their order. Without trust no signature is checked, and the runs are as they describe
 * themselves: for showing, never for believing.
 */
export async function judgeStreams(
  streams: readonly StreamFolder[],
  {
    trust,
    asked,
    witness = null,
    now,
    visit,
  }: Pick<PeriodInput, "asked" | "now"> & {
    readonly trust: Trust | null;
    readonly witness?: IndependentCopies | null;
    readonly visit: StreamVisitor;
  },
): Promise<readonly StreamVerdict[]> {
  if (trust !== null) return (await verifyPeriod(streams, { trust, asked, witness, now, visit })).streams;
  const verdicts: StreamVerdict[] = [];
  for (const stream of streams) {
    const runs = await verifyStreamRuns(stream, null, (runPath, run) => visit(runPath, run, stream));
    verdicts.push(streamVerdict(stream, { runs, copies: null, asked, now: now.getTime() }));
  }
  return verdicts;
}

function ensureSelects(
  selection: SampleSelection,
  streams: readonly StreamFolder[],
  { from, to }: AskedPeriod,
): void {
  if (streams.some(({ sample }) => sample === null)) {
    throw new Failure("input", "dates, nonce, count: these are no samples, but all runs of their streams", {
      hint: "leave them out, or name the folder that holds sample.json",
    });
  }
  const outside = (selection.kind === "dates" ? selection.dates : []).filter((day) => {
    const start = Date.parse(day);
    return (from !== null && start < from) || (to !== null && start + DAY_MS > to);
  });
  if (outside.length === 0) return;
  throw new Failure("input", `dates: outside of --from and --to: ${outside.join(", ")}`, {
    hint: "leave out --from and --to, or name a period that holds the days",
  });
}

const IN_VAIN = "none of the copies could be compared with a run that is here";

/** Whether a copy was given of a run of the period that was asked for. */
function isCompared(
  { stream, runs }: VerifiedStream,
  byStream: ReadonlyMap<StreamFolder, CopiesOfStream>,
  { from, to }: AskedPeriod,
): boolean {
  const identities = new Set((byStream.get(stream)?.own ?? []).map(({ identity }) => identity));
  return runs.genuine.some(
    ({ identity, collectedAt }) =>
      identities.has(identity) && collectedAt >= (from ?? -Infinity) && collectedAt < (to ?? Infinity),
  );
}

/** The verdict on a stream of which only copies are left. */
function removedVerdict(
  copies: readonly RunSummary[],
  { asked, now }: { asked: AskedPeriod; now: number },
): StreamVerdict {
  const name = copies[0]?.stream ?? "";
  const absent = { name, folder: name, runs: [], sample: null };
  const runs = { genuine: [], doubtful: [], problems: [], unchecked: [], remarks: [] };
  return streamVerdict(absent, { runs, copies: { own: copies, foreign: [] }, asked, now });
}

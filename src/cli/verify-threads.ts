import { availableParallelism } from "node:os";
import path from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";

import { diskFiles } from "../platform/disk.ts";
import { filesBelow } from "../platform/files.ts";
import { readTrust, type TrustTexts } from "../verify/trust/read-trust.ts";
import type { RunsVerifier } from "../verify/period/verify-period.ts";
import { joinRuns, runsOf, verifyRuns, type VerifiedRuns } from "../verify/stream/verify-stream.ts";

/** The program of a thread, beside that of the command line. */
const PROGRAM = "verify-thread.js";

/** Fewer runs are verified before a thread has loaded the program. */
const LEAST_RUNS = 400;
/** More would wait for the disk, and each takes as much memory as the first. */
const MOST_THREADS = 4;

/** What a thread verifies: data, as threads share nothing. */
interface ThreadTask {
  readonly folder: string;
  readonly stream: string;
  readonly runs: readonly string[];
  readonly mayLackEvidence: boolean;
  readonly texts: TrustTexts;
}

/**
 * Verifies the runs of streams in a folder on all cores: each thread gets runs that follow each other, and this one the
 * first of them. Of few runs it starts no thread.
 */
export function threadedVerifier({
  dist,
  folder,
  texts,
}: {
  /** The folder of the program. */
  readonly dist: string;
  readonly folder: string;
  readonly texts: TrustTexts;
}): RunsVerifier {
  return async (stream) => {
    const trust = await readTrust(texts);
    const inTurn = runsOf(stream);
    const { runs: all, mayLackEvidence } = inTurn;
    // As many parts as threads are worth their start.
    const most = Math.min(availableParallelism(), MOST_THREADS);
    const count = Math.max(1, Math.min(most, Math.floor(all.length / LEAST_RUNS)));
    const size = Math.ceil(all.length / count);
    const [first = [], ...others] = Array.from({ length: count }, (_, index) =>
      all.slice(index * size, (index + 1) * size),
    );
    const rest = { folder, stream: stream.folder, mayLackEvidence, texts };
    const parts = await Promise.all([
      ...others.map(async (runs) => verifiedInThread(path.join(dist, PROGRAM), { ...rest, runs })),
      verifyRuns({ ...inTurn, runs: first }, trust),
    ]);
    return joinRuns([...parts.slice(-1), ...parts.slice(0, -1)], { stream, trust });
  };
}

async function verifiedInThread(program: string, task: ThreadTask): Promise<VerifiedRuns> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: task });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`a thread that verifies ended with ${code}`)));
  });
}

/** The program of a thread: verifies what it was given, and answers what came of it. */
export async function answerVerifyTask(): Promise<void> {
  const { folder, stream, texts, ...inTurn }: ThreadTask = workerData;
  const files = filesBelow(diskFiles(folder), stream === "." ? "" : stream);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread has none
  parentPort?.postMessage(await verifyRuns({ ...inTurn, files }, await readTrust(texts)));
}

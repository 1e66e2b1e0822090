import { Failure } from "../failure.ts";
import { waitUnlessAborted } from "../platform/waiting.ts";
import type { Branch, BranchHead, LandedCommit, NewRun } from "./branch.ts";
import { readChainHead, type ChainHead, type StreamId } from "./chain-head.ts";
import { repositoryFiles } from "./repository-files.ts";
import { toNewRuns } from "./signed-run.ts";
import type { SignerCheck } from "./signer-check.ts";

/** The commit that holds what was planned, and what that took. */
export interface CommitResult extends LandedCommit {
  /** Empty where everything was there already. */
  readonly added: readonly NewRun[];
  /** How often another commit was faster, or an answer was lost. */
  readonly retries: number;
}

/** What a commit adds to the chains of some streams. */
export interface CommitPlan {
  /** The runs that go to the end of this chain, after those that wait to be committed; null: add nothing to it. */
  readonly addTo: (chain: ChainHead, head: BranchHead) => Promise<readonly NewRun[] | null>;
  readonly message: (runs: readonly NewRun[]) => string;
}

/** What every commit needs, whatever it adds. */
export interface CommitOptions {
  readonly branch: Branch;
  /** Tells our own signatures from others. */
  readonly check: SignerCheck;
  /** Text of `VERIFY.md`, for a branch that has none. */
  readonly verifyInstructions: string;
  readonly signal: AbortSignal;
}

/** The longest wait, as a multiple of the first. */
const LONGEST_WAIT = 40;
/** GitHub takes 100 requests at once, and other jobs send some too. */
const STREAMS_AT_ONCE = 10;

/**
 * Reads the chains of the streams, commits what the plan adds to them, and does it again whenever the branch has moved
 * or an answer was lost. Only the signal ends it: another stream may be busy for long. Returns the head where there is
 * nothing to add, null where there is no head either. Throws where the branch refuses for good, or time is up.
 */
export async function commitWithRetry(
  streams: readonly StreamId[],
  { addTo, message }: CommitPlan,
  { branch, check, verifyInstructions, signal }: CommitOptions,
): Promise<CommitResult | null> {
  const names = streams.map(({ name }) => name);
  let last: Failure | null = null;
  for (let retries = 0; ; retries += 1) {
    if (signal.aborted) {
      if (last !== null) throw last;
      throw new Failure("not-published", `there was no time left to commit to ${branch.name}`, {
        hint: "raise the deadline",
      });
    }
    const head = await branch.head(names, signal);
    const runs: NewRun[] = [];
    for (let at = 0; at < streams.length; at += STREAMS_AT_ONCE) {
      const some = streams.slice(at, at + STREAMS_AT_ONCE).map(async (stream) => {
        const chain = await readChainHead(head, stream, check);
        const added = await addTo(chain, head);
        return added === null ? [] : (await toNewRuns(chain.waiting, stream.name)).concat(added);
      });
      runs.push(...(await Promise.all(some)).flat());
    }
    if (runs.length === 0) {
      return head.commit === null
        ? null
        : { commit: head.commit, url: null, undone: [], warnings: [], added: [], retries };
    }
    const growing = [...new Set(runs.map(({ stream }) => stream))];
    const files = repositoryFiles(growing, verifyInstructions).filter(({ path }) => !head.existing.has(path));
    const addition = { runs, files, message: message(runs) };
    const appended = await branch.append(addition, head, signal);
    if ("commit" in appended) return { ...appended, added: runs, retries };
    last = appended.again;
    // Random, because equal waits would meet again.
    await waitUnlessAborted(
      branch.firstWaitMs * Math.min(LONGEST_WAIT, 2 ** retries) * Math.random(),
      signal,
    );
  }
}

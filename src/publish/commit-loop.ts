import { setTimeout } from "node:timers/promises";

import { Failure } from "../failure.ts";
import type { Addition, Branch, Head, Landed } from "./branch.ts";

/** What a branch came to hold, and what that took. */
export interface Grown extends Landed {
  /** How often somebody else was faster, or an answer was lost. */
  readonly retries: number;
}

/** The longest wait, as a multiple of the first. */
const LONGEST_WAIT = 40;

/**
 * Commits what `plan` makes of the head, and plans again whenever the head has
 * moved. A plan of nothing means that everything is there. Only the signal ends
 * it: another stream may be busy for long, and none of them may starve.
 */
export async function grown(
  branch: Branch,
  {
    streams,
    plan,
    signal,
  }: {
    readonly streams: readonly string[];
    readonly plan: (head: Head) => Promise<Addition | null>;
    readonly signal: AbortSignal;
  },
): Promise<Grown | null> {
  let last: Failure | null = null;
  for (let retries = 0; ; retries += 1) {
    if (signal.aborted) throw last ?? tooLate(branch);
    const head = await branch.head(streams, signal);
    const addition = await plan(head);
    if (addition === null) {
      return head.commit === null ? null : { commit: head.commit, url: null, warnings: [], retries };
    }
    const appended = await branch.append(addition, head, signal);
    if ("commit" in appended) return { ...appended, retries };
    last = appended.again;
    await pause(branch.firstWaitMs * Math.min(LONGEST_WAIT, 2 ** retries), signal);
  }
}

/** Differs between those who met: equal waits would meet again. */
async function pause(longest: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(longest * Math.random(), undefined, { signal });
  } catch {
    // Only the signal ends a wait early, and the next round tells.
  }
}

function tooLate({ name }: Branch): Failure {
  return new Failure("not-published", `there was no time left to commit to ${name}`, {
    hint: "raise the deadline",
  });
}

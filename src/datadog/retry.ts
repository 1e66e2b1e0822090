import type { ReasonCode } from "../failure.ts";

/** A request gives up after failures for this long. */
export const GIVE_UP_AFTER_MS = 60_000;

/** The patience for a request that an item does not depend on, such as a count to compare with. */
export const AUXILIARY_PATIENCE_MS = 15_000;

/** One attempt may take this long, body included. */
export const ATTEMPT_TIMEOUT_MS = 30_000;

const FIRST_BACKOFF_MS = 300;
const LONGEST_BACKOFF_MS = 10_000;

/**
 * How long to wait before the next attempt; null to give up.
 *
 * `attempt` is 1 after the first failure, `failingForMs` the time since the first of these failures,
 * `random` a number in [0, 1) that spreads clients which failed at the same time.
 */
export function retryDelay(failure: {
  readonly isTransient: boolean;
  readonly attempt: number;
  readonly failingForMs: number;
  readonly random: number;
  /** How long failures may go on. */
  readonly patienceMs?: number;
}): number | null {
  if (!failure.isTransient) return null;
  const ceiling = Math.min(FIRST_BACKOFF_MS * 2 ** (failure.attempt - 1), LONGEST_BACKOFF_MS);
  const wait = Math.round(ceiling * (0.5 + failure.random / 2));
  return failure.failingForMs + wait > (failure.patienceMs ?? GIVE_UP_AFTER_MS) ? null : wait;
}

/** The reason code of an error status. */
export function reasonForStatus(status: number): ReasonCode {
  if (status === 403) return "permission";
  if (status === 404) return "not-available";
  if (status === 429) return "rate-limited";
  if (status === 408 || status >= 500) return "server-error";
  return "refused";
}

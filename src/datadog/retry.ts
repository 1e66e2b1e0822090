import type { ReasonCode } from "../failure.ts";

/** A request gives up when it has done nothing but fail for this long. */
export const GIVE_UP_AFTER_MS = 60_000;

/** What only adds to an item, a count to compare with or a population, is not worth more than this. */
export const AUXILIARY_PATIENCE_MS = 15_000;

/** One attempt may take this long, body included. */
export const ATTEMPT_TIMEOUT_MS = 30_000;

const FIRST_BACKOFF_MS = 300;
const LONGEST_BACKOFF_MS = 10_000;

/**
 * How long to wait before asking again, or null to give up.
 *
 * `attempt` is 1 after the first failure, `failingForMs` the time since the
 * first of an unbroken row of failures, `random` a number in [0, 1) that spreads
 * clients which failed together.
 */
export function retryDelay(failure: {
  readonly isTransient: boolean;
  readonly attempt: number;
  readonly failingForMs: number;
  readonly random: number;
  /** How long the row of failures may last. */
  readonly patienceMs?: number;
}): number | null {
  if (!failure.isTransient) return null;
  const ceiling = Math.min(FIRST_BACKOFF_MS * 2 ** (failure.attempt - 1), LONGEST_BACKOFF_MS);
  const wait = Math.round(ceiling * (0.5 + failure.random / 2));
  return failure.failingForMs + wait > (failure.patienceMs ?? GIVE_UP_AFTER_MS) ? null : wait;
}

/** Whether asking again may help: 408, 429 and 5xx pass, other answers stay as they are. */
export function isTransientStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** How an error status reads in the evidence. */
export function reasonForStatus(status: number): ReasonCode {
  if (status === 403) return "permission";
  if (status === 404) return "not-available";
  if (status === 429) return "rate-limited";
  if (status === 408 || status >= 500) return "server-error";
  return "refused";
}

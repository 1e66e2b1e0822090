import { setTimeout } from "node:timers/promises";

/** Waits that long. Returns false where the signal ended the wait early. */
export async function waitUnlessAborted(ms: number, signal: AbortSignal): Promise<boolean> {
  return setTimeout(ms, true, { signal }).catch(() => false);
}

/** The result of work that takes no signal. Throws the error as soon as the signal aborts; the work itself goes on. */
export async function stopWaitingOnAbort<T>(
  work: Promise<T>,
  signal: AbortSignal,
  toError: () => Error,
): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const stop = (): void => aborted.reject(toError());
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

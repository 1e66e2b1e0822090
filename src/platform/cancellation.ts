import { Failure } from "../failure.ts";

/**
 * A signal that aborts when the user or the runner stops the process. GitHub sends SIGINT and, 7.5 s later,
 * SIGTERM. What was collected until then is still written, signed and published.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void =>
    controller.abort(new Failure("cancelled", "the run was cancelled while it collected"));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}

/** A signal that aborts that long after the given one, so that work under way can end. */
export function abortAfter(signal: AbortSignal, ms: number): AbortSignal {
  const controller = new AbortController();
  const wait = (): void => void setTimeout(() => controller.abort(), ms).unref();
  if (signal.aborted) wait();
  else signal.addEventListener("abort", wait, { once: true });
  return controller.signal;
}

import { Failure } from "../failure.ts";

/**
 * Aborts when the user or the runner asks the process to stop. GitHub sends
 * SIGINT and, 7.5 s later, SIGTERM; what was collected until then is still
 * written, signed and published.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void =>
    controller.abort(new Failure("cancelled", "the run was cancelled while it collected"));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}

/** Aborts that long after the signal does: what began before may still end. */
export function after(signal: AbortSignal, ms: number): AbortSignal {
  const controller = new AbortController();
  const wait = (): void => void setTimeout(() => controller.abort(), ms).unref();
  if (signal.aborted) wait();
  else signal.addEventListener("abort", wait, { once: true });
  return controller.signal;
}

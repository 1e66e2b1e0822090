import { z } from "zod";

import { Failure } from "../../failure.ts";
import { stopWaitingOnAbort } from "../../platform/waiting.ts";

/** Timeout and retries of the Sigstore library. */
export const SERVICE_OPTIONS = { timeout: 10_000, retry: { retries: 2, minTimeout: 400, factor: 2 } };

/** Returns the result of a call of the library, which takes no signal itself. Throws when the signal aborts. */
export async function withinTimeLeft<T>(
  work: Promise<T>,
  { name, signal }: { name: string; signal: AbortSignal },
): Promise<T> {
  return stopWaitingOnAbort(
    work,
    signal,
    () => new Failure("not-signed", `${name} did not answer in the time that was left`),
  );
}

const Refused = z.object({ cause: z.object({ statusCode: z.number() }) });
const TimedOut = z.object({ cause: z.object({ type: z.literal("request-timeout") }) });
const Unreached = z.object({ cause: z.object({ type: z.literal("system"), code: z.string() }) });

/** Says what an error of the library means, as the words that follow `it`. It never repeats the library's own message. */
export function serviceProblem(error: unknown): string {
  const status = Refused.safeParse(error).data?.cause.statusCode;
  if (status !== undefined) return `refused (HTTP status ${status})`;
  if (TimedOut.safeParse(error).success) return `did not answer within ${SERVICE_OPTIONS.timeout / 1000} s`;
  const code = Unreached.safeParse(error).data?.cause.code;
  return code === undefined ? "returned an unexpected response" : `could not be reached (${code})`;
}

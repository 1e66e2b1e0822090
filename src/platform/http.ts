import { setTimeout } from "node:timers/promises";

import { request } from "undici";

import { errorCode } from "../failure.ts";
import { dispatcherFor, isTransportError } from "./connections.ts";

/** One request to a service that signing needs. */
export interface Asking {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** An answer of whatever status, or why there is none, as what stands after the name of the service. */
export type Answer =
  | { readonly ok: true; readonly status: number; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: string };

const ATTEMPTS = 3;
const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 400;

/** What these services answer is a few kilobytes. */
const LARGEST_ANSWER = 1_000_000;

/**
 * Asks up to three times: no answer, 408, 429 and 5xx may pass. Redirects are
 * answers and never followed, so that a token goes nowhere else.
 */
export async function asked(asking: Asking, signal: AbortSignal): Promise<Answer> {
  const dispatcher = dispatcherFor(asking.url);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await askedOnce(asking, { dispatcher, signal });
      const mayPass = !answer.ok || isTransient(answer.status);
      if (!mayPass || attempt >= ATTEMPTS || signal.aborted) return answer;
      // Only the signal ends a wait early, and then there is no other attempt.
      const isOver = await setTimeout(FIRST_WAIT_MS * attempt, false, { signal }).catch(() => true);
      if (isOver) return answer;
    }
  } finally {
    await dispatcher.destroy();
  }
}

function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

async function askedOnce(
  { method, url, headers, body }: Asking,
  {
    dispatcher,
    signal,
  }: { readonly dispatcher: ReturnType<typeof dispatcherFor>; readonly signal: AbortSignal },
): Promise<Answer> {
  const timeout = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
  try {
    const response = await request(url, {
      method,
      dispatcher,
      signal: AbortSignal.any([signal, timeout]),
      headers: { ...headers, "user-agent": "datadog-evidence" },
      body,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size > LARGEST_ANSWER) return { ok: false, why: `answered with more than ${LARGEST_ANSWER} bytes` };
      chunks.push(chunk);
    }
    return { ok: true, status: response.statusCode, bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (!isTransportError(error)) throw error;
    if (signal.aborted) return { ok: false, why: "did not answer in the time that was left" };
    if (timeout.aborted) return { ok: false, why: `did not answer within ${ATTEMPT_TIMEOUT_MS / 1000} s` };
    return { ok: false, why: `could not be reached (${errorCode(error)})` };
  }
}

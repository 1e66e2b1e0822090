import { request as send } from "undici";

import { errorCode } from "../failure.ts";
import { dispatcherFor, isTransportError } from "./connections.ts";
import { waitUnlessAborted } from "./waiting.ts";

/** One request to a service other than Datadog, whose client has rules of its own. */
export interface HttpRequest {
  /** By default GET. */
  readonly method?: "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** A response of any status, or why there is none, as the words that follow the name of the service. */
export type HttpResponse =
  | { readonly ok: true; readonly status: number; readonly bytes: Buffer }
  | { readonly ok: false; readonly reason: string };

const MOST_ATTEMPTS = 3;
const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 400;

/** Responses of these services are a few kilobytes. */
const LARGEST_RESPONSE = 1_000_000;

/**
 * Sends the request, up to three times: no answer, 408, 429 and 5xx may be temporary. Redirects are returned and
 * never followed, because a token must not reach another host. Throws where `HTTPS_PROXY` is malformed.
 */
export async function httpRequest(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  const dispatcher = dispatcherFor(request.url);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const response = await sendOnce(request, { dispatcher, signal });
      const isTemporary = !response.ok || isTransientStatus(response.status);
      if (!isTemporary || attempt >= MOST_ATTEMPTS || signal.aborted) return response;
      if (!(await waitUnlessAborted(FIRST_WAIT_MS * attempt, signal))) return response;
    }
  } finally {
    await dispatcher.destroy();
  }
}

/** Whether another attempt may succeed: 408, 429 and 5xx are temporary. */
export function isTransientStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

async function sendOnce(
  { method, url, headers, body }: HttpRequest,
  { dispatcher, signal }: { dispatcher: ReturnType<typeof dispatcherFor>; signal: AbortSignal },
): Promise<HttpResponse> {
  const timeout = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
  try {
    const response = await send(url, {
      method: method ?? "GET",
      dispatcher,
      signal: AbortSignal.any([signal, timeout]),
      headers: { ...headers, "user-agent": "datadog-evidence" },
      body: body ?? null,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size > LARGEST_RESPONSE)
        return { ok: false, reason: `answered with more than ${LARGEST_RESPONSE} bytes` };
      chunks.push(chunk);
    }
    return { ok: true, status: response.statusCode, bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (!isTransportError(error)) throw error;
    if (signal.aborted) return { ok: false, reason: "did not answer in the time that was left" };
    if (timeout.aborted) return { ok: false, reason: `did not answer within ${ATTEMPT_TIMEOUT_MS / 1000} s` };
    return { ok: false, reason: `could not be reached (${errorCode(error)})` };
  }
}

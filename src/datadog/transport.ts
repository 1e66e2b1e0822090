import { createHash } from "node:crypto";

import { request, type Dispatcher } from "undici";

import { isTransportError } from "../platform/connections.ts";
import { Failure } from "../failure.ts";
import type { BufferPool } from "./buffer-pool.ts";
import { unreachableFailure } from "./errors.ts";

/** A whole answer. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** A request as it is sent. */
interface ApiHttpRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

/** How a request is sent, and how its answer is read. */
interface TransportOptions {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Bytes. A larger answer is not read to its end. */
  readonly largestBody: number;
  /** Lends the buffer for the answer. The caller gives it back. */
  readonly bodies: BufferPool;
}

/** Sends a request. Throws a `Failure` without a whole answer. Redirects are answers and never followed. */
export async function sendRequest(
  { method, url, headers, body }: ApiHttpRequest,
  over: TransportOptions,
): Promise<ApiResponse> {
  const what = `${method} ${url.pathname}`;
  // Unlike AbortSignal.timeout, the timer ends with the answer: thousands arrive before the first would end.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException("no answer", "TimeoutError")), over.timeoutMs);
  let hasHead = false;
  try {
    const response = await request(url, {
      method,
      dispatcher: over.dispatcher,
      signal: AbortSignal.any([over.signal, late.signal]),
      headers: {
        accept: "application/json",
        "accept-encoding": "identity",
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    hasHead = true;
    const answered = headersOf(response.headers);
    const said = Number(answered.get("content-length"));
    const { bytes, sha256 } = await readBody(response.body, { ...over, what, said });
    return { status: response.statusCode, headers: answered, bytes, sha256 };
  } catch (error) {
    if (error instanceof Failure || !isTransportError(error)) throw error;
    if (hasHead) throw new Failure("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
    throw unreachableFailure(what, { error, timedOut: late.signal.aborted, host: url.host });
  } finally {
    clearTimeout(timer);
  }
}

/** The largest buffer that is reserved because of a `content-length`. */
const MOST_AHEAD = 16 * 1024 * 1024;

async function readBody(
  body: AsyncIterable<Buffer>,
  { what, said, largestBody, bodies }: { what: string; said: number } & TransportOptions,
): Promise<{ bytes: Buffer; sha256: string }> {
  const digest = createHash("sha256");
  // One buffer for the whole answer, so that each chunk can be freed at once.
  let whole = bodies.lend(said > 0 && said <= MOST_AHEAD ? said : 0);
  let size = 0;
  for await (const chunk of body) {
    if (size + chunk.length > largestBody) {
      throw new Failure("cap", `Datadog's answer to ${what} is larger than ${largestBody} bytes`, {
        hint: "no page is that large; check for a proxy in between",
      });
    }
    if (size + chunk.length > whole.length) {
      const more = bodies.lend(2 * (size + chunk.length));
      whole.copy(more, 0, 0, size);
      bodies.takeBack(whole);
      whole = more;
    }
    digest.update(chunk);
    chunk.copy(whole, size);
    size += chunk.length;
  }
  return { bytes: whole.subarray(0, size), sha256: digest.digest("hex") };
}

function headersOf(headers: Record<string, string | string[] | undefined>): ApiResponse["headers"] {
  return {
    get(name) {
      const value = headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    },
  };
}

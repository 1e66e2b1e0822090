import { createHash } from "node:crypto";

import { request } from "undici";
import type { Dispatcher } from "undici";

import { isTransportError } from "../platform/connections.ts";
import { Failure } from "../failure.ts";
import type { BufferPool } from "./buffer-pool.ts";
import { unreachableFailure } from "./errors.ts";

/** An answer, read to its last byte. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** What goes over the wire. */
export interface ApiHttpRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

/** One exchange. Throws a failure when no whole answer came; redirects are answers and never followed. */
export async function sendRequest(
  { method, url, headers, body }: ApiHttpRequest,
  over: {
    readonly dispatcher: Dispatcher;
    readonly signal: AbortSignal;
    readonly timeoutMs: number;
    /** Bytes; an answer beyond them is not read to its end. */
    readonly largestBody: number;
    /** What the answer is read into is lent from here; who asked gives it back. */
    readonly bodies: BufferPool;
  },
): Promise<ApiResponse> {
  const what = `${method} ${url.pathname}`;
  // Unlike AbortSignal.timeout, it is gone with the answer: thousands come before the first would end.
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

/** Bytes that an answer gets ahead of their coming, whatever it says. */
const MOST_AHEAD = 16 * 1024 * 1024;

async function readBody(
  body: AsyncIterable<Buffer>,
  {
    what,
    said,
    largestBody,
    bodies,
  }: {
    readonly what: string;
    readonly said: number;
    readonly largestBody: number;
    readonly bodies: BufferPool;
  },
): Promise<{ bytes: Buffer; sha256: string }> {
  const digest = createHash("sha256");
  // One place for all of it, so that a piece can be let go as soon as it is there.
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

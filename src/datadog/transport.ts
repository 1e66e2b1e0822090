import { createHash } from "node:crypto";

import { Agent, EnvHttpProxyAgent, errors, request } from "undici";
import type { Dispatcher } from "undici";

import { Failure } from "../failure.ts";
import { unreachable } from "./refusals.ts";

/** An answer, read to its last byte. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** What goes over the wire. */
export interface Sending {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

/** One exchange. Throws a failure when no whole answer came; redirects are answers and never followed. */
export async function exchanged(
  { method, url, headers, body }: Sending,
  over: {
    readonly dispatcher: Dispatcher;
    readonly signal: AbortSignal;
    readonly timeoutMs: number;
    /** Bytes; an answer beyond them is not read to its end. */
    readonly largestBody: number;
  },
): Promise<Answer> {
  const what = `${method} ${url.pathname}`;
  const timeout = AbortSignal.timeout(over.timeoutMs);
  let hasHead = false;
  try {
    const response = await request(url, {
      method,
      dispatcher: over.dispatcher,
      signal: AbortSignal.any([over.signal, timeout]),
      headers: {
        accept: "application/json",
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    hasHead = true;
    const { bytes, sha256 } = await read(response.body, { what, largestBody: over.largestBody });
    return { status: response.statusCode, headers: headersOf(response.headers), bytes, sha256 };
  } catch (error) {
    if (error instanceof Failure || !isTransportError(error)) throw error;
    if (hasHead) throw new Failure("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
    throw unreachable(what, { error, timedOut: timeout.aborted, host: url.host });
  }
}

/** Connections to the origin; a proxy never stands between us and our own machine. */
export function dispatcherFor(origin: string): Dispatcher {
  return isLoopback(origin) ? new Agent(CONNECTIONS) : throughProxy();
}

const CONNECTIONS = { connections: 8, keepAliveTimeout: 30_000, connect: { timeout: 10_000 } } as const;

/** Connections by way of the proxy that the environment names, if it names one. */
function throughProxy(): Dispatcher {
  try {
    return new EnvHttpProxyAgent(CONNECTIONS);
  } catch (error) {
    const isForeseen = [TypeError, URIError, errors.InvalidArgumentError].some(
      (kind) => error instanceof kind,
    );
    if (!isForeseen) throw error;
    // Without its cause, which holds the address and with it the proxy's password.
    throw new Failure("input", "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy", {
      hint: "write it as http://proxy.example:8080",
    });
  }
}

/** Whether the address lies on this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Sockets, DNS, TLS and time-outs; an invalid argument is a bug of ours and keeps its stack. */
function isTransportError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "AbortError" || error.name === "TimeoutError") return true;
  if (!("code" in error) || error.code === "UND_ERR_INVALID_ARG") return false;
  // Not whatever is INVALID: a certificate of another name is ERR_TLS_CERT_ALTNAME_INVALID.
  return !String(error.code).startsWith("ERR_INVALID_");
}

async function read(
  body: AsyncIterable<Buffer>,
  { what, largestBody }: { readonly what: string; readonly largestBody: number },
): Promise<{ bytes: Buffer; sha256: string }> {
  const digest = createHash("sha256");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestBody) {
      throw new Failure("cap", `Datadog's answer to ${what} is larger than ${largestBody} bytes`, {
        hint: "no page is that large; check for a proxy in between",
      });
    }
    digest.update(chunk);
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), sha256: digest.digest("hex") };
}

function headersOf(headers: Record<string, string | string[] | undefined>): Answer["headers"] {
  return {
    get(name) {
      const value = headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    },
  };
}

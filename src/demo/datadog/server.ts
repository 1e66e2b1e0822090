import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

import { refusal } from "./access.ts";
import { errors, TOO_MANY, type Answer } from "./answer.ts";
import { deliver } from "./deliver.ts";
import { faultOf, faulty, type Faults } from "./faults.ts";
import type { Organisation } from "../northwind/organisation.ts";
import { RateLimiter, type RateLimit } from "./rate-limit.ts";
import { ENDPOINTS, isRoute, type Route } from "./routes.ts";

/** How the embedded Datadog differs from one that is well. */
export interface DatadogOptions {
  readonly faults?: Faults;
  /** Enforced for each endpoint; without it requests are counted and never refused. */
  readonly rateLimit?: RateLimit;
  /** Datadog's clock minus ours, as its `Date` header tells it. */
  readonly clockSkewMs?: number;
  /** Whether a question for the tag `compliance` also finds `compliance:soc2`; Datadog does not say. */
  readonly searchMatchesPrefixes?: boolean;
  /** Leaves out every total that Datadog would give. */
  readonly omitTotals?: boolean;
  /** Our clock; the system's when not given. */
  readonly now?: () => Date;
}

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed when it is JSON, null when there was none. */
  readonly body: unknown;
  /** By names in lower case; they hold the keys. */
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** A Datadog of our own on the loopback interface. */
export interface EmbeddedDatadog extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** Grows with each request. */
  readonly requests: readonly RecordedRequest[];
  /** Also ends the requests that are still waiting. */
  readonly close: () => Promise<void>;
}

/** Starts a Datadog that knows one organisation; it only reads. */
export async function startDatadog(
  organisation: Organisation,
  options: DatadogOptions = {},
): Promise<EmbeddedDatadog> {
  const requests: RecordedRequest[] = [];
  const now = options.now ?? (() => new Date());
  let respond: Responder | null = null;

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const recorded = await record(request, now());
    requests.push(recorded);
    respond?.(recorded, response);
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    receive(request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject).listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the embedded Datadog has no port");
  const url = `http://127.0.0.1:${address.port}`;
  respond = responder({ organisation, options, url });

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, requests, close, [Symbol.asyncDispose]: close };
}

type Responder = (request: RecordedRequest, response: ServerResponse) => void;

/** Returns what answers each request: the fault whose turn it is, the rate limit, the keys, then the truth. */
function responder({
  organisation,
  options,
  url,
}: {
  organisation: Organisation;
  options: DatadogOptions;
  url: string;
}): Responder {
  const { faults = {}, clockSkewMs = 0, searchMatchesPrefixes = true, omitTotals = false } = options;
  const limiter = new RateLimiter(options.rateLimit);
  const counts = new Map<Route, number>();

  return ({ method, path, query, body, headers, at }, response) => {
    const now = new Date(at.getTime() + clockSkewMs);
    const route = `${method} ${path}`;
    const endpoint = isRoute(route) ? ENDPOINTS[route] : null;
    const rate = limiter.take(endpoint?.limitName ?? "global_org", now.getTime());
    response.setHeader("date", now.toUTCString());
    response.setHeaders(new Map(Object.entries(rate.headers)));
    if (!isRoute(route) || endpoint === null) {
      deliver(response, errors(404, "Not found"), "ok");
      return;
    }

    const nth = (counts.get(route) ?? 0) + 1;
    counts.set(route, nth);
    const fault = faultOf(faults, route, nth);
    const world = { organisation, url, now, searchMatchesPrefixes, omitTotals };
    const truth = (): Answer =>
      refusal(headers, endpoint, organisation) ??
      endpoint.answer({ query: new URLSearchParams(query), body, ...world });
    deliver(response, faulty(fault, rate.exceeded ? TOO_MANY : truth()), fault);
  };
}

async function record(request: IncomingMessage, at: Date): Promise<RecordedRequest> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: Object.fromEntries(searchParams),
    body: parsed(await text(request)),
    headers: Object.fromEntries(headers),
    at,
  };
}

function parsed(body: string): unknown {
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return body;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

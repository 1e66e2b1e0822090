import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

import type { DatadogOrganisation } from "../northwind/organisation.ts";
import { checkAccess } from "./access.ts";
import { errorAnswer, sendAnswer, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import { EMBEDDED_ENDPOINTS, isRoute } from "./routes.ts";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON, the text if it is not JSON, or null if it is empty. */
  readonly body: unknown;
  /** By name in lower case. They include the keys. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A Datadog of our own on the loopback interface. */
export interface EmbeddedDatadog extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** Also ends the requests that are still waiting. */
  readonly close: () => Promise<void>;
}

/** What answers requests: an organisation, at an address and a time. */
export type DatadogWorld = Omit<EndpointCall, "query" | "body">;

/** Answers a request that came to the server at the address. */
export type RequestHandler = (request: ReceivedRequest, response: ServerResponse, url: string) => void;

/** Starts a Datadog that serves one organisation, or the one that is there at each request. It only reads. */
export async function startDatadog(
  organisation: DatadogOrganisation | (() => DatadogOrganisation),
): Promise<EmbeddedDatadog> {
  const current = typeof organisation === "function" ? organisation : () => organisation;
  return startServer((request, response, url) =>
    sendAnswer(response, answerRequest(request, { organisation: current(), url, now: new Date() })),
  );
}

/** Starts a server on the loopback interface. It reads each request and passes it to the handler. */
export async function startServer(handle: RequestHandler): Promise<EmbeddedDatadog> {
  let url = "";
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    handle(await readRequest(request), response, url);
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    receive(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject).listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the embedded Datadog has no port");
  url = `http://127.0.0.1:${address.port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close, [Symbol.asyncDispose]: close };
}

/** Returns the answer of the endpoint, or a refusal if the keys give no access to it. */
export function answerRequest(
  { method, path, query, body, headers }: ReceivedRequest,
  world: DatadogWorld,
): EmbeddedAnswer {
  const route = `${method} ${path}`;
  if (!isRoute(route)) return errorAnswer(404, "Not found");
  const endpoint = EMBEDDED_ENDPOINTS[route];
  return (
    checkAccess(headers, endpoint, world.organisation) ??
    endpoint.answer({ query: new URLSearchParams(query), body, ...world })
  );
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: Object.fromEntries(searchParams),
    body: parseBody(await text(request)),
    headers: Object.fromEntries(headers),
  };
}

function parseBody(body: string): unknown {
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return body;
  }
}

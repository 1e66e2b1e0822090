import { createServer, type RequestListener } from "node:http";

import { keyCredentials } from "../../src/datadog/credentials.ts";
import { Datadog, type ClientOptions } from "../../src/datadog/client.ts";
import type { Failure } from "../../src/failure.ts";
import { listening } from "../support/listening.ts";

export const KEYS = {
  apiKey: "0123456789abcdef0123456789abcdef",
  appKey: "ddapp_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345",
} as const;

/** A clock that stands still but for waiting, which takes no time. */
export interface Clock {
  readonly waits: readonly number[];
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function virtualClock(start = Date.parse("2026-11-22T06:17:31Z")): Clock {
  const waits: number[] = [];
  let ms = start;
  return {
    waits,
    now: () => ms,
    wait: async (delay, signal) => {
      signal.throwIfAborted();
      waits.push(delay);
      ms += delay;
      return Promise.resolve();
    },
  };
}

/** A client under a virtual clock, with eight minutes to go. */
export function clientAt(apiUrl: string, access: Partial<ClientOptions> = {}) {
  const clock = virtualClock();
  const said: string[] = [];
  const debugged: string[] = [];
  const datadog = new Datadog({
    apiUrl,
    credentials: keyCredentials(KEYS),
    signal: new AbortController().signal,
    deadline: clock.now() + 8 * 60_000,
    userAgent: "datadog-evidence/test",
    now: clock.now,
    wait: clock.wait,
    random: () => 0.5,
    log: (line) => said.push(line),
    debug: (line) => debugged.push(line),
    ...access,
  });
  return { datadog, clock, said, debugged, [Symbol.asyncDispose]: () => datadog[Symbol.asyncDispose]() };
}

/** A server of one listener on loopback; `asked` grows with each request. */
export async function startOrigin(listener: (nth: number) => RequestListener) {
  const asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];
  const { url, close } = await listening(
    createServer((request, response) => {
      asked.push({ path: request.url ?? "", headers: request.headers });
      listener(asked.length)(request, response);
    }),
  );
  return { url, asked, [Symbol.asyncDispose]: close };
}

/** Answers with the status, the body as JSON or as it stands, and the headers. */
export function answering(
  status: number,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  const [type, text] =
    typeof body === "string" ? ["text/html", body] : ["application/json", JSON.stringify(body)];
  return (_request, response) => {
    response.writeHead(status, { "content-type": type, ...headers }).end(text);
  };
}

/** All that a failure could show to anybody. */
export function shown(failure: Failure | null): string {
  return `${failure?.message} ${failure?.hint} ${failure?.stack}`;
}

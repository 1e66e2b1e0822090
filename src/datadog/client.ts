import { createHash } from "node:crypto";

import { Agent, EnvHttpProxyAgent, request } from "undici";
import type { Dispatcher } from "undici";

import type { Page } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { resetLimiter, secondsUntilReset } from "./limiter.ts";
import type { Limiter } from "./limiter.ts";
import { isCertificateTrouble, refusal, unreachable } from "./refusals.ts";
import { ATTEMPT_TIMEOUT_MS, isTransientStatus, retryDelay } from "./retry.ts";

/** One thing to ask Datadog. Only reading is possible: searches are POSTs that change nothing. */
export interface Question {
  readonly method: "GET" | "POST";
  readonly path: `/api/${string}`;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** The permission that the endpoint needs, for the sentence when it is missing. */
  readonly permission?: string;
}

/** What came back: the page for the ledger, and the parsed body or why there is none. */
export type Reply =
  | { readonly page: Page; readonly json: unknown; readonly failure: null }
  | { readonly page: Page; readonly json: null; readonly failure: Failure };

/** What the client needs of the world; tests pass their own clock. */
export interface Access {
  /** Origin of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly appKey: string;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970; waiting that would end later is not begun. */
  readonly deadline: number;
  readonly userAgent: string;
  readonly now?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly chance?: () => number;
  /** One line for people: waits and retries. */
  readonly say?: (line: string) => void;
  /** One line for debugging: method, path, status, attempt; never headers or bodies. */
  readonly debug?: (line: string) => void;
}

/** No page of a search comes near it; more is not an answer but a fault. */
const LARGEST_BODY = 256 * 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** A connection to one Datadog organisation. It retries what may pass and names what does not. */
export class Datadog implements AsyncDisposable {
  /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
  clockSkewMs: number | null = null;

  readonly #access: Required<Access>;
  readonly #dispatcher: Dispatcher;
  readonly #limiter: Limiter;

  constructor(access: Access) {
    this.#access = {
      now: Date.now,
      wait: sleep,
      chance: Math.random,
      say: () => {},
      debug: () => {},
      ...access,
    };
    // A proxy never stands between us and our own machine.
    this.#dispatcher = isLoopback(access.apiUrl)
      ? new Agent(CONNECTIONS)
      : new EnvHttpProxyAgent(CONNECTIONS);
    this.#limiter = resetLimiter({
      now: this.#access.now,
      wait: async (ms) => {
        const stopped = await this.#pause(ms);
        if (stopped !== null) throw stopped;
      },
      deadline: access.deadline,
      onWait: (family, ms) =>
        this.#access.say(`waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
    });
  }

  /**
   * Asks until there is an answer, a refusal, 60 s of failures, or the deadline.
   * Every foreseen failure is part of the reply; only bugs throw.
   */
  async ask(question: Question): Promise<Reply> {
    let last: Answer | null = null;
    let failingSince: number | null = null;

    for (let attempts = 1; ; attempts += 1) {
      const began = this.#access.now();
      const { answer, verdict } = await this.#attempt(question);
      last = answer ?? last;
      this.#access.debug(
        `${question.method} ${question.path} ${answer?.status ?? "no answer"}, attempt ${attempts}`,
      );
      const page = pageOf(last, attempts);
      if (!(verdict instanceof Failure)) return { page, json: verdict.json, failure: null };

      // Being told when to come back is no failure: the limiter waits, the deadline bounds it.
      if (answer?.status === 429 && secondsUntilReset(answer.headers) !== null) {
        failingSince = null;
        continue;
      }
      failingSince ??= began;
      const delay = retryDelay({
        isTransient: isTransient(verdict, answer),
        attempt: attempts,
        failingForMs: this.#access.now() - failingSince,
        chance: this.#access.chance(),
      });
      if (delay === null) return { page, json: null, failure: verdict };
      if (attempts === 3) this.#access.say(`${verdict.message}; trying again for up to a minute`);
      const stopped = await this.#pause(delay);
      if (stopped !== null) return { page, json: null, failure: stopped };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** One turn at the limiter and one exchange, read to its last byte. */
  async #attempt(
    question: Question,
  ): Promise<{ answer: Answer | null; verdict: { json: unknown } | Failure }> {
    const family = `${question.method} ${question.path}`;
    try {
      await this.#limiter.turn(family);
      const began = this.#access.now();
      const answer = await this.#exchange(question);
      this.#limiter.learn(family, answer);
      this.#measureSkew(answer, began);
      return { answer, verdict: judged(answer, question) };
    } catch (error) {
      if (error instanceof Failure) return { answer: null, verdict: error };
      throw error;
    }
  }

  async #exchange({ method, path, query = {}, body }: Question): Promise<Answer> {
    const { apiUrl, apiKey, appKey, signal, userAgent } = this.#access;
    const url = new URL(path, apiUrl);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const timeout = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);

    let hasHead = false;
    try {
      const response = await request(url, {
        method,
        dispatcher: this.#dispatcher,
        signal: AbortSignal.any([signal, timeout]),
        headers: {
          accept: "application/json",
          "dd-api-key": apiKey,
          "dd-application-key": appKey,
          "user-agent": userAgent,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      hasHead = true;
      const { bytes, sha256 } = await read(response.body);
      return { status: response.statusCode, headers: headersOf(response.headers), bytes, sha256 };
    } catch (error) {
      const stopped = this.#stopped() ?? (error instanceof Failure ? error : null);
      if (stopped !== null) throw stopped;
      if (!isTransportError(error)) throw error;
      const what = `${method} ${path}`;
      if (hasHead) throw new Failure("truncated", `Datadog's answer to ${what} broke off`, { cause: error });
      throw unreachable(what, { error, timedOut: timeout.aborted, host: url.host });
    }
  }

  /** `Date` has whole seconds; half a second is the best guess for what it cut off. */
  #measureSkew({ headers }: Answer, began: number): void {
    const said = Date.parse(headers.get("date") ?? "");
    if (this.clockSkewMs !== null || Number.isNaN(said)) return;
    const ours = (began + this.#access.now()) / 2;
    this.clockSkewMs = Math.round(said + 500 - ours);
  }

  /** Null after the wait, or the failure that the run was stopped with. */
  async #pause(ms: number): Promise<Failure | null> {
    try {
      await this.#access.wait(ms, this.#access.signal);
    } catch (error) {
      if (this.#stopped() === null) throw error;
    }
    return this.#stopped();
  }

  /** The signal's reason is the failure that the run was stopped with. */
  #stopped(): Failure | null {
    const { aborted, reason } = this.#access.signal;
    if (!aborted) return null;
    return reason instanceof Failure
      ? reason
      : new Failure("cancelled", "the run was cancelled", { cause: reason });
  }
}

const CONNECTIONS = { connections: 8, keepAliveTimeout: 30_000, connect: { timeout: 10_000 } } as const;

/** Whether the address lies on this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** The parsed body of a good answer, or the failure that it is. */
function judged(answer: Answer, question: Question): { readonly json: unknown } | Failure {
  const what = `${question.method} ${question.path}`;
  const { status, headers, bytes } = answer;
  if (status < 200 || status >= 300)
    return refusal({ what, status, headers, bytes, permission: question.permission });

  const type = headers.get("content-type") ?? "";
  const text = bytes.toString("utf8");
  try {
    const json: unknown = JSON.parse(text);
    return { json };
  } catch (error) {
    if (!/\bjson\b/i.test(type) && text.trim() !== "") {
      return new Failure(
        "not-json",
        `Datadog answered ${what} with ${type.split(";")[0] || "an unnamed type"} instead of JSON`,
        {
          hint: "a proxy or a maintenance page may stand between this machine and Datadog",
          cause: error,
        },
      );
    }
    return new Failure("truncated", `Datadog's answer to ${what} is not whole JSON`, { cause: error });
  }
}

/** Whether another attempt may end differently. */
function isTransient(failure: Failure, answer: Answer | null): boolean {
  if (failure.code === "truncated") return true;
  if (failure.code === "unreachable") return !isCertificateTrouble(failure.cause);
  return answer !== null && isTransientStatus(answer.status);
}

/** Sockets, DNS, TLS and time-outs; an invalid argument is a bug of ours and keeps its stack. */
function isTransportError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "AbortError" || error.name === "TimeoutError") return true;
  return "code" in error && !String(error.code).includes("INVALID");
}

const EMPTY_SHA256 = createHash("sha256").digest("hex");

function pageOf(answer: Answer | null, attempts: number): Page {
  return {
    status: answer?.status ?? 0,
    items: 0,
    bytes: answer?.bytes.length ?? 0,
    sha256: answer?.sha256 ?? EMPTY_SHA256,
    attempts,
  };
}

async function read(body: AsyncIterable<Buffer>): Promise<{ bytes: Buffer; sha256: string }> {
  const digest = createHash("sha256");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Failure("truncated", "the answer is larger than any page can be");
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

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  const { setTimeout } = await import("node:timers/promises");
  await setTimeout(ms, undefined, { signal });
}

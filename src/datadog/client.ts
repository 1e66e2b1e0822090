import { setTimeout } from "node:timers/promises";

import type { Dispatcher } from "undici";

import { dispatcherFor } from "../platform/connections.ts";
import type { Page } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { isTransient, classifyResponse, pageOf } from "./response.ts";
import { BufferPool } from "./buffer-pool.ts";
import type { CredentialHeaders, Credentials } from "./credentials.ts";
import { newRateLimiter, secondsUntilReset } from "./rate-limiter.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { parseRecords } from "./record-parser.ts";
import type { RecordRules } from "./record-parser.ts";
import { ATTEMPT_TIMEOUT_MS, GIVE_UP_AFTER_MS, retryDelay } from "./retry.ts";
import { sendRequest } from "./transport.ts";
import type { ApiResponse } from "./transport.ts";

/** One thing to ask Datadog. Only reading is possible: searches are POSTs that change nothing. */
export interface ApiRequest {
  readonly method: "GET" | "POST";
  readonly path: `/api/${string}`;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** The permission that the endpoint needs, for the sentence when it is missing. */
  readonly permission?: string;
  /** How long to go on failing before giving up; 60 s unless told, and what is told bounds rate limits too. */
  readonly patienceMs?: number;
}

/** What came back: the page for the ledger, and the parsed body or why there is none. */
export type ApiReply =
  | { readonly page: Page; readonly json: unknown; readonly failure: null }
  | { readonly page: Page; readonly json: null; readonly failure: Failure };

/** How far reading from one endpoint has come. */
export interface FetchProgress {
  readonly path: string;
  readonly pages: number;
  /** Records so far. */
  readonly items: number;
}

/** What came back of a list: the records as they were kept, and the parsed body without them. */
export type ListReply<Kept> =
  | { readonly page: Page; readonly json: unknown; readonly records: readonly Kept[]; readonly failure: null }
  | { readonly page: Page; readonly json: null; readonly records: readonly []; readonly failure: Failure };

/** What came back, however it was read. */
type ReadReply<Value> =
  | { readonly page: Page; readonly value: Value; readonly failure: null }
  | { readonly page: Page; readonly value: null; readonly failure: Failure };

/** What the client needs of the world; tests pass their own clock. */
export interface ClientOptions {
  /** Origin of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970; waiting that would end later is not begun. */
  readonly deadline: number;
  readonly userAgent: string;
  /** One attempt may take this long, body included. */
  readonly attemptTimeoutMs?: number;
  /** Bytes; an answer beyond them is not read to its end. */
  readonly largestBody?: number;
  readonly now?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random?: () => number;
  /** One line for people: waits and retries. */
  readonly log?: (line: string) => void;
  /** One line for debugging: method, path, status, attempt; never headers or bodies. */
  readonly debug?: (line: string) => void;
  /** Told what is being fetched, before it is asked for and after each page. */
  readonly onFetch?: (fetched: FetchProgress) => void;
  /** Given every answer, its body as received, which is gone once that is done; it must not throw. */
  readonly onPage?: (page: Page, bytes: Buffer) => Promise<void>;
}

/** No page of a search comes near it; more is not an answer but a fault. */
const LARGEST_BODY = 256 * 1024 * 1024;

/** A connection to one Datadog organisation. It retries what may pass and names what does not. */
export class Datadog implements AsyncDisposable {
  /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
  clockSkewMs: number | null = null;

  readonly #options: Required<ClientOptions>;
  readonly #dispatcher: Dispatcher;
  readonly #buffers = new BufferPool();
  readonly #limiter: RateLimiter;

  constructor(access: ClientOptions) {
    this.#options = {
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
      largestBody: LARGEST_BODY,
      now: Date.now,
      wait: waitFor,
      random: Math.random,
      log: () => {},
      debug: () => {},
      onFetch: () => {},
      onPage: async () => {},
      ...access,
    };
    this.#dispatcher = dispatcherFor(access.apiUrl);
    this.#limiter = newRateLimiter({
      now: this.#options.now,
      wait: async (ms) => {
        const stopped = await this.#pause(ms);
        if (stopped !== null) throw stopped;
      },
      deadline: access.deadline,
      onWait: (family, ms) =>
        this.#options.log(`waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
    });
  }

  /**
   * Asks until there is an answer, a refusal, failures for as long as the request
   * has patience, or the deadline.
   * Every foreseen failure is part of the reply; only bugs throw.
   */
  async request(request: ApiRequest): Promise<ApiReply> {
    const { page, value, failure } = await this.#requestUntilDone(request, parseJson);
    return failure === null ? { page, json: value, failure } : { page, json: null, failure };
  }

  /** Asks for a list in the same way; of each record only what is kept of it stays in memory. */
  async requestList<Kept>(request: ApiRequest, rules: RecordRules<Kept>): Promise<ListReply<Kept>> {
    const { page, value, failure } = await this.#requestUntilDone(request, (bytes) =>
      parseRecords(bytes, rules),
    );
    return failure === null ? { page, ...value, failure } : { page, json: null, records: [], failure };
  }

  async #requestUntilDone<Value>(
    request: ApiRequest,
    read: (bytes: Buffer) => Value,
  ): Promise<ReadReply<Value>> {
    const { now, random, deadline, log, debug, onPage } = this.#options;
    const family = limitFamilyOf(request);
    const patienceMs = request.patienceMs ?? GIVE_UP_AFTER_MS;
    let page = pageOf(null, 1);
    let failures = 0;
    let failingSince = 0;

    for (let attempts = 1; ; attempts += 1) {
      const held = await this.#takeTurn(family);
      if (held !== null) return { page, value: null, failure: held };
      const began = now();
      const { answer, verdict, isReplaced = false } = await this.#attempt(request, read);
      debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
      page = pageOf(answer, attempts);
      if (answer !== null) {
        await onPage(page, answer.bytes);
        this.#buffers.takeBack(answer.bytes);
      }
      if (!(verdict instanceof Failure)) return { page, value: verdict.value, failure: null };

      // What expired or was revoked too early is replaced once; credentials that are new are not.
      if (isReplaced) continue;
      // Being told when to come back is no failure: the limiter waits, the deadline bounds it.
      const reset = answer?.status === 429 ? secondsUntilReset(answer.headers) : null;
      if (reset !== null && request.patienceMs === undefined) {
        failures = 0;
        continue;
      }
      if (failures === 0) failingSince = began;
      if (reset !== null && now() - failingSince + reset * 1000 > patienceMs) {
        return { page, value: null, failure: verdict };
      }
      failures += 1;
      const delay = retryDelay({
        isTransient: isTransient(verdict, answer),
        attempt: failures,
        failingForMs: now() - failingSince,
        random: random(),
        patienceMs,
      });
      if (delay === null || now() + delay >= deadline) return { page, value: null, failure: verdict };
      if (answer?.status === 429) this.#limiter.hold(family, delay);
      if (failures === 3) log(`${verdict.message}; trying again for up to ${patienceMs / 1000} s`);
      const stopped = await this.#pause(delay);
      if (stopped !== null) return { page, value: null, failure: stopped };
    }
  }

  /** Who sends the requests. */
  get credentials(): Credentials {
    return this.#options.credentials;
  }

  /** Tells whoever watches. */
  reportProgress(fetched: FetchProgress): void {
    this.#options.onFetch(fetched);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** Null when it is our turn, or why it will not be. */
  async #takeTurn(family: string): Promise<Failure | null> {
    try {
      await this.#limiter.turn(family);
      return null;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }

  /** One exchange, read to its last byte. */
  async #attempt<Value>(
    request: ApiRequest,
    read: (bytes: Buffer) => Value,
  ): Promise<{
    answer: ApiResponse | null;
    verdict: { value: Value } | Failure;
    /** Whether Datadog refused credentials for which there are others now. */
    isReplaced?: boolean;
  }> {
    const { now, credentials } = this.#options;
    let answer: ApiResponse | null = null;
    try {
      const began = now();
      const sent = await this.#credentialHeaders();
      answer = await this.#send(request, sent);
      this.#measureSkew(answer, began);
      return {
        answer,
        verdict: classifyResponse(answer, {
          what: limitFamilyOf(request),
          permission: request.permission,
          access: credentials.mode,
          secrets: credentials.secrets(),
          read,
        }),
        isReplaced: answer.status === 401 && credentials.discard(sent),
      };
    } catch (error) {
      if (error instanceof Failure) return { answer: null, verdict: error };
      throw error;
    } finally {
      this.#limiter.learn(limitFamilyOf(request), answer);
    }
  }

  async #credentialHeaders(): Promise<CredentialHeaders> {
    const { credentials, signal } = this.#options;
    try {
      return await credentials.headers(signal);
    } catch (error) {
      throw this.#stopReason() ?? error;
    }
  }

  async #send(
    { method, path, query = {}, body, patienceMs = Infinity }: ApiRequest,
    credentials: CredentialHeaders,
  ): Promise<ApiResponse> {
    const { apiUrl, signal, userAgent, attemptTimeoutMs, largestBody } = this.#options;
    const url = new URL(path, apiUrl);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    try {
      return await sendRequest(
        {
          method,
          url,
          body,
          headers: { ...credentials, "user-agent": userAgent },
        },
        {
          dispatcher: this.#dispatcher,
          signal,
          timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
          largestBody,
          bodies: this.#buffers,
        },
      );
    } catch (error) {
      throw this.#stopReason() ?? error;
    }
  }

  /** `Date` has whole seconds; half a second is the best guess for what it cut off. */
  #measureSkew({ headers }: ApiResponse, began: number): void {
    const said = Date.parse(headers.get("date") ?? "");
    if (this.clockSkewMs !== null || Number.isNaN(said)) return;
    const ours = (began + this.#options.now()) / 2;
    this.clockSkewMs = Math.round(said + 500 - ours);
  }

  /** Null after the wait, or the failure that the run was stopped with. */
  async #pause(ms: number): Promise<Failure | null> {
    try {
      await this.#options.wait(ms, this.#options.signal);
    } catch (error) {
      if (this.#stopReason() === null) throw error;
    }
    return this.#stopReason();
  }

  /** The signal's reason is the failure that the run was stopped with. */
  #stopReason(): Failure | null {
    const { aborted, reason } = this.#options.signal;
    if (!aborted) return null;
    return reason instanceof Failure
      ? reason
      : new Failure("cancelled", "the run was cancelled", { cause: reason });
  }
}

/** What shares a rate limit. */
function limitFamilyOf({ method, path }: ApiRequest): string {
  return `${method} ${path}`;
}

function parseJson(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString("utf8"));
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}

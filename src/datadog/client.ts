import { setTimeout } from "node:timers/promises";

import type { Dispatcher } from "undici";

import { dispatcherFor } from "../platform/connections.ts";
import type { Page } from "../evidence/schema.ts";
import { awaitFailure, Failure } from "../failure.ts";
import { isTransient, classifyResponse, pageOf } from "./response.ts";
import { SecretSearch } from "../platform/secrets.ts";
import { BufferPool } from "./buffer-pool.ts";
import type { CredentialHeaders, Credentials } from "./credentials.ts";
import { RateLimiter, secondsUntilReset, secondsUntilRetry, type RemainingLimit } from "./rate-limiter.ts";
import { parseRecords, type ParsedRecords, type RecordRules } from "./record-parser.ts";
import { ATTEMPT_TIMEOUT_MS, GIVE_UP_AFTER_MS, retryDelay } from "./retry.ts";
import { sendRequest, type ApiResponse } from "./transport.ts";

/** A request to Datadog. It only reads: searches are POSTs that change nothing. */
export interface ApiRequest {
  readonly method: "GET" | "POST";
  readonly path: `/api/${string}`;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** The permission that the endpoint needs, to name it when it is missing. */
  readonly permission?: string;
  /** How long failures may go on before giving up; 60 s by default. If given, it bounds rate limits too. */
  readonly patienceMs?: number;
}

/** The page as the evidence lists it, and what was read of the body, or the failure. */
export type ApiReply<Value extends object = { readonly json: unknown }> =
  | ({ readonly page: Page; readonly failure: null } & Value)
  | { readonly page: Page; readonly failure: Failure; readonly json: null };

/** The progress of reading one endpoint. */
export interface FetchProgress {
  readonly path: string;
  readonly pages: number;
  /** Records so far. */
  readonly items: number;
}

/** What the client needs. Tests pass their own clock. */
export interface ClientOptions {
  /** Origin of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. The client does not start a wait that would end later. */
  readonly deadline: number;
  readonly userAgent: string;
  /** The secrets that no message may repeat. The client adds those of its credentials. */
  readonly secrets?: SecretSearch;
  /** One attempt may take this long, body included. */
  readonly attemptTimeoutMs?: number;
  /** Bytes. A larger answer is not read to its end. */
  readonly largestBody?: number;
  readonly now?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random?: () => number;
  /** One line for people: waits and retries. */
  readonly log?: (line: string) => void;
  /** One line for debugging: method, path, status, attempt; never headers or bodies. */
  readonly debug?: (line: string) => void;
  /** Called before the first request of an endpoint and after each page. */
  readonly onFetch?: (fetched: FetchProgress) => void;
  /** Gets every answer with its body as received. The body is only valid during the call. Must not throw. */
  readonly onPage?: (page: Page, bytes: Buffer) => Promise<void>;
}

/** Failed attempts in a row. An answer that says how long to wait starts the count again. */
interface FailureStreak {
  failures: number;
  /** When the first of these attempts began. */
  since: number;
}

/** No page of a search is nearly that large. */
const LARGEST_BODY = 256 * 1024 * 1024;

/** A client for one Datadog organisation. It retries temporary failures and names all others. */
export class Datadog implements AsyncDisposable {
  /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
  clockSkewMs: number | null = null;

  readonly #options: Required<ClientOptions>;
  readonly #dispatcher: Dispatcher;
  readonly #buffers = new BufferPool();
  readonly #limiter: RateLimiter;
  readonly #loggedWaits = new Map<string, number>();

  constructor(options: ClientOptions) {
    this.#options = {
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
      largestBody: LARGEST_BODY,
      now: Date.now,
      wait: async (ms, signal) => setTimeout(ms, undefined, { signal }),
      random: Math.random,
      log: () => {},
      debug: () => {},
      onFetch: () => {},
      onPage: async () => {},
      secrets: new SecretSearch(),
      ...options,
    };
    this.#dispatcher = dispatcherFor(options.apiUrl);
    this.#limiter = new RateLimiter({
      now: this.#options.now,
      wait: async (ms) => {
        const stopped = await this.#pause(ms);
        if (stopped !== null) throw stopped;
      },
      deadline: options.deadline,
      onWait: (family, ms) =>
        this.#logWait(family, `waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
    });
  }

  /**
   * Sends the request until there is an answer, a refusal, failures for longer than `patienceMs`, or the
   * deadline. A foreseen failure is part of the reply; only bugs throw.
   */
  async request(request: ApiRequest): Promise<ApiReply> {
    return this.#requestUntilDone(request, (bytes): { readonly json: unknown } => ({
      json: JSON.parse(bytes.toString("utf8")),
    }));
  }

  /** Requests a list in the same way. Only the kept part of each record stays in memory. */
  async requestList<Kept>(
    request: ApiRequest,
    rules: RecordRules<Kept>,
  ): Promise<ApiReply<ParsedRecords<Kept>>> {
    return this.#requestUntilDone(request, (bytes) => parseRecords(bytes, rules));
  }

  async #requestUntilDone<Value extends object>(
    request: ApiRequest,
    read: (bytes: Buffer) => Value,
  ): Promise<ApiReply<Value>> {
    const { now, debug, onPage } = this.#options;
    const family = limitFamilyOf(request);
    const streak: FailureStreak = { failures: 0, since: 0 };
    let page = pageOf(null, 1);

    for (let attempts = 1; ; attempts += 1) {
      const turn = await awaitFailure(async () => this.#limiter.turn(family, request.patienceMs));
      if (turn instanceof Failure) return { page, json: null, failure: turn };
      const began = now();
      const { answer, result, isReplaced = false } = await this.#attempt(request, read);
      debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
      page = pageOf(answer, attempts);
      if (answer !== null) {
        await onPage(page, answer.bytes);
        this.#buffers.takeBack(answer.bytes);
      }
      if (!(result instanceof Failure)) return { page, failure: null, ...result };

      // After a 401 the request is sent again if there are other credentials. If those are refused too, it fails.
      if (isReplaced) continue;
      const failure = await this.#waitToRetry(request, { answer, failure: result, began, streak });
      if (failure !== null) return { page, json: null, failure };
    }
  }

  /** Waits until the next attempt and returns null; or returns the failure if there is no next attempt. */
  async #waitToRetry(
    request: ApiRequest,
    attempt: {
      readonly answer: ApiResponse | null;
      readonly failure: Failure;
      readonly began: number;
      readonly streak: FailureStreak;
    },
  ): Promise<Failure | null> {
    const { now, random, deadline, log } = this.#options;
    const { answer, failure, began, streak } = attempt;
    const { patienceMs = GIVE_UP_AFTER_MS } = request;
    const family = limitFamilyOf(request);
    const reset = answer === null ? null : secondsToWait(answer, now());
    if (reset !== null && request.patienceMs === undefined) {
      streak.failures = 0;
      // A rate limit with a reset time is no failure: the limiter waits until then, within the deadline.
      if (answer?.status === 429) return null;
      if (now() + reset * 1000 >= deadline) return failure;
      this.#logWait(family, `${failure.message}; waiting ${reset} s, as the answer says`);
      this.#limiter.hold(family, reset * 1000);
      return null;
    }
    if (streak.failures === 0) streak.since = began;
    const failingForMs = now() - streak.since;
    if (reset !== null && failingForMs + reset * 1000 > patienceMs) return failure;
    streak.failures += 1;
    const backoff = retryDelay({
      isTransient: isTransient(failure, answer),
      attempt: streak.failures,
      failingForMs,
      random: random(),
      patienceMs,
    });
    if (backoff === null) return failure;
    const delay = Math.max(backoff, (reset ?? 0) * 1000);
    if (now() + delay >= deadline) return failure;
    if (answer?.status === 429) this.#limiter.hold(family, delay);
    if (streak.failures === 3) log(`${failure.message}; trying again for up to ${patienceMs / 1000} s`);
    return this.#pause(delay);
  }

  /** Who sends the requests. */
  get credentials(): Credentials {
    return this.#options.credentials;
  }

  /** How many requests are left according to the answers. */
  get remainingLimits(): readonly RemainingLimit[] {
    return this.#limiter.remaining();
  }

  /** Passes progress on to `onFetch`. */
  reportProgress(fetched: FetchProgress): void {
    this.#options.onFetch(fetched);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** Logs a wait, at most once a minute for each family. */
  #logWait(family: string, line: string): void {
    const now = this.#options.now();
    if (now - (this.#loggedWaits.get(family) ?? Number.NEGATIVE_INFINITY) < WAIT_LOG_MS) return;
    this.#loggedWaits.set(family, now);
    this.#options.log(line);
  }

  /** Sends the request once and reads the whole answer. */
  async #attempt<Value extends object>(
    request: ApiRequest,
    read: (bytes: Buffer) => Value,
  ): Promise<{
    answer: ApiResponse | null;
    result: Value | Failure;
    /** Whether Datadog refused credentials for which there are others now. */
    isReplaced?: boolean;
  }> {
    const { now, credentials, secrets } = this.#options;
    let answer: ApiResponse | null = null;
    try {
      const began = now();
      const sent = await this.#send(request);
      answer = sent.answer;
      this.#measureSkew(answer, began);
      secrets.add(...credentials.secrets());
      return {
        answer,
        result: classifyResponse(answer, {
          what: limitFamilyOf(request),
          permission: request.permission,
          access: credentials.mode,
          secrets,
          read,
        }),
        isReplaced: answer.status === 401 && credentials.discard(sent.headers),
      };
    } catch (error) {
      if (error instanceof Failure) return { answer: null, result: error };
      throw error;
    } finally {
      this.#limiter.learn(limitFamilyOf(request), answer);
    }
  }

  /** Sends the request with credentials. Returns the answer, and the headers that held the credentials. */
  async #send({ method, path, query = {}, body, patienceMs = Infinity }: ApiRequest): Promise<{
    readonly answer: ApiResponse;
    readonly headers: CredentialHeaders;
  }> {
    const { apiUrl, credentials, signal, userAgent, attemptTimeoutMs, largestBody } = this.#options;
    const url = new URL(path, apiUrl);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    try {
      const headers = await credentials.headers(signal);
      const answer = await sendRequest(
        { method, url, body, headers: { ...headers, "user-agent": userAgent } },
        {
          dispatcher: this.#dispatcher,
          signal,
          timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
          largestBody,
          bodies: this.#buffers,
        },
      );
      return { answer, headers };
    } catch (error) {
      throw this.#stopReason() ?? error;
    }
  }

  /** `Date` has whole seconds; half a second is the best guess for the fraction. */
  #measureSkew({ headers }: ApiResponse, began: number): void {
    const said = Date.parse(headers.get("date") ?? "");
    if (this.clockSkewMs !== null || Number.isNaN(said)) return;
    const ours = (began + this.#options.now()) / 2;
    this.clockSkewMs = Math.round(said + 500 - ours);
  }

  /** Waits. Returns the failure if the run was stopped meanwhile. */
  async #pause(ms: number): Promise<Failure | null> {
    try {
      await this.#options.wait(ms, this.#options.signal);
    } catch (error) {
      if (this.#stopReason() === null) throw error;
    }
    return this.#stopReason();
  }

  /** The failure that stopped the run, which is the signal's reason; null if it goes on. */
  #stopReason(): Failure | null {
    const { aborted, reason } = this.#options.signal;
    if (!aborted) return null;
    return reason instanceof Failure
      ? reason
      : new Failure("cancelled", "the run was cancelled", { cause: reason });
  }
}

/** The method and path, which share a rate limit. */
function limitFamilyOf({ method, path }: ApiRequest): string {
  return `${method} ${path}`;
}

/** A limit that repeats is logged this often. */
const WAIT_LOG_MS = 60_000;

/** Seconds that the answer asks to wait, null if it asks for none. */
function secondsToWait({ status, headers }: ApiResponse, now: number): number | null {
  if (status === 429) return secondsUntilReset(headers, now);
  return status === 503 ? secondsUntilRetry(headers, now) : null;
}

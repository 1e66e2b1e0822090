import { setTimeout } from "node:timers/promises";

import type { Dispatcher } from "undici";

import { dispatcherFor } from "../platform/connections.ts";
import type { Page } from "../evidence/schema.ts";
import { awaitFailure, Failure } from "../failure.ts";
import { isTransient, classifyResponse, pageOf } from "./response.ts";
import { SecretSearch } from "../platform/secrets.ts";
import { BufferPool } from "./buffer-pool.ts";
import type { CredentialHeaders, Credentials } from "./credentials.ts";
import {
  newRateLimiter,
  secondsUntilReset,
  secondsUntilRetry,
  type RateLimiter,
  type RemainingLimit,
} from "./rate-limiter.ts";
import { parseRecords, type RecordRules } from "./record-parser.ts";
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

/** The page for the ledger, and the parsed body or the failure. */
export type ApiReply =
  | { readonly page: Page; readonly json: unknown; readonly failure: null }
  | { readonly page: Page; readonly json: null; readonly failure: Failure };

/** The progress of reading one endpoint. */
export interface FetchProgress {
  readonly path: string;
  readonly pages: number;
  /** Records so far. */
  readonly items: number;
}

/** The kept records of a list, and the parsed body without them. */
export type ListReply<Kept> =
  | { readonly page: Page; readonly json: unknown; readonly records: readonly Kept[]; readonly failure: null }
  | { readonly page: Page; readonly json: null; readonly records: readonly []; readonly failure: Failure };

/** The page, and the value or the failure. */
type ReadReply<Value> =
  | { readonly page: Page; readonly value: Value; readonly failure: null }
  | { readonly page: Page; readonly value: null; readonly failure: Failure };

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
      secrets: new SecretSearch(),
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
        this.#logWait(family, `waiting ${Math.ceil(ms / 1000)} s for Datadog's rate limit on ${family}`),
    });
  }

  /**
   * Sends the request until there is an answer, a refusal, failures for longer than `patienceMs`, or the
   * deadline. A foreseen failure is part of the reply; only bugs throw.
   */
  async request(request: ApiRequest): Promise<ApiReply> {
    const { page, value, failure } = await this.#requestUntilDone(request, parseJson);
    return failure === null ? { page, json: value, failure } : { page, json: null, failure };
  }

  /** Requests a list in the same way. Only the kept part of each record stays in memory. */
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

      // Credentials that expired or were revoked are replaced once; new ones are not.
      if (isReplaced) continue;
      // A rate limit with a reset time is no failure: the limiter waits until then, within the deadline.
      const reset = answer === null ? null : secondsToWait(answer, now());
      if (reset !== null && request.patienceMs === undefined) {
        if (answer?.status !== 429) {
          if (now() + reset * 1000 >= deadline) return { page, value: null, failure: verdict };
          this.#logWait(family, `${verdict.message}; waiting ${reset} s, as the answer says`);
          this.#limiter.hold(family, reset * 1000);
        }
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

  /** Waits for its turn. Returns the failure if there will be none. */
  async #takeTurn(family: string): Promise<Failure | null> {
    const turn = await awaitFailure(async () => this.#limiter.turn(family));
    return turn instanceof Failure ? turn : null;
  }

  /** Sends the request once and reads the whole answer. */
  async #attempt<Value>(
    request: ApiRequest,
    read: (bytes: Buffer) => Value,
  ): Promise<{
    answer: ApiResponse | null;
    verdict: { value: Value } | Failure;
    /** Whether Datadog refused credentials for which there are others now. */
    isReplaced?: boolean;
  }> {
    const { now, credentials, secrets } = this.#options;
    let answer: ApiResponse | null = null;
    try {
      const began = now();
      const sent = await this.#credentialHeaders();
      answer = await this.#send(request, sent);
      this.#measureSkew(answer, began);
      secrets.add(...credentials.secrets());
      return {
        answer,
        verdict: classifyResponse(answer, {
          what: limitFamilyOf(request),
          permission: request.permission,
          access: credentials.mode,
          secrets,
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

function parseJson(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString("utf8"));
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}

/** A limit that repeats is logged this often. */
const WAIT_LOG_MS = 60_000;

/** Seconds that the answer asks to wait, null if it asks for none. */
function secondsToWait({ status, headers }: ApiResponse, now: number): number | null {
  if (status === 429) return secondsUntilReset(headers, now);
  return status === 503 ? secondsUntilRetry(headers, now) : null;
}

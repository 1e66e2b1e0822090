import { setTimeout } from "node:timers/promises";

import type { Dispatcher } from "undici";

import { dispatcherFor } from "../platform/connections.ts";
import type { Page } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { isTransient, judged, pageOf } from "./response.ts";
import { Bodies } from "./buffer-pool.ts";
import { resetLimiter, secondsUntilReset } from "./rate-limiter.ts";
import type { Limiter } from "./rate-limiter.ts";
import { split } from "./record-parser.ts";
import type { Keeping } from "./record-parser.ts";
import { ATTEMPT_TIMEOUT_MS, GIVE_UP_AFTER_MS, retryDelay } from "./retry.ts";
import { exchanged } from "./transport.ts";
import type { Answer } from "./transport.ts";

/** One thing to ask Datadog. Only reading is possible: searches are POSTs that change nothing. */
export interface Question {
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
export type Reply =
  | { readonly page: Page; readonly json: unknown; readonly failure: null }
  | { readonly page: Page; readonly json: null; readonly failure: Failure };

/** How far reading from one endpoint has come. */
export interface Fetched {
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
type Answered<Value> =
  | { readonly page: Page; readonly value: Value; readonly failure: null }
  | { readonly page: Page; readonly value: null; readonly failure: Failure };

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
  /** One attempt may take this long, body included. */
  readonly attemptTimeoutMs?: number;
  /** Bytes; an answer beyond them is not read to its end. */
  readonly largestBody?: number;
  readonly now?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly chance?: () => number;
  /** One line for people: waits and retries. */
  readonly say?: (line: string) => void;
  /** One line for debugging: method, path, status, attempt; never headers or bodies. */
  readonly debug?: (line: string) => void;
  /** Told what is being fetched, before it is asked for and after each page. */
  readonly onFetch?: (fetched: Fetched) => void;
  /** Given every answer, its body as received, which is gone once that is done; it must not throw. */
  readonly onPage?: (page: Page, bytes: Buffer) => Promise<void>;
}

/** No page of a search comes near it; more is not an answer but a fault. */
const LARGEST_BODY = 256 * 1024 * 1024;

/** A connection to one Datadog organisation. It retries what may pass and names what does not. */
export class Datadog implements AsyncDisposable {
  /** Datadog's clock minus ours in milliseconds, from the first answer that carried a date. */
  clockSkewMs: number | null = null;

  readonly #access: Required<Access>;
  readonly #dispatcher: Dispatcher;
  readonly #bodies = new Bodies();
  readonly #limiter: Limiter;

  constructor(access: Access) {
    this.#access = {
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
      largestBody: LARGEST_BODY,
      now: Date.now,
      wait: sleep,
      chance: Math.random,
      say: () => {},
      debug: () => {},
      onFetch: () => {},
      onPage: async () => {},
      ...access,
    };
    this.#dispatcher = dispatcherFor(access.apiUrl);
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
   * Asks until there is an answer, a refusal, failures for as long as the question
   * has patience, or the deadline.
   * Every foreseen failure is part of the reply; only bugs throw.
   */
  async ask(question: Question): Promise<Reply> {
    const { page, value, failure } = await this.#answered(question, parsed);
    return failure === null ? { page, json: value, failure } : { page, json: null, failure };
  }

  /** Asks for a list in the same way; of each record only what is kept of it stays in memory. */
  async list<Kept>(question: Question, keeping: Keeping<Kept>): Promise<ListReply<Kept>> {
    const { page, value, failure } = await this.#answered(question, (bytes) => split(bytes, keeping));
    return failure === null ? { page, ...value, failure } : { page, json: null, records: [], failure };
  }

  async #answered<Value>(question: Question, read: (bytes: Buffer) => Value): Promise<Answered<Value>> {
    const { now, chance, deadline, say, debug, onPage } = this.#access;
    const family = familyOf(question);
    const patienceMs = question.patienceMs ?? GIVE_UP_AFTER_MS;
    let page = pageOf(null, 1);
    let failures = 0;
    let failingSince = 0;

    for (let attempts = 1; ; attempts += 1) {
      const held = await this.#turn(family);
      if (held !== null) return { page, value: null, failure: held };
      const began = now();
      const { answer, verdict } = await this.#attempt(question, read);
      debug(`${family} ${answer?.status ?? "no answer"}, attempt ${attempts}`);
      page = pageOf(answer, attempts);
      if (answer !== null) {
        await onPage(page, answer.bytes);
        this.#bodies.takeBack(answer.bytes);
      }
      if (!(verdict instanceof Failure)) return { page, value: verdict.value, failure: null };

      // Being told when to come back is no failure: the limiter waits, the deadline bounds it.
      const reset = answer?.status === 429 ? secondsUntilReset(answer.headers) : null;
      if (reset !== null && question.patienceMs === undefined) {
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
        chance: chance(),
        patienceMs,
      });
      if (delay === null || now() + delay >= deadline) return { page, value: null, failure: verdict };
      if (answer?.status === 429) this.#limiter.hold(family, delay);
      if (failures === 3) say(`${verdict.message}; trying again for up to ${patienceMs / 1000} s`);
      const stopped = await this.#pause(delay);
      if (stopped !== null) return { page, value: null, failure: stopped };
    }
  }

  /** Tells whoever watches. */
  fetched(fetched: Fetched): void {
    this.#access.onFetch(fetched);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** Null when it is our turn, or why it will not be. */
  async #turn(family: string): Promise<Failure | null> {
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
    question: Question,
    read: (bytes: Buffer) => Value,
  ): Promise<{ answer: Answer | null; verdict: { value: Value } | Failure }> {
    const { now, apiKey, appKey } = this.#access;
    let answer: Answer | null = null;
    try {
      const began = now();
      answer = await this.#exchange(question);
      this.#measureSkew(answer, began);
      return {
        answer,
        verdict: judged(answer, {
          what: familyOf(question),
          permission: question.permission,
          secrets: [apiKey, appKey],
          read,
        }),
      };
    } catch (error) {
      if (error instanceof Failure) return { answer: null, verdict: error };
      throw error;
    } finally {
      this.#limiter.learn(familyOf(question), answer);
    }
  }

  async #exchange({ method, path, query = {}, body, patienceMs = Infinity }: Question): Promise<Answer> {
    const { apiUrl, apiKey, appKey, signal, userAgent, attemptTimeoutMs, largestBody } = this.#access;
    const url = new URL(path, apiUrl);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    try {
      return await exchanged(
        {
          method,
          url,
          body,
          headers: { "dd-api-key": apiKey, "dd-application-key": appKey, "user-agent": userAgent },
        },
        {
          dispatcher: this.#dispatcher,
          signal,
          timeoutMs: Math.min(attemptTimeoutMs, patienceMs),
          largestBody,
          bodies: this.#bodies,
        },
      );
    } catch (error) {
      throw this.#stopped() ?? error;
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

/** What shares a rate limit. */
function familyOf({ method, path }: Question): string {
  return `${method} ${path}`;
}

function parsed(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString("utf8"));
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}

import { Failure } from "../failure.ts";
import type { ApiResponse } from "./transport.ts";

/** The name of a group of requests that share a rate limit: their method and path. */
type LimitFamily = string;

/** How many requests of a family are left until its period ends. */
export interface RemainingLimit {
  readonly family: LimitFamily;
  readonly left: number;
}

/** The parts of an answer that say something about a limit. */
type LimitedResponse = Pick<ApiResponse, "status" | "headers">;
type LimitHeaders = ApiResponse["headers"];

/** What the limiter needs. */
interface LimiterWorld {
  now(): number;
  wait(ms: number): Promise<void>;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** Called before a wait. */
  onWait(family: LimitFamily, ms: number): void;
}

/** The most parallel requests of one family. More would gain little and strain the API. */
const MOST_AT_ONCE = 8;

/** The most parallel requests while the remaining number is not known. */
const AT_ONCE_UNKNOWN = 2;

/** What is known about a family. */
interface FamilyState {
  /** Requests that were sent and not answered. */
  underWay: number;
  /** The smallest remaining number that an answer of this period gave; null if not known. */
  left: number | null;
  /** When that period ends. */
  endsAt: number;
  /** Whether there was an answer. Until then there may be a limit. */
  hasAnswered: boolean;
  /** No request is sent before this time, because of a limit. */
  opensAt: number;
  /** No request is sent before this time, because one of the family must wait. */
  heldUntil: number;
  /** The wait that all requests share. */
  waiting: Promise<void> | null;
  /** Requests that wait for an answer to another one, in their order. */
  readonly queue: (() => void)[];
}

/**
 * Delays requests so that they respect Datadog's rate limits. A request waits for its turn, and afterwards
 * reports what the answer says about the limit. There are never more requests than the last answers left,
 * counting those under way. If none remain, they wait for `X-RateLimit-Reset`, a number of seconds from
 * now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
export class RateLimiter {
  readonly #world: LimiterWorld;
  readonly #families = new Map<LimitFamily, FamilyState>();

  constructor(world: LimiterWorld) {
    this.#world = world;
  }

  /** Resolves when a request of the family may be sent. Throws if a limit lasts beyond the deadline or `patienceMs`. */
  async turn(family: LimitFamily, patienceMs = Number.POSITIVE_INFINITY): Promise<void> {
    const known = this.#knownOf(family);
    const latest = this.#world.now() + patienceMs;
    // Several may wait for one reset, and the first one to go may meet another limit.
    for (;;) {
      const now = this.#world.now();
      const room = roomIn(known, now);
      // Nothing is left, and no answer is pending that could change that.
      if (room === 0 && known.underWay === 0) known.opensAt = Math.max(known.opensAt, known.endsAt);
      if (known.opensAt > now) {
        await this.#waitUntilOpen(family, { now, latest });
      } else if (known.heldUntil > now) {
        await this.#wait(known, known.heldUntil - now);
      } else if (known.underWay < room) {
        known.underWay += 1;
        return;
      } else {
        await new Promise<void>((resolve) => {
          known.queue.push(resolve);
        });
      }
    }
  }

  /** Ends a turn, with the answer or null. */
  learn(family: LimitFamily, answer: LimitedResponse | null): void {
    const known = this.#knownOf(family);
    known.underWay = Math.max(0, known.underWay - 1);
    if (answer !== null) learnLimit(known, answer, this.#world.now());
    else countRequest(known);
    for (const wake of known.queue.splice(0)) wake();
  }

  /** Delays the whole family, because one of its requests must wait. */
  hold(family: LimitFamily, ms: number): void {
    const known = this.#knownOf(family);
    known.heldUntil = Math.max(known.heldUntil, this.#world.now() + ms);
  }

  /** What the answers said about each family that has a limit. */
  remaining(): readonly RemainingLimit[] {
    return [...this.#families].flatMap(([family, { left }]) => (left === null ? [] : [{ family, left }]));
  }

  async #waitUntilOpen(
    family: LimitFamily,
    { now, latest }: { readonly now: number; readonly latest: number },
  ): Promise<void> {
    const known = this.#knownOf(family);
    const ms = known.opensAt - now;
    const isTooLate = known.opensAt >= this.#world.deadline;
    if (isTooLate || known.opensAt > latest) {
      const seconds = Math.ceil(ms / 1000);
      throw new Failure(
        "rate-limited",
        isTooLate
          ? `Datadog's rate limit for ${family} resets in ${seconds} s, after the deadline of this run`
          : `Datadog's rate limit for ${family} resets in ${seconds} s, and this request does not wait that long`,
        { hint: "run less often, ask Datadog to raise the limit, or raise the deadline" },
      );
    }
    if (known.waiting === null) this.#world.onWait(family, ms);
    known.hasAnswered = false;
    await this.#wait(known, ms);
  }

  /** Waits; requests that wait at the same time share one wait. */
  async #wait(known: FamilyState, ms: number): Promise<void> {
    known.waiting ??= this.#world.wait(ms).finally(() => {
      known.waiting = null;
    });
    return known.waiting;
  }

  #knownOf(family: LimitFamily): FamilyState {
    const known = this.#families.get(family) ?? {
      underWay: 0,
      left: null,
      endsAt: 0,
      hasAnswered: false,
      opensAt: 0,
      heldUntil: 0,
      waiting: null,
      queue: [],
    };
    this.#families.set(family, known);
    return known;
  }
}

/** The number of requests that may be under way now. */
function roomIn(known: FamilyState, now: number): number {
  if (known.left !== null && now >= known.endsAt) {
    known.left = null;
    known.hasAnswered = false;
  }
  if (known.left !== null) return Math.min(MOST_AT_ONCE, known.left);
  return known.hasAnswered ? MOST_AT_ONCE : AT_ONCE_UNKNOWN;
}

/** Answers can overtake each other, so within a period the smallest remaining number counts. */
function learnLimit(known: FamilyState, { status, headers }: LimitedResponse, now: number): void {
  const reset = secondsUntilReset(headers, now);
  const said = headers.get("x-ratelimit-remaining") ?? "";
  const remaining = /^\d{1,9}$/.test(said) ? Number(said) : null;
  known.hasAnswered = true;
  if (reset === null || remaining === null) countRequest(known);
  if (reset === null) return;
  const ends = now + reset * 1000;
  if (status === 429 || remaining === 0) known.opensAt = Math.max(known.opensAt, ends);
  if (remaining === null) return;
  known.left = known.left === null || now >= known.endsAt ? remaining : Math.min(known.left, remaining);
  known.endsAt = Math.max(known.endsAt, ends);
}

/** Counts a request whose answer does not give the remaining number: Datadog may have counted it. */
function countRequest(known: FamilyState): void {
  if (known.left !== null) known.left = Math.max(0, known.left - 1);
}

/** Seconds until the limit resets, or null where the answer does not say. */
export function secondsUntilReset(headers: LimitHeaders, now: number): number | null {
  return secondsIn(headers.get("x-ratelimit-reset"), now) ?? secondsUntilRetry(headers, now);
}

/** Seconds until a new attempt is welcome: `Retry-After` as seconds or as a date, or null where the answer has none. */
export function secondsUntilRetry(headers: LimitHeaders, now: number): number | null {
  const said = headers.get("retry-after");
  const seconds = secondsIn(said, now);
  if (seconds !== null || said === null || !/GMT$/i.test(said.trim())) return seconds;
  // The date is by the clock of who sent it.
  const theirs = Date.parse(headers.get("date") ?? "");
  const wait = Date.parse(said) - (Number.isNaN(theirs) ? now : theirs);
  return Number.isNaN(wait) ? null : wholeSeconds(wait / 1000);
}

/** So large a number is a Unix time, not a wait. */
const LEAST_UNIX_SECONDS = 1_000_000_000;

function secondsIn(said: string | null, now: number): number | null {
  const seconds = said === null || said.trim() === "" ? Number.NaN : Number(said);
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  if (seconds < LEAST_UNIX_SECONDS) return wholeSeconds(seconds);
  const isMilliseconds = seconds >= LEAST_UNIX_SECONDS * 1000;
  return wholeSeconds((isMilliseconds ? seconds / 1000 : seconds) - now / 1000);
}

/** Whole seconds, so that a fraction never causes requests without a pause. */
function wholeSeconds(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 1), 86_400);
}

import { Failure } from "../failure.ts";

/** Endpoints that share a rate limit, by the part of the path that names them. */
export type LimitFamily = string;

/**
 * Stands between the client and the socket. A request takes its turn here and
 * tells afterwards what the answer said about the limit.
 */
export interface RateLimiter {
  /** Resolves when a request of the family may be sent. Throws when that lies behind the deadline. */
  turn(family: LimitFamily): Promise<void>;
  /** Ends a turn, with the answer or with null where none came. */
  learn(family: LimitFamily, answer: { readonly status: number; readonly headers: RateHeaders } | null): void;
  /** Keeps the whole family back: what one of it was told to leave alone, the others leave alone too. */
  hold(family: LimitFamily, ms: number): void;
}

export interface RateHeaders {
  get(name: string): string | null;
}

/** Requests of one family on their way at once; more gains little and is no manner to treat an API. */
const MOST_AT_ONCE = 8;

/** As many while nobody knows what is left. */
const AT_ONCE_UNKNOWN = 2;

/** What is known of a family. */
interface FamilyState {
  /** On their way, unanswered. */
  underWay: number;
  /** The least that an answer of this period left over; null where nothing is known. */
  left: number | null;
  /** When the period ends of which that was said. */
  ends: number;
  /** Whether an answer came, so that a family without a limit is told from one that is not known yet. */
  isMet: boolean;
  /** Nobody is sent before: so a limit said. */
  opens: number;
  /** Nobody is sent before: one of the family backs off. */
  held: number;
  /** The one wait that all share. */
  waiting: Promise<void> | null;
  /** Woken, in the order in which they came, when one of the family is answered. */
  readonly queue: (() => void)[];
}

/**
 * A limiter that never sends more than the last answers left over, counting what
 * is under way, and that waits as long as `X-RateLimit-Reset` says once nothing
 * remains. The header counts seconds from now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
export function newRateLimiter(world: {
  now(): number;
  wait(ms: number): Promise<void>;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** Told before a wait. */
  onWait(family: LimitFamily, ms: number): void;
}): RateLimiter {
  const families = new Map<LimitFamily, FamilyState>();
  const knownOf = (family: LimitFamily): FamilyState => {
    const known = families.get(family) ?? newFamilyState();
    families.set(family, known);
    return known;
  };

  /** One wait for all who stand there. */
  const wait = async (known: FamilyState, ms: number): Promise<void> => {
    known.waiting ??= world.wait(ms).finally(() => {
      known.waiting = null;
    });
    return known.waiting;
  };

  return {
    async turn(family) {
      const known = knownOf(family);
      // Several may wait for one reset, and the first to go may learn of another.
      for (;;) {
        const now = world.now();
        const room = roomIn(known, now);
        // Nobody is left who could bring better news before the period ends.
        if (room === 0 && known.underWay === 0) known.opens = Math.max(known.opens, known.ends);
        if (known.opens > now) {
          const ms = known.opens - now;
          if (known.opens >= world.deadline) throw resetsTooLate(family, ms);
          if (known.waiting === null) world.onWait(family, ms);
          known.isMet = false;
          await wait(known, ms);
        } else if (known.held > now) {
          await wait(known, known.held - now);
        } else if (known.underWay < room) {
          known.underWay += 1;
          return;
        } else {
          await new Promise<void>((resolve) => {
            known.queue.push(resolve);
          });
        }
      }
    },

    learn(family, answer) {
      const known = knownOf(family);
      known.underWay = Math.max(0, known.underWay - 1);
      if (answer !== null) learnLimit(known, answer, world.now());
      else countRequest(known);
      wakeAll(known);
    },

    hold(family, ms) {
      const known = knownOf(family);
      known.held = Math.max(known.held, world.now() + ms);
    },
  };
}

/** How many may be under way now. */
function roomIn(known: FamilyState, now: number): number {
  if (known.left !== null && now >= known.ends) {
    known.left = null;
    known.isMet = false;
  }
  if (known.left !== null) return Math.min(MOST_AT_ONCE, known.left);
  return known.isMet ? MOST_AT_ONCE : AT_ONCE_UNKNOWN;
}

/** Answers overtake each other, so within a period the least that was left over holds. */
function learnLimit(
  known: FamilyState,
  { status, headers }: { readonly status: number; readonly headers: RateHeaders },
  now: number,
): void {
  const reset = secondsUntilReset(headers);
  const remaining = remainingIn(headers);
  known.isMet = true;
  if (reset === null || remaining === null) countRequest(known);
  if (reset === null) return;
  const ends = now + reset * 1000;
  if (status === 429 || remaining === 0) known.opens = Math.max(known.opens, ends);
  if (remaining === null) return;
  known.left = known.left === null || now >= known.ends ? remaining : Math.min(known.left, remaining);
  known.ends = Math.max(known.ends, ends);
}

/** What does not say how many are left may have been counted all the same. */
function countRequest(known: FamilyState): void {
  if (known.left !== null) known.left = Math.max(0, known.left - 1);
}

function wakeAll({ queue }: FamilyState): void {
  for (const wake of queue.splice(0)) wake();
}

function newFamilyState(): FamilyState {
  return { underWay: 0, left: null, ends: 0, isMet: false, opens: 0, held: 0, waiting: null, queue: [] };
}

function resetsTooLate(family: LimitFamily, ms: number): Failure {
  return new Failure(
    "rate-limited",
    `Datadog's rate limit for ${family} resets in ${Math.ceil(ms / 1000)} s, after the deadline of this run`,
    { hint: "run less often, ask Datadog to raise the limit, or raise the deadline" },
  );
}

function remainingIn(headers: RateHeaders): number | null {
  const said = headers.get("x-ratelimit-remaining");
  return said !== null && /^\d{1,9}$/.test(said) ? Number(said) : null;
}

/** Seconds until the limit resets, or null where the answer does not say. */
export function secondsUntilReset(headers: RateHeaders): number | null {
  const said = headers.get("x-ratelimit-reset") ?? headers.get("retry-after");
  const seconds = Number(said ?? Number.NaN);
  // Whole seconds, so that a fraction never makes us knock without pause.
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : null;
}

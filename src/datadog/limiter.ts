import { Failure } from "../failure.ts";

/** Endpoints that share a rate limit, by the part of the path that names them. */
export type Family = string;

/**
 * Stands between the client and the socket. A request takes its turn here and
 * tells afterwards what the answer said about the limit.
 */
export interface Limiter {
  /** Resolves when a request of the family may be sent. Throws when that lies behind the deadline. */
  turn(family: Family): Promise<void>;
  learn(family: Family, answer: { readonly status: number; readonly headers: RateHeaders }): void;
}

export interface RateHeaders {
  get(name: string): string | null;
}

/**
 * A limiter that waits as long as `X-RateLimit-Reset` says once nothing remains.
 * The header counts seconds from now, up to 3600.
 * https://docs.datadoghq.com/api/latest/rate-limits
 */
export function resetLimiter(world: {
  now(): number;
  wait(ms: number): Promise<void>;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** Told before a wait. */
  onWait(family: Family, ms: number): void;
}): Limiter {
  const opens = new Map<Family, number>();

  return {
    async turn(family) {
      // Several requests may wait for one reset, and the first to go may learn of another.
      for (;;) {
        const ms = (opens.get(family) ?? 0) - world.now();
        if (ms <= 0) return;
        if (world.now() + ms >= world.deadline) {
          throw new Failure(
            "rate-limited",
            `Datadog's rate limit for ${family} resets in ${Math.ceil(ms / 1000)} s, after the deadline of this run`,
            { hint: "run less often, ask Datadog to raise the limit, or raise the deadline" },
          );
        }
        world.onWait(family, ms);
        await world.wait(ms);
      }
    },
    learn(family, { status, headers }) {
      const reset = secondsUntilReset(headers);
      const isSpent = status === 429 || headers.get("x-ratelimit-remaining") === "0";
      if (reset !== null && isSpent)
        opens.set(family, Math.max(opens.get(family) ?? 0, world.now() + reset * 1000));
    },
  };
}

/** Seconds until the limit resets, or null where the answer does not say. */
export function secondsUntilReset(headers: RateHeaders): number | null {
  const said = headers.get("x-ratelimit-reset") ?? headers.get("retry-after");
  const seconds = Number(said ?? Number.NaN);
  // Whole seconds, so that a fraction never makes us knock without pause.
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : null;
}

/** How many requests an endpoint takes in a period. */
export interface RateLimit {
  readonly limit: number;
  readonly periodSeconds: number;
}

/** What the recordings of `GET /api/v1/monitor` carry. */
const USUAL_LIMIT: RateLimit = { limit: 1000, periodSeconds: 10 };

/**
 * Counts requests for each endpoint in periods aligned to the clock, as Datadog
 * does. Without a limit it counts and never refuses.
 */
export class RateLimiter {
  readonly #rate: RateLimit;
  readonly #enforced: boolean;
  readonly #taken = new Map<string, { period: number; count: number }>();

  constructor(rate: RateLimit | undefined) {
    this.#rate = rate ?? USUAL_LIMIT;
    this.#enforced = rate !== undefined;
  }

  /** Counts one request; returns the headers that tell, and whether it is one too many. */
  take(name: string, nowMs: number): { headers: Record<string, string>; exceeded: boolean } {
    const { limit, periodSeconds } = this.#rate;
    const period = Math.floor(nowMs / 1000 / periodSeconds);
    const before = this.#taken.get(name);
    const count = (before?.period === period ? before.count : 0) + 1;
    this.#taken.set(name, { period, count });

    const reset = Math.max(1, Math.ceil((period + 1) * periodSeconds - nowMs / 1000));
    const headers = {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-period": String(periodSeconds),
      "x-ratelimit-remaining": String(Math.max(0, limit - count)),
      "x-ratelimit-reset": String(reset),
      "x-ratelimit-name": name,
    };
    return { headers, exceeded: this.#enforced && count > limit };
  }
}

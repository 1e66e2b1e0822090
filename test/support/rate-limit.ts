import type { DatadogRoute } from "./datadog-tokens.ts";

/** How many requests an endpoint takes in a period. */
export interface RateLimit {
  readonly limit: number;
  readonly periodSeconds: number;
}

/** The names of the limits, as in the header `x-ratelimit-name`. */
export const LIMIT_NAMES: Readonly<Record<DatadogRoute, string>> = {
  "GET /api/v1/validate": "validate",
  "GET /api/v2/validate": "validate_v2",
  "GET /api/v2/validate_keys": "validate_keys",
  "POST /api/v2/delegated-token": "delegated_token",
  "GET /api/v2/current_user": "current_user",
  "POST /api/v2/security_monitoring/signals/search": "security_monitoring_signals_search",
  "GET /api/v1/monitor": "get_all_monitors",
  "GET /api/v1/monitor/search": "search_monitors",
  "POST /api/v2/security/findings/search": "security_findings_search",
  "GET /api/v2/csm/onboarding/coverage_analysis/cloud_accounts": "csm_coverage",
  "GET /api/v2/security_monitoring/rules": "security_monitoring_rules",
  "GET /api/v2/security_monitoring/configuration/suppressions": "security_monitoring_suppressions",
  "GET /api/v2/posture_management/findings": "posture_management_findings",
  "POST /api/v2/query/scalar": "query_scalar",
};

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

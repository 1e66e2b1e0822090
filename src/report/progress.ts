import { visibleLine } from "./render/sanitize.ts";
import { quantityOf } from "./words.ts";

interface Fetched {
  readonly path: string;
  readonly pages: number;
  readonly items: number;
}

/** The lists that hold evidence. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ["/api/v2/security_monitoring/signals/search", "signals"],
  ["/api/v1/monitor", "monitors"],
  ["/api/v2/security/findings/search", "findings"],
]);

/** What else is asked for, in words. */
const OTHER_QUESTIONS: ReadonlyMap<string, string> = new Map([
  ["/api/v2/validate_keys", "check of the keys"],
  ["/api/v2/validate", "check of the keys"],
  ["/api/v1/validate", "check of the keys"],
  ["/api/v2/current_user", "check of the token"],
  ["/api/v2/delegated-token", "access token"],
  ["/api/v2/query/scalar", "count of signals"],
  ["/api/v2/security_monitoring/rules", "detection rules"],
  ["/api/v2/security_monitoring/configuration/suppressions", "suppression rules"],
  ["/api/v1/monitor/search", "count of monitors"],
  ["/api/v2/csm/onboarding/coverage_analysis/cloud_accounts", "cloud accounts"],
  ["/api/v2/posture_management/findings", "count of posture checks"],
]);

/**
 * Returns a listener that keeps the status line of the log up to date: each listing with its pages and records so
 * far, then any other request.
 */
export function trackProgress(log: { status?(line: string | null): void }): (fetched: Fetched) => void {
  const listings = new Map<string, string>();
  return ({ path, pages, items }) => {
    const name = LISTS.get(path);
    if (name !== undefined)
      listings.set(name, pages === 0 ? name : `${name} ${items} (${quantityOf(pages, "page")})`);
    const besides = name === undefined ? [OTHER_QUESTIONS.get(path) ?? visibleLine(path)] : [];
    log.status?.(`fetching ${[...listings.values(), ...besides].join(" · ")}`);
  };
}

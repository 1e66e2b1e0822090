import type { DatadogOrganisation } from "../../../src/demo/northwind/organisation.ts";
import type { DatadogOptions } from "../../support/datadog.ts";
import { FINDINGS, findingsBody, SCALAR, scalarBody, SIGNALS, signalsBody } from "./ask.ts";

/** One question to the embedded Datadog, with the status it must get. */
export interface Exchange {
  readonly what: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly options?: DatadogOptions;
  readonly change?: Partial<DatadogOrganisation>;
}

const get = (path: string, query = ""): Pick<Exchange, "method" | "path" | "query"> => ({
  method: "GET",
  path,
  query,
});
const signals = { method: "POST", path: SIGNALS } as const;
const findings = { method: "POST", path: FINDINGS } as const;
const everything = { from: "2026-01-01T00:00:00Z", to: "2026-12-31T00:00:00Z", query: "*" };
const limited: DatadogOptions = { rateLimit: { limit: 0, periodSeconds: 10 } };

const COVERAGE = "/api/v2/csm/onboarding/coverage_analysis/cloud_accounts";
const RULES = "/api/v2/security_monitoring/rules";
const SUPPRESSIONS = "/api/v2/security_monitoring/configuration/suppressions";
const LEGACY = "/api/v2/posture_management/findings";
const legacyFilters = "?filter[vulnerability_type]=misconfiguration&filter[status]=critical";
const scalar = { method: "POST", path: SCALAR } as const;

/** Every answer that the embedded Datadog can give, by route. */
export const EXCHANGES: readonly Exchange[] = [
  { what: "all signals", ...signals, body: { filter: everything, page: { limit: 1000 } }, status: 200 },
  { what: "no signals", ...signals, body: signalsBody({}, "status:none"), status: 200 },
  { what: "a signal page too large", ...signals, body: signalsBody({ limit: 1001 }), status: 400 },
  { what: "a garbled signal cursor", ...signals, body: signalsBody({ cursor: "garbage" }), status: 400 },

  { what: "all monitors", ...get("/api/v1/monitor", "?with_downtimes=true"), status: 200 },
  { what: "an unknown group state", ...get("/api/v1/monitor", "?group_states=x"), status: 400 },
  { what: "a monitor page too large", ...get("/api/v1/monitor", "?page_size=1001"), status: 400 },
  { what: "a monitor search", ...get("/api/v1/monitor/search", "?per_page=100"), status: 200 },
  { what: "an unknown status", ...get("/api/v1/monitor/search", "?query=status:notastatus"), status: 400 },

  { what: "all findings", ...findings, body: findingsBody({ limit: 150 }, "*"), status: 200 },
  { what: "no findings", ...findings, body: findingsBody({}, "@severity:none"), status: 200 },
  { what: "a finding search without data", ...findings, body: { page: {} }, status: 400 },
  { what: "a finding page too large", ...findings, body: findingsBody({ limit: 151 }), status: 400 },
  { what: "a garbled finding cursor", ...findings, body: findingsBody({ cursor: "garbage" }), status: 400 },

  { what: "the API key", ...get("/api/v1/validate"), status: 200 },
  { what: "no API key", ...get("/api/v1/validate"), headers: {}, status: 403 },
  { what: "another API key", ...get("/api/v1/validate"), headers: { "dd-api-key": "0" }, status: 403 },
  { what: "the API key again", ...get("/api/v2/validate"), status: 200 },
  { what: "no API key again", ...get("/api/v2/validate"), headers: {}, status: 403 },
  { what: "both keys", ...get("/api/v2/validate_keys"), status: 200 },
  { what: "no keys", ...get("/api/v2/validate_keys"), headers: {}, status: 403 },
  { what: "no application key", ...get("/api/v2/validate_keys"), change: { appKey: "" }, status: 401 },

  { what: "coverage", ...get(COVERAGE), status: 200 },
  { what: "coverage without keys", ...get(COVERAGE), headers: {}, status: 403 },
  { what: "rules", ...get(RULES, "?page[size]=100"), status: 200 },
  { what: "rules without permission", ...get(RULES), change: { permissions: new Set() }, status: 403 },

  { what: "suppressions", ...get(SUPPRESSIONS), status: 200 },
  { what: "one suppression", ...get(SUPPRESSIONS, "?page[size]=1&page[number]=1"), status: 200 },
  {
    what: "suppressions without permission",
    ...get(SUPPRESSIONS),
    change: { permissions: new Set() },
    status: 403,
  },

  { what: "all legacy findings", ...get(LEGACY), status: 200 },
  { what: "a legacy total", ...get(LEGACY, `${legacyFilters}&page[limit]=1`), status: 200 },
  { what: "no legacy finding", ...get(LEGACY), change: { findings: [] }, status: 200 },
  { what: "an unknown legacy filter", ...get(LEGACY, "?filter[x]=y"), status: 400 },
  {
    what: "legacy findings without permission",
    ...get(LEGACY),
    change: { permissions: new Set() },
    status: 403,
  },

  { what: "a count of signals", ...scalar, body: scalarBody(), status: 200 },
  { what: "a count of nothing known", ...scalar, body: scalarBody("status:(high OR"), status: 400 },
  {
    what: "a count without permission",
    ...scalar,
    body: scalarBody(),
    change: { permissions: new Set() },
    status: 403,
  },

  { what: "signals without permission", ...signals, change: { permissions: new Set() }, status: 403 },
  {
    what: "monitors without permission",
    ...get("/api/v1/monitor"),
    change: { permissions: new Set() },
    status: 403,
  },
  { what: "findings without permission", ...findings, change: { permissions: new Set() }, status: 403 },
  { what: "too many requests", ...get("/api/v1/monitor"), options: limited, status: 429 },
];

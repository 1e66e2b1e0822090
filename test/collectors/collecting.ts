import { keyCredentials } from "../../src/datadog/credentials.ts";
import { DEFAULT_FRAMEWORKS } from "../../src/controls/catalogue.ts";
import { collectEvidence, type CollectOptions } from "../../src/collectors/collect.ts";
import { RecordSpool } from "../../src/collectors/store/spool.ts";
import type { ClientOptions } from "../../src/datadog/client.ts";
import { makeNorthwind, type DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { startDatadog, type DatadogOptions, type RecordedRequest } from "../support/datadog.ts";
import { deriveAgain } from "../../src/evidence/rules/rules.ts";
import { Evidence, type ItemId } from "../../src/evidence/schema.ts";
import { clientAt, virtualClock } from "../datadog/client-at.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";

export const NOW = new Date("2026-11-22T06:17:31Z");

export const SIGNALS = "POST /api/v2/security_monitoring/signals/search";
export const MONITORS = "GET /api/v1/monitor";
export const MONITOR_SEARCH = "GET /api/v1/monitor/search";
export const FINDINGS = "POST /api/v2/security/findings/search";
export const COVERAGE = "GET /api/v2/csm/onboarding/coverage_analysis/cloud_accounts";

export const SCALAR = "POST /api/v2/query/scalar";
export const RULES = "GET /api/v2/security_monitoring/rules";
export const SUPPRESSIONS = "GET /api/v2/security_monitoring/configuration/suppressions";
export const LEGACY_FINDINGS = "GET /api/v2/posture_management/findings";

/** The fictional company, made anew for each test. */
export function northwind(change: Partial<DatadogOrganisation> = {}): DatadogOrganisation {
  return { ...makeNorthwind(NOW), ...change };
}

export interface World extends DatadogOptions {
  readonly organisation?: DatadogOrganisation;
  readonly assignment?: Partial<CollectOptions>;
  readonly access?: Partial<ClientOptions>;
}

/** One collection from an embedded Datadog, in no time; the evidence is known to be valid and not to contradict itself. */
export async function collected({
  organisation: asked = northwind(),
  assignment,
  access,
  ...options
}: World = {}) {
  const clock = virtualClock(NOW.getTime());
  await using server = await startDatadog(asked, { now: () => new Date(clock.now()), ...options });
  const run = await collectedFrom(server.url, {
    assignment,
    access: { credentials: keyCredentials(asked), ...clock, ...access },
  });
  return { ...run, requests: server.requests };
}

/** One collection from whatever answers at the address. */
export async function collectedFrom(
  apiUrl: string,
  {
    assignment,
    access,
    now = NOW,
  }: { assignment?: Partial<CollectOptions> | undefined; access?: Partial<ClientOptions>; now?: Date },
) {
  await using client = clientAt(apiUrl, access);
  const evidence = await collectEvidence(
    {
      stream: { name: "test", cadence: "P1D" },
      site: "datadoghq.eu",
      apiUrl,
      organization: null,
      items: ["security-signals", "compliance-monitors", "cspm-findings"],
      monitorTag: "compliance",
      cspmRequired: false,
      privacy: "standard",
      pseudonyms: () => ({ secret: "a secret for pseudonyms", caveat: null }),
      secrets: new SecretSearch(access?.credentials?.secrets()),
      run: { id: "local-00000000", attempt: 1, github: null },
      policy: null,
      frameworks: DEFAULT_FRAMEWORKS,
      mapping: null,
      collector: async () => ({ name: "datadog-evidence", version: "0.0.0", sha256: "0".repeat(64) }),
      caveats: [],
      ...assignment,
    },
    {
      datadog: client.datadog,
      spool: new RecordSpool(),
      now: () => now,
    },
  );
  Evidence.parse(listed(evidence));
  const derived = deriveAgain(evidence);
  if (!derived.isKnown || derived.trouble !== null)
    throw new Error(`not as derived: ${JSON.stringify(derived)}`);
  return { evidence, item: <Id extends ItemId>(id: Id) => itemOf(evidence, id) };
}

/** The item of that name. */
function itemOf<Id extends ItemId>(evidence: Evidence, id: Id) {
  const isIt = (item: Evidence["items"][number]): item is Extract<typeof item, { id: Id }> => item.id === id;
  const item = evidence.items.find(isIt);
  if (item === undefined) throw new Error(`the evidence has no ${id}`);
  return item;
}

/** The organisation whose key lacks a permission. */
export function without(permission: string, change: Partial<DatadogOrganisation> = {}): DatadogOrganisation {
  const { permissions } = northwind();
  return northwind({ permissions: permissions.difference(new Set([permission])), ...change });
}

/** Those of the requests that asked for the route. */
export function asking(requests: readonly RecordedRequest[], route: string): readonly RecordedRequest[] {
  return requests.filter(({ method, path }) => `${method} ${path}` === route);
}

/** An item as a reader sees it first: status, grade, why, state, why, counts. */
export function verdict({ collection, result }: Evidence["items"][number]) {
  return {
    status: collection.status,
    grade: collection.grade,
    reason: collection.reason?.code ?? null,
    state: result.state,
    why: result.reason?.code ?? null,
    counts: result.counts,
  };
}

/** The same with its records in lists, as they are read from files. */
function listed(evidence: Evidence): unknown {
  return { ...evidence, items: evidence.items.map((item) => ({ ...item, records: [...item.records] })) };
}

import { expect, test } from "vitest";

import type { ServerFault } from "../support/datadog-faults.ts";
import type { DatadogOrganisation, RawFinding } from "../../src/demo/northwind/organisation.ts";
import { manyFindings } from "../support/many-records.ts";
import {
  asking,
  collected,
  COVERAGE,
  FINDINGS,
  LEGACY_FINDINGS,
  northwind,
  NOW,
  verdict,
} from "./collecting.ts";

const only = { assignment: { items: ["cspm-findings"] } } as const;

const nothing = { configured: 0, partially: 0, total: 0 };
const uncovered: Partial<DatadogOrganisation> = {
  cloudAccounts: { aws: nothing, azure: nothing, gcp: nothing },
};
const isPassing = ({ attributes }: RawFinding): boolean =>
  attributes.attributes.custom.compliance?.evaluation === "pass";
const passing = (): readonly RawFinding[] => northwind().findings.filter(isPassing);
const vulnerabilities = (): readonly RawFinding[] =>
  northwind().findings.filter(
    ({ attributes }) => attributes.attributes.custom.finding_type !== "misconfiguration",
  );

const forbidden = {
  status: 403,
  body: { errors: ["Forbidden", "Failed permission authorization checks"] },
} as const;
const missing = { status: 404, body: { errors: [{ status: "404", title: "Not Found" }] } } as const;

test.for([1, 99, 100, 101, 200, 1500])("%i findings are all there, page after page", async (count) => {
  const findings = manyFindings(count, NOW);

  const { item, requests } = await collected({ ...only, organisation: northwind({ findings }) });

  const { collection, records, result } = item("cspm-findings");
  expect(collection).toMatchObject({ status: "complete", grade: "drained", received: count, unique: count });
  expect(result.counts).toEqual({
    critical: Math.ceil(count / 4),
    high: count - Math.ceil(count / 4),
    total: count,
    muted: 0,
  });
  expect(new Set([...records].map(({ id }) => id)).size).toBe(count);
  // A long list is read in slices, each of which has an end of its own.
  const one = Math.ceil(count / 100) + 1;
  const most = count < 1000 ? one : one * 1.5;
  expect(asking(requests, FINDINGS).length).toBeLessThanOrEqual(most);
});

test.for([
  { what: "covered accounts", change: {}, state: "clear", why: null, size: 8 },
  { what: "no covered account", change: uncovered, state: "unknown", why: "no-coverage", size: 8 },
])("no failing finding, with $what, is $state", async ({ change, state, why, size }) => {
  const { item } = await collected({ ...only, organisation: northwind({ findings: passing(), ...change }) });

  expect(verdict(item("cspm-findings"))).toMatchObject({
    status: "complete",
    state,
    why,
    counts: { total: 0 },
  });
  expect(item("cspm-findings").population.size).toBe(size);
});

test.for<{ what: string; fault: (nth: number) => ServerFault; state: string; why: string | null }>([
  { what: "refused (403)", fault: () => ({ status: 403 }), state: "unknown", why: "permission" },
  { what: "refused (401)", fault: () => ({ status: 401 }), state: "unknown", why: "permission" },
  { what: "gone (404)", fault: () => ({ status: 404 }), state: "clear", why: null },
  { what: "not well (500)", fault: () => ({ status: 500 }), state: "clear", why: null },
])("no failing finding, and the older count $what, is $state", async ({ fault, state, why }) => {
  const { item } = await collected({
    ...only,
    organisation: northwind({ findings: passing() }),
    faults: { [LEGACY_FINDINGS]: fault },
  });

  expect(verdict(item("cspm-findings"))).toMatchObject({ status: "complete", state, why });
});

test.for([
  { what: "accounts are covered", change: {}, why: "permission", size: 10 },
  { what: "no account is", change: uncovered, why: "no-coverage", size: 0 },
])("no finding of any evaluation is unknown where $what", async ({ change, why, size }) => {
  const { item } = await collected({ ...only, organisation: northwind({ findings: [], ...change }) });

  expect(verdict(item("cspm-findings"))).toMatchObject({
    status: "complete",
    state: "unknown",
    why,
  });
  expect(item("cspm-findings").population.size).toBe(size);
});

test("a key that may only see vulnerabilities gets an empty answer, and that proves nothing", async () => {
  const permissions = new Set(["appsec_vm_read"]);

  const { item, requests } = await collected({ ...only, organisation: northwind({ permissions }) });

  expect(verdict(item("cspm-findings"))).toMatchObject({
    status: "complete",
    state: "unknown",
    why: "permission",
    counts: { total: 0 },
  });
  expect(asking(requests, FINDINGS).at(-1)?.body).toEqual({
    data: {
      attributes: {
        filter:
          "@finding_type:misconfiguration @severity:(critical OR high) -@status:(auto_closed OR resolved)",
        page: { limit: 1 },
        sort: "@detection_changed_at",
      },
    },
  });
});

test.for<{ what: string; fault: ServerFault }>([
  { what: "is refused", fault: { status: 403 } },
  { what: "is no list", fault: { status: 200, body: {} } },
  { what: "ignores the query", fault: { rewrite: () => ({ data: vulnerabilities() }) } },
])("where the search for passing findings $what, no finding is unknown", async ({ fault }) => {
  const { item } = await collected({
    ...only,
    organisation: northwind({ findings: passing() }),
    faults: { [FINDINGS]: (nth) => (nth === 1 ? "ok" : fault) },
  });

  expect(verdict(item("cspm-findings"))).toMatchObject({ state: "unknown", why: "permission" });
});

test.for([{ status: 403 }, { status: 404 }, { status: 500 }, { status: 200, body: {} }])(
  "no finding, and coverage answered by %j, is unknown",
  async (fault) => {
    const { item } = await collected({
      ...only,
      organisation: northwind({ findings: [] }),
      faults: { [COVERAGE]: () => fault },
    });

    expect(verdict(item("cspm-findings"))).toMatchObject({ state: "unknown", why: "no-coverage" });
    expect(item("cspm-findings").population.size).toBeNull();
  },
);

const byAccounts = { what: "cloud accounts covered by Cloud Security", size: 10 };

test("the population is every critical and high check, counted one severity at a time", async () => {
  const { item, requests } = await collected(only);

  expect(item("cspm-findings").population).toEqual({
    what: "critical and high misconfiguration checks, passing, failing and muted",
    size: 32,
  });
  expect(asking(requests, LEGACY_FINDINGS).map(({ query }) => query)).toEqual(
    ["critical", "high"].map((severity) => ({
      "filter[vulnerability_type]": "misconfiguration",
      "filter[status]": severity,
      "page[limit]": "1",
    })),
  );
});

test.for<{ what: string; fault: (nth: number) => ServerFault }>([
  { what: "refused", fault: () => ({ status: 403 }) },
  { what: "gone", fault: () => ({ status: 404 }) },
  { what: "refused for one severity", fault: (nth) => (nth === 2 ? { status: 400 } : "ok") },
  { what: "without a count", fault: () => ({ rewrite: () => ({ data: [], meta: { page: {} } }) }) },
  {
    what: "too small to hold the failing ones",
    fault: () => ({ rewrite: () => ({ data: [], meta: { page: { total_filtered_count: 11 } } }) }),
  },
])("where that count is $what, covered accounts are the population", async ({ fault }) => {
  const { item } = await collected({ ...only, faults: { [LEGACY_FINDINGS]: fault } });

  expect(item("cspm-findings").population).toEqual(byAccounts);
  expect(verdict(item("cspm-findings"))).toMatchObject({ status: "complete", state: "attention" });
});

test("findings that are all muted are clear where accounts are covered", async () => {
  const findings = northwind().findings.filter(
    ({ attributes }) => attributes.attributes.custom.status === "muted",
  );

  const { item } = await collected({ ...only, organisation: northwind({ findings }) });

  expect(verdict(item("cspm-findings"))).toMatchObject({ state: "clear", counts: { total: 4, muted: 4 } });
});

test.for([
  { answer: forbidden, accounts: "none", cspmRequired: false, status: "skipped", reason: "not-available" },
  { answer: missing, accounts: "none", cspmRequired: false, status: "skipped", reason: "not-available" },
  { answer: forbidden, accounts: "some", cspmRequired: false, status: "skipped", reason: "permission" },
  { answer: missing, accounts: "some", cspmRequired: false, status: "skipped", reason: "not-available" },
  { answer: forbidden, accounts: "none", cspmRequired: true, status: "failed", reason: "permission" },
  { answer: missing, accounts: "none", cspmRequired: true, status: "failed", reason: "not-available" },
])(
  "$answer.status, with $accounts covered and required $cspmRequired, is $status for $reason",
  async ({ answer, accounts, cspmRequired, status, reason }) => {
    const { item, evidence } = await collected({
      assignment: { ...only.assignment, cspmRequired },
      organisation: northwind(accounts === "none" ? uncovered : {}),
      faults: { [FINDINGS]: () => answer },
    });

    expect(verdict(item("cspm-findings"))).toEqual({
      status,
      grade: null,
      reason,
      state: "unknown",
      why: reason,
      counts: null,
    });
    expect(evidence.outcome).toBe(status === "skipped" ? "complete" : "failed");
  },
);

test("a skipped item names the permission and how to leave the item out", async () => {
  const { item } = await collected({
    ...only,
    organisation: northwind(uncovered),
    faults: { [FINDINGS]: () => forbidden },
  });

  expect(item("cspm-findings").collection.reason).toEqual({
    code: "not-available",
    message:
      "Datadog refused POST /api/v2/security/findings/search (403): the application key lacks security_monitoring_findings_read, or Cloud Security is not enabled",
    hint: expect.stringContaining("leave cspm-findings out of the items"),
  });
});

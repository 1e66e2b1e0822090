import { expect, test } from "vitest";

import { keyCredentials } from "../../src/datadog/credentials.ts";
import {
  asking,
  collected,
  COVERAGE,
  LEGACY_FINDINGS,
  MONITOR_SEARCH,
  MONITORS,
  northwind,
  NOW,
  RULES,
  SCALAR,
  SIGNALS,
  SUPPRESSIONS,
  verdict,
} from "./collecting.ts";

const ADDITIONS = [SCALAR, RULES, SUPPRESSIONS, MONITOR_SEARCH, COVERAGE, LEGACY_FINDINGS] as const;

const SIGNAL_COUNTS = { critical: 5, high: 20, total: 25, open: 7, underReview: 5, archived: 13 };
const MONITOR_COUNTS = { total: 14, passing: 9, failing: 2, notEvaluated: 3, muted: 2 };
const FINDING_COUNTS = { critical: 6, high: 18, total: 24, muted: 4 };

const attention = { status: "complete", reason: null, state: "attention", why: null };

test("what the organisation has is what the evidence counts", async () => {
  const { evidence } = await collected();

  expect(evidence.items.map(verdict)).toEqual([
    { ...attention, grade: "reconciled", counts: SIGNAL_COUNTS },
    { ...attention, grade: "reconciled", counts: MONITOR_COUNTS },
    { ...attention, grade: "drained", counts: FINDING_COUNTS },
  ]);
  expect(evidence.outcome).toBe("complete");
  expect(evidence.items.map(({ population }) => population)).toEqual([
    { what: "enabled detection rules", size: 11 },
    { what: "all monitors of the organisation", size: 40 },
    { what: "critical and high misconfiguration checks, passing, failing and muted", size: 32 },
  ]);
});

test("the evidence says of whom, of when and until when", async () => {
  const organisation = northwind();

  const { evidence } = await collected({
    organisation,
    clockSkewMs: 90_000,
    assignment: { caveats: ["a remark on the whole"] },
  });

  expect(evidence).toMatchObject({
    startedAt: "2026-11-22T06:17:31Z",
    collectedAt: "2026-11-22T06:17:31Z",
    validUntil: "2026-11-23T18:17:31Z",
    source: {
      site: "datadoghq.eu",
      organizationId: organisation.id,
      apiKeyId: organisation.apiKeyId,
      clockSkewMs: 90_500,
    },
  });
  expect(new Set(evidence.items.map(({ caveats }) => caveats.at(-1)))).toEqual(
    new Set(["a remark on the whole"]),
  );
  expect(evidence.items[0]?.window).toEqual({ from: "2026-11-15T06:17:31Z", to: "2026-11-22T06:17:31Z" });
});

test.for([
  { cadence: "PT1H", validUntil: "2026-11-22T13:17:31Z" },
  { cadence: "PT6H", validUntil: "2026-11-22T18:17:31Z" },
  { cadence: "PT12H", validUntil: "2026-11-23T00:17:31Z" },
  { cadence: "P1D", validUntil: "2026-11-23T18:17:31Z" },
] as const)("a run each $cadence is valid until $validUntil", async ({ cadence, validUntil }) => {
  const { evidence } = await collected({
    assignment: { stream: { name: "test", cadence }, items: ["security-signals"] },
  });

  expect(evidence.validUntil).toBe(validUntil);
});

test("only what is wanted is asked for", async () => {
  const { evidence, requests } = await collected({ assignment: { items: ["cspm-findings"] } });

  expect(evidence.items.map(({ id }) => id)).toEqual(["cspm-findings"]);
  expect([...asking(requests, SIGNALS), ...asking(requests, MONITORS)]).toEqual([]);
});

test("keys that do not work fail every item, and nothing is asked with them", async () => {
  const { evidence, requests } = await collected({
    access: { credentials: keyCredentials({ ...northwind(), appKey: "f".repeat(40) }) },
  });

  expect(evidence.outcome).toBe("failed");
  for (const item of evidence.items) {
    expect(verdict(item)).toEqual({
      status: "failed",
      grade: null,
      reason: "refused",
      state: "unknown",
      why: "refused",
      counts: null,
    });
    expect(item.records).toEqual([]);
    expect(item.collection.requests).toEqual([]);
  }
  expect(requests.map(({ path }) => path)).toEqual(["/api/v2/validate_keys", "/api/v1/validate"]);
});

test.for([
  { route: SIGNALS, index: 0, permission: "security_monitoring_signals_read" },
  { route: MONITORS, index: 1, permission: "monitors_read" },
])("without $permission the item has failed and names it", async ({ index, permission }) => {
  const { permissions } = northwind();

  const { evidence } = await collected({
    organisation: northwind({ permissions: permissions.difference(new Set([permission])) }),
  });

  expect(evidence.items[index]?.collection).toMatchObject({
    status: "failed",
    reason: {
      code: "permission",
      message: expect.stringContaining(`the application key lacks ${permission}`),
      hint: expect.stringContaining(permission),
    },
  });
});

test.for([403, 503])(
  "a %i for whatever only adds to an item costs nothing but that, and no minute",
  async (status) => {
    const { evidence, requests } = await collected({
      faults: Object.fromEntries(ADDITIONS.map((route) => [route, () => ({ status })])),
    });

    expect(evidence.items.map(verdict)).toEqual([
      { ...attention, grade: "drained", counts: SIGNAL_COUNTS },
      { ...attention, grade: "drained", counts: MONITOR_COUNTS },
      { ...attention, grade: "drained", counts: FINDING_COUNTS },
    ]);
    expect(evidence.items.map(({ population }) => population.size)).toEqual([null, null, null]);
    const last = Math.max(...requests.map(({ at }) => at.getTime()));
    expect(last - NOW.getTime()).toBeLessThan(60_000);
  },
);

test("two collections of the same answers differ in nothing", async () => {
  const [first, second] = [await collected(), await collected()];

  // The double's links name its port, so their bytes differ.
  const bare = ({ source, items, ...rest }: typeof first.evidence) => ({
    ...rest,
    source: { ...source, apiUrl: "" },
    items: JSON.stringify(items).replaceAll(/"sha256":"[0-9a-f]{64}"/g, ""),
  });
  expect(bare(second.evidence)).toEqual(bare(first.evidence));
});

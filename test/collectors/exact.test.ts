import { assert, asyncProperty, constantFrom, integer, nat, record } from "fast-check";
import { expect, test } from "vitest";

import type { ServerFault } from "../support/datadog-faults.ts";
import { manyFindings, manyMonitors, manySignals } from "../support/many-records.ts";
import type { Item } from "../../src/evidence/schema.ts";
import {
  asking,
  collected,
  FINDINGS,
  MONITOR_SEARCH,
  MONITORS,
  northwind,
  NOW,
  RULES,
  SCALAR,
  SIGNALS,
  without,
} from "./collecting.ts";
import { record as members, rewriteRecords } from "./json.ts";

const LISTINGS = [SIGNALS, MONITORS, FINDINGS] as const;
/** The item that each request is for. Only that one is collected. */
const ITEM_OF = {
  [SIGNALS]: "security-signals",
  [SCALAR]: "security-signals",
  [RULES]: "security-signals",
  [MONITORS]: "compliance-monitors",
  [MONITOR_SEARCH]: "compliance-monitors",
  [FINDINGS]: "cspm-findings",
} as const;
const ROUTES = [...LISTINGS, MONITOR_SEARCH, SCALAR, RULES] as const;

/** What may happen to one answer. Some of it mends, some of it loses records, and all of it shows. */
const FAULTS: Readonly<Record<string, ServerFault>> = {
  ok: "ok",
  reset: "reset",
  truncate: "truncate",
  unavailable: { status: 503 },
  throttled: { status: 429, headers: { "x-ratelimit-reset": "5" } },
  forbidden: { status: 403, body: { errors: ["Forbidden"] } },
  page: { raw: "<html></html>", contentType: "text/html" },
  empty: { status: 200 },
  nothing: { status: 200, body: {} },
  timeout: {
    rewrite: (body) => (Array.isArray(body) ? body : { ...members(body), meta: { status: "timeout" } }),
  },
  garbled: rewriteRecords((records) => (records.length === 0 ? [] : records.with(0, { id: 7 }))),
  twice: rewriteRecords((records) => [...records, ...records.slice(0, 3)]),
};

const ORDINARY = { size: 60, prefixes: true, pageSize: 25 };

const world = record({
  size: nat({ max: 230 }),
  prefixes: constantFrom(true, false),
  route: constantFrom(...ROUTES),
  fault: constantFrom(...Object.keys(FAULTS)),
  from: integer({ min: 1, max: 3 }),
  times: constantFrom(1, 2, 1000),
  pageSize: integer({ min: 20, max: 150 }),
});

test("whatever happens, the count is exact or the item is not complete", async () => {
  const statuses = new Set<string>();

  await assert(
    asyncProperty(world, async (given) => {
      const { id, organisation, truth } = populated(given);
      const fault = FAULTS[given.fault] ?? "ok";
      const isHit = (nth: number): boolean => nth >= given.from && nth < given.from + given.times;

      const { item: itemOf } = await collected({
        organisation,
        assignment: { items: [id], pageSize: given.pageSize },
        searchMatchesPrefixes: given.prefixes,
        faults: { [given.route]: (nth: number) => (isHit(nth) ? fault : "ok") },
      });

      const item = itemOf(id);
      statuses.add(item.collection.status);
      expect(isTrue(item, truth)).toBe(true);
      expect(isAccounted(item)).toBe(true);
    }),
    {
      numRuns: 80,
      // Chance alone would now and then meet no item that fails, or none that breaks off.
      examples: [
        [{ ...ORDINARY, route: SIGNALS, fault: "forbidden", from: 1, times: 1000 }],
        [{ ...ORDINARY, route: FINDINGS, fault: "forbidden", from: 2, times: 1000 }],
      ],
    },
  );

  expect([...statuses]).toEqual(expect.arrayContaining(["complete", "partial", "failed"]));
});

const omission = record({
  size: integer({ min: 1, max: 230 }),
  prefixes: constantFrom(true, false),
  route: constantFrom(...LISTINGS),
  pageSize: integer({ min: 20, max: 150 }),
  /** Of which page how many records do not come, counted from which one. */
  page: integer({ min: 1, max: 3 }),
  from: nat({ max: 20 }),
  omitted: integer({ min: 1, max: 30 }),
  isCounted: constantFrom(true, false),
});

test("what is left out without a trace shows where Datadog counts, and is said to be possible where not", async () => {
  const seen = new Set<string>();

  await assert(
    asyncProperty(omission, async (given) => {
      const { id, organisation, truth } = populated(given);
      const leavingOut = rewriteRecords((records) => records.toSpliced(given.from, given.omitted));

      const { item: itemOf } = await collected({
        organisation,
        assignment: { items: [id], pageSize: given.pageSize },
        searchMatchesPrefixes: given.prefixes,
        omitTotals: !given.isCounted,
        faults: { [given.route]: (nth: number) => (nth === given.page ? leavingOut : "ok") },
      });

      const item = itemOf(id);
      const { collection, result, caveats } = item;
      // Of findings only none at all is compared with a count.
      const isComparable = id !== "cspm-findings" || collection.received === 0;
      const isCounted = given.isCounted && isComparable;
      const isExact = result.counts?.total === truth;
      seen.add(`${id} ${collection.status} ${isExact ? "exact" : "short"}`);
      expect(collection.grade).toBe(
        collection.status === "complete" ? (isCounted ? "reconciled" : "drained") : null,
      );
      expect(isTrue(item, truth) || !isCounted).toBe(true);
      expect(caveats.some((caveat) => /(?:gives|gave) no count/.test(caveat))).toBe(!isCounted);
    }),
    {
      numRuns: 60,
      examples: LISTINGS.map((route) => [
        { ...ORDINARY, route, page: 1, from: 3, omitted: 5, isCounted: true },
      ]),
    },
  );

  expect([...seen]).toEqual(
    expect.arrayContaining([
      "security-signals partial short",
      "compliance-monitors partial short",
      "cspm-findings complete short",
    ]),
  );
});

test("a key that may not count reads as much, and says that nothing was compared", async () => {
  const signals = manySignals(45, NOW);

  const { item, requests } = await collected({
    organisation: without("timeseries_query", { signals }),
    assignment: { pageSize: 20, items: ["security-signals"] },
  });

  expect(asking(requests, SIGNALS)).toHaveLength(4);
  expect(item("security-signals").collection).toMatchObject({ grade: "drained", unique: 45 });
});

/** The item that a request is for, an organisation with that many records of it, and how many it must have. */
function populated({ route, size }: { route: keyof typeof ITEM_OF; size: number }) {
  const id = ITEM_OF[route];
  if (id === "security-signals")
    return { id, organisation: northwind({ signals: manySignals(size, NOW) }), truth: size };
  if (id === "cspm-findings")
    return { id, organisation: northwind({ findings: manyFindings(size, NOW) }), truth: size };
  // Every seventh carries a longer tag only.
  const monitors = manyMonitors(size, NOW).map((monitor, at) =>
    at % 7 === 6 ? Object.assign(monitor, { tags: ["compliance:soc2"] }) : monitor,
  );
  const tagged = monitors.filter(({ tags }) => tags.includes("compliance"));
  return { id, organisation: northwind({ monitors }), truth: tagged.length };
}

/** Every record stands on a page of a listing; complete means that the listings were read to their end. */
function isAccounted({ collection }: Item): boolean {
  const carried = collection.requests
    .flatMap(({ pages }) => pages)
    .reduce((sum, { items }) => sum + items, 0);
  if (carried !== collection.received) return false;
  const listings = collection.requests.filter(({ pages }) => pages.some(({ items }) => items > 0));
  return collection.status !== "complete" || listings.every(({ drained }) => drained);
}

/** Complete is exact, partial is at least and unknown, anything else counts nothing. */
function isTrue({ collection, result, records }: Item, truth: number): boolean {
  const total = result.counts?.total ?? null;
  if (records.length !== (total ?? 0)) return false;
  if (collection.status === "complete") return total === truth;
  if (result.state !== "unknown") return false;
  return collection.status === "partial" ? total !== null && total <= truth : total === null;
}

import { assert, asyncProperty, constantFrom, integer, nat, record } from "fast-check";
import { expect, test } from "vitest";

import type { Fault } from "../../src/demo/faults.ts";
import { manyFindings, manyMonitors, manySignals } from "../../src/demo/organisation.ts";
import type { Item } from "../../src/evidence/schema.ts";
import { collected, FINDINGS, MONITOR_SEARCH, MONITORS, northwind, NOW, SIGNALS } from "./collecting.ts";
import { record as members } from "./json.ts";

const ROUTES = [SIGNALS, MONITORS, MONITOR_SEARCH, FINDINGS] as const;

/** What may happen to one answer. Some of it mends, some of it loses records. */
const FAULTS: Readonly<Record<string, Fault>> = {
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
  garbled: {
    rewrite: (body) => inData(body, (records) => records.map((each, at) => (at === 0 ? { id: 7 } : each))),
  },
  twice: { rewrite: (body) => inData(body, (records) => [...records, ...records.slice(0, 3)]) },
};

const world = record({
  signals: nat({ max: 230 }),
  monitors: nat({ max: 230 }),
  findings: nat({ max: 230 }),
  prefixes: constantFrom(true, false),
  route: constantFrom(...ROUTES),
  fault: constantFrom(...Object.keys(FAULTS)),
  from: integer({ min: 1, max: 3 }),
  times: constantFrom(1, 2, 1000),
});

test("whatever happens, the count is exact or the item is not complete", async () => {
  const statuses = new Set<string>();

  await assert(
    asyncProperty(world, async (given) => {
      const organisation = northwind({
        signals: manySignals(given.signals, NOW),
        // Every seventh carries a longer tag only.
        monitors: manyMonitors(given.monitors, NOW).map((monitor, at) =>
          at % 7 === 6 ? Object.assign(monitor, { tags: ["compliance:soc2"] }) : monitor,
        ),
        findings: manyFindings(given.findings, NOW),
      });
      const truth = [
        given.signals,
        organisation.monitors.filter(({ tags }) => tags.includes("compliance")).length,
        given.findings,
      ];
      const fault = FAULTS[given.fault] ?? "ok";
      const isHit = (nth: number): boolean => nth >= given.from && nth < given.from + given.times;

      const { evidence } = await collected({
        organisation,
        searchMatchesPrefixes: given.prefixes,
        faults: { [given.route]: (nth: number) => (isHit(nth) ? fault : "ok") },
      });

      for (const { collection } of evidence.items) statuses.add(collection.status);
      expect(evidence.items.filter((item, at) => !isTrue(item, truth[at] ?? 0))).toEqual([]);
    }),
    { numRuns: 80 },
  );

  expect([...statuses]).toEqual(expect.arrayContaining(["complete", "partial", "failed"]));
});

/** Complete is exact, partial is at least and unknown, anything else counts nothing. */
function isTrue({ collection, result, records }: Item, truth: number): boolean {
  const total = result.counts?.total ?? null;
  if (records.length !== (total ?? 0)) return false;
  if (collection.status === "complete") return total === truth;
  if (result.state !== "unknown") return false;
  return collection.status === "partial" ? total !== null && total <= truth : total === null;
}

/** The answer with the records of its list changed, whether the list is the answer or lies in it. */
function inData(body: unknown, change: (records: readonly unknown[]) => unknown[]): unknown {
  if (Array.isArray(body)) return change(body);
  const { data } = members(body);
  return Array.isArray(data) ? { ...members(body), data: change(data) } : body;
}

import { expect, test } from "vitest";

import type { RawSignal } from "../../src/demo/northwind/organisation.ts";
import type { ServerFault } from "../support/datadog-faults.ts";
import { manySignals } from "../support/many-records.ts";
import { asking, collected, northwind, NOW, SCALAR, SIGNALS, verdict, without } from "./collecting.ts";
import { memberAt, rewriteMembers, rewriteRecords } from "./json.ts";

const only = { assignment: { items: ["security-signals"] } } as const;
const bulk = { ...only, organisation: northwind({ signals: manySignals(250, NOW) }) };
const name = "query/scalar count of critical and high signals in the window";

test("Datadog's own count is asked once, after the list and for the same window", async () => {
  const { item, requests } = await collected(bulk);

  const [counted] = asking(requests, SCALAR);
  const routes = requests.map(({ method, path }) => `${method} ${path}`);
  expect(asking(requests, SCALAR)).toHaveLength(1);
  expect(routes.indexOf(SCALAR)).toBeGreaterThan(routes.lastIndexOf(SIGNALS));
  expect(memberAt(counted?.body, "data.attributes")).toMatchObject({
    from: Date.parse("2026-11-15T06:17:31Z"),
    // The count ends before this moment, the list with the one before it.
    to: Date.parse("2026-11-22T06:17:31Z") + 1,
    queries: [{ data_source: "security_signals", search: { query: "status:(critical OR high)" } }],
  });
  const { collection, caveats } = item("security-signals");
  expect(collection).toMatchObject({ status: "complete", grade: "reconciled", sourceTotal: 250 });
  expect(collection.checks).toContainEqual({ name, expected: 250, actual: 250, ok: true });
  expect(collection.requests.flatMap(({ pages }) => pages).reduce((sum, page) => sum + page.items, 0)).toBe(
    250,
  );
  expect(caveats.filter((caveat) => caveat.includes("gave no count"))).toEqual([]);
});

test("signals that the list leaves out without a trace show against the count", async () => {
  const { item } = await collected({
    ...bulk,
    faults: {
      [SIGNALS]: (nth) => (nth === 2 ? rewriteRecords((records) => records.slice(3)) : "ok"),
    },
  });

  expect(verdict(item("security-signals"))).toMatchObject({
    status: "partial",
    grade: null,
    reason: "count-mismatch",
    state: "unknown",
    counts: { total: 247 },
  });
  expect(item("security-signals").collection).toMatchObject({
    sourceTotal: 250,
    reason: { message: "Datadog counts 250 but its list gave 247" },
  });
});

test("a count below the list is a mismatch as well", async () => {
  const { item } = await collected({ ...bulk, faults: { [SCALAR]: () => counting([249]) } });

  expect(item("security-signals").collection).toMatchObject({
    status: "partial",
    reason: { code: "count-mismatch" },
    sourceTotal: 249,
  });
});

test("signals that are indexed between the list and the count are read, and the count is asked again", async () => {
  const signals = manySignals(250, NOW).map((signal, at) =>
    at < 248 ? signal : indexedLate(signal, new Date(NOW.getTime() - (250 - at) * 60_000)),
  );
  const organisation = northwind({ signals });

  const { item, requests } = await collected({
    ...only,
    organisation,
    faults: { [SIGNALS]: (nth) => (nth === 3 ? dropping(2) : "ok") },
  });

  const { collection, records } = item("security-signals");
  expect(collection).toMatchObject({
    status: "complete",
    grade: "reconciled",
    sourceTotal: 250,
    unique: 250,
  });
  expect(records).toHaveLength(250);
  expect(asking(requests, SCALAR)).toHaveLength(2);
  expect(memberAt(asking(requests, SIGNALS).at(-1)?.body, "filter")).toMatchObject({
    from: "2026-11-22T06:02:31Z",
    to: "2026-11-22T06:17:31Z",
  });
});

test("where the last minutes hold no more, the mismatch stays", async () => {
  const { item, requests } = await collected({
    ...bulk,
    faults: { [SIGNALS]: (nth) => (nth === 3 ? dropping(2) : "ok") },
  });

  expect(item("security-signals").collection).toMatchObject({
    status: "partial",
    reason: { code: "count-mismatch", message: "Datadog counts 250 but its list gave 248" },
  });
  expect(asking(requests, SCALAR)).toHaveLength(2);
});

test("a signal at the very end of the window is listed and counted", async () => {
  const [first, ...signals] = manySignals(3, NOW);
  if (first !== undefined) first.attributes.timestamp = NOW.toISOString();

  const { item } = await collected({
    ...only,
    organisation: northwind({ signals: first === undefined ? signals : [...signals, first] }),
  });

  expect(item("security-signals").collection).toMatchObject({ grade: "reconciled", sourceTotal: 3 });
});

const refusals: readonly { what: string; fault: ServerFault; says: string }[] = [
  ...[400, 401, 403, 404, 500].map((status) => ({
    what: `${status}`,
    fault: { status },
    says: `POST /api/v2/query/scalar (${status})`,
  })),
  { what: "no column", fault: columns([]), says: "has no count" },
  { what: "two columns", fault: columns([{ values: [1] }, { values: [2] }]), says: "has no count" },
  { what: "a fraction", fault: counting([1.5]), says: "has no count" },
  { what: "less than nothing", fault: counting([-1]), says: "has no count" },
  { what: "something else", fault: { status: 200, body: [] }, says: "has no count" },
  {
    what: "an error beside the count",
    fault: rewriteMembers({ errors: "1 of 2 shards failed" }),
    says: "has no count",
  },
];

test.for(refusals)("a count answered by $what is a caveat, not a failure", async ({ fault, says }) => {
  const { item } = await collected({ ...bulk, faults: { [SCALAR]: () => fault } });

  expect(item("security-signals").collection).toMatchObject({
    status: "complete",
    grade: "drained",
    sourceTotal: null,
  });
  expect(item("security-signals").caveats).toContainEqual(
    expect.stringMatching(
      /^Datadog gave no count of signals to compare with, so an omission by its search would not show: /,
    ),
  );
  expect(item("security-signals").caveats).toContainEqual(expect.stringContaining(says));
});

test("a key that may not count is told what would let it", async () => {
  const { item } = await collected({ ...only, organisation: without("timeseries_query") });

  expect(item("security-signals").caveats).toContainEqual(
    expect.stringContaining("the application key lacks timeseries_query"),
  );
});

test("where the list breaks off, nothing is asked that only adds to it", async () => {
  const { requests } = await collected({
    ...bulk,
    faults: { [SIGNALS]: (nth) => (nth === 1 ? "ok" : { status: 400 }) },
  });

  expect(requests.map(({ path }) => path)).toEqual([
    "/api/v2/validate_keys",
    "/api/v2/validate",
    "/api/v2/security_monitoring/signals/search",
    "/api/v2/security_monitoring/signals/search",
  ]);
});

/** The answer without its last records. */
function dropping(count: number): ServerFault {
  return rewriteRecords((records) => records.slice(0, -count));
}

function indexedLate(signal: RawSignal, at: Date): RawSignal {
  signal.attributes.timestamp = at.toISOString();
  return signal;
}

function columns(all: readonly object[]): ServerFault {
  return { status: 200, body: { data: { type: "scalar_response", attributes: { columns: all } } } };
}

function counting(values: readonly (number | null)[]): ServerFault {
  return columns([{ name: "a", type: "number", values, meta: { unit: null } }]);
}

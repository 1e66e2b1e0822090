import { expect, test } from "vitest";

import { manySignals } from "../support/many-records.ts";
import { asking, collected, northwind, NOW, SIGNALS, verdict, without } from "./collecting.ts";
import { list, record } from "./json.ts";

const only = { assignment: { items: ["security-signals"] } } as const;
const bulk = { ...only, organisation: northwind({ signals: manySignals(250, NOW) }) };

test("a list that breaks off keeps what came before", async () => {
  const { item } = await collected({
    ...bulk,
    faults: { [SIGNALS]: (nth) => (nth <= 2 ? "ok" : { status: 503 }) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({
    status: "partial",
    grade: null,
    reason: "server-error",
    state: "unknown",
    counts: { total: 200 },
  });
  expect(item("security-signals").records).toHaveLength(200);
});

test.for([
  { what: "timed out", meta: { status: "timeout" }, says: "(status timeout)" },
  { what: "ended in a way not known", meta: { status: "half-done" }, says: "(status half-done)" },
  { what: "has a warning", meta: { warnings: [{ code: "unknown_index" }] }, says: "(with a warning)" },
])("a search that $what is asked again, and is partial when it stays so", async ({ meta, says }) => {
  const { item, requests } = await collected({
    ...bulk,
    faults: { [SIGNALS]: (nth) => (nth === 1 ? "ok" : { rewrite: (body) => ({ ...record(body), meta }) }) },
  });

  const { collection, records } = item("security-signals");
  expect(collection).toMatchObject({
    status: "partial",
    reason: { code: "source-timeout", message: expect.stringContaining(says) },
  });
  expect(asking(requests, SIGNALS)).toHaveLength(4);
  expect(records).toHaveLength(200);
});

test("a search that says timeout with nothing found is no zero", async () => {
  const { item } = await collected({
    ...only,
    faults: { [SIGNALS]: () => ({ status: 200, body: { data: [], meta: { status: "timeout" } } }) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({
    status: "partial",
    state: "unknown",
    why: "source-timeout",
  });
});

test("a search that recovers from a timeout is complete", async () => {
  const { item } = await collected({
    ...bulk,
    faults: {
      [SIGNALS]: (nth) =>
        nth === 2 ? { status: 200, body: { data: [], meta: { status: "timeout" } } } : "ok",
    },
  });

  expect(verdict(item("security-signals"))).toMatchObject({ status: "complete", counts: { total: 250 } });
});

test("an error beside the data is no end of the list", async () => {
  const { item } = await collected({
    ...only,
    faults: { [SIGNALS]: () => ({ status: 200, body: { data: [], errors: ["backend unavailable"] } }) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({ status: "partial", why: "source-timeout" });
});

test.for([
  { what: "is null", after: null },
  { what: "is empty", after: "" },
])("a list whose cursor $what has ended", async ({ after }) => {
  const { item } = await collected({
    ...only,
    faults: { [SIGNALS]: () => ({ rewrite: (body) => ({ ...record(body), meta: { page: { after } } }) }) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({ status: "complete", counts: { total: 25 } });
});

test("a cursor that comes again ends reading and is named", async () => {
  let first: unknown;
  const { item, requests } = await collected({
    ...bulk,
    faults: {
      [SIGNALS]: () => ({
        rewrite: (body) => {
          first ??= record(body)["meta"];
          return { ...record(body), meta: first };
        },
      }),
    },
  });

  expect(verdict(item("security-signals"))).toMatchObject({
    status: "partial",
    reason: "cursor-repeated",
    state: "unknown",
    counts: { total: 200 },
  });
  expect(asking(requests, SIGNALS)).toHaveLength(2);
});

test("a record that cannot be read makes the item partial and names the field", async () => {
  const { item } = await collected({
    ...bulk,
    faults: { [SIGNALS]: [{ rewrite: withoutSeverity }] },
  });

  const { collection, records } = item("security-signals");
  expect(collection).toMatchObject({
    status: "partial",
    reason: { code: "shape", message: "1 of the records lack a usable attributes.status" },
    received: 250,
    unique: 250,
    checks: [{ ok: true }, { expected: 250, actual: 249, ok: false }, { expected: 250, actual: 250 }],
  });
  expect(records).toHaveLength(249);
});

test("a signal that comes twice counts once, and is said", async () => {
  const { item } = await collected({
    ...bulk,
    faults: {
      [SIGNALS]: [{ rewrite: (body) => ({ ...record(body), data: [...list(body), list(body)[0]] }) }],
    },
  });

  const { collection, result, caveats } = item("security-signals");
  expect(collection).toMatchObject({ status: "complete", received: 251, unique: 250 });
  expect(result.counts?.total).toBe(250);
  expect(caveats).toContain("received more than once, counted once: 1 of the signals");
});

test("what Datadog sends beside what was asked for is left out, and is said", async () => {
  const { item } = await collected({
    ...only,
    organisation: without("timeseries_query"),
    faults: {
      [SIGNALS]: [
        {
          rewrite: (body) =>
            JSON.parse(JSON.stringify(body).replaceAll('"status":"critical"', '"status":"medium"')),
        },
      ],
    },
  });

  const { collection, result, caveats } = item("security-signals");
  expect(collection).toMatchObject({ status: "complete", received: 25, unique: 20 });
  expect(result.counts).toMatchObject({ critical: 0, high: 20, total: 20 });
  expect(caveats).toContain(
    "left out because its severity is neither critical nor high: 5 of the signals received",
  );
});

test("a signal that is kept on one page and left out on the next counts once, as it was last seen", async () => {
  const { item } = await collected({
    ...bulk,
    organisation: without("timeseries_query", { signals: manySignals(250, NOW) }),
    faults: {
      [SIGNALS]: (nth) =>
        nth === 2
          ? {
              rewrite: (body) => ({
                ...record(body),
                data: [...list(body), milder(manySignals(250, NOW)[0])],
              }),
            }
          : "ok",
    },
  });

  expect(item("security-signals").collection).toMatchObject({
    status: "complete",
    received: 251,
    unique: 249,
  });
  expect(item("security-signals").result.counts?.total).toBe(249);
  expect(item("security-signals").caveats).toContain(
    "left out because its severity is neither critical nor high: 1 of the signals received",
  );
});

function milder(signal: unknown): unknown {
  return { ...record(signal), attributes: { ...record(record(signal)["attributes"]), status: "low" } };
}

function withoutSeverity(body: unknown): unknown {
  const [first, ...rest] = list(body);
  const { status: _, ...attributes } = record(record(first)["attributes"]);
  return { ...record(body), data: [{ ...record(first), attributes }, ...rest] };
}

import { expect, test } from "vitest";

import { manySignals } from "../support/many-records.ts";
import { asking, collected, northwind, NOW, SIGNALS, verdict, without } from "./collecting.ts";
import { changed, rewriteMembers, rewriteRecords } from "./json.ts";

const only = { assignment: { items: ["security-signals"] } } as const;
const bulk = { ...only, organisation: northwind({ signals: manySignals(250, NOW) }) };

test.for([
  { what: "timed out", meta: { status: "timeout" }, says: "(status timeout)" },
  { what: "ended in a way not known", meta: { status: "half-done" }, says: "(status half-done)" },
  { what: "has a warning", meta: { warnings: [{ code: "unknown_index" }] }, says: "(with a warning)" },
])("a search that $what is asked again, and is partial when it stays so", async ({ meta, says }) => {
  const { item, requests } = await collected({
    ...bulk,
    faults: { [SIGNALS]: (nth) => (nth === 1 ? "ok" : rewriteMembers({ meta })) },
  });

  const { collection, records } = item("security-signals");
  expect(collection).toMatchObject({
    status: "partial",
    reason: { code: "source-timeout", message: expect.stringContaining(says) },
  });
  expect(asking(requests, SIGNALS)).toHaveLength(4);
  expect(records).toHaveLength(200);
});

test.for([
  { what: "is null", after: null },
  { what: "is empty", after: "" },
])("a list whose cursor $what has ended", async ({ after }) => {
  const { item } = await collected({
    ...only,
    faults: { [SIGNALS]: () => rewriteMembers({ meta: { page: { after } } }) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({ status: "complete", counts: { total: 25 } });
});

test("a record that cannot be read makes the item partial and names the field", async () => {
  const { item } = await collected({
    ...bulk,
    faults: {
      [SIGNALS]: [
        rewriteRecords(([first, ...rest]) => [changed(first, "attributes.status", undefined), ...rest]),
      ],
    },
  });

  const { collection, records } = item("security-signals");
  expect(collection).toMatchObject({
    status: "partial",
    reason: {
      code: "shape",
      message: expect.stringContaining("1 of the records lack a usable attributes.status: "),
    },
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
      [SIGNALS]: [rewriteRecords((records) => [...records, records[0]])],
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
          ? rewriteRecords((records) => [
              ...records,
              changed(manySignals(250, NOW)[0], "attributes.status", "low"),
            ])
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

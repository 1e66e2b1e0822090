import { expect, test } from "vitest";

import { manyFindings } from "../support/many-records.ts";
import { collected, FINDINGS, northwind, NOW, verdict } from "./collecting.ts";
import { changed, memberAt, rewriteRecords } from "./json.ts";

const only = { assignment: { items: ["cspm-findings"] } } as const;
const bulk = { ...only, organisation: northwind({ findings: manyFindings(250, NOW) }) };

test("a timeout first and a failure after it is a failure: nothing was read", async () => {
  const { item } = await collected({
    ...only,
    faults: {
      [FINDINGS]: (nth) =>
        nth === 1 ? { status: 200, body: { data: [], meta: { status: "timeout" } } } : { status: 503 },
    },
  });

  expect(verdict(item("cspm-findings"))).toMatchObject({
    status: "failed",
    reason: "server-error",
    counts: null,
  });
});

test("passing, closed, minor and other findings are left out even when the search gives them", async () => {
  const all = northwind().findings;

  const { item } = await collected({
    ...only,
    faults: { [FINDINGS]: (nth) => (nth === 1 ? { status: 200, body: { data: all } } : "ok") },
  });

  const { collection, result, caveats } = item("cspm-findings");
  expect(result.counts).toEqual({ critical: 6, high: 18, total: 24, muted: 4 });
  expect(collection).toMatchObject({ status: "complete", received: all.length, unique: 24 });
  expect(caveats.filter((caveat) => caveat.startsWith("left out"))).toEqual([
    "left out because it is closed: 4 of the findings received",
    "left out because it is not a misconfiguration: 6 of the findings received",
    "left out because its check does not fail: 8 of the findings received",
    "left out because its severity is neither critical nor high: 6 of the findings received",
  ]);
});

test.for([
  { what: "under custom", unwrap: false, path: "attributes.attributes.custom.severity" },
  { what: "where they are documented", unwrap: true, path: "attributes.attributes.severity" },
])("details $what are found, and a missing one is named", async ({ unwrap, path }) => {
  const { item } = await collected({
    ...bulk,
    faults: {
      [FINDINGS]: (nth) => (nth === 1 ? rewriteRecords((records) => damaged(records, unwrap)) : "ok"),
    },
  });

  const { collection, records } = item("cspm-findings");
  expect(collection).toMatchObject({
    status: "partial",
    reason: {
      code: "shape",
      message: expect.stringContaining(`1 of the records lack a usable ${path}: hmac-sha256:`),
    },
  });
  expect(records).toHaveLength(249);
});

/** The findings, the first without a severity, and on request without the level of `custom`. */
function damaged(findings: readonly unknown[], unwrap: boolean): unknown[] {
  const custom = "attributes.attributes.custom";
  return findings.map((finding, at) => {
    const whole = at === 0 ? changed(finding, `${custom}.severity`, undefined) : finding;
    return unwrap ? changed(whole, "attributes.attributes", memberAt(whole, custom)) : whole;
  });
}

test("a search that gives only what does not fail is compared with the legacy count like one that gives nothing", async () => {
  const passing = northwind().findings.filter(
    ({ attributes }) => attributes.attributes.custom.compliance?.evaluation === "pass",
  );

  const { item } = await collected({
    ...only,
    faults: { [FINDINGS]: (nth) => ({ status: 200, body: { data: nth === 1 ? passing : [] } }) },
  });

  expect(passing.length).toBeGreaterThan(0);
  expect(item("cspm-findings")).toMatchObject({
    collection: { status: "partial", reason: { code: "count-mismatch" } },
    result: { state: "unknown" },
  });
});

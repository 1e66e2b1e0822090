import { expect, test } from "vitest";

import type { ServerFault } from "../support/datadog-faults.ts";
import { manyFindings, manyMonitors, manySignals } from "../support/many-records.ts";
import {
  asking,
  collected,
  FINDINGS,
  MONITORS,
  northwind,
  NOW,
  RULES,
  SIGNALS,
  SUPPRESSIONS,
  verdict,
} from "./collecting.ts";
import { record, recordsOf } from "./json.ts";

const LISTINGS = [
  { id: "security-signals", route: SIGNALS },
  { id: "compliance-monitors", route: MONITORS },
  { id: "cspm-findings", route: FINDINGS },
] as const;
const EMPTY = northwind({ signals: [], monitors: [], findings: [] });
const BULK = northwind({
  signals: manySignals(150, NOW),
  monitors: manyMonitors(150, NOW),
  findings: manyFindings(150, NOW),
});

/** Null wherever the true answer has an empty list, as some servers write it. */
const nullWhereEmpty = (): ServerFault => ({
  rewrite: (body) => {
    if (Array.isArray(body)) return body.length === 0 ? null : body;
    return recordsOf(body).length === 0 ? { ...record(body), data: null } : body;
  },
});

test.for(LISTINGS)(
  "null in place of $id is an empty list where Datadog's own count says zero",
  async ({ id, route }) => {
    const { item } = await collected({ organisation: EMPTY, faults: { [route]: nullWhereEmpty } });

    expect(verdict(item(id))).toMatchObject({
      status: "complete",
      grade: "reconciled",
      counts: { total: 0 },
    });
  },
);

test.for(LISTINGS)("null in place of $id is a failure where nobody counts", async ({ id, route }) => {
  const { item } = await collected({
    organisation: EMPTY,
    omitTotals: true,
    faults: { [route]: nullWhereEmpty },
  });

  expect(verdict(item(id))).toMatchObject({ status: "failed", reason: "shape", counts: null });
});

test.for(LISTINGS)(
  "$id whose last page is null is complete where Datadog counts as many",
  async ({ id, route }) => {
    const { item } = await collected({ organisation: BULK, faults: { [route]: nullWhereEmpty } });

    expect(verdict(item(id))).toMatchObject({
      status: "complete",
      grade: "reconciled",
      counts: { total: 150 },
    });
  },
);

test("null in place of rules or suppressions is none only where the count says so", async () => {
  const asked = {
    assignment: { items: ["security-signals"] },
    organisation: northwind({ rules: [], suppressions: [] }),
  } as const;
  const faults = { [RULES]: nullWhereEmpty, [SUPPRESSIONS]: nullWhereEmpty };

  const known = await collected({ ...asked, faults });
  const unknown = await collected({ ...asked, faults, omitTotals: true });

  const { population, caveats } = known.item("security-signals");
  expect(population).toEqual({ what: "enabled detection rules", size: 0 });
  expect(caveats.join()).not.toContain("suppression");
  expect(unknown.item("security-signals").population.size).toBeNull();
  expect(unknown.item("security-signals").caveats.join()).toContain("suppression rules is not known");
});

const SEARCHES = [
  { id: "security-signals", route: SIGNALS },
  { id: "cspm-findings", route: FINDINGS },
] as const;

const emptyNaming = (cursor: string): ServerFault => ({
  status: 200,
  body: { data: [], meta: { page: { after: cursor } } },
});

test.for(SEARCHES)(
  "empty pages of $id that name a next one for ever are partial, and soon",
  async ({ id, route }) => {
    const { item, requests } = await collected({
      organisation: BULK,
      assignment: { items: [id] },
      faults: { [route]: (nth: number) => emptyNaming(`place ${nth}`) },
    });

    const { collection } = item(id);
    expect(collection).toMatchObject({
      status: "partial",
      reason: {
        code: "source-timeout",
        message: expect.stringContaining("6 empty pages in a row, and each names a next page"),
      },
    });
    expect(asking(requests, route)).toHaveLength(6);
  },
);

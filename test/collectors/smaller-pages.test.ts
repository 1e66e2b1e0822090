import { expect, test } from "vitest";

import { ITEM_IDS } from "../../src/evidence/schema.ts";
import type { ServerFault } from "../support/datadog-faults.ts";
import { manyFindings, manyMonitors, manySignals } from "../support/many-records.ts";
import { asking, collected, FINDINGS, MONITORS, northwind, NOW, SIGNALS } from "./collecting.ts";

const organisation = northwind({
  signals: manySignals(130, NOW),
  monitors: manyMonitors(130, NOW),
  findings: manyFindings(130, NOW),
});
const LISTS = {
  "security-signals": SIGNALS,
  "compliance-monitors": MONITORS,
  "cspm-findings": FINDINGS,
} as const;
const TROUBLE: readonly (readonly [string, ServerFault])[] = [
  ...[500, 502, 503, 504].map((status) => [String(status), { status }] as const),
  ["no answer", "hang"],
];

test.for(ITEM_IDS.flatMap((item) => TROUBLE.map(([what, fault]) => ({ item, what, fault }))))(
  "$item that repeat $what for large pages are read on in smaller ones",
  async ({ item, fault }) => {
    const run = await collected({
      organisation,
      assignment: { items: [item] },
      access: { attemptTimeoutMs: 40 },
      faults: { [LISTS[item]]: (nth: number) => (isDuringTwoMinutes(nth) ? fault : "ok") },
    });

    // No page is read twice.
    expect(run.item(item).collection).toMatchObject({ status: "complete", received: 130, unique: 130 });
    const sizes = asking(run.requests, LISTS[item]).map(({ query, body }) => sizeIn({ query, body }));
    expect([...new Set(sizes)]).toEqual([100, 50, 25]);
  },
);

test("a list that fails whatever the size of its pages ends as the failure that it is", async () => {
  const run = await collected({ organisation, faults: { [SIGNALS]: () => ({ status: 502 }) } });

  expect(run.item("security-signals").collection).toMatchObject({
    status: "failed",
    reason: { code: "server-error" },
  });
  expect(run.evidence.items.slice(1).map(({ collection }) => collection.status)).toEqual([
    "complete",
    "complete",
  ]);
});

/** After the first page. A request gives up after a minute, which is thirteen attempts. */
function isDuringTwoMinutes(nth: number): boolean {
  return nth > 1 && nth <= 1 + 2 * 13;
}

/** The number of records that a request asks for, wherever its endpoint wants it. */
function sizeIn(request: object): number {
  return Number(/"(?:page_size|limit)":"?(\d+)/.exec(JSON.stringify(request))?.[1]);
}

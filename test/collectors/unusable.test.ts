import { expect, test } from "vitest";

import type { ServerFault } from "../support/datadog-faults.ts";
import { manyMonitors, manySignals } from "../support/many-records.ts";
import { collected, FINDINGS, MONITORS, northwind, NOW, SIGNALS, verdict } from "./collecting.ts";
import { changed, rewriteRecords } from "./json.ts";

/** Sets a field of the first record of every page. */
const firstWith = (path: string, value: unknown): ServerFault =>
  rewriteRecords((records) => records.map((each, at) => (at === 0 ? changed(each, path, value) : each)));

test.for([
  { what: "no zone", timestamp: "2026-11-20T10:00:00" },
  { what: "a time in seconds", timestamp: 1_795_000_000 },
  { what: "a time before 2010", timestamp: "2009-01-01T00:00:00Z" },
  { what: "a time two days ahead", timestamp: "2026-11-24T06:17:32Z" },
])("a signal with $what is not usable, and is named", async ({ timestamp }) => {
  const organisation = northwind({ signals: manySignals(20, NOW) });
  const id = organisation.signals[0]?.id;

  const { item } = await collected({
    organisation,
    assignment: { items: ["security-signals"] },
    faults: { [SIGNALS]: () => firstWith("attributes.timestamp", timestamp) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({
    status: "partial",
    reason: "shape",
    counts: { total: 19 },
  });
  expect(item("security-signals").collection.reason?.message).toBe(
    `1 of the records lack a usable attributes.timestamp: ${id}`,
  );
});

test("a record without an id is named by its place", async () => {
  const { item } = await collected({
    assignment: { items: ["security-signals"], pageSize: 5 },
    organisation: northwind({ signals: manySignals(7, NOW) }),
    faults: { [SIGNALS]: (nth) => (nth === 2 ? firstWith("id", undefined) : "ok") },
  });

  expect(item("security-signals").collection.reason?.message).toBe(
    "1 of the records lack a usable id: record 1 of page 2",
  );
});

test("a monitor is named by its number, and a finding by its pseudonym", async () => {
  const organisation = northwind();

  const { item } = await collected({
    organisation,
    faults: {
      [MONITORS]: () => firstWith("overall_state", 7),
      [FINDINGS]: () => firstWith("attributes.attributes.custom.severity", 7),
    },
  });

  const { reason } = item("cspm-findings").collection;
  expect(item("compliance-monitors").collection.reason?.message).toContain(
    `lack a usable overall_state: ${organisation.monitors.find(({ tags }) => tags.includes("compliance"))?.id}`,
  );
  expect(reason?.message).toMatch(/severity: hmac-sha256:[0-9a-f]{64}$/);
});

test("an optional time that is not certain is left out, and the record is named", async () => {
  const { item } = await collected({
    assignment: { items: ["compliance-monitors"] },
    organisation: northwind({ monitors: manyMonitors(5, NOW) }),
    faults: { [MONITORS]: () => firstWith("overall_state_modified", "2026-11-20T10:00:00") },
  });

  const { collection, records, caveats } = item("compliance-monitors");
  const [first] = [...records];
  expect(collection.status).toBe("complete");
  expect(first?.stateSince).toBeNull();
  expect(caveats).toContain(
    `a time that cannot be read for certain is left out: 1 of the monitors (${first?.id})`,
  );
});

test("every time in a record has one form", async () => {
  const { evidence } = await collected();

  const times = JSON.stringify(evidence.items.flatMap(({ records }) => Array.from<object>(records))).match(
    /"\d{4}-\d\d-\d\d[^"]*"/g,
  );
  expect(times?.length).toBeGreaterThan(50);
  expect(times?.filter((time) => !/^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"$/.test(time))).toEqual([]);
});

import * as fc from "fast-check";
import { expect, test } from "vitest";

import type { Evidence } from "../../../src/evidence/schema.ts";
import type { RunSummary } from "../../../src/verify/stream/run-summary.ts";
import { CADENCE_MS } from "../../../src/evidence/projection/times.ts";
import { collectingRuns, listSlots, uncoveredSpans } from "../../../src/verify/period/slots.ts";
import { gapOf } from "../../support/stream.ts";

const HASH = "ab".repeat(32);

interface Run {
  readonly at: string;
  readonly cadence?: Evidence["stream"]["cadence"];
  readonly outcome?: "complete" | "partial" | "failed";
  readonly schedule?: string | null;
}

function summary({ at, cadence = "P1D", outcome = "complete", schedule = null }: Run): RunSummary {
  return {
    runPath: at,
    expectedPath: at,
    stream: "prod",
    site: "datadoghq.eu",
    organization: null,
    sequence: null,
    previous: null,
    restart: null,
    statement: HASH,
    content: HASH,
    cadence,
    collectedAt: Date.parse(at),
    startedAt: Date.parse(at),
    identity: `${at}-1`,
    signedBy: HASH,
    signedAt: null,
    isSignedLate: false,
    collected: {
      outcome,
      validUntil: at,
      schedule,
      items: [],
      expectations: null,
      window: null,
      otherServer: null,
      collector: "",
      mapping: "",
      rules: "1",
    },
    notable: [],
    gap: null,
    isStatementOnly: false,
  };
}

function ended(hour: string, outcome: "complete" | "partial" | "failed"): Run {
  return { at: `2026-08-03T${hour}:00:00Z`, outcome };
}

function gap(from: string, to: string): RunSummary {
  return { ...summary({ at: to }), collected: null, gap: gapOf(from, to) };
}

function states(
  runs: readonly Run[],
  {
    from = "2026-08-01T00:00:00Z",
    to = "2026-08-07T00:00:00Z",
    now = "2026-09-01T00:00:00Z",
    gaps = [],
  }: { from?: string; to?: string; now?: string; gaps?: readonly RunSummary[] } = {},
): readonly string[] {
  const period = { from: Date.parse(from), to: Date.parse(to) };
  const slots = listSlots(collectingRuns(runs.map(summary)), { period, gaps, now: Date.parse(now) });
  return slots.map(({ from: begins, state }) => `${begins.slice(8, 13)} ${state}`);
}

test("nothing is due before the first run, and every slot after it is", () => {
  expect(states([{ at: "2026-08-03T05:17:00Z" }, { at: "2026-08-05T05:17:00Z" }])).toEqual([
    "03T00 met",
    "04T00 missing",
    "05T00 met",
    "06T00 missing",
  ]);
});

test("a slot that is not over yet is due only when it has a run", () => {
  const runs = [{ at: "2026-08-03T05:17:00Z" }, { at: "2026-08-04T05:17:00Z" }];

  expect(states(runs, { now: "2026-08-04T07:00:00Z" })).toEqual(["03T00 met", "04T00 met"]);
  expect(states(runs, { now: "2026-08-05T23:59:59Z" })).toEqual(["03T00 met", "04T00 met"]);
  expect(states(runs, { now: "2026-08-06T00:00:00Z" }).at(-1)).toBe("05T00 missing");
});

test.each<readonly [string, Run, string]>([
  ["within six hours of the day", { at: "2026-08-03T06:00:00Z" }, "met"],
  ["after six hours of the day", { at: "2026-08-03T06:00:01Z" }, "late"],
  ["within six hours of its schedule", { at: "2026-08-03T12:17:00Z", schedule: "17 6 * * *" }, "met"],
  ["after six hours of its schedule", { at: "2026-08-03T12:17:01Z", schedule: "17 6 * * *" }, "late"],
  ["with several fires, after the first", { at: "2026-08-03T12:17:01Z", schedule: "17 6,18 * * *" }, "late"],
  ["with a schedule of other days", { at: "2026-08-03T09:00:00Z", schedule: "17 6 * * SUN" }, "late"],
  ["with a schedule that never comes", { at: "2026-08-03T05:00:00Z", schedule: "0 0 30 2 *" }, "met"],
  ["with a schedule that is none", { at: "2026-08-03T07:00:00Z", schedule: "@daily; rm -rf" }, "late"],
  ["within half an hour of the hour", { at: "2026-08-03T09:30:00Z", cadence: "PT1H" }, "met"],
  ["after half an hour of the hour", { at: "2026-08-03T09:30:01Z", cadence: "PT1H" }, "late"],
  ["within three of six hours", { at: "2026-08-03T09:00:00Z", cadence: "PT6H" }, "met"],
  ["after three of six hours", { at: "2026-08-03T09:00:01Z", cadence: "PT6H" }, "late"],
])("a run %s is %s", (_, run, state) => {
  expect(states([run])[0]?.slice(6)).toBe(state);
});

test("a run by hand is late by the schedule that the runs before it had", () => {
  const runs = [{ at: "2026-08-03T06:17:31Z", schedule: "17 6 * * *" }, { at: "2026-08-04T12:00:00Z" }];

  expect(states(runs, { to: "2026-08-05T00:00:00Z" })).toEqual(["03T00 met", "04T00 met"]);
});

test("the best run names its slot", () => {
  expect(states([ended("01", "failed"), ended("02", "partial"), ended("09", "complete")])[0]).toBe(
    "03T00 late",
  );
  expect(states([ended("01", "failed"), ended("02", "partial")])[0]).toBe("03T00 partial");
  expect(states([ended("01", "failed")])[0]).toBe("03T00 failed");
});

test("a gap is declared only where the whole slot is, and never where there is a run", () => {
  const runs = [{ at: "2026-08-03T06:00:00Z" }, { at: "2026-08-06T06:00:00Z" }];

  expect(states(runs, { gaps: [gap("2026-08-03T00:00:00Z", "2026-08-05T23:59:59Z")] })).toEqual([
    "03T00 met",
    "04T00 declared",
    "05T00 missing",
    "06T00 met",
  ]);
});

test("slots follow the cadence in force", () => {
  const faster: Run[] = [
    { at: "2026-08-03T06:00:00Z" },
    { at: "2026-08-04T12:10:00Z", cadence: "PT6H" },
    { at: "2026-08-05T00:10:00Z", cadence: "PT6H" },
  ];
  const slower: Run[] = [
    { at: "2026-08-03T12:10:00Z", cadence: "PT6H" },
    { at: "2026-08-03T18:10:00Z", cadence: "P1D" },
  ];

  expect(states(faster, { to: "2026-08-05T06:00:00Z" })).toEqual([
    "03T00 met",
    "04T00 late",
    "04T12 met",
    "04T18 missing",
    "05T00 met",
  ]);
  expect(states(slower, { to: "2026-08-05T00:00:00Z" })).toEqual([
    "03T12 met",
    "03T18 met",
    "03T00 late",
    "04T00 missing",
  ]);
});

test("each slot that was due is there once, and each run is in one", () => {
  const cadence = fc.constantFrom(...(["PT1H", "PT6H", "PT12H", "P1D"] as const));
  const minutes = fc.array(fc.integer({ min: 0, max: 20 * 1440 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(cadence, minutes, (every, offsets) => {
      const start = Date.parse("2026-08-01T00:00:00Z");
      const times = offsets.toSorted((a, b) => a - b).map((offset) => start + offset * 60_000);
      const runs = times.map((time) => summary({ at: new Date(time).toISOString(), cadence: every }));
      const period = { from: start, to: start + 20 * 86_400_000 };

      const slots = listSlots(collectingRuns(runs), { period, gaps: [], now: period.to });

      const length = CADENCE_MS[every];
      const [first = 0] = times;
      const begins = Math.floor(first / length) * length;
      expect(slots.length).toBe((period.to - begins) / length);
      const withRuns = new Set(
        times.filter((time) => time < period.to).map((time) => Math.floor(time / length)),
      );
      expect(slots.filter(({ state }) => state !== "missing").length).toBe(withRuns.size);
    }),
  );
});

test("what is covered and what is not make up the whole period", () => {
  const span = fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
      const windows = spans.map(([from, length]) => ({ from, to: from + length }));

      const gaps = uncoveredSpans(windows, { from: 0, to: 100 });

      for (let moment = 0; moment < 100; moment += 1) {
        const isCovered = windows.some(({ from, to }) => from <= moment && moment < to);
        expect(gaps.some(({ from, to }) => from <= moment && moment < to)).toBe(!isCovered);
      }
    }),
  );
});

test("a run of an absurd date makes no millions of slots, and a short period has few", () => {
  const runs: Run[] = [
    { at: "0001-01-01T06:00:00Z", schedule: "17 12 * * *" },
    { at: "2026-08-03T18:00:00Z" },
  ];

  expect(() => states(runs, { from: "0001-01-01T00:00:00Z" })).toThrow(
    "the period holds more than 100000 slots: its runs are dated 0001-01-01T06:00:00Z to 2026-08-03T18:00:00Z",
  );
  expect(states(runs, { from: "2026-08-02T00:00:00Z", to: "2026-08-04T00:00:00Z" })).toEqual([
    "02T00 missing",
    "03T00 met",
  ]);
  expect(states([{ at: "2026-08-03T06:00:00Z" }], { to: "9999-12-31T00:00:00Z" })).toHaveLength(29);
});

test("a schedule in a time zone makes no day late", () => {
  // 06:17 in Tokyo.
  const runs = Array.from({ length: 5 }, (_, index) => ({
    at: `2026-08-0${index + 1}T21:20:00Z`,
    schedule: "17 6 * * *",
  }));

  const found = states(runs, { from: "2026-08-01T00:00:00Z", to: "2026-08-06T00:00:00Z" });

  expect(new Set(found.map((line) => line.split(" ")[1]))).toEqual(new Set(["met"]));
});

test("one late run among others is late", () => {
  const runs = ["06:20", "06:31", "13:00", "06:19"].map((time, index) => ({
    at: `2026-08-0${index + 1}T${time}:00Z`,
    schedule: "17 6 * * *",
  }));

  const found = states(runs, { from: "2026-08-01T00:00:00Z", to: "2026-08-05T00:00:00Z" });

  expect(found.map((line) => line.split(" ")[1])).toEqual(["met", "met", "late", "met"]);
});

test("clocks that are set back leave no day without evidence", () => {
  // 00:30 in London: the clocks go back in the morning of 2025-10-26.
  const runs = [
    "2025-10-23T23:31",
    "2025-10-24T23:31",
    "2025-10-25T23:31",
    "2025-10-27T00:31",
    "2025-10-28T00:31",
  ].map((at) => ({ at: `${at}:00Z`, schedule: "30 0 * * *" }));

  const found = states(runs, { from: "2025-10-23T00:00:00Z", to: "2025-10-29T00:00:00Z" });

  expect(found.map((line) => line.split(" ")[1])).toEqual(["met", "met", "met", "met", "met", "met"]);
});

test("a day between runs that are two days apart is missing", () => {
  const runs = ["2025-10-23T23:31", "2025-10-25T23:31"].map((at) => ({
    at: `${at}:00Z`,
    schedule: "30 0 * * *",
  }));

  const found = states(runs, { from: "2025-10-23T00:00:00Z", to: "2025-10-26T00:00:00Z" });

  expect(found.map((line) => line.split(" ")[1])).toContain("missing");
});

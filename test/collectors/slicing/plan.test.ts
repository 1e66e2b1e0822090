import { array, assert, constantFrom, integer, nat, option, property, record } from "fast-check";
import { expect, test } from "vitest";

import {
  checkSeams,
  divideSlice,
  estimateSlice,
  type SliceProbe,
} from "../../../src/collectors/slicing/plan.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** A week of which one page was read, a hundred records that many milliseconds long, as those before it were. */
function look(pageMs: number, change: Partial<SliceProbe> = {}): SliceProbe {
  return {
    span: { from: 0, to: WEEK_MS },
    isWhole: true,
    pages: 1,
    halfway: pageMs * (1 - (change.pages ?? 1) / 2),
    times: () => Array.from({ length: 100 }, (_, at) => Math.round((at * pageMs) / 99)),
    horizon: WEEK_MS,
    ...change,
  };
}

/** What a look is divided into, and null where it is read on. */
function slicesOf(seen: SliceProbe, counted: number | null = null) {
  const rest = estimateSlice(seen);
  return rest === null ? null : divideSlice(rest, counted);
}

test.for([
  { what: "a quiet week", pageMs: WEEK_MS / 2, slices: null },
  { what: "eleven pages to come", pageMs: WEEK_MS / 12.5, slices: null },
  { what: "thirteen pages to come", pageMs: WEEK_MS / 14, slices: 2 },
  { what: "twenty-five pages to come", pageMs: WEEK_MS / 26, slices: 4 },
  { what: "two hundred pages to come", pageMs: WEEK_MS / 201, slices: 16 },
])("$what make $slices slices", ({ pageMs, slices }) => {
  expect(slicesOf(look(pageMs))?.length ?? null).toBe(slices);
});

test("where the source counts, its count says how many slices there are", () => {
  const dense = look(WEEK_MS / 201);

  expect(slicesOf(dense, 49)).toHaveLength(12);
  expect(slicesOf(dense, 200)).toHaveLength(16);
  expect(slicesOf(dense, 11)).toBeNull();
  expect(slicesOf(look(WEEK_MS / 14), 49)).toHaveLength(12);
});

test.for<{ what: string; change: Partial<SliceProbe> }>([
  { what: "a record without a time", change: { times: () => [0, null, 5] } },
  { what: "records in disorder", change: { times: () => [0, 9, 5] } },
  { what: "nothing left behind the page", change: { horizon: 0 } },
  {
    what: "less than a second left",
    change: { span: { from: 0, to: 700 }, times: () => [0, 1], horizon: 700 },
  },
  { what: "three pages read", change: { pages: 3 } },
  { what: "too much read already", change: { pages: 64 } },
  { what: "a slice that was sized once", change: { isWhole: false } },
])("with $what nothing is divided", ({ change }) => {
  expect(slicesOf(look(WEEK_MS / 201, change))).toBeNull();
});

test("a slice is divided once four of its pages show that it is far busier than it was taken for", () => {
  expect(slicesOf(look(WEEK_MS / 151, { isWhole: false, pages: 4 }))).toHaveLength(9);
  expect(slicesOf(look(WEEK_MS / 34, { isWhole: false, pages: 4 }))).toHaveLength(2);
  expect(slicesOf(look(WEEK_MS / 32, { isWhole: false, pages: 4 }))).toBeNull();
});

test.for([
  { what: "a batch of a second, since half of the pages", pages: 4, halfway: -1000 },
  { what: "a busy page in an hour that is not", pages: 4, halfway: -HOUR_MS * 12 },
  { what: "records that say no time halfway", pages: 4, halfway: null },
])("$what are no measure of a slice", ({ pages, halfway }) => {
  expect(slicesOf(look(500, { isWhole: false, pages, halfway }))).toBeNull();
});

test("what is open towards now is a slice of its own, behind the horizon", () => {
  const horizon = WEEK_MS - HOUR_MS;

  const slices = slicesOf(look(WEEK_MS / 201, { span: { from: null, to: null }, horizon })) ?? [];

  expect(slices).toHaveLength(17);
  expect(slices[0]?.from).toBeNull();
  expect(slices.at(-1)).toEqual({ from: horizon, to: null });
});

const looks = record({
  from: integer({ min: 0, max: 10 * WEEK_MS }),
  length: integer({ min: 1, max: WEEK_MS }),
  begin: nat({ max: WEEK_MS }),
  halfway: option(nat({ max: WEEK_MS })),
  gaps: array(nat({ max: HOUR_MS }), { minLength: 1, maxLength: 20 }),
  pages: constantFrom(1, 2, 4, 8),
  isWhole: constantFrom(true, false),
});

test("slices always cover what they replace, without a hole or an overlap", () => {
  assert(
    property(looks, ({ from, length, begin, halfway, gaps, pages, isWhole }) => {
      const span = { from, to: from + length };
      let at = from + (begin % length);
      const times = gaps.map((gap) => (at += gap));

      const slices = slicesOf({ span, isWhole, pages, halfway, times: () => times, horizon: span.to }) ?? [
        span,
      ];

      expect(checkSeams(slices, span, "signals").ok).toBe(true);
      expect(slices.every((slice) => (slice.from ?? 0) < (slice.to ?? Infinity))).toBe(true);
      expect(slices.length).toBeLessThanOrEqual(16);
    }),
    { numRuns: 500 },
  );
});

test.for([
  {
    what: "a hole",
    slices: [
      { from: 0, to: 4 },
      { from: 5, to: 9 },
    ],
  },
  {
    what: "an overlap",
    slices: [
      { from: 0, to: 5 },
      { from: 4, to: 9 },
    ],
  },
  { what: "a late beginning", slices: [{ from: 1, to: 9 }] },
  { what: "an early end", slices: [{ from: 0, to: 8 }] },
  { what: "no slices at all", slices: [] },
])("$what shows", ({ slices }) => {
  expect(checkSeams(slices, { from: 0, to: 9 }, "signals").ok).toBe(false);
});

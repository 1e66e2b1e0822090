import * as fc from "fast-check";
import { expect, test } from "vitest";

import { formatInstant, newTimeKeeper, readInstant } from "../../../src/evidence/projection/instants.ts";

const NOW = Date.parse("2026-11-22T06:17:31Z");

test.each([
  ["2026-11-22T05:14:03.123Z", "2026-11-22T05:14:03.123Z"],
  ["2026-11-22T05:14:03Z", "2026-11-22T05:14:03.000Z"],
  ["2026-11-22t05:14:03z", "2026-11-22T05:14:03.000Z"],
  ["2026-11-22T05:14Z", "2026-11-22T05:14:00.000Z"],
  ["2026-11-22T07:14:03+02:00", "2026-11-22T05:14:03.000Z"],
  ["2026-11-22T07:14:03+0200", "2026-11-22T05:14:03.000Z"],
  ["2026-11-21 23:44:03-05:30", "2026-11-22T05:14:03.000Z"],
  ["2026-11-22T05:14:03.4182917+00:00", "2026-11-22T05:14:03.418Z"],
  [1_795_324_443_123, "2026-11-22T05:14:03.123Z"],
])("%j is read as %s", (value, expected) => {
  const ms = readInstant(value);

  expect(ms === null ? null : formatInstant(ms)).toBe(expected);
});

test.each([
  "2026-11-22T05:14:03",
  "2026-11-22",
  "22 Nov 2026 05:14:03",
  "Sun, 22 Nov 2026 05:14:03 GMT",
  "2026",
  "1795324443123",
  "2026-02-30T00:00:00Z",
  "2026-11-22T25:00:00Z",
  "2009-12-31T23:59:59Z",
  "",
  "tomorrow",
  // Seconds, as milliseconds a day of 1970.
  1_795_324_443,
  0,
  -1,
  Number.NaN,
  1e300,
  null,
  undefined,
  {},
  [1_795_324_443_123],
])("%j is no time that can be read for certain", (value) => {
  expect(readInstant(value)).toBeNull();
});

test("a time has one form, whatever its zone, and the order of the texts is the order of the times", () => {
  const instant = fc.record({
    ms: fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2090, 0) }),
    zone: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  });

  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const [a, b] = [one, other].map(({ ms, zone }) => formatInstant(readInstant(written(ms, zone)) ?? 0));
      expect(a).toBe(new Date(one.ms).toISOString());
      expect(String(a) < String(b)).toBe(one.ms < other.ms);
    }),
  );
});

test("a time may be a day ahead, and not more", () => {
  const times = newTimeKeeper(NOW);

  expect(times.required(NOW + 24 * 3_600_000)).toBe("2026-11-23T06:17:31.000Z");
  expect(times.required(NOW + 24 * 3_600_000 + 1)).toBeNull();
  expect(times.optional(null)).toBeNull();
  expect(times.hasUnusable()).toBe(false);
  expect(times.optional("2026-11-22T05:14:03")).toBeNull();
  expect(times.hasUnusable()).toBe(true);
});

function digits(value: number): string {
  return String(value).padStart(2, "0");
}

/** The time as a clock of that zone writes it. */
function written(ms: number, zone: number): string {
  const local = new Date(ms + zone * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(zone);
  return `${local}${zone < 0 ? "-" : "+"}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
}

import { z } from "zod";

import { DAY_MS } from "../../platform/time.ts";

/** Datadog has nothing older: an earlier time is another unit, such as seconds read as milliseconds. */
const EARLIEST_MS = Date.UTC(2010, 0);
/** The last moment of a year with four digits. */
const LATEST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A date and a time with a zone. Without a zone the moment is not certain. */
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-]\d\d):?(\d\d))$/;

/** A field with a time. Whether it can be read is decided when the record is projected. */
export const rawTime = z.unknown().optional();

/** Reads a time that Datadog gives as text or as milliseconds since 1970. Returns milliseconds, null if it is not certain. */
export function readInstant(value: unknown): number | null {
  const ms = typeof value === "string" ? parseInstant(value) : value;
  if (typeof ms !== "number" || !(ms >= EARLIEST_MS && ms <= LATEST_MS)) return null;
  return Math.floor(ms);
}

/** Reads a time in seconds since 1970, as monitors give the end of a mute. */
export function readSeconds(value: unknown): number | null {
  return typeof value === "number" ? readInstant(value * 1000) : null;
}

/** The one form of times in records: UTC with milliseconds. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}

function parseInstant(text: string): number {
  const [, year, month, day, time, seconds = "00", fraction = "", hours, minutes] = INSTANT.exec(text) ?? [];
  if (year === undefined) return Number.NaN;
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const date = `${year}-${month}-${day}`;
  // JavaScript reads February 30 as March 2.
  if (Number(day) > 28 && new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day)) return Number.NaN;
  return Date.parse(`${date}T${time}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
}

/** Reads the times of one record, and notes whether one of them cannot be read. A time may be a day ahead of `now` at most. */
export function newTimeKeeper(now: number) {
  let unusable = 0;
  const required = (value: unknown): string | null => {
    const ms = readInstant(value);
    return ms === null || ms > now + DAY_MS ? null : formatInstant(ms);
  };
  return {
    required,
    optional: (value: unknown): string | null => {
      if (value === null || value === undefined) return null;
      const time = required(value);
      unusable += Number(time === null);
      return time;
    },
    hasUnusable: () => unusable > 0,
  };
}

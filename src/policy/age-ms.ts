import { DAY_MS, HOUR_MS } from "../platform/time.ts";

/** A duration such as `P1DT2H30M` in milliseconds; not a number for text of another form. */
export function ageMs(text: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  if (match === null) return Number.NaN;
  const [, days = "0", hours = "0", minutes = "0"] = match;
  return Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * (HOUR_MS / 60);
}

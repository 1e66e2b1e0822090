export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The time in UTC to the second, `2026-11-22T06:17:31Z`. */
export function formatTime(time: Date | number): string {
  return formatExactTime(time).replace(/\.\d{3}Z$/, "Z");
}

/** The time in UTC to the second, or to the millisecond where it has a fraction. */
export function formatExactTime(time: Date | number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

/** The day in UTC, `2026-11-22`, of a time or of an instant as it is written. */
export function dayOf(time: Date | number | string): string {
  const text = typeof time === "string" ? time : formatTime(time);
  return text.slice(0, "2026-11-22".length);
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** The time that a text names, in milliseconds. NaN for one without a zone: each machine would read it differently. */
export function parseInstant(text: string): number {
  return DATE.test(text) || ZONE.test(text) ? Date.parse(text) : Number.NaN;
}

/** The milliseconds of an ISO 8601 duration of days, hours, minutes and seconds, such as `P1DT2H`; null for another text. */
export function parseDuration(text: string): number | null {
  const match = /^P(?!$)(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(text);
  if (match === null) return null;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1000;
}

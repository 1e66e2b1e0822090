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

import { CADENCE_MS } from "../evidence/projection/times.ts";
import type { Evidence } from "../evidence/schema.ts";
import { DAY_MS, HOUR_MS } from "../platform/time.ts";
import { Schedules } from "../verify/period/schedule.ts";

/** Long enough to see a week of any schedule. */
const LOOKED_AT_MS = 8 * DAY_MS;
const MOST_FIRES = 8 * 24 * 2;

/** A sentence where the schedule of the workflow and the cadence of the stream disagree; null where they fit. */
export function scheduleWarning(
  { run, stream }: Pick<Evidence, "run" | "stream">,
  now: number,
): string | null {
  const schedule = run.github?.schedule ?? null;
  if (schedule === null) return null;
  const gap = longestGap(schedule, now);
  const due = CADENCE_MS[stream.cadence];
  if (gap === null) return null;
  if (gap > due) {
    return `the schedule ${schedule} lets ${hours(gap)} pass between two runs, but evidence is due every ${hours(due)} (cadence), so slots will be missing; change one of the two`;
  }
  return gap * 2 > due
    ? null
    : `the schedule ${schedule} runs every ${hours(gap)}, but evidence is due only every ${hours(due)} (cadence); change one of the two`;
}

/** The longest time between two fires of the schedule, in milliseconds; null where it does not fire twice. */
function longestGap(schedule: string, now: number): number | null {
  const schedules = new Schedules();
  let longest: number | null = null;
  let last = schedules.firstFire(schedule, now);
  for (let count = 0; last !== null && last < now + LOOKED_AT_MS && count < MOST_FIRES; count += 1) {
    const next = schedules.firstFire(schedule, last + 1);
    if (next === null) return longest;
    longest = Math.max(longest ?? 0, next - last);
    last = next;
  }
  return longest;
}

function hours(ms: number): string {
  return `${Math.round((ms / HOUR_MS) * 10) / 10} h`;
}

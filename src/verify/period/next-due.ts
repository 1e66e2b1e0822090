import { CADENCE_MS } from "../../evidence/projection/times.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { Schedules } from "./schedule.ts";
import { slotStart } from "./slots.ts";

/** When the run after this one is due: when its schedule fires in the next slot, else when that slot begins. */
export function nextDue({
  collectedAt,
  stream,
  run,
}: Pick<Evidence, "collectedAt" | "stream" | "run">): Date {
  const length = CADENCE_MS[stream.cadence];
  const next = slotStart(Date.parse(collectedAt), stream.cadence) + length;
  const schedule = run.github?.schedule ?? null;
  const fire = schedule === null ? null : new Schedules().firstFire(schedule, next);
  return new Date(fire === null || fire >= next + length ? next : fire);
}

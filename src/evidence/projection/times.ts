import { formatTime, HOUR_MS, parseInstant } from "../../platform/time.ts";
import { outsideWindowCaveat } from "./caveats.ts";
import { countRecords } from "../records.ts";
import type { Evidence, SignalsItem } from "../schema.ts";

/** The length of a slot, by cadence. */
export const CADENCE_MS = {
  PT1H: HOUR_MS,
  PT6H: 6 * HOUR_MS,
  PT12H: 12 * HOUR_MS,
  P1D: 24 * HOUR_MS,
} as const satisfies Record<Evidence["stream"]["cadence"], number>;
const WINDOW_MS = 7 * 24 * HOUR_MS;
/** The longest deadline, plus an hour for a clock that was corrected during the run. */
const LONGEST_RUN_MS = 7 * HOUR_MS;

/** When the evidence expires: the next run is due then, and its grace of half a cadence, at least six hours, is over. */
export function validUntil(collectedAt: Date, cadence: keyof typeof CADENCE_MS): Date {
  const length = CADENCE_MS[cadence];
  return new Date(collectedAt.getTime() + length + Math.max(length / 2, 6 * HOUR_MS));
}

/** The seven days before the start of a run. */
export function windowBefore(startedAt: Date): { readonly from: string; readonly to: string } {
  return { from: formatTime(new Date(startedAt.getTime() - WINDOW_MS)), to: formatTime(startedAt) };
}

/** The first time of the evidence that does not agree with the others, as a sentence; null if all agree. */
export function findTimesProblem({
  startedAt,
  collectedAt,
  validUntil: said,
  stream,
  items,
}: Evidence): string | null {
  const [start, end] = [new Date(startedAt), new Date(collectedAt)];
  const lasted = end.getTime() - start.getTime();
  if (lasted < 0) return `it was collected at ${collectedAt}, before its start at ${startedAt}`;
  if (lasted > LONGEST_RUN_MS)
    return `it started at ${startedAt}, longer before ${collectedAt} than any run takes`;
  const due = validUntil(end, stream.cadence);
  if (Date.parse(said) !== due.getTime()) {
    return `it is valid until ${said}, but its cadence gives ${formatTime(due)}`;
  }
  const signals = items.find((item) => item.id === "security-signals");
  return signals === undefined ? null : windowProblem(signals, start);
}

function windowProblem({ id, window, records, caveats }: SignalsItem, startedAt: Date): string | null {
  const due = windowBefore(startedAt);
  if (window === null) return `${id} has no window`;
  if (Date.parse(window.from) !== Date.parse(due.from) || Date.parse(window.to) !== Date.parse(due.to)) {
    return `${id} has the window ${window.from} to ${window.to}, but the start of the run gives ${due.from} to ${due.to}`;
  }
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  const outside = countRecords(records, ({ timestamp }) => !isBetween(parseInstant(timestamp), from, to));
  if (outside === 0 || caveats.includes(outsideWindowCaveat(outside))) return null;
  return `${id} has records of a time outside its window: ${outside}`;
}

/** Whether the time is in the window, including both ends, as Datadog searches. */
export function isInWindow(at: string, { from, to }: { from: string; to: string }): boolean {
  return isBetween(parseInstant(at), parseInstant(from), parseInstant(to));
}

function isBetween(ms: number, from: number, to: number): boolean {
  return ms >= from && ms <= to;
}

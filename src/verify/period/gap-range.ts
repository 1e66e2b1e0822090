import { formatTime } from "../../platform/time.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import type { Gap } from "../../evidence/gap.ts";
import { CADENCE_MS } from "../../evidence/projection/times.ts";
import { claimedTime } from "../stream/run-summary.ts";
import { slotStart } from "./slots.ts";
import type { StreamFolder } from "../stream/find-streams.ts";

/** Why the range is no gap of the stream; null where it is one. */
export function gapRangeProblem(
  { range, stream: { cadence } }: Gap,
  stream: StreamFolder,
  now: Date,
): { readonly message: string; readonly hint: string } | null {
  const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
  if (to > now.getTime()) {
    return { message: `to: ${range.to} is yet to come`, hint: "declare a gap once it is over" };
  }
  const first = Math.ceil(from / CADENCE_MS[cadence]) * CADENCE_MS[cadence];
  if (first + CADENCE_MS[cadence] > to) {
    return {
      message: `from, to: no slot of ${cadence} lies wholly between ${range.from} and ${range.to}`,
      hint: "name whole days, or whole slots of the stream in UTC",
    };
  }
  const runs: number[] = [];
  for (const place of stream.runs) {
    const at = claimedTime(place);
    if (at === null) continue;
    runs.push(at);
    const slot = slotStart(at, cadence);
    const isTouched = slot < to && slot + CADENCE_MS[cadence] > from;
    if (isTouched && stream.files.list(place).every(({ name }) => name !== GAP_NAME)) {
      return {
        message: `from, to: the slot of ${formatTime(slot)} has the run ${place}`,
        hint: "declare only what is missing; a run that is not complete speaks for itself",
      };
    }
  }
  const begins = Math.min(...runs);
  if (from >= slotStart(begins, cadence)) return null;
  return {
    message: `from: nothing was due before the first run, ${formatTime(begins)}`,
    hint: "begin with a slot after it",
  };
}

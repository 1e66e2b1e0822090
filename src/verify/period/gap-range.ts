import { formatTime } from "../../platform/time.ts";
import { GAP_NAME, type Gap } from "../../evidence/gap.ts";
import { CADENCE_MS } from "../../evidence/projection/times.ts";
import { claimedTime } from "../../bundle/run-path.ts";
import { slotStart } from "./slots.ts";
import type { StreamFolder } from "../stream/find-streams.ts";

/** Why the range cannot be declared as a gap of the stream; null where it can. */
export function gapRangeProblem(
  { range, stream: { cadence } }: Gap,
  stream: StreamFolder,
  now: Date,
): { readonly message: string; readonly hint: string } | null {
  const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
  const length = CADENCE_MS[cadence];
  if (to > now.getTime()) {
    return { message: `to: ${range.to} is in the future`, hint: "declare a gap once it is over" };
  }
  if (Math.ceil(from / length) * length + length > to) {
    return {
      message: `from, to: no whole slot of ${cadence} is between ${range.from} and ${range.to}`,
      hint: "name whole days, or whole slots of the stream in UTC",
    };
  }
  let begins = Infinity;
  for (const runPath of stream.runs) {
    const at = claimedTime(runPath);
    if (at === null) continue;
    begins = Math.min(begins, at);
    const slot = slotStart(at, cadence);
    const isTouched = slot < to && slot + length > from;
    if (isTouched && stream.files.list(runPath).every(({ name }) => name !== GAP_NAME)) {
      return {
        message: `from, to: the slot of ${formatTime(slot)} has the run ${runPath}`,
        hint: "declare only slots without a run; a run that is not complete says so itself",
      };
    }
  }
  if (from >= slotStart(begins, cadence)) return null;
  return {
    message: `from: nothing was due before the first run, ${formatTime(begins)}`,
    hint: "begin with a slot after it",
  };
}

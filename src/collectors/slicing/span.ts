import type { Check } from "../../evidence/schema.ts";

/** A stretch of time in milliseconds since 1970, its end not part of it; null where it is open. */
export interface TimeSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Whether the slices, in their order, cover the whole: the first begins and the last ends with it, and each begins where the one before ends. */
export function checkSeams(slices: readonly TimeSpan[], whole: TimeSpan, what: string): Check {
  const ends = [whole.from, ...slices.map(({ to }) => to)];
  const begins = [...slices.map(({ from }) => from), whole.to];
  const joined = ends.filter((end, at) => end === begins[at]).length;
  return {
    name: `slices of the ${what} that join without a hole or an overlap`,
    expected: ends.length,
    actual: joined,
    ok: joined === ends.length,
  };
}

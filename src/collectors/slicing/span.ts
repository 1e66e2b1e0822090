import type { Check } from "../../evidence/schema.ts";

/** A stretch of time in milliseconds since 1970, without its end; null where it is open. */
export interface TimeSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Checks that the slices, in their order, cover the whole without a hole or an overlap. */
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

import type { Check } from "../../evidence/schema.ts";

/** A stretch of time in milliseconds since 1970, without its end; null where it is open. */
export interface TimeSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** What is known of a slice after some of its pages were read. */
export interface SliceProbe {
  readonly span: TimeSpan;
  /** Whether it is the whole, undivided list. */
  readonly isWhole: boolean;
  /** The number of pages read. The last one is full and not the end. */
  readonly pages: number;
  /** The time of the last record of the first half of these pages; null if not known. */
  readonly halfway: number | null;
  /** The times of the records of the last page, in their order; null for a record without one. */
  readonly times: () => readonly (number | null)[];
  /** Records after this time may change while they are read, or do not exist. That stretch is never divided. */
  readonly horizon: number;
}

/** How much of a slice is left to read. */
export interface SliceEstimate extends Pick<SliceProbe, "span" | "isWhole" | "horizon"> {
  /** The time of the last record that was read. */
  readonly last: number;
  /** The end of the stretch that may be divided. */
  readonly end: number;
  /** The number of pages left if the list goes on as densely. */
  readonly toCome: number;
}

/** The most slices that one is divided into: twice as many as are read at once, so that a long one delays less. */
const MOST_SLICES = 16;

/** Smaller slices cost more requests than they save waiting. */
const SMALLEST_SLICE_PAGES = { counted: 4, whole: 6, slice: 16 } as const;

/** With fewer pages left, dividing a list, or a slice of it, is not worth it. */
const WORTH_DIVIDING = { whole: 12, slice: 32 } as const;

/** The number of pages to read before the first estimate. A slice had one already. */
const PAGES_BEFORE = { whole: 1, slice: 4 } as const;

/** A divided slice is read again from its start, so this many times as many pages must be left as were read. */
const TO_COME = 4;

/**
 * The most pages left, per page read, that an estimate of a slice may give: a batch of one second says
 * nothing about the next hours, and there are many batches.
 */
const MOST_BELIEVED = 48;

/** A page whose records span less time says nothing about the next hours. */
const SHORTEST_PAGE_MS = 1000;

const SECOND_MS = 1000;

/**
 * Estimates the rest of a slice; null if it is not worth dividing. It depends only on the answers, so that
 * the same answers give the same slices.
 *
 * The density of the last page gives the number of pages left. This is done after 1, 2, 4, 8 … pages: a
 * quiet list is read on, and a busy hour in it is divided when it is reached. For a slice, the density of
 * the second half of its pages counts, and only up to a bound, because a page of one batch is no measure.
 */
export function estimateSlice({
  span,
  isWhole,
  pages,
  halfway,
  times: timesOf,
  horizon,
}: SliceProbe): SliceEstimate | null {
  const kind = isWhole ? "whole" : "slice";
  if (pages < PAGES_BEFORE[kind] || !isPowerOfTwo(pages)) return null;
  const times = timesOf();
  const first = times[0] ?? null;
  const last = times.at(-1) ?? null;
  const isAscending = times.every((time, at) => time !== null && time >= (times[at - 1] ?? time));
  if (first === null || last === null || !isAscending) return null;

  const end = Math.min(span.to ?? horizon, horizon);
  const [measured, since] = isWhole ? [1, first] : [pages / 2, halfway];
  if (since === null) return null;
  const toCome = (measured * (end - last)) / Math.max(last - since, SHORTEST_PAGE_MS);
  if (!isWhole && toCome > MOST_BELIEVED * pages) return null;
  if (toCome < Math.max(WORTH_DIVIDING[kind], TO_COME * pages)) return null;
  return { span, isWhole, last, end, horizon, toCome };
}

/**
 * The slices to read in place of one; null if it is better read as it is. If Datadog gives a count, that
 * is used instead of the estimate.
 */
export function divideSlice(
  { span, isWhole, last, end, horizon, toCome }: SliceEstimate,
  counted: number | null,
): readonly TimeSpan[] | null {
  const kind = isWhole ? "whole" : "slice";
  const pages = counted ?? toCome;
  if (pages < WORTH_DIVIDING[kind]) return null;
  const smallest = SMALLEST_SLICE_PAGES[counted === null ? kind : "counted"];
  const count = Math.min(MOST_SLICES, Math.floor(pages / smallest));
  // Whole seconds, because Datadog may cut off fractions.
  const seamsBetween = Array.from(
    { length: count - 1 },
    (_, at) => Math.floor((last + ((at + 1) * (end - last)) / count) / SECOND_MS) * SECOND_MS,
  );
  const inside = [...new Set(seamsBetween)].filter((seam) => seam > last && seam < end);
  if (inside.length === 0) return null;
  const ends = [...inside, ...(span.to === null ? [horizon] : []), span.to];
  return ends.map((to, at) => ({ from: at === 0 ? span.from : (ends[at - 1] ?? null), to }));
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

/** Whether the number of pages is 1, 2, 4, 8 …, after which the rest is estimated. */
export function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}

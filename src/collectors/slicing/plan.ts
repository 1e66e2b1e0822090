import type { TimeSpan } from "./span.ts";

/** What is known of a slice once some of its pages were read. */
export interface SliceProbe {
  readonly span: TimeSpan;
  /** Whether it is the whole list, not yet divided. */
  readonly isWhole: boolean;
  /** Pages read, the last of them full and not the end. */
  readonly pages: number;
  /** Where the last record stood at half of these pages; null where that is not known. */
  readonly halfway: number | null;
  /** The times of the last page's records, as they came; null where one has none. */
  readonly times: () => readonly (number | null)[];
  /** What lies behind changes while it is read, or does not exist; it is never divided. */
  readonly horizon: number;
}

/** What a look promises. */
export interface SliceEstimate {
  readonly span: TimeSpan;
  readonly isWhole: boolean;
  /** Where the last record stood that was seen. */
  readonly last: number;
  /** Where what may be divided ends. */
  readonly end: number;
  readonly horizon: number;
  /** Pages to come if the list goes on as densely. */
  readonly toCome: number;
}

/** Slices that one is divided into at most: twice as many as are read at once, so that a long one holds up less. */
const MOST_SLICES = 16;

/** Smaller slices cost more requests for their ends than they save waiting. */
const SMALLEST_SLICE_PAGES = { counted: 4, whole: 6, slice: 16 } as const;

/** Fewer pages to come are not worth dividing a whole list, or a slice of it, for. */
const WORTH_DIVIDING = { whole: 12, slice: 32 } as const;

/** A slice was sized once already; this many of its pages must have come before that is doubted. */
const PAGES_BEFORE = { whole: 1, slice: 4 } as const;

/** What was read of a slice is read again once it is divided, so there must be this many times as much to come. */
const TO_COME = 4;

/**
 * In a slice no more pages for each that was read are believed: a batch of a
 * second says nothing of the next hours, and of batches there are many.
 */
const MOST_BELIEVED = 48;

/** A page whose records are closer together than this tells nothing about the hours to come. */
const SHORTEST_PAGE_MS = 1000;

const SECOND_MS = 1000;

/**
 * Whether the rest is worth dividing; null to read on. It depends on nothing but
 * what was answered, so that the same answers give the same slices.
 *
 * The last page tells how many are to come if the list goes on as densely. That
 * is asked after 1, 2, 4, 8 … pages, so a quiet list is read on and a busy hour
 * in it is divided when it is met. Of a slice the second half of the pages tells,
 * and not too much: where batches come now and then, a page of one is no measure.
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
  if (first === null || last === null || !isAscending(times)) return null;

  const end = Math.min(span.to ?? horizon, horizon);
  const [measured, since] = isWhole ? [1, first] : [pages / 2, halfway];
  if (since === null) return null;
  const toCome = (measured * (end - last)) / Math.max(last - since, SHORTEST_PAGE_MS);
  if (!isWhole && toCome > MOST_BELIEVED * pages) return null;
  if (toCome < Math.max(WORTH_DIVIDING[kind], TO_COME * pages)) return null;
  return { span, isWhole, last, end, horizon, toCome };
}

/**
 * The slices to read in place of one, or null where it had better be read as it
 * is. Where the source itself counts, the pages to come are those that it counts.
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
  const seamsBetween = Array.from({ length: count - 1 }, (_, at) =>
    wholeSecond(last + ((at + 1) * (end - last)) / count),
  );
  const inside = [...new Set(seamsBetween)].filter((seam) => seam > last && seam < end);
  if (inside.length === 0) return null;
  const ends = [...inside, ...(span.to === null ? [horizon] : []), span.to];
  return ends.map((to, at) => ({ from: at === 0 ? span.from : (ends[at - 1] ?? null), to }));
}

/** Whole seconds mean the same to whatever cuts off fractions. */
function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}

/** Whether so many pages are a moment to ask. */
export function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}

/** A list that is not in order tells nothing about what is to come. */
function isAscending(times: readonly (number | null)[]): boolean {
  return times.every((time, at) => time !== null && time >= (times[at - 1] ?? time));
}

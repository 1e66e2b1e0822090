import type { Datadog } from "../../datadog/client.ts";
import { PageReader, type PagingRules } from "../../datadog/pagination.ts";
import type { ProjectedRecord } from "../../evidence/projection/projection.ts";
import type { Check, Request } from "../../evidence/schema.ts";
import { newBatch, fillBatch, mergeBatches } from "../store/batch.ts";
import type { Batch, RecordStorage, CollectedRecords } from "../store/batch.ts";
import { RecordIndex } from "../store/record-index.ts";
import type { SortedRecord } from "../../evidence/files/canonical.ts";
import { checkSeams, divideSlice, estimateSlice, isPowerOfTwo } from "./plan.ts";
import type { SliceEstimate, TimeSpan } from "./plan.ts";

/** A list in order of time that can be requested stretch by stretch. */
export interface RecordTimeline<Kept> {
  /** What the records are, in the plural. */
  readonly what: string;
  readonly whole: TimeSpan;
  /** Records after this time may change while they are read. That stretch is read last, undivided. */
  readonly horizon: number;
  readonly pagingFor: (span: TimeSpan) => PagingRules<string, ProjectedRecord<Kept>>;
  readonly storage: RecordStorage<Kept>;
  /** The time of a record; null if it has none. */
  readonly timeOf: (kept: Kept) => number | null;
  /** Datadog's own count, with its requests. It only decides on slices. */
  readonly countRecords: () => Promise<SourceCount>;
  /** Whether a record that was seen once must be there when it is read again. */
  readonly isLasting: boolean;
}

interface SourceCount {
  readonly requests: readonly Request[];
  /** Null if Datadog gives none. */
  readonly count: number | null;
}

/** There is no count. */
export const NO_COUNT: SourceCount = { requests: [], count: null };

/** The records of a timeline, and the requests for them. */
export interface TimelineResult<Kept> {
  readonly collected: CollectedRecords<Kept>;
  /** In the order of time, not of the answers. */
  readonly requests: readonly Request[];
  /** The requests that list records. The others were probes, whose records the slices listed again. */
  readonly listings: readonly Request[];
  readonly agreements: readonly Check[];
  /** Reads a span once more. Returns the records of the whole timeline, and the request. */
  readonly readAgain: (
    span: TimeSpan,
  ) => Promise<{ readonly collected: CollectedRecords<Kept>; readonly entry: Request }>;
}

/**
 * Reads a timeline to its end or to a failure: a short one as a whole, a long one in parallel slices, each
 * listed in the evidence with requests of its own. A failure of one slice never loses the others.
 */
export async function readTimeline<Kept extends SortedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
): Promise<TimelineResult<Kept>> {
  const results = await readSlice(datadog, timeline, { span: timeline.whole, isWhole: true });
  const slices = results.flatMap((result) => ("batch" in result ? [result] : []));
  const probes = results.flatMap((result) => ("seenIds" in result ? [result] : []));
  const batches = slices.map(({ batch }) => batch);
  const { spool } = timeline.storage;
  return {
    agreements: probes.length === 0 ? [] : checkSlices(slices, probes, timeline),
    collected: mergeBatches<Kept>(batches, spool),
    requests: results.map(({ entry }) => entry),
    listings: slices.map(({ entry }) => entry),
    readAgain: async (span: TimeSpan) => {
      const { slice, readOn } = openSlice(datadog, timeline, span);
      await readOn();
      return { collected: mergeBatches<Kept>([...batches, slice.batch], spool), entry: slice.entry };
    },
  };
}

/** A slice, as far as it was read. */
interface ReadSlice {
  readonly entry: Request;
  readonly span: TimeSpan;
  readonly batch: Batch;
  /** Whether it has records outside its span: then Datadog ignored the bounds. */
  isIgnored: boolean;
}

/** A request that the evidence lists but whose records it does not use. It keeps their ids only. */
interface Probe {
  readonly entry: Request;
  readonly seenIds: RecordIndex;
}

type SliceResult = ReadSlice | Probe;

/** A span that is read page by page. Reading can stop after a page and go on later. */
function openSlice<Kept extends SortedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  span: TimeSpan,
) {
  const paging = timeline.pagingFor(span);
  const pages = new PageReader(datadog, paging);
  const slice: ReadSlice = { entry: pages.entry, span, batch: newBatch(), isIgnored: false };
  const readOn = async (isWanted?: (page: readonly ProjectedRecord<Kept>[]) => boolean): Promise<void> =>
    fillBatch(slice.batch, { pages, storage: timeline.storage, isWanted });
  return { slice, readOn, pageSize: paging.pageSize };
}

async function readSlice<Kept extends SortedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  {
    span,
    isWhole,
    onPage = () => {},
  }: { span: TimeSpan; isWhole: boolean; onPage?: (isUseless: boolean) => void },
): Promise<readonly SliceResult[]> {
  const { horizon, timeOf } = timeline;
  const { slice, readOn, pageSize } = openSlice(datadog, timeline, span);
  const { entry, batch } = slice;
  const seen: { rest: SliceEstimate | null; halfway: number | null } = { rest: null, halfway: null };
  await readOn((page) => {
    const times = (): readonly (number | null)[] =>
      page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
    if (!isWhole && times().some((time) => isOutside(time, span))) slice.isIgnored = true;
    onPage(slice.isIgnored);
    if (slice.isIgnored) return false;
    if (entry.drained || page.length < pageSize) return true;
    const pages = entry.pages.length;
    seen.rest = estimateSlice({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
    if (isPowerOfTwo(pages)) seen.halfway = times().at(-1) ?? null;
    return seen.rest === null;
  });
  // A slice that Datadog refused has no page.
  onPage(isUseless(slice));
  const { rest } = seen;
  if (rest === null || slice.isIgnored) return [slice];

  const counted = isWhole ? await timeline.countRecords() : NO_COUNT;
  const counts = counted.requests.map((asked) => probeOf(asked));
  const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
  const slices = divideSlice(rest, left);
  if (slices === null) {
    await readOn();
    return [...counts, slice];
  }
  const results = await readSlices(datadog, timeline, slices);
  if (!results.some(isUseless) && !losesRecords(batch.index, results))
    return [probeOf(entry, batch.index), ...counts, ...results];
  // Datadog accepted the request for the whole, so it refuses, ignores or misreads the bounds of slices.
  const asked = results.map((result) => probeOf(result.entry));
  await readOn();
  return [...counts, ...asked, slice];
}

/**
 * Reads the slices in parallel. The first page of the last closed one comes before all others, so that a
 * Datadog that ignores the bounds costs one page, not one page for each slice. The
 * open slice comes last: a record that moves there while the others are read is then read again.
 */
async function readSlices<Kept extends SortedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  slices: readonly TimeSpan[],
): Promise<readonly SliceResult[]> {
  const { closed = [], open = [] } = Object.groupBy(slices, ({ to }) => (to === null ? "open" : "closed"));
  const tried = closed.at(-1);
  if (tried === undefined) return [];
  const firstPage = Promise.withResolvers<boolean>();
  const first = readSlice(datadog, timeline, {
    span: tried,
    isWhole: false,
    onPage: firstPage.resolve,
  });
  if (await firstPage.promise) return first;

  const others = closed
    .slice(0, -1)
    .map(async (span) => readSlice(datadog, timeline, { span, isWhole: false }));
  const results = (await Promise.all([...others, first])).flat();
  if (results.some(isUseless)) return results;
  for (const span of open) results.push(...(await readSlice(datadog, timeline, { span, isWhole: false })));
  return results;
}

/** Bounds may be cut to whole seconds, and an end may be part of a slice. */
const BOUND_TOLERANCE_MS = 1000;

function isOutside(time: number | null, { from, to }: TimeSpan): boolean {
  if (time === null) return false;
  if (from !== null && time < from - BOUND_TOLERANCE_MS) return true;
  return to !== null && time > to + BOUND_TOLERANCE_MS;
}

function probeOf(entry: Request, seenIds = new RecordIndex()): Probe {
  return { entry: { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) }, seenIds };
}

/** Whether Datadog ignored the bounds of a slice, or refused them. */
function isUseless(result: SliceResult): boolean {
  if (!("batch" in result)) return false;
  const { pages } = result.entry;
  return result.isIgnored || (pages.length === 1 && pages[0]?.status === 400);
}

/** Whether the slices lack most records of the probe. A few may move or end meanwhile, but not most of a page. */
function losesRecords(seenIds: RecordIndex, results: readonly SliceResult[]): boolean {
  const batches = results.flatMap((result) => ("batch" in result ? [result.batch] : []));
  if (batches.some(({ stopped }) => stopped !== null)) return false;
  return seenIds.countIn(batches.map(({ index }) => index)) * 2 < seenIds.size;
}

/** Checks that the slices join, and that they list again what the probes saw, where it lasts. */
function checkSlices(
  slices: readonly ReadSlice[],
  probes: readonly Probe[],
  { what, whole, isLasting }: Pick<RecordTimeline<never>, "what" | "whole" | "isLasting">,
): readonly Check[] {
  const seams = checkSeams(
    slices.map(({ span }) => span),
    whole,
    what,
  );
  if (!isLasting || slices.some(({ batch }) => batch.stopped !== null)) return [seams];
  const seen = new RecordIndex();
  for (const { seenIds } of probes) seen.merge(seenIds);
  const actual = seen.countIn(slices.map(({ batch }) => batch.index));
  return [
    seams,
    {
      name: `${what} that the first probe saw and the slices listed again`,
      expected: seen.size,
      actual,
      ok: actual === seen.size,
    },
  ];
}

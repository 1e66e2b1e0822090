import type { Datadog } from "../../datadog/client.ts";
import { newEntry, PageReader, type PagingRules } from "../../datadog/pagination.ts";
import type { ProjectedRecord } from "../../evidence/projection/projection.ts";
import type { Check, Request } from "../../evidence/schema.ts";
import { checkSeams, type TimeSpan } from "./span.ts";
import { newBatch, fillBatch, addPage, mergeBatches } from "../store/batch.ts";
import type { Batch, RecordStorage, CollectedRecords } from "../store/batch.ts";
import { RecordIndex, type IndexedRecord } from "../store/record-index.ts";
import { divideSlice, isPowerOfTwo, estimateSlice, type SliceEstimate } from "./plan.ts";

/** A list in order of time that can be requested stretch by stretch. */
export interface RecordTimeline<Kept> {
  /** What the records are, in the plural. */
  readonly what: string;
  readonly whole: TimeSpan;
  /** Records after this time may change while they are read. That stretch is read last, undivided. */
  readonly horizon: number;
  readonly pageSize: number;
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
 * with its own ledger entry. A failure of one slice never loses the others.
 */
export async function readTimeline<Kept extends IndexedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
): Promise<TimelineResult<Kept>> {
  const { what, whole, isLasting } = timeline;
  const results = await readSlice(datadog, timeline, { span: whole, isWhole: true });
  const slices = results.flatMap((result) => ("batch" in result ? [result] : []));
  const probes = results.flatMap((result) => ("seenIds" in result ? [result] : []));
  const isRead = slices.every(({ batch }) => batch.stopped === null);
  const found = probes.length > 0 && isLasting && isRead ? [checkProbes(probes, slices, what)] : [];
  const batches = slices.map(({ batch }) => batch);
  const read = {
    collected: mergeBatches(batches, timeline.storage),
    requests: results.map(({ entry }) => entry),
    listings: slices.map(({ entry }) => entry),
    readAgain: async (span: TimeSpan) => {
      const { entry, batch } = await openSlice(datadog, timeline, span).readWhole();
      return { collected: mergeBatches([...batches, batch], timeline.storage), entry };
    },
  };
  if (probes.length === 0) return { ...read, agreements: [] };

  const spans = slices.map(({ span }) => span);
  return { ...read, agreements: [checkSeams(spans, whole, what), ...found] };
}

/** A slice, as far as it was read. */
interface ReadSlice {
  readonly entry: Request;
  readonly span: TimeSpan;
  readonly batch: Batch;
  /** Whether it has records outside its span: then Datadog ignored the bounds. */
  readonly isIgnored: boolean;
}

/** A slice, or a probe, which its slices replace. */
type SliceResult = ReadSlice | { readonly entry: Request; readonly seenIds: RecordIndex };

/** A span that is read page by page. Reading can stop after a page and go on later. */
function openSlice<Kept extends IndexedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  span: TimeSpan,
) {
  const paging = timeline.pagingFor(span);
  const entry = newEntry(paging.requestAfter(null));
  const batch = newBatch();
  const pages = new PageReader(datadog, { entry, paging });
  const state = { isIgnored: false };
  const result = (): ReadSlice => ({ entry, span, batch, isIgnored: state.isIgnored });
  const readWhile = async (
    isWanted: (page: readonly ProjectedRecord<Kept>[]) => boolean,
  ): Promise<ReadSlice> => {
    await fillBatch(batch, async () =>
      pages.readWhile((page, { isNull }) => {
        addPage(batch, page, timeline.storage);
        batch.nullLists += Number(isNull);
        return isWanted(page);
      }),
    );
    return result();
  };
  return {
    entry,
    batch,
    readWhile,
    readWhole: async () => readWhile(() => true),
    isIgnored: () => state.isIgnored,
    ignore: () => {
      state.isIgnored = true;
    },
  };
}

async function readSlice<Kept extends IndexedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  {
    span,
    isWhole,
    onFirstPage = () => {},
  }: { span: TimeSpan; isWhole: boolean; onFirstPage?: (isUseless: boolean) => void },
): Promise<readonly SliceResult[]> {
  const { horizon, pageSize, timeOf } = timeline;
  const slice = openSlice(datadog, timeline, span);
  const { entry, batch } = slice;
  const seen: { rest: SliceEstimate | null; halfway: number | null } = { rest: null, halfway: null };
  const read = await slice.readWhile((page) => {
    const times = (): readonly (number | null)[] =>
      page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
    if (!isWhole && times().some((time) => isOutside(time, span))) slice.ignore();
    onFirstPage(slice.isIgnored());
    if (slice.isIgnored()) return false;
    if (entry.drained || page.length < pageSize) return true;
    const pages = entry.pages.length;
    seen.rest = estimateSlice({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
    if (isPowerOfTwo(pages)) seen.halfway = times().at(-1) ?? null;
    return seen.rest === null;
  });
  // A slice that Datadog refused has no page.
  onFirstPage(read.isIgnored || isRefused(read));
  const { rest } = seen;
  if (rest === null || read.isIgnored) return [read];

  const counted = isWhole ? await timeline.countRecords() : NO_COUNT;
  const counts = counted.requests.map((asked) => ({ entry: asked, seenIds: new RecordIndex() }));
  const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
  const slices = divideSlice(rest, left);
  if (slices === null) return [...counts, await slice.readWhole()];
  const results = await readSlices(datadog, timeline, slices);
  if (!results.some(isRefused) && !results.some(isIgnored) && !isLosing(batch.index, results))
    return [{ entry: asProbe(entry), seenIds: batch.index }, ...counts, ...results];
  // Datadog accepted the request for the whole, so it refuses, ignores or misreads the bounds of slices.
  const asked = results.map((result) => ({ entry: asProbe(result.entry), seenIds: new RecordIndex() }));
  return [...counts, ...asked, await slice.readWhole()];
}

/**
 * Reads the slices in parallel. The first page of the last closed one comes before all others, so that a
 * Datadog that ignores the bounds is asked for one page more, and not for one page more for each slice. The
 * open slice comes last: a record that moves there while the others are read is then read again.
 */
async function readSlices<Kept extends IndexedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  slices: readonly TimeSpan[],
): Promise<readonly SliceResult[]> {
  const closed = slices.filter(({ to }) => to !== null);
  const open = slices.filter(({ to }) => to === null);
  const tried = closed.at(-1);
  if (tried === undefined) return [];
  const firstPage = Promise.withResolvers<boolean>();
  const first = readSlice(datadog, timeline, {
    span: tried,
    isWhole: false,
    onFirstPage: firstPage.resolve,
  });
  if (await firstPage.promise) return first;

  const others = closed
    .slice(0, -1)
    .map(async (span) => readSlice(datadog, timeline, { span, isWhole: false }));
  const results = (await Promise.all([...others, first])).flat();
  if (results.some(isRefused) || results.some(isIgnored)) return results;
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

/** The entry of a probe: not read to its end, and without records, which the slices list. */
function asProbe(entry: Request): Request {
  return { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) };
}

function isIgnored(result: SliceResult): boolean {
  return "batch" in result && result.isIgnored;
}

function isRefused(result: SliceResult): boolean {
  return "batch" in result && result.entry.pages.length === 1 && result.entry.pages[0]?.status === 400;
}

/** Whether the slices lack most records of the probe. A few may move or end meanwhile, but not most of a page. */
function isLosing(seenIds: RecordIndex, results: readonly SliceResult[]): boolean {
  const batches = results.flatMap((result) => ("batch" in result ? [result.batch] : []));
  if (batches.some(({ stopped }) => stopped !== null)) return false;
  return seenIds.countIn(batches.map(({ index }) => index)) * 2 < seenIds.size;
}

function checkProbes(
  probes: readonly { readonly seenIds: RecordIndex }[],
  slices: readonly { readonly batch: Batch }[],
  what: string,
): Check {
  const seen = new RecordIndex();
  for (const { seenIds } of probes) seen.merge(seenIds);
  const actual = seen.countIn(slices.map(({ batch }) => batch.index));
  return {
    name: `${what} that the first probe saw and the slices listed again`,
    expected: seen.size,
    actual,
    ok: actual === seen.size,
  };
}

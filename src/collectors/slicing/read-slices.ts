import type { Datadog } from "../../datadog/client.ts";
import { newEntry, readPages, type PagingRules } from "../../datadog/pagination.ts";
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
  const read = {
    collected: mergeBatches(
      slices.map(({ batch }) => batch),
      timeline.storage,
    ),
    requests: results.map(({ entry }) => entry),
    listings: slices.map(({ entry }) => entry),
  };
  if (probes.length === 0) return { ...read, agreements: [] };

  const spans = slices.map(({ span }) => span);
  return { ...read, agreements: [checkSeams(spans, whole, what), ...found] };
}

/** A slice, as far as it was read; or a probe, which its slices replace. */
type SliceResult =
  | { readonly entry: Request; readonly span: TimeSpan; readonly batch: Batch }
  | { readonly entry: Request; readonly seenIds: RecordIndex };

async function readSlice<Kept extends IndexedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  { span, isWhole, isFinal = false }: { span: TimeSpan; isWhole: boolean; isFinal?: boolean },
): Promise<readonly SliceResult[]> {
  const { horizon, pageSize, timeOf, storage } = timeline;
  const paging = timeline.pagingFor(span);
  const entry = newEntry(paging.requestAfter(null));
  const batch = newBatch();
  const seen: { rest: SliceEstimate | null; halfway: number | null } = { rest: null, halfway: null };
  await fillBatch(batch, async () =>
    readPages(datadog, { entry, paging }, (page, { isNull }) => {
      addPage(batch, page, storage);
      batch.nullLists += Number(isNull);
      if (isFinal || entry.drained || page.length < pageSize) return true;
      const times = (): readonly (number | null)[] =>
        page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
      const pages = entry.pages.length;
      seen.rest = estimateSlice({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
      if (isPowerOfTwo(pages)) seen.halfway = times().at(-1) ?? null;
      return seen.rest === null;
    }),
  );
  const { rest } = seen;
  if (rest === null) return [{ entry, span, batch }];

  const probe = { entry: asProbe(entry), seenIds: batch.index };
  const whole = async (): Promise<readonly SliceResult[]> =>
    readSlice(datadog, timeline, { span, isWhole, isFinal: true });
  const counted = isWhole ? await timeline.countRecords() : NO_COUNT;
  const probes = [probe, ...counted.requests.map((asked) => ({ entry: asked, seenIds: new RecordIndex() }))];
  const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
  const slices = divideSlice(rest, left);
  if (slices === null) return [...probes, ...(await whole())];
  const results = await readSlices(datadog, timeline, slices);
  if (!results.some(isRefused) && !isLosing(probe.seenIds, results)) return [...probes, ...results];
  // Datadog accepted the request for the whole, so it refuses or misreads the requests for slices.
  const asked = results.map((result) => ({ entry: asProbe(result.entry), seenIds: new RecordIndex() }));
  return [...probes, ...asked, ...(await whole())];
}

/** The open slice comes last: a record that moves there while the others are read is then read again. */
async function readSlices<Kept extends IndexedRecord>(
  datadog: Datadog,
  timeline: RecordTimeline<Kept>,
  slices: readonly TimeSpan[],
): Promise<readonly SliceResult[]> {
  const closed = slices.filter(({ to }) => to !== null);
  const open = slices.filter(({ to }) => to === null);
  const results = await Promise.all(
    closed.map(async (span) => readSlice(datadog, timeline, { span, isWhole: false })),
  );
  for (const span of open) results.push(await readSlice(datadog, timeline, { span, isWhole: false }));
  return results.flat();
}

/** The entry of a probe: not read to its end, and without records, which the slices list. */
function asProbe(entry: Request): Request {
  return { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) };
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

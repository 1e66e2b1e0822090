import type { ProjectedRecord, RecordRemark } from "../../evidence/projection/projection.ts";
import { deriveCollection } from "../../evidence/rules/completeness.ts";
import type { ObservedListing } from "../../evidence/rules/completeness.ts";
import type { Records } from "../../evidence/records.ts";
import type { Collection, Reason } from "../../evidence/schema.ts";
import { Failure, isReasonCode } from "../../failure.ts";
import { readRecords } from "./record-lines.ts";
import { RecordIndex } from "./record-index.ts";
import type { IndexedRecord } from "./record-index.ts";
import type { RecordSpool } from "./spool.ts";

/** What reading a listing gave. */
export interface CollectedRecords<Kept> {
  /** In file order, each once. */
  readonly records: Records<Kept>;
  readonly received: number;
  readonly unique: number;
  /** How many were left out, by reason. */
  readonly excluded: ReadonlyMap<string, number>;
  /** Paths of fields that made a record unusable, one for each such record. */
  readonly misshapen: readonly string[];
  readonly remarks: ReadonlyMap<RecordRemark, number>;
  readonly redactions: number;
  /** Why reading ended early; null when the list ended. */
  readonly stopped: Reason | null;
}

/** Where records go while a listing is read, and in which form. */
export interface RecordStorage<Kept> {
  readonly spool: RecordSpool;
  /** Checks a record and puts its keys in the order of the file. */
  readonly shape: { parse(record: unknown): Kept };
}

/** What was read of a listing, or of a slice of one. */
export interface Batch {
  readonly index: RecordIndex;
  readonly misshapen: string[];
  received: number;
  stopped: Reason | null;
}

/** Nothing read yet. */
export function newBatch(): Batch {
  return { index: new RecordIndex(), misshapen: [], received: 0, stopped: null };
}

/** Puts a page into a batch. */
export function addPage<Kept extends IndexedRecord>(
  batch: Batch,
  page: readonly ProjectedRecord<Kept>[],
  { spool, shape }: RecordStorage<Kept>,
): void {
  const { index, misshapen } = batch;
  batch.received += page.length;
  for (const projected of page) {
    if ("misshapen" in projected) misshapen.push(projected.misshapen);
    // Kept on one page and left out on another, it still is one record: as it was last seen.
    else if ("excluded" in projected) index.exclude(projected.id, projected.excluded);
    else {
      const { kept, remarks, redactions } = projected;
      const at = spool.write(`${JSON.stringify(shape.parse(kept))}\n`);
      const note = remarks.length + redactions === 0 ? null : { remarks, redactions };
      index.put(kept, { at, length: spool.size - at }, note);
    }
  }
}

/** Reads into a batch to the end or to a failure, which loses nothing that came before it. */
export async function fillBatch(batch: Batch, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    batch.stopped = reasonFor(error);
  }
}

/** What the batches hold together, in their order: the later one has seen a record last. */
export function mergeBatches<Kept extends IndexedRecord>(
  batches: readonly Batch[],
  { spool }: RecordStorage<Kept>,
): CollectedRecords<Kept> {
  const [first, ...later] = batches;
  const index = first?.index ?? new RecordIndex();
  for (const batch of later) index.merge(batch.index);
  const misshapen = batches.flatMap((batch) => batch.misshapen);
  const excluded = new Map<string, number>();
  const remarks = new Map<RecordRemark, number>();
  let redactions = 0;
  for (const note of index.notes()) {
    if ("excluded" in note) {
      countUp(excluded, note.excluded);
      continue;
    }
    redactions += note.redactions;
    for (const remark of note.remarks) countUp(remarks, remark);
  }
  return {
    records: readRecords(spool, index.lines(spool)),
    received: batches.reduce((sum, { received }) => sum + received, 0),
    unique: index.size + misshapen.length,
    excluded,
    misshapen,
    remarks,
    redactions,
    stopped: batches.find(({ stopped }) => stopped !== null)?.stopped ?? null,
  };
}

function countUp<T>(counts: Map<T, number>, what: T): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** What there is when nothing could be asked. */
export function noRecords(reason: Reason): CollectedRecords<never> {
  return {
    records: [],
    received: 0,
    unique: 0,
    excluded: new Map(),
    misshapen: [],
    remarks: new Map(),
    redactions: 0,
    stopped: reason,
  };
}

/** The collection of an item, as it follows from what was collected and how. */
export function collectionOf<Kept>(
  collected: CollectedRecords<Kept>,
  how: Pick<ObservedListing, "requests" | "listings" | "agreements" | "total" | "proofs">,
): Collection {
  const { records, unique, misshapen } = collected;
  return deriveCollection({
    ...how,
    ...collected,
    kept: records.length,
    excluded: unique - records.length - misshapen.length,
  });
}

/** A foreseen failure as the evidence file names it; a bug is thrown on. */
export function reasonFor(error: unknown): Reason {
  if (!(error instanceof Failure) || !isReasonCode(error.code)) throw error;
  return { code: error.code, message: error.message, hint: error.hint ?? null };
}

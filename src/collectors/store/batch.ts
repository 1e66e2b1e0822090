import type { ListedPage, PageReader } from "../../datadog/pagination.ts";
import type { SortedRecord } from "../../evidence/files/canonical.ts";
import type { RecordRemark } from "../../evidence/projection/caveats.ts";
import type { ProjectedRecord } from "../../evidence/projection/projection.ts";
import { deriveCollection } from "../../evidence/rules/completeness.ts";
import type { ObservedListing, UnusableRecord } from "../../evidence/rules/completeness.ts";
import type { Records } from "../../evidence/records.ts";
import type { Collection, Reason } from "../../evidence/schema.ts";
import { Failure, isReasonCode } from "../../failure.ts";
import { readRecords } from "./record-lines.ts";
import { RecordIndex, type RecordNote } from "./record-index.ts";
import type { RecordSpool } from "./spool.ts";

/** The records of a listing that was read. */
export interface CollectedRecords<Kept> {
  /** In the order of the file, without duplicates. */
  readonly records: Records<Kept>;
  readonly received: number;
  readonly unique: number;
  /** The number of records left out, by reason. */
  readonly excluded: ReadonlyMap<string, number>;
  /** For each unusable record, the path of the field that made it unusable. */
  readonly misshapen: readonly UnusableRecord[];
  /** Records that hold a secret, each with the fields that do. */
  readonly withheld: readonly string[];
  readonly remarks: ReadonlyMap<RecordRemark, number>;
  /** The ids of the records with a time that cannot be used. */
  readonly withUnusableTime: readonly string[];
  readonly redactions: number;
  /** How many answers had null where the list belongs. */
  readonly nullLists: number;
  /** Why reading ended early; null if the list was read to its end. */
  readonly stopped: Reason | null;
}

/** How records are stored while a listing is read. */
export interface RecordStorage<Kept> {
  readonly spool: RecordSpool;
  /** Checks a record and returns it with its keys in the order of the file. */
  readonly shape: { parse(record: unknown): Kept };
}

/** The records of a listing, or of a slice of one, that were read so far. */
export interface Batch {
  readonly index: RecordIndex;
  readonly misshapen: { readonly field: string; readonly id: string | null; readonly place: string }[];
  pages: number;
  received: number;
  /** Answers that had null where the list belongs. */
  nullLists: number;
  stopped: Reason | null;
}

/** An empty batch. */
export function newBatch(): Batch {
  return { index: new RecordIndex(), misshapen: [], pages: 0, received: 0, nullLists: 0, stopped: null };
}

/** Adds a page to a batch. */
function addPage<Kept extends SortedRecord>(
  batch: Batch,
  { records, isNull }: ListedPage<ProjectedRecord<Kept>>,
  { spool, shape }: RecordStorage<Kept>,
): void {
  const { index, misshapen } = batch;
  batch.received += records.length;
  batch.pages += 1;
  batch.nullLists += Number(isNull);
  for (const [nth, projected] of records.entries()) {
    if ("misshapen" in projected) {
      const place = `record ${nth + 1} of page ${batch.pages}`;
      misshapen.push({ field: projected.misshapen, id: projected.id, place });
    }
    // A record may be kept on one page and left out on another. The last one counts.
    else if ("excluded" in projected) index.leaveOut(projected.id, { excluded: projected.excluded });
    else if ("withheld" in projected) {
      const { id, withheld } = projected;
      // An id that holds a secret is not named.
      const name = withheld.includes("id") ? "one" : id;
      index.leaveOut(id, { withheld: `${name} in ${withheld.join(", ")}` });
    } else {
      const { kept, remarks, redactions } = projected;
      const at = spool.write(`${JSON.stringify(shape.parse(kept))}\n`);
      const name = remarks.includes("unusable-time") ? String(kept.id) : null;
      const note = remarks.length + redactions === 0 ? null : { remarks, redactions, name };
      index.put(kept, { at, length: spool.size - at }, note);
    }
  }
}

/** Reads pages into a batch to the end or to a failure, or while they are wanted. Keeps what came before a failure. */
export async function fillBatch<Kept extends SortedRecord>(
  batch: Batch,
  from: {
    readonly pages: Pick<PageReader<never, ProjectedRecord<Kept>>, "readWhile">;
    readonly storage: RecordStorage<Kept>;
    readonly isWanted?: ((page: readonly ProjectedRecord<Kept>[]) => boolean) | undefined;
  },
): Promise<void> {
  const { pages, storage, isWanted = () => true } = from;
  try {
    await pages.readWhile((page) => {
      addPage(batch, page, storage);
      return isWanted(page.records);
    });
  } catch (error) {
    batch.stopped = reasonFor(error);
  }
}

/** The records of all batches, in the index of the first. If several batches have a record, the last one counts. */
export function mergeBatches<Kept extends SortedRecord>(
  batches: readonly Batch[],
  spool: RecordSpool,
): CollectedRecords<Kept> {
  const [first, ...later] = batches;
  const index = first?.index ?? new RecordIndex();
  for (const batch of later) index.merge(batch.index);
  const misshapen = batches.flatMap((batch, slice) =>
    batch.misshapen.map(({ field, id, place }) => ({
      field,
      name: id ?? (batches.length === 1 ? place : `${place} of slice ${slice + 1}`),
    })),
  );
  return {
    records: readRecords(spool, index.lines(spool)),
    received: batches.reduce((sum, { received }) => sum + received, 0),
    unique: index.size + misshapen.length,
    misshapen,
    ...tallyNotes(index.notes()),
    nullLists: batches.reduce((sum, { nullLists }) => sum + nullLists, 0),
    stopped: batches.find(({ stopped }) => stopped !== null)?.stopped ?? null,
  };
}

type NoteTally = Pick<
  CollectedRecords<unknown>,
  "excluded" | "withheld" | "remarks" | "withUnusableTime" | "redactions"
>;

function tallyNotes(notes: Iterable<RecordNote>): NoteTally {
  const excluded = new Map<string, number>();
  const withheld: string[] = [];
  const remarks = new Map<RecordRemark, number>();
  const withUnusableTime: string[] = [];
  let redactions = 0;
  for (const note of notes) {
    if ("excluded" in note) countUp(excluded, note.excluded);
    else if ("withheld" in note) withheld.push(note.withheld);
    else {
      redactions += note.redactions;
      for (const remark of note.remarks) countUp(remarks, remark);
      if (note.name !== null) withUnusableTime.push(note.name);
    }
  }
  return { excluded, withheld: withheld.toSorted(), remarks, withUnusableTime, redactions };
}

function countUp<T>(counts: Map<T, number>, what: T): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** No records, for a listing that could not be requested. */
export function noRecords(spool: RecordSpool, reason: Reason): CollectedRecords<never> {
  return mergeBatches([{ ...newBatch(), stopped: reason }], spool);
}

/** The number of records that were listed. One that could not be read, or that holds a secret, was in the list too. */
export function countListed({ records, misshapen, withheld }: CollectedRecords<unknown>): number {
  return records.length + misshapen.length + withheld.length;
}

/** The part of what was observed that comes from the requests, not from the records. */
export type ObservedRequests = Pick<
  ObservedListing,
  "requests" | "listings" | "agreements" | "total" | "proofs"
>;

/** The collection of an item, derived from what was collected and how. */
export function collectionOf<Kept>(collected: CollectedRecords<Kept>, how: ObservedRequests): Collection {
  const excluded = collected.unique - countListed(collected);
  return deriveCollection({ ...how, ...collected, kept: collected.records.length, excluded });
}

/** A foreseen failure as a reason of the evidence. Throws any other error. */
export function reasonFor(error: unknown): Reason {
  if (!(error instanceof Failure) || !isReasonCode(error.code)) throw error;
  return { code: error.code, message: error.message, hint: error.hint ?? null };
}

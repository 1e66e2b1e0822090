import type { EvidenceFile } from "./file.ts";

/**
 * The records of an item in the order of the file. Wherever they lie, in memory
 * or on disk, they can be walked through as often as one likes; a list is one
 * form of them.
 */
export interface Records<R> extends Iterable<R> {
  readonly length: number;
  values(): IteratorObject<R, undefined>;
  /** Where they are held as the text of an NDJSON file, that text. */
  readonly lines?: RecordLines;
}

/** A JSON object a line, in the order and with the keys of the file. */
export type RecordLines = Omit<EvidenceFile, "name">;

/** How many of the records are such. */
export function countRecords<R>(records: Iterable<R>, isSuch: (record: R) => boolean): number {
  let count = 0;
  for (const record of records) if (isSuch(record)) count += 1;
  return count;
}

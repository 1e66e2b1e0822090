import type { EvidenceFile } from "./file.ts";

/**
 * The records of an item in the order of the file, in memory or on disk. They can be read any number of
 * times. An array is one form of them.
 */
export interface Records<R> extends Iterable<R> {
  readonly length: number;
  values(): IteratorObject<R, undefined>;
  /** The text of the NDJSON file, if the records are held as such. */
  readonly lines?: RecordLines;
}

/** A JSON object a line, in the order and with the keys of the file. */
export type RecordLines = Omit<EvidenceFile, "name">;

/** The number of records for which the function returns true. */
export function countRecords<R>(records: Iterable<R>, isSuch: (record: R) => boolean): number {
  let count = 0;
  for (const record of records) if (isSuch(record)) count += 1;
  return count;
}

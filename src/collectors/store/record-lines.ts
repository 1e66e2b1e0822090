import { createHash } from "node:crypto";

import { readLines } from "../../evidence/file.ts";
import type { RecordLines, Records } from "../../evidence/records.ts";
import { Failure } from "../../failure.ts";
import type { RecordSpool } from "./spool.ts";

/** The place of a record's line in a spool, including its newline. */
export interface LinePlace {
  readonly at: number;
  readonly length: number;
}

/** The lines of records in their order. */
export interface LinePlaces {
  readonly length: number;
  /** Bytes. */
  readonly size: number;
  all(): Iterable<LinePlace>;
}

/** Fewer bytes of records are held as objects, which is cheaper than reading them again. */
const FEW_BYTES = 1024 * 1024;

/** The number of bytes read at once. */
const PIECE_BYTES = 64 * 1024;

/** The records of these lines, in this order. */
export function readRecords<Kept>(
  spool: RecordSpool,
  { length: count, size, ...lines }: LinePlaces,
  few = FEW_BYTES,
): Records<Kept> {
  if (size <= few) {
    return Array.from(lines.all(), ({ at, length }): Kept =>
      JSON.parse(spool.read(at, length).toString("utf8")),
    );
  }

  const digest = createHash("sha256");
  const begin = spool.size;
  const room = Buffer.allocUnsafe(PIECE_BYTES);
  for (const { at, length } of lines.all()) {
    const line = spool.read(at, length, room);
    digest.update(line);
    spool.append(line);
  }
  const sha256 = digest.digest("hex");
  return new NdjsonRecords(count, {
    size,
    sha256,
    *pieces() {
      const again = createHash("sha256");
      for (let at = 0; at < size; at += PIECE_BYTES) {
        const piece = spool.read(begin + at, Math.min(PIECE_BYTES, size - at));
        again.update(piece);
        yield piece;
      }
      // The signature names the digest of what was written, so nothing else may be published.
      if (again.digest("hex") !== sha256) {
        throw new Failure("not-published", "the records were not read back as they were written", {
          hint: "check the disk that holds the temporary folder",
        });
      }
    },
  });
}

/** Records that are parsed when they are read. They were checked when they were written. */
class NdjsonRecords<Kept> implements Records<Kept> {
  readonly length: number;
  readonly lines: RecordLines;

  constructor(length: number, lines: RecordLines) {
    this.length = length;
    this.lines = lines;
  }

  *values(): Generator<Kept, undefined> {
    for (const line of readLines(this.lines)) {
      const record: Kept = JSON.parse(line);
      yield record;
    }
  }

  [Symbol.iterator](): Generator<Kept, undefined> {
    return this.values();
  }
}

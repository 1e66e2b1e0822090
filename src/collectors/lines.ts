import { createHash } from "node:crypto";

import type { RecordLines, Records } from "../evidence/records.ts";
import type { Spool } from "./spool.ts";

/** Where the line of a record lies in a spool, its newline included. */
export interface Line {
  readonly at: number;
  readonly length: number;
}

/** Records of fewer bytes are cheaper as objects than read again and again. */
const FEW_BYTES = 1024 * 1024;

/** Bytes that are read in one. */
const PIECE = 256 * 1024;

const NEWLINE = 0x0a;

/** The records whose lines these are, in this order. */
export function recordsOf<Kept>(spool: Spool, lines: readonly Line[], few = FEW_BYTES): Records<Kept> {
  const size = lines.reduce((sum, { length }) => sum + length, 0);
  if (size <= few) return lines.map(({ at, length }): Kept => JSON.parse(textOf(spool.read(at, length))));

  const digest = createHash("sha256");
  const begin = spool.size;
  for (const { at, length } of lines) {
    const line = spool.read(at, length);
    digest.update(line);
    spool.append(line);
  }
  return new LineRecords(lines.length, {
    size,
    sha256: digest.digest("hex"),
    *pieces() {
      for (let at = 0; at < size; at += PIECE) yield spool.read(begin + at, Math.min(PIECE, size - at));
    },
  });
}

/** Records that are lines until somebody walks through them: they were checked when they were written. */
class LineRecords<Kept> implements Records<Kept> {
  readonly length: number;
  readonly lines: RecordLines;

  constructor(length: number, lines: RecordLines) {
    this.length = length;
    this.lines = lines;
  }

  *values(): Generator<Kept, undefined> {
    let rest: Buffer = Buffer.alloc(0);
    for (const piece of this.lines.pieces()) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        const record: Kept = JSON.parse(textOf(bytes.subarray(from, end)));
        yield record;
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  }

  [Symbol.iterator](): Generator<Kept, undefined> {
    return this.values();
  }
}

function textOf(line: Buffer): string {
  return line.toString("utf8");
}

import { sha256 } from "./canonical.ts";

/** Bytes in pieces, which may lie on disk until they are read. */
export interface Pieces {
  /** From the beginning each time they are asked for. A piece stays as it is when the next is read. */
  pieces(): Iterable<Buffer>;
}

/** A file of a run folder: a bare name and what it holds. */
export interface EvidenceFile extends Pieces {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** A file whose content is in memory. */
export function fileOf(name: string, content: Buffer | string): EvidenceFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  let digest: string | null = null;
  return {
    name,
    size: bytes.length,
    // Many are written, and only few are signed.
    get sha256() {
      return (digest ??= sha256(bytes));
    },
    pieces: () => [bytes],
  };
}

/** The whole content; only for what is known to be small. */
export function bytesOf(content: Pieces): Buffer {
  const [first = Buffer.alloc(0), ...more] = content.pieces();
  return more.length === 0 ? first : Buffer.concat([first, ...more]);
}

const LINE_FEED = 10;

/** The lines of the content, without their ends; what comes after the last end is one only if it is not empty. */
export function* linesOf(content: Pieces): Generator<string> {
  let begun: Buffer[] = [];
  for (const piece of content.pieces()) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      // Joined as bytes: a character may lie across pieces too.
      yield Buffer.concat([...begun, piece.subarray(from, end)]).toString("utf8");
      begun = [];
      from = end + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString("utf8");
}

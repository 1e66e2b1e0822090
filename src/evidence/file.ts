import { sha256 } from "./digest.ts";

/** Bytes in pieces, which may stay on disk until they are read. */
export interface ByteSource {
  /** Each call starts from the beginning. A piece does not change when the next one is read. */
  pieces(): Iterable<Buffer>;
}

/** A file of a run folder: a bare name and what it holds. */
export interface EvidenceFile extends ByteSource {
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
    // Many files are written, and only few are signed.
    get sha256() {
      return (digest ??= sha256(bytes));
    },
    pieces: () => [bytes],
  };
}

/** The whole content; only for small files. */
export function readBytes(content: ByteSource): Buffer {
  return concatBytes([...content.pieces()]);
}

const LINE_FEED = 10;

/** The number of bytes that are decoded at once. */
const READ_BYTES = 64 * 1024;

/** The content in blocks of whole lines, with their line ends. The last one may lack it. */
export function* readBlocks(content: ByteSource): Generator<string, undefined> {
  // Joined as bytes, because a character may continue in the next piece.
  let begun: Buffer[] = [];
  for (const piece of content.pieces()) {
    for (let from = 0; from < piece.length; from += READ_BYTES) {
      const part = piece.subarray(from, from + READ_BYTES);
      const end = part.lastIndexOf(LINE_FEED) + 1;
      if (end > 0) yield concatBytes([...begun, part.subarray(0, end)]).toString("utf8");
      begun = end > 0 ? [part.subarray(end)] : [...begun, part];
    }
  }
  const rest = concatBytes(begun).toString("utf8");
  if (rest !== "") yield rest;
}

/** The lines of the content, without their line ends. Text after the last line end is a line if it is not empty. */
export function* readLines(content: ByteSource): Generator<string, undefined> {
  for (const block of readBlocks(content)) yield* splitLines(block);
}

/** The lines of a block. */
export function splitLines(block: string): readonly string[] {
  return (block.endsWith("\n") ? block.slice(0, -1) : block).split("\n");
}

function concatBytes(parts: readonly Buffer[]): Buffer {
  const [first = Buffer.alloc(0), ...more] = parts;
  return more.length === 0 ? first : Buffer.concat([first, ...more]);
}

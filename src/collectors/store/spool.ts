import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { Failure } from "../../failure.ts";

const BLOCK_BYTES = 1024 * 1024;

/** The number of blocks in memory before a file is created. */
const IN_MEMORY = 4;

/**
 * Bytes that are written once and read by their place. After a few megabytes they go to a file without a
 * name, which ends with the process. If the disk refuses them they stay in memory, so no record is lost.
 */
export class RecordSpool implements Disposable {
  /** The number of bytes, which is the place of the next ones. */
  size = 0;

  /** Null for a block that is in the file, at its own place. */
  readonly #blocks: (Buffer | null)[] = [];
  readonly #inMemory: number;
  readonly #folder: string;
  /** Null before it is needed, and if it cannot be created. */
  #file: number | null = null;
  #isRefused = false;
  /** The memory of the block moved out last. It is reused one block later: appended bytes may still point into it. */
  #spare: Buffer | null = null;

  constructor({ folder = tmpdir(), inMemory = IN_MEMORY } = {}) {
    this.#folder = folder;
    this.#inMemory = inMemory;
  }

  /** Appends bytes and returns the place of the first one. */
  append(bytes: Buffer): number {
    const place = this.size;
    for (let done = 0; done < bytes.length;) {
      const within = this.size % BLOCK_BYTES;
      if (within === 0) this.#begin();
      const copied = bytes.copy(this.#blocks.at(-1) ?? Buffer.alloc(0), within, done);
      done += copied;
      this.size += copied;
    }
    return place;
  }

  /** Appends a text in UTF-8 and returns its place. The spool grows by its length in bytes. */
  write(text: string): number {
    const within = this.size % BLOCK_BYTES;
    // A character takes at most three bytes for each of its code units.
    if (within === 0 || within + text.length * 3 > BLOCK_BYTES) return this.append(Buffer.from(text));
    const place = this.size;
    this.size += this.#blocks.at(-1)?.write(text, within) ?? 0;
    return place;
  }

  /** Reads bytes. They may be in `room`, if given, until the caller passes it again. */
  read(place: number, length: number, room?: Buffer): Buffer {
    const within = place % BLOCK_BYTES;
    if (within + length <= BLOCK_BYTES) {
      const block = this.#blocks[Math.floor(place / BLOCK_BYTES)] ?? null;
      if (block !== null) return block.subarray(within, within + length);
      const isRoom = room !== undefined && room.length >= length;
      return this.#fromFile(place, isRoom ? room.subarray(0, length) : Buffer.allocUnsafe(length));
    }
    const first = BLOCK_BYTES - within;
    return Buffer.concat([this.read(place, first), this.read(place + first, length - first)]);
  }

  [Symbol.dispose](): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    this.#blocks.length = 0;
  }

  /** Starts a new block, and moves a full one out of memory. */
  #begin(): void {
    const last = this.#blocks.length - 1;
    const left = last >= this.#inMemory ? this.#moveOut(last) : null;
    this.#blocks.push(this.#spare ?? Buffer.allocUnsafe(BLOCK_BYTES));
    this.#spare = left;
  }

  /** Moves a block to the file and returns its memory; null if it stays in memory. */
  #moveOut(nth: number): Buffer | null {
    const block = this.#blocks[nth] ?? null;
    if (this.#isRefused || block === null) return null;
    try {
      this.#file ??= unnamedFile(this.#folder);
      for (let done = 0; done < BLOCK_BYTES;) {
        done += writeSync(this.#file, block, done, BLOCK_BYTES - done, nth * BLOCK_BYTES + done);
      }
      this.#blocks[nth] = null;
      return block;
    } catch {
      // Blocks that are in the file already can still be read.
      this.#isRefused = true;
      return null;
    }
  }

  #fromFile(place: number, into: Buffer): Buffer {
    if (this.#file === null) throw new Error("the spool has nothing at this place");
    try {
      for (let done = 0; done < into.length;) {
        const read = readSync(this.#file, into, done, into.length - done, place + done);
        if (read === 0) throw new RangeError("the file is shorter than what was written");
        done += read;
      }
    } catch (error) {
      throw new Failure("not-published", "the records were not read back from the disk", {
        hint: "check the disk that holds the temporary folder",
        cause: error,
      });
    }
    return into;
  }
}

/** A file without a name: nobody else can open it, and it is gone when the process ends. */
function unnamedFile(folder: string): number {
  const name = path.join(folder, `datadog-evidence-${randomBytes(8).toString("hex")}`);
  const file = openSync(name, "wx+", 0o600);
  unlinkSync(name);
  return file;
}

import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { Failure } from "../../failure.ts";

const BLOCK_BYTES = 1024 * 1024;

/** Blocks that stay in memory before a file is made for the others. */
const IN_MEMORY = 4;

/**
 * Bytes that are written once and read by their place. Beyond a few megabytes they
 * lie in a file that has no name and ends with the process; where the disk does
 * not take them they stay in memory, because no disk is worth a lost record.
 */
export class RecordSpool implements Disposable {
  /** Bytes so far, and so the place of what is appended next. */
  size = 0;

  /** Null for a block that lies in the file, at its own place. */
  readonly #blocks: (Buffer | null)[] = [];
  readonly #inMemory: number;
  readonly #folder: string;
  /** Null before it is needed, and where it cannot be had. */
  #file: number | null = null;
  #isRefused = false;
  /** Of the block that was moved out last: what is appended may have been read from it. */
  #spare: Buffer | null = null;

  constructor({ folder = tmpdir(), inMemory = IN_MEMORY } = {}) {
    this.#folder = folder;
    this.#inMemory = inMemory;
  }

  /** Answers with the place of the first byte. */
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

  /** Appends a text in UTF-8 and answers with its place; its length is what the spool has grown by. */
  write(text: string): number {
    const within = this.size % BLOCK_BYTES;
    // No character takes more than three bytes for each of its units.
    if (within === 0 || within + text.length * 3 > BLOCK_BYTES) return this.append(Buffer.from(text));
    const place = this.size;
    this.size += this.#blocks.at(-1)?.write(text, within) ?? 0;
    return place;
  }

  /** Where room is given the bytes may lie in it, until it is given again. */
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

  /** A new block, once the one before is full and out of the way. */
  #begin(): void {
    const last = this.#blocks.length - 1;
    const left = last >= this.#inMemory ? this.#moveOut(last) : null;
    this.#blocks.push(this.#spare ?? Buffer.allocUnsafe(BLOCK_BYTES));
    this.#spare = left;
  }

  /** The memory that it leaves; null where it stays. */
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
      // What lies in the file already can be read all the same.
      this.#isRefused = true;
      return null;
    }
  }

  #fromFile(place: number, into: Buffer): Buffer {
    if (this.#file === null) throw new Error("nothing lies at this place of the spool");
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

/** Nobody else reads it, and nothing of it stays, however the process ends. */
function unnamedFile(folder: string): number {
  const name = path.join(folder, `datadog-evidence-${randomBytes(8).toString("hex")}`);
  const file = openSync(name, "wx+", 0o600);
  unlinkSync(name);
  return file;
}

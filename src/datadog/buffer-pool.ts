/** Smaller buffers are not worth keeping. */
const SMALLEST_KEPT = 65_536;

/** About as many answers are read at once. */
const MOST_KEPT = 12;

/**
 * Buffers for answers that are reused for the next answers. A new buffer for each page would pile up
 * faster than it is freed, and fragment memory.
 */
export class BufferPool {
  /** In ascending order of size. */
  #free: readonly Buffer[] = [];

  /** A buffer of at least that size, with arbitrary content, that nobody else uses. */
  lend(size: number): Buffer {
    const body = this.#free.find(({ length }) => length >= size);
    if (body === undefined) return Buffer.allocUnsafe(Math.max(size, SMALLEST_KEPT));
    this.#free = this.#free.filter((free) => free !== body);
    return body;
  }

  /** Takes back a buffer that nobody reads any more. */
  takeBack({ buffer }: Buffer): void {
    if (buffer.byteLength < SMALLEST_KEPT) return;
    const free = [...this.#free, Buffer.from(buffer)].toSorted((a, b) => a.length - b.length);
    this.#free = free.slice(-MOST_KEPT);
  }
}

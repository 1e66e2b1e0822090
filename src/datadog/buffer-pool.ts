/** Below this an answer costs nothing worth keeping. */
const SMALLEST_KEPT = 65_536;

/** About as many as are read at once. */
const MOST_KEPT = 12;

/**
 * Memory that answers are read into, and the next answers again: made anew for
 * each page it would pile up faster than it is let go, and leave holes.
 */
export class BufferPool {
  /** The smallest first. */
  #free: readonly Buffer[] = [];

  /** At least so many bytes, which nobody else has, with anything in them. */
  lend(size: number): Buffer {
    const body = this.#free.find(({ length }) => length >= size);
    if (body === undefined) return Buffer.allocUnsafe(Math.max(size, SMALLEST_KEPT));
    this.#free = this.#free.filter((free) => free !== body);
    return body;
  }

  /** Nobody reads the answer any more, or what was read of it. */
  takeBack({ buffer }: Buffer): void {
    if (buffer.byteLength < SMALLEST_KEPT) return;
    const free = [...this.#free, Buffer.from(buffer)].toSorted((a, b) => a.length - b.length);
    this.#free = free.slice(-MOST_KEPT);
  }
}

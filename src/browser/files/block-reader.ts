/** Reads bytes of a blob at once, which only a worker may. */
export type ReadBlob = (blob: Blob) => Uint8Array<ArrayBuffer>;

/** Reads the bytes from `start` until `end`, fewer where the file ends before. */
export type ReadPart = (start: number, end: number) => Uint8Array<ArrayBuffer>;

const BLOCK_BYTES = 1024 * 1024;
/** An archive has the runs of a day together, though not always the days in their order. */
const MOST_BLOCKS = 32;

/**
 * Reads parts of a file from whole blocks, the last of which stay in memory: the browser takes a millisecond for each
 * reading, and an archive of a year by the hour has 35,000 parts.
 */
export function blockReader(file: Blob, read: ReadBlob): ReadPart {
  const blocks = new Map<number, Uint8Array<ArrayBuffer>>();
  const blockAt = (number: number): Uint8Array<ArrayBuffer> => {
    const start = number * BLOCK_BYTES;
    const bytes = blocks.get(number) ?? read(file.slice(start, start + BLOCK_BYTES));
    // The one that was used last is forgotten last.
    blocks.delete(number);
    blocks.set(number, bytes);
    const [oldest] = blocks.keys();
    if (blocks.size > MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    return bytes;
  };
  return (start, end) => {
    const [first, last] = [Math.floor(start / BLOCK_BYTES), Math.floor((end - 1) / BLOCK_BYTES)];
    if (last > first + 1) return read(file.slice(start, end));
    const from = first * BLOCK_BYTES;
    const one = blockAt(first).subarray(start - from, end - from);
    if (last <= first) return one;
    const other = blockAt(last).subarray(0, end - last * BLOCK_BYTES);
    const whole = new Uint8Array(one.length + other.length);
    whole.set(one);
    whole.set(other, one.length);
    return whole;
  };
}

import { hash } from "node:crypto";

/** Words of 32 bits that are kept of each digest: 128 bits distinguish any ids. */
const WORDS_EACH = 4;

const FIRST_CAPACITY = 256;

/**
 * A set of ids, numbered from 0 in the order in which they were added. It keeps a digest of each id in
 * about 24 bytes; a `Map` of the ids takes ten times that.
 */
export class DigestSet {
  size = 0;
  #words = new Uint32Array(FIRST_CAPACITY * WORDS_EACH);
  /** A hash table of numbers plus one, by the beginning of the digest; 0 is free. At most half full. */
  #table = new Uint32Array(FIRST_CAPACITY * 2);
  readonly #sought = new Uint32Array(WORDS_EACH);

  /** The number of an id, which is added if it is new. */
  add(id: string): number {
    // As text: hundreds of thousands of buffers would fragment memory.
    const digest = hash("sha256", id, "binary");
    for (let word = 0; word < WORDS_EACH; word += 1) this.#sought[word] = wordIn(digest, word);
    return this.#add(this.#sought);
  }

  /** Adds the id with that number in the other set, and returns its number here. */
  addFrom(other: DigestSet, nth: number): number {
    return this.#add(other.#digest(nth));
  }

  /** Whether the id with that number in the other set is in this one. */
  hasFrom(other: DigestSet, nth: number): boolean {
    return this.#table[this.#find(other.#digest(nth))] !== 0;
  }

  #add(digest: Uint32Array): number {
    const slot = this.#find(digest);
    const known = this.#table[slot] ?? 0;
    if (known > 0) return known - 1;
    const nth = this.size;
    this.size += 1;
    this.#table[slot] = this.size;
    this.#words.set(digest, nth * WORDS_EACH);
    if (this.size * 2 >= this.#table.length) this.#grow();
    return nth;
  }

  /** The slot of the digest in the table, or the free slot for it. */
  #find(digest: Uint32Array): number {
    const mask = this.#table.length - 1;
    let slot = (digest[0] ?? 0) & mask;
    for (let taken = this.#table[slot] ?? 0; taken > 0; taken = this.#table[slot] ?? 0) {
      if (this.#isAt(taken - 1, digest)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isAt(nth: number, digest: Uint32Array): boolean {
    for (let word = 0; word < WORDS_EACH; word += 1) {
      if (digest[word] !== this.#words[nth * WORDS_EACH + word]) return false;
    }
    return true;
  }

  #digest(nth: number): Uint32Array {
    return this.#words.subarray(nth * WORDS_EACH, (nth + 1) * WORDS_EACH);
  }

  #grow(): void {
    const words = this.#words;
    this.#words = new Uint32Array(words.length * 2);
    this.#words.set(words);
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let nth = 0; nth < this.size; nth += 1) this.#table[this.#find(this.#digest(nth))] = nth + 1;
  }
}

function wordIn(digest: string, word: number): number {
  const at = word * 4;
  const [low, high] = [
    digest.charCodeAt(at) + digest.charCodeAt(at + 1) * 0x100,
    digest.charCodeAt(at + 2) + digest.charCodeAt(at + 3) * 0x100,
  ];
  return low + high * 0x1_0000;
}

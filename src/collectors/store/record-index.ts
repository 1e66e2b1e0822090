import type { SortedRecord } from "../../evidence/files/canonical.ts";
import type { RecordRemark } from "../../evidence/projection/caveats.ts";
import { DigestSet } from "./digest-set.ts";
import type { LinePlace, LinePlaces } from "./record-lines.ts";
import type { RecordSpool } from "./spool.ts";

/** Why a record is not kept: it does not belong to the item, or it holds a secret in a field that is named. */
export type LeftOut = { readonly excluded: string } | { readonly withheld: string };

/** What the evidence says about a record besides its fields. */
export type RecordNote =
  | LeftOut
  | {
      readonly remarks: readonly RecordRemark[];
      readonly redactions: number;
      /** The id, if a caveat names the record. */
      readonly name: string | null;
    };

/**
 * The index of the records while a listing is read. There may be hundreds of thousands, so it takes about
 * fifty bytes for each; the records themselves are in the spool.
 */
export class RecordIndex {
  readonly #ids = new DigestSet();
  readonly #keys = new NumberColumn();
  /** The keys that are not numbers. */
  readonly #texts = new Map<number, string>();
  readonly #places = new NumberColumn();
  readonly #lengths = new NumberColumn();
  readonly #notes = new Map<number, RecordNote>();

  /** The number of records, without duplicates. */
  get size(): number {
    return this.#ids.size;
  }

  /** Adds a record, or replaces the one with its id. */
  put({ id, timestamp }: SortedRecord, line: LinePlace, note: RecordNote | null): void {
    this.#put(this.#ids.add(String(id)), { key: sortKeyOf(timestamp ?? id), line, note });
  }

  /** Notes that the record with this id is not kept. */
  leaveOut(id: string, why: LeftOut): void {
    this.#put(this.#ids.add(id), { key: 0, line: NO_PLACE, note: why });
  }

  /** Adds the records of another index, which replace those with the same id. */
  merge(other: RecordIndex): void {
    for (let nth = 0; nth < other.size; nth += 1) {
      this.#put(this.#ids.addFrom(other.#ids, nth), {
        key: other.#keyOf(nth),
        line: other.#lineOf(nth),
        note: other.#notes.get(nth) ?? null,
      });
    }
  }

  /** The number of ids that are in any of the others too. */
  countIn(others: readonly RecordIndex[]): number {
    let count = 0;
    for (let nth = 0; nth < this.size; nth += 1) {
      if (others.some((other) => other.#ids.hasFrom(this.#ids, nth))) count += 1;
    }
    return count;
  }

  notes(): Iterable<RecordNote> {
    return this.#notes.values();
  }

  /** The places of the kept records in the order of the file: signals by (timestamp, id), others by id. */
  lines(spool: RecordSpool): LinePlaces {
    const sorted = this.#kept().toSorted((a, b) => compareKeys(this.#keyOf(a), this.#keyOf(b)));
    const size = sorted.reduce((sum, nth) => sum + this.#lengths.get(nth), 0);
    return { length: sorted.length, size, all: () => this.#inOrder(sorted, spool) };
  }

  #kept(): Uint32Array {
    return Uint32Array.from({ length: this.size }, (_, nth) => nth).filter((nth) => !this.#isLeftOut(nth));
  }

  /** Records with the same key are ordered by id. Few share one. */
  *#inOrder(sorted: Uint32Array, spool: RecordSpool): Generator<LinePlace> {
    for (let from = 0; from < sorted.length;) {
      const key = this.#keyOf(sorted[from] ?? 0);
      let to = from + 1;
      while (to < sorted.length && this.#keyOf(sorted[to] ?? 0) === key) to += 1;
      if (to === from + 1) yield this.#lineOf(sorted[from] ?? 0);
      else {
        const named = Array.from(sorted.subarray(from, to), (nth) => {
          const line = this.#lineOf(nth);
          const { id }: SortedRecord = JSON.parse(spool.read(line.at, line.length).toString("utf8"));
          return { id: String(id), line };
        });
        for (const { line } of named.toSorted((a, b) => (a.id < b.id ? -1 : 1))) yield line;
      }
      from = to;
    }
  }

  #put(
    nth: number,
    { key, line, note }: { key: number | string; line: LinePlace; note: RecordNote | null },
  ): void {
    if (typeof key === "string") this.#texts.set(nth, key);
    else this.#texts.delete(nth);
    this.#keys.set(nth, typeof key === "string" ? 0 : key);
    this.#places.set(nth, line.at);
    this.#lengths.set(nth, line.length);
    if (note === null) this.#notes.delete(nth);
    else this.#notes.set(nth, note);
  }

  #keyOf(nth: number): number | string {
    return this.#texts.get(nth) ?? this.#keys.get(nth);
  }

  #lineOf(nth: number): LinePlace {
    return { at: this.#places.get(nth), length: this.#lengths.get(nth) };
  }

  #isLeftOut(nth: number): boolean {
    const note = this.#notes.get(nth);
    return note !== undefined && ("excluded" in note || "withheld" in note);
  }
}

/** A growing list of numbers of eight bytes. */
class NumberColumn {
  #values = new Float64Array(256);

  get(nth: number): number {
    return this.#values[nth] ?? 0;
  }

  set(nth: number, value: number): void {
    if (nth >= this.#values.length) {
      const values = new Float64Array(2 * this.#values.length);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[nth] = value;
  }
}

const NO_PLACE: LinePlace = { at: 0, length: 0 };

/** The length of a time with a year of four digits. Texts with longer years do not sort like their numbers. */
const ISO_LENGTH = 24;

/** The number of a time as Datadog writes it, which sorts like the text and takes less memory. */
function sortKeyOf(text: string | number): string | number {
  if (typeof text === "number") return text;
  const ms = Date.parse(text);
  return text.length === ISO_LENGTH && !Number.isNaN(ms) && isoOf(ms) === text ? ms : text;
}

/** Compares keys as texts, by code unit. */
function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [typeof a === "number" ? isoOf(a) : a, typeof b === "number" ? isoOf(b) : b];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

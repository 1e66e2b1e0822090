import type { RecordRemark } from "../../evidence/projection/projection.ts";
import { DigestSet } from "./digest-set.ts";
import type { LinePlace, LinePlaces } from "./record-lines.ts";
import type { RecordSpool } from "./spool.ts";

/** A record as it stands in a file. */
export interface IndexedRecord {
  readonly id: string | number;
  readonly timestamp?: string;
}

/** What must be told of a record beside what it says. */
export type RecordNote =
  { readonly excluded: string } | { readonly remarks: readonly RecordRemark[]; readonly redactions: number };

/**
 * What is remembered of each record while a listing is read, some fifty bytes:
 * there may be hundreds of thousands, so all else of them lies in the spool.
 */
export class RecordIndex {
  readonly #ids = new DigestSet();
  readonly #keys = new NumberColumn();
  /** Those keys that are no numbers. */
  readonly #texts = new Map<number, string>();
  readonly #places = new NumberColumn();
  readonly #lengths = new NumberColumn();
  readonly #notes = new Map<number, RecordNote>();

  /** How many records, each once. */
  get size(): number {
    return this.#ids.size;
  }

  /** The record of this id, as it was last seen. */
  put({ id, timestamp }: IndexedRecord, line: LinePlace, note: RecordNote | null): void {
    this.#put(this.#ids.add(String(id)), { key: sortKeyOf(timestamp ?? id), line, note });
  }

  /** The id was seen, but its record does not belong. */
  exclude(id: string, reason: string): void {
    this.#put(this.#ids.add(id), { key: 0, line: NO_PLACE, note: { excluded: reason } });
  }

  /** Takes over what another has seen later. */
  merge(other: RecordIndex): void {
    for (let nth = 0; nth < other.size; nth += 1) {
      this.#put(this.#ids.addFrom(other.#ids, nth), {
        key: other.#keyOf(nth),
        line: other.#lineOf(nth),
        note: other.#notes.get(nth) ?? null,
      });
    }
  }

  /** How many of the ids stand in any of these, too. */
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

  /** Where the kept records lie, in the order of the file: signals by (timestamp, id), others by id. */
  lines(spool: RecordSpool): LinePlaces {
    const sorted = this.#kept().toSorted((a, b) => compareKeys(this.#keyOf(a), this.#keyOf(b)));
    const size = sorted.reduce((sum, nth) => sum + this.#lengths.get(nth), 0);
    return { length: sorted.length, size, all: () => this.#inOrder(sorted, spool) };
  }

  #kept(): Uint32Array {
    return Uint32Array.from({ length: this.size }, (_, nth) => nth).filter((nth) => !this.#isLeftOut(nth));
  }

  /** Those that sort alike stand by their ids. */
  *#inOrder(sorted: Uint32Array, spool: RecordSpool): Generator<LinePlace> {
    for (let from = 0; from < sorted.length;) {
      const key = this.#keyOf(sorted[from] ?? 0);
      let to = from + 1;
      while (to < sorted.length && this.#keyOf(sorted[to] ?? 0) === key) to += 1;
      if (to === from + 1) yield this.#lineOf(sorted[from] ?? 0);
      else
        yield* byId(
          Array.from(sorted.subarray(from, to), (nth) => this.#lineOf(nth)),
          spool,
        );
      from = to;
    }
  }

  #put(
    nth: number,
    {
      key,
      line,
      note,
    }: { readonly key: number | string; readonly line: LinePlace; readonly note: RecordNote | null },
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
    return note !== undefined && "excluded" in note;
  }
}

/** Numbers by number, eight bytes each. */
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

/** Of an instant in a year of four digits; longer years sort otherwise than their numbers. */
const ISO_LENGTH = 24;

/** An instant as Datadog writes it sorts as its number does, which takes less room. */
function sortKeyOf(text: string | number): string | number {
  if (typeof text === "number") return text;
  const ms = Date.parse(text);
  return text.length === ISO_LENGTH && !Number.isNaN(ms) && isoOf(ms) === text ? ms : text;
}

/** As the texts compare, by code unit. */
function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [typeof a === "number" ? isoOf(a) : a, typeof b === "number" ? isoOf(b) : b];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** Records of one instant, of which there are few. */
function byId(lines: readonly LinePlace[], spool: RecordSpool): readonly LinePlace[] {
  const named = lines.map((line) => {
    const { id }: IndexedRecord = JSON.parse(spool.read(line.at, line.length).toString("utf8"));
    return { id: String(id), line };
  });
  return named.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ line }) => line);
}

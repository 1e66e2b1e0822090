import { hash } from "node:crypto";

import type { Remark } from "../evidence/projection.ts";
import type { Line } from "./lines.ts";
import type { Spool } from "./spool.ts";

/** A record as it stands in a file. */
export interface Filed {
  readonly id: string | number;
  readonly timestamp?: string;
}

/** What must be told of a record beside what it says. */
export type Note =
  { readonly excluded: string } | { readonly remarks: readonly Remark[]; readonly redactions: number };

/** The digest of an id, and the number under which its record stands. */
type Numbers = Map<string, number>;

/**
 * What is remembered of each record while a listing is read, some tens of bytes:
 * there may be hundreds of thousands, so all else of them lies in the spool.
 */
export class Register {
  readonly #numbers: Numbers = new Map();
  readonly #keys: (number | string)[] = [];
  readonly #places: number[] = [];
  readonly #lengths: number[] = [];
  /** Null for most. */
  readonly #notes: (Note | null)[] = [];

  /** How many records, each once. */
  get size(): number {
    return this.#numbers.size;
  }

  /** The record of this id, as it was last seen. */
  keep({ id, timestamp }: Filed, line: Line, note: Note | null): void {
    this.#put(digestOf(String(id)), { key: keyOf(timestamp ?? id), line, note });
  }

  /** The id was seen, but its record does not belong. */
  leaveOut(id: string, reason: string): void {
    this.#put(digestOf(id), { key: 0, line: NOWHERE, note: { excluded: reason } });
  }

  /** Takes over what another has seen later. */
  absorb(other: Register): void {
    for (const [digest, nth] of other.#numbers) {
      this.#put(digest, {
        key: other.#keys[nth] ?? 0,
        line: other.#lineOf(nth),
        note: other.#notes[nth] ?? null,
      });
    }
  }

  /** How many of the ids stand in any of these, too. */
  foundIn(others: readonly Register[]): number {
    let count = 0;
    for (const digest of this.#numbers.keys()) {
      if (others.some((other) => other.#numbers.has(digest))) count += 1;
    }
    return count;
  }

  notes(): Iterable<Note> {
    return this.#notes.values().filter((note) => note !== null);
  }

  /** Where the kept records lie, in the order of the file: signals by (timestamp, id), others by id. */
  lines(spool: Spool): readonly Line[] {
    const kept = Array.from(this.#keys.keys()).filter((nth) => !isLeftOut(this.#notes[nth]));
    const sorted = kept.toSorted((a, b) => compare(this.#keys[a] ?? 0, this.#keys[b] ?? 0));
    const lines: Line[] = [];
    for (let from = 0; from < sorted.length;) {
      let to = from + 1;
      while (to < sorted.length && this.#keys[sorted[to] ?? 0] === this.#keys[sorted[from] ?? 0]) to += 1;
      const tied = sorted.slice(from, to).map((nth) => this.#lineOf(nth));
      for (const line of tied.length === 1 ? tied : byId(tied, spool)) lines.push(line);
      from = to;
    }
    return lines;
  }

  #put(
    digest: string,
    of: { readonly key: number | string; readonly line: Line; readonly note: Note | null },
  ): void {
    const nth = this.#numbers.get(digest) ?? this.#numbers.size;
    this.#numbers.set(digest, nth);
    this.#keys[nth] = of.key;
    this.#places[nth] = of.line.at;
    this.#lengths[nth] = of.line.length;
    this.#notes[nth] = of.note;
  }

  #lineOf(nth: number): Line {
    return { at: this.#places[nth] ?? 0, length: this.#lengths[nth] ?? 0 };
  }
}

const NOWHERE: Line = { at: 0, length: 0 };

function isLeftOut(note: Note | null | undefined): boolean {
  return note !== null && note !== undefined && "excluded" in note;
}

/** Ids are long and only must be told apart; 128 bits do that. */
function digestOf(id: string): string {
  return hash("sha256", id, "buffer").toString("latin1", 0, 16);
}

/** An instant as Datadog writes it sorts as its number does, which takes less room. */
function keyOf(text: string | number): string | number {
  if (typeof text === "number") return text;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && isoOf(ms) === text ? ms : text;
}

/** As the texts compare, by code unit. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [typeof a === "number" ? isoOf(a) : a, typeof b === "number" ? isoOf(b) : b];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** Records of one instant, of which there are few. */
function byId(lines: readonly Line[], spool: Spool): readonly Line[] {
  const named = lines.map((line) => {
    const { id }: Filed = JSON.parse(spool.read(line.at, line.length).toString("utf8"));
    return { id: String(id), line };
  });
  return named.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ line }) => line);
}

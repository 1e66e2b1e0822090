import type { Projected, Remark } from "../../evidence/projection/projection.ts";
import { completeness } from "../../evidence/rules/completeness.ts";
import type { Observed } from "../../evidence/rules/completeness.ts";
import type { Records } from "../../evidence/records.ts";
import type { Collection, Reason } from "../../evidence/schema.ts";
import { Failure, isReasonCode } from "../../failure.ts";
import { recordsOf } from "./record-lines.ts";
import { Register } from "./index.ts";
import type { Filed } from "./index.ts";
import type { Spool } from "./spool.ts";

/** What reading a listing gave. */
export interface Gathered<Kept> {
  /** In file order, each once. */
  readonly records: Records<Kept>;
  readonly received: number;
  readonly unique: number;
  /** How many were left out, by reason. */
  readonly excluded: ReadonlyMap<string, number>;
  /** Paths of fields that made a record unusable, one for each such record. */
  readonly misshapen: readonly string[];
  readonly remarks: ReadonlyMap<Remark, number>;
  readonly redactions: number;
  /** Why reading ended early; null when the list ended. */
  readonly stopped: Reason | null;
}

/** Where records go while a listing is read, and in which form. */
export interface Filing<Kept> {
  readonly spool: Spool;
  /** Checks a record and puts its keys in the order of the file. */
  readonly shape: { parse(record: unknown): Kept };
}

/** What was read of a listing, or of a slice of one. */
export interface Basket {
  readonly register: Register;
  readonly misshapen: string[];
  received: number;
  stopped: Reason | null;
}

/** Nothing read yet. */
export function emptyBasket(): Basket {
  return { register: new Register(), misshapen: [], received: 0, stopped: null };
}

/** Puts a page into a basket. */
export function take<Kept extends Filed>(
  basket: Basket,
  page: readonly Projected<Kept>[],
  { spool, shape }: Filing<Kept>,
): void {
  const { register, misshapen } = basket;
  basket.received += page.length;
  for (const projected of page) {
    if ("misshapen" in projected) misshapen.push(projected.misshapen);
    // Kept on one page and left out on another, it still is one record: as it was last seen.
    else if ("excluded" in projected) register.leaveOut(projected.id, projected.excluded);
    else {
      const { kept, remarks, redactions } = projected;
      const at = spool.write(`${JSON.stringify(shape.parse(kept))}\n`);
      const note = remarks.length + redactions === 0 ? null : { remarks, redactions };
      register.keep(kept, { at, length: spool.size - at }, note);
    }
  }
}

/** Reads into a basket to the end or to a failure, which loses nothing that came before it. */
export async function fill(basket: Basket, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    basket.stopped = reasonFor(error);
  }
}

/** What the baskets hold together, in their order: the later one has seen a record last. */
export function together<Kept extends Filed>(
  baskets: readonly Basket[],
  { spool }: Filing<Kept>,
): Gathered<Kept> {
  const [first, ...later] = baskets;
  const register = first?.register ?? new Register();
  for (const basket of later) register.absorb(basket.register);
  const misshapen = baskets.flatMap((basket) => basket.misshapen);
  const excluded = new Map<string, number>();
  const remarks = new Map<Remark, number>();
  let redactions = 0;
  for (const note of register.notes()) {
    if ("excluded" in note) {
      tally(excluded, note.excluded);
      continue;
    }
    redactions += note.redactions;
    for (const remark of note.remarks) tally(remarks, remark);
  }
  return {
    records: recordsOf(spool, register.lines(spool)),
    received: baskets.reduce((sum, { received }) => sum + received, 0),
    unique: register.size + misshapen.length,
    excluded,
    misshapen,
    remarks,
    redactions,
    stopped: baskets.find(({ stopped }) => stopped !== null)?.stopped ?? null,
  };
}

function tally<T>(counts: Map<T, number>, what: T): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** What there is when nothing could be asked. */
export function nothing(reason: Reason): Gathered<never> {
  return {
    records: [],
    received: 0,
    unique: 0,
    excluded: new Map(),
    misshapen: [],
    remarks: new Map(),
    redactions: 0,
    stopped: reason,
  };
}

/** The collection of an item, as it follows from what was gathered and how. */
export function collectionOf<Kept>(
  gathered: Gathered<Kept>,
  how: Pick<Observed, "requests" | "listings" | "agreements" | "total" | "proofs">,
): Collection {
  const { records, unique, misshapen } = gathered;
  return completeness({
    ...how,
    ...gathered,
    kept: records.length,
    excluded: unique - records.length - misshapen.length,
  });
}

/** A foreseen failure as the evidence file names it; a bug is thrown on. */
export function reasonFor(error: unknown): Reason {
  if (!(error instanceof Failure) || !isReasonCode(error.code)) throw error;
  return { code: error.code, message: error.message, hint: error.hint ?? null };
}

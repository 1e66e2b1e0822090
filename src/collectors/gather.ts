import { inOrder } from "../evidence/canonical.ts";
import type { Projected, Remark } from "../evidence/projection.ts";
import { completeness } from "../evidence/completeness.ts";
import type { Observed } from "../evidence/completeness.ts";
import type { Collection, Reason } from "../evidence/schema.ts";
import { sharing } from "../evidence/sharing.ts";
import { Failure, isReasonCode } from "../failure.ts";

/** What reading a listing gave. */
export interface Gathered<Kept> {
  /** In file order, each once. */
  readonly records: Kept[];
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

/** A record's projection that has an id; what has none is counted by its path. */
type Known<Kept> = Exclude<Projected<Kept>, { misshapen: string }>;

/** What was read of a listing, or of a slice of one: projected, and the raw records let go. */
export interface Basket<Kept> {
  readonly byId: Map<string, Known<Kept>>;
  readonly misshapen: string[];
  /** Thousands of records are kept, and say much the same. */
  readonly share: <Part extends object>(record: Part) => Part;
  received: number;
  stopped: Reason | null;
}

/** A record as it stands in a file. */
export interface Filed {
  readonly id: string | number;
  readonly timestamp?: string;
}

/** Nothing read yet. */
export function emptyBasket<Kept>(): Basket<Kept> {
  return { byId: new Map(), misshapen: [], share: sharing(), received: 0, stopped: null };
}

/** Puts a page into a basket. */
export function take<Kept extends Filed>(basket: Basket<Kept>, page: readonly Projected<Kept>[]): void {
  basket.received += page.length;
  for (const projected of page) {
    if ("misshapen" in projected) {
      basket.misshapen.push(projected.misshapen);
      continue;
    }
    if ("kept" in projected) basket.share(projected.kept);
    // Kept on one page and left out on another, it still is one record: as it was last seen.
    basket.byId.set(String("kept" in projected ? projected.kept.id : projected.id), projected);
  }
}

/** Reads a listing to its end or to its failure, and loses nothing that came before one. */
export async function gather<Kept extends Filed>(
  listing: AsyncIterable<readonly Projected<Kept>[]>,
): Promise<Gathered<Kept>> {
  const basket = emptyBasket<Kept>();
  try {
    for await (const page of listing) take(basket, page);
  } catch (error) {
    basket.stopped = reasonFor(error);
  }
  return together([basket]);
}

/** What the baskets hold together, in their order: the later one has seen a record last. */
export function together<Kept extends Filed>(baskets: readonly Basket<Kept>[]): Gathered<Kept> {
  const byId = new Map<string, Known<Kept>>();
  for (const basket of baskets) for (const [id, known] of basket.byId) byId.set(id, known);
  const misshapen = baskets.flatMap((basket) => basket.misshapen);
  const kept: Kept[] = [];
  const left: string[] = [];
  const remarks: Remark[] = [];
  let redactions = 0;
  for (const known of byId.values()) {
    if ("excluded" in known) {
      left.push(known.excluded);
      continue;
    }
    kept.push(known.kept);
    remarks.push(...known.remarks);
    redactions += known.redactions;
  }
  return {
    records: inOrder(kept),
    received: baskets.reduce((sum, { received }) => sum + received, 0),
    unique: byId.size + misshapen.length,
    excluded: tally(left),
    misshapen,
    remarks: tally(remarks),
    redactions,
    stopped: baskets.find(({ stopped }) => stopped !== null)?.stopped ?? null,
  };
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

function tally<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

import { listPlaces } from "../projection/caveats.ts";
import type { Check, Collection, Reason, Request } from "../schema.ts";

/** A record that could not be read: the path of the field, and the id or the place of the record. */
export interface UnusableRecord {
  readonly field: string;
  readonly name: string;
}

/**
 * What a collector observed while reading one item. Completeness is derived from this alone, never from the
 * absence of an exception.
 */
export interface ObservedListing {
  /** Every request for the item, in the order in which they were made. */
  readonly requests: readonly Request[];
  /** The requests that list records. The others are for counts and probes. */
  readonly listings: readonly Request[];
  /** Records received, including duplicates. */
  readonly received: number;
  /** Different records received. */
  readonly unique: number;
  /** Unique records that are in the file. */
  readonly kept: number;
  /** Unique records that were left out for a stated reason. */
  readonly excluded: number;
  /** Why reading ended early; null if it did not. */
  readonly stopped: Reason | null;
  /** How many answers had null where the list belongs. Datadog's own count must confirm that the list is empty. */
  readonly nullLists: number;
  /** For each record that did not parse, the path of the field. */
  readonly misshapen: readonly UnusableRecord[];
  /** For each record that was left out because it holds a secret, its id and fields. */
  readonly withheld: readonly string[];
  /** Checks between the slices of a list; empty if it was read as a whole. */
  readonly agreements: readonly Check[];
  /** Datadog's own count of what we should have; null if it gives none. */
  readonly total: { readonly name: string; readonly expected: number; readonly actual: number } | null;
  /** Checks that detection or coverage works at all, besides completeness. */
  readonly proofs: readonly Check[];
}

/** The two checks of every item. */
export const READ_TO_END = "listing requests read to their end";
export const ALL_ACCOUNTED = "records kept or excluded for a stated reason";

/** Derives status, grade and checks of an item from what was observed. */
export function deriveCollection(observed: ObservedListing): Collection {
  const { requests, listings, received, unique, total } = observed;
  const checks: Check[] = [
    checkEqual(READ_TO_END, listings.length, listings.filter(({ drained }) => drained).length),
    checkEqual(ALL_ACCOUNTED, unique, observed.kept + observed.excluded),
    ...observed.agreements,
    ...(total === null ? [] : [checkEqual(total.name, total.expected, total.actual)]),
    ...observed.proofs,
  ];
  const facts = {
    requests: [...requests],
    received,
    // A record that was left out does not belong to the item.
    unique: unique - observed.excluded,
    sourceTotal: total?.expected ?? null,
    checks,
  };

  const reason = reasonForLoss(observed);
  if (reason === null) {
    return { status: "complete", grade: total === null ? "drained" : "reconciled", reason, ...facts };
  }
  return { status: wasRead(observed) ? "partial" : "failed", grade: null, reason, ...facts };
}

/**
 * Whether any part of the list was read. It was not if reading ended before the first record, unless Datadog
 * gave empty pages and announced more. Null in place of a list counts as nothing read.
 */
function wasRead({ stopped, received, nullLists }: ObservedListing): boolean {
  if (received > 0) return true;
  if (stopped === null) return nullLists === 0;
  // Both codes occur only after a page that announced another one.
  return stopped.code === "source-timeout" || stopped.code === "cursor-repeated";
}

/** The first sign that something is missing; null if there is none. */
function reasonForLoss(observed: ObservedListing): Reason | null {
  const { stopped, misshapen, withheld, listings, unique, kept, excluded, agreements, total } = observed;
  if (stopped !== null) return stopped;
  if (withheld.length > 0) {
    const many = withheld.length > 1;
    return {
      code: "withheld",
      message: `${withheld.length} ${many ? "records hold" : "record holds"} a secret and ${many ? "were" : "was"} left out: ${listPlaces(withheld)}`,
      hint: "take the secret out of that field in Datadog, and replace it: others could read it there",
    };
  }
  if (misshapen.length > 0) {
    const fields = [...new Set(misshapen.map(({ field }) => field))].toSorted().slice(0, 5).join(", ");
    const names = listPlaces(misshapen.map(({ name }) => name));
    return {
      code: "shape",
      message: `${misshapen.length} of the records lack a usable ${fields}: ${names}`,
      hint: "Datadog's answers may have changed; look for a newer version of datadog-evidence",
    };
  }
  if (listings.length === 0 || !listings.every(({ drained }) => drained)) {
    return { code: "cap", message: "reading stopped before the end of the list", hint: null };
  }
  if (kept + excluded !== unique) {
    return {
      code: "count-mismatch",
      message: `${unique} records were read but ${kept + excluded} accounted for`,
      hint: null,
    };
  }
  const broken = agreements.find(({ ok }) => !ok);
  if (broken !== undefined) {
    return {
      code: "count-mismatch",
      message: `${broken.name}: ${broken.actual} of ${broken.expected}`,
      hint: "the list was read in slices that do not add up; run again",
    };
  }
  if (observed.nullLists > 0 && total === null) {
    return {
      code: "shape",
      message:
        "Datadog answered null where its list belongs, and no count of its own says that the list is empty",
      hint: "run again; give the key the optional permissions, so that Datadog's count can be compared",
    };
  }
  if (total !== null && total.expected !== total.actual) {
    return {
      code: "count-mismatch",
      message: `Datadog counts ${total.expected} but its list gave ${total.actual}`,
      hint: "run again; if the numbers still differ, the list omits something",
    };
  }
  return null;
}

function checkEqual(name: string, expected: number, actual: number): Check {
  return { name, expected, actual, ok: expected === actual };
}

/** A check that holds if Datadog showed at least one. */
export function checkAtLeastOne(name: string, actual: number): Check {
  return { name, expected: 1, actual, ok: actual >= 1 };
}

import type { Check, Collection, Reason, Request } from "../schema.ts";

/**
 * What a collector observed while reading one item. Whether the item is
 * complete is derived from this alone, never from the absence of an exception.
 */
export interface ObservedListing {
  /** Every request made for the item, in the order in which they were made. */
  readonly requests: readonly Request[];
  /** The requests that list records, a subset of `requests`; the others deliver control totals. */
  readonly listings: readonly Request[];
  /** Records received, duplicates included. */
  readonly received: number;
  /** Different records received. */
  readonly unique: number;
  /** Of the unique ones, those in the file. */
  readonly kept: number;
  /** Of the unique ones, those left out for a stated reason. */
  readonly excluded: number;
  /** Why reading ended early; null when it ended by itself. */
  readonly stopped: Reason | null;
  /** Where records did not parse, by the path of the field. */
  readonly misshapen: readonly string[];
  /** What must agree between the parts of a list that was read in parts; none where it was read in one. */
  readonly agreements: readonly Check[];
  /** A number the source itself gave for what we should have; null where it gives none. */
  readonly total: { readonly name: string; readonly expected: number; readonly actual: number } | null;
  /** Proofs that the source was alive, beside completeness. */
  readonly proofs: readonly Check[];
}

/** The two checks that every item has. */
export const READ_TO_END = "listing requests read to their end";
export const ALL_ACCOUNTED = "records kept or excluded for a stated reason";

/** Status, grade and checks of an item, as they follow from what was observed. */
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
    // Records of the item: what was left out because it does not belong is no part of it.
    unique: unique - observed.excluded,
    sourceTotal: total?.expected ?? null,
    checks,
  };

  const reason = lossOf(observed);
  if (reason === null) {
    return { status: "complete", grade: total === null ? "drained" : "reconciled", reason, ...facts };
  }
  return { status: wasRead(observed) ? "partial" : "failed", grade: null, reason, ...facts };
}

/**
 * Whether there is a part of the list. Reading that ended before the first
 * record has none, except where the source gave an empty page and called it short.
 */
function wasRead({ stopped, received }: ObservedListing): boolean {
  return stopped === null || stopped.code === "source-timeout" || received > 0;
}

/** The first trace of loss; null when there is none. */
function lossOf(observed: ObservedListing): Reason | null {
  const { stopped, misshapen, listings, unique, kept, excluded, agreements, total } = observed;
  if (stopped !== null) return stopped;
  if (misshapen.length > 0) {
    const fields = [...new Set(misshapen)].toSorted().slice(0, 5).join(", ");
    return {
      code: "shape",
      message: `${misshapen.length} of the records lack a usable ${fields}`,
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

/** A check that holds when the source showed at least one. */
export function checkAtLeastOne(name: string, actual: number): Check {
  return { name, expected: 1, actual, ok: actual >= 1 };
}

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { checkAtLeastOne, deriveCollection } from "../../../src/evidence/rules/completeness.ts";
import type { ObservedListing } from "../../../src/evidence/rules/completeness.ts";
import type { Check, Reason } from "../../../src/evidence/schema.ts";
import { REASON_CODES } from "../../../src/failure.ts";
import { request } from "../../support/evidence.ts";

/** A check of three slices. */
const agreement = (actual: number): Check => ({ name: "slices", expected: 3, actual, ok: actual === 3 });

/** Everything was read and accounted for. */
const lossless: fc.Arbitrary<ObservedListing> = fc
  .record({
    kept: fc.nat({ max: 500 }),
    excluded: fc.nat({ max: 50 }),
    duplicates: fc.nat({ max: 50 }),
    hasTotal: fc.boolean(),
    listings: fc.integer({ min: 1, max: 4 }),
    alive: fc.nat({ max: 1 }),
    slices: fc.nat({ max: 3 }),
  })
  .map(({ kept, excluded, duplicates, hasTotal, listings, alive, slices }) => {
    const unique = kept + excluded;
    const requests = Array.from({ length: listings }, () => request());
    return {
      requests,
      listings: requests,
      received: unique + duplicates,
      unique,
      kept,
      excluded,
      stopped: null,
      nullLists: 0,
      misshapen: [],
      withheld: [],
      agreements: Array.from({ length: slices }, () => agreement(3)),
      total: hasTotal ? { name: "monitors that search counts", expected: unique, actual: unique } : null,
      proofs: [checkAtLeastOne("alive", alive)],
    };
  });

const stopped: fc.Arbitrary<Reason> = fc.record({
  code: fc.constantFrom(...REASON_CODES),
  message: fc.constant("reading stopped"),
  hint: fc.constant(null),
});

/** One trace of loss each, for whatever was observed beside it. */
const losses: fc.Arbitrary<(observed: ObservedListing) => ObservedListing> = fc.oneof(
  stopped.map((reason) => (observed: ObservedListing) => ({ ...observed, stopped: reason })),
  fc
    .array(fc.record({ field: fc.string(), name: fc.string() }), { minLength: 1 })
    .map((misshapen) => (observed: ObservedListing) => ({ ...observed, misshapen })),
  fc
    .array(fc.string(), { minLength: 1 })
    .map((withheld) => (observed: ObservedListing) => ({ ...observed, withheld })),
  fc.constant((observed: ObservedListing) => ({ ...observed, listings: [] })),
  fc.constant((observed: ObservedListing) => ({ ...observed, nullLists: 1, total: null })),
  fc.constant((observed: ObservedListing) => ({
    ...observed,
    agreements: [...observed.agreements, agreement(2)],
  })),
  fc.constant((observed: ObservedListing) => ({
    ...observed,
    listings: [...observed.listings, request({ drained: false })],
  })),
  fc.integer({ min: 1, max: 9 }).map((lost) => (observed: ObservedListing) => ({
    ...observed,
    unique: observed.unique + lost,
  })),
  fc
    .integer({ min: -9, max: 9 })
    .filter((lost) => lost !== 0)
    .map((lost) => (observed: ObservedListing) => ({
      ...observed,
      total: { name: "a total", expected: observed.unique, actual: observed.unique + lost },
    })),
);

test("without a trace of loss an item is complete, and graded by what it was compared with", () => {
  fc.assert(
    fc.property(lossless, (observed) => {
      const { status, grade, reason, sourceTotal } = deriveCollection(observed);

      expect(status).toBe("complete");
      expect(grade).toBe(observed.total === null ? "drained" : "reconciled");
      expect(reason).toBeNull();
      expect(sourceTotal).toBe(observed.total?.expected ?? null);
    }),
  );
});

test("with any trace of loss an item is neither complete nor graded, and says why", () => {
  fc.assert(
    fc.property(lossless, fc.array(losses, { minLength: 1, maxLength: 3 }), (observed, lose) => {
      const { status, grade, reason } = deriveCollection(lose.reduce((rest, step) => step(rest), observed));

      expect(["partial", "failed"]).toContain(status);
      expect(grade).toBeNull();
      expect(reason?.message).toBeTruthy();
    }),
  );
});

test("checks carry the numbers they compared", () => {
  fc.assert(
    fc.property(lossless, losses, (observed, lose) => {
      for (const { name, expected, actual, ok } of deriveCollection(lose(observed)).checks) {
        expect(ok).toBe(name === "alive" ? actual >= expected : actual === expected);
      }
    }),
  );
});

test("the sentence about records that do not parse names at most five fields", () => {
  const [observed] = fc.sample(lossless, 1);
  if (observed === undefined) throw new Error("no sample");
  const misshapen = Array.from({ length: 40 }, (_, n) => ({
    field: `attributes.field${String(n).padStart(2, "0")}`,
    name: `AQ-${n}`,
  }));

  const { reason } = deriveCollection({ ...observed, misshapen });

  expect(reason?.code).toBe("shape");
  expect(reason?.message).toContain("40 of the records lack a usable attributes.field00");
  expect(reason?.message.match(/attributes/g)).toHaveLength(5);
});

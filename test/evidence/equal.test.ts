import * as fc from "fast-check";
import { expect, test } from "vitest";

import { canonicalJson } from "../../src/evidence/files/canonical.ts";
import { isSameJson } from "../../src/evidence/equal.ts";

/** Few names and few values, so that two of them are often the same. */
const { value: few } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, 0, -0, 1, "", "a", "0"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "0", "__proto__", "length"), tie("value"), { maxKeys: 2 }),
  ),
}));
type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

test("two values are the same exactly where their canonical forms are", () => {
  fc.assert(
    fc.property(few, few, (one, other) => {
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
    }),
    { numRuns: 2000 },
  );
});

test("a value is the same as what is read of its text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isSameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true);
    }),
  );
});

test.each([
  ["a list and an object of the same entries", ["a"], { "0": "a" }],
  ["an empty list and an empty object", [], {}],
  ["nothing and an empty object", null, {}],
  ["a member more", { a: 1 }, { a: 1, b: 1 }],
  ["a member that the other only inherits", { toString: 1 }, { a: 1 }],
  ["a number and its digits", 1, "1"],
])("%s are not the same, either way round", (_, one, other) => {
  expect([isSameJson(one, other), isSameJson(other, one)]).toEqual([false, false]);
});

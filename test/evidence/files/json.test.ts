import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readJson } from "../../../src/evidence/files/json.ts";

test("reads every JSON text as JSON.parse does", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(readJson(Buffer.from(text))).toEqual({ value: JSON.parse(text) as unknown });
    }),
  );
});

test.each([
  ["nothing", "", "is not JSON"],
  ["half of an object", '{"a":', "is not JSON"],
  ["a string without an end", '{"a": "\\', "is not JSON"],
  ["a byte order mark", '\ufeff{"a":1}', "is not JSON"],
  ["text after the end", '{"a":1} {"a":2}', "is not JSON"],
  ["a member twice", '{"a":1,"a":2}', "names a member twice"],
  ["a member twice, once escaped", String.raw`{"a":1,"\u0061":2}`, "names a member twice"],
  ["a member twice far inside", '[{"b":[{"a":1,"a":1}]}]', "names a member twice"],
  ["65 levels", "[".repeat(65) + "]".repeat(65), "is nested more than 64 levels deep"],
  ["a million levels", '{"a":'.repeat(1_000_000), "is nested more than 64 levels deep"],
])("refuses %s", (_, text, trouble) => {
  expect(readJson(Buffer.from(text))).toEqual({ trouble });
});

test("refuses bytes that are no UTF-8", () => {
  expect(readJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ trouble: "is not text in UTF-8" });
});

test("does not take colons and brackets in strings for structure", () => {
  const value = { 'a":"b': ["{:[".repeat(50), String.raw`\": \\`], ["__proto__"]: 1 };

  expect(readJson(Buffer.from(JSON.stringify(value)))).toEqual({ value });
});

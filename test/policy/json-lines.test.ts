import * as fc from "fast-check";
import { expect, test } from "vitest";

import { lineAt, linesOfJson } from "../../src/policy/json-lines.ts";

test("finds the line of every member and element of indented JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify({ value, last: 1 }, null, 2);

      const lines = linesOfJson(text);

      expect(lines).toMatchObject({ brokenAt: null, repeated: [] });
      const written = text.split("\n");
      expect(written[lineAt(lines, ["last"]) - 1]).toBe('  "last": 1');
    }),
  );
});

test("agrees with the parser on what is JSON, but for characters that it need not see", () => {
  const token = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"b\\""',
    "1",
    "-0.5e+3",
    "01",
    "true",
    "nul",
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 9 }), (tokens) => {
      const text = tokens.join("");

      expect(linesOfJson(text).brokenAt === null).toBe(isJson(text));
    }),
    { numRuns: 20_000 },
  );
});

test("a path that leads nowhere gives the line of the last part that is there", () => {
  const lines = linesOfJson('{\n"a": [\n1,\n{"b": 2}]}');

  expect(lineAt(lines, ["a", 1, "b", "c"])).toBe(4);
  expect(lineAt(lines, ["a", 7])).toBe(2);
  expect(lineAt(lines, ["z"])).toBe(1);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

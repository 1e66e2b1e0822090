import { array, assert, property, string } from "fast-check";
import { expect, test } from "vitest";

import { annotationText } from "../../src/action/annotation.ts";

const CURE = "give the key the permission monitors_read";

test.each([
  ["a long answer", `Datadog refused GET /x (403): ${"no ".repeat(3000)}\n${CURE}`],
  ["an answer with its cure in one line", `Datadog refused GET /x (403): ${"no ".repeat(3000)}; ${CURE}`],
  [
    "many problems",
    Array.from({ length: 900 }, (_, index) => `input ${index}: is wrong`).join("\n") + `\n${CURE}`,
  ],
])("%s fits into an annotation with its first words and its cure", (_, text) => {
  const shown = annotationText(text);

  expect(shown.length).toBeLessThanOrEqual(4096);
  expect(shown.length).toBeGreaterThan(500);
  expect(shown.slice(0, 12)).toBe(text.slice(0, 12));
  expect(shown).toMatch(new RegExp(`${CURE}$`));
});

test("lines that are left out are counted", () => {
  const shown = annotationText(
    Array.from({ length: 900 }, (_, index) => `input ${index}: is wrong`).join("\n"),
  );

  expect(shown).toContain(
    "input 21: is wrong\n… 876 more lines, which are in the log of this step …\ninput 898",
  );
});

test("short lines stay as they are beside a long one", () => {
  const lines = ["the evidence is partial", "x".repeat(9000), CURE];

  const shown = annotationText(lines.join("\n")).split("\n");

  expect([shown[0], shown[2]]).toEqual([lines[0], CURE]);
  expect(shown[1]?.length).toBeGreaterThan(3900);
});

test("any text fits, and one that fits is not changed", () => {
  assert(
    property(array(string({ unit: "binary", maxLength: 900 }), { maxLength: 60 }), (lines) => {
      const text = lines.join("\n");
      const shown = annotationText(text);
      expect(shown.length).toBeLessThanOrEqual(4096);
      expect(text.length > 4096 || shown === text).toBe(true);
    }),
    { numRuns: 60 },
  );
});

import { expect, test } from "vitest";

import { shortenSummary } from "../../../src/report/job-summary/shorten.ts";

/** GitHub drops a larger summary (actions/runner, FileCommandManager.cs). */
const LIMIT = 1024 * 1024;

test("a summary that fits is not changed", () => {
  expect(shortenSummary("# Evidence\n", "the log")).toBe("# Evidence\n");
});

test.each([
  [
    "lines",
    "a line of text é\n".repeat(100_000),
    /a line of text é\n\nCut here; the rest is in the log\.\n$/,
  ],
  [
    "what is folded away",
    `<details><summary>more</summary>\n${"a line\n".repeat(200_000)}</details>\n`,
    /a line\n\n<\/details>\n\nCut here; the rest is in the log\.\n$/,
  ],
])(
  "%s are cut after a whole line, below what GitHub takes, and it says where the rest is",
  (_, text, end) => {
    const shown = shortenSummary(text, "the log");

    expect(Buffer.byteLength(shown)).toBeLessThan(LIMIT);
    expect(Buffer.byteLength(shown)).toBeGreaterThan(899_000);
    expect(shown).toMatch(end);
  },
);

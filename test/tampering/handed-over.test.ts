import { expect, test } from "vitest";

import { Failure } from "../../src/failure.ts";
import { periodText } from "../../src/report/period/terminal.ts";
import type { PeriodVerdict } from "../../src/verify/period/verdict.ts";
import { temporaryFolder } from "../support/temp.ts";
import { HANDED_OVER } from "./handed-over.ts";

const rows = HANDED_OVER.flatMap((group) => group.rows);

test.each(rows)("$attack: exit $exit", async ({ attempt, words, exit }) => {
  await using root = await temporaryFolder();

  expect(await answerOf(attempt(root.path))).toEqual({ exit, page: expect.stringContaining(words) });
});

/** The exit code and the page of `verify`; a failure is a 2 with its sentence. */
async function answerOf(verdict: Promise<PeriodVerdict>): Promise<{ exit: number; page: string }> {
  try {
    const found = await verdict;
    return { exit: found.exitCode, page: periodText(found).replaceAll(/\s+/g, " ") };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { exit: 2, page: error.message };
  }
}

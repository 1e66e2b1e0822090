import { appendFileSync } from "node:fs";

import { configureGlobal, defaultReportMessage, type RunDetails } from "fast-check";
import { expect } from "vitest";

/**
 * Loaded before each test file by `scripts/figures.ts`: writes down how many
 * cases each property really tried, one line of JSON for each property.
 */
configureGlobal({
  reporter: (details: RunDetails<unknown>) => {
    const { testPath, currentTestName } = expect.getState();
    const line = JSON.stringify({ file: testPath, test: currentTestName, cases: details.numRuns });
    appendFileSync(process.env["FUZZ_COUNT_FILE"] ?? "/dev/null", `${line}\n`);
    // A reporter stands in place of the one that fails the test.
    if (details.failed) throw new Error(defaultReportMessage(details));
  },
});

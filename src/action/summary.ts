import { appendFileSync } from "node:fs";

import { errorCode, Failure } from "../failure.ts";
import type { Environment } from "../platform/environment.ts";

/**
 * Appends the text to the summary of the job. Returns why it could not: the evidence is published by then, and that must
 * still be said. A job without a summary is fine.
 */
export function writeJobSummary(text: string, environment: Environment = process.env): Failure | null {
  // The summary of @actions/core keeps a buffer of its own and knows no limit.
  const file = environment["GITHUB_STEP_SUMMARY"];
  if (!file) return null;
  try {
    appendFileSync(file, text);
    return null;
  } catch (error) {
    return new Failure("input", `the summary of the job cannot be written (${errorCode(error)})`, {
      hint: "free space on the disk of the runner, and check the file that GITHUB_STEP_SUMMARY names",
      cause: error,
    });
  }
}

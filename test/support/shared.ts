import { existsSync } from "node:fs";
import path from "node:path";

import type { TestContext } from "vitest";

/** Recorded answers and schemas of Datadog. They lie beside the repository and are never copied into it. */
export const SHARED = path.resolve(import.meta.dirname, "../../../shared/datadog");

/** Skips a test that needs them where they are absent, and says so; with EVIDENCE_REQUIRE_SHARED=1 it fails. */
export function needsShared({ skip }: TestContext): void {
  if (existsSync(SHARED)) return;
  const reason = "no recordings or schemas of Datadog in ../shared/datadog";
  if (process.env["EVIDENCE_REQUIRE_SHARED"] === "1") throw new Error(reason);
  process.stderr.write(`skipped: ${reason}\n`);
  skip(reason);
}

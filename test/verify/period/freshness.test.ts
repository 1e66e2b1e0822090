import { expect, test } from "vitest";

import type { Evidence } from "../../../src/evidence/schema.ts";
import { freshnessFindings, worstFinding } from "../../../src/verify/period/freshness.ts";
import { evidenceAt, verdictOver, WrittenStream } from "../../support/stream.ts";
import { temporaryFolder } from "../../support/temp.ts";

const AT = "2026-08-03T06:17:31Z";
const NOW = "2026-08-03T12:00:00Z";

/** What a watcher says of a stream with one run, changed in this way and signed. */
async function watched(change: Partial<Evidence>) {
  await using root = await temporaryFolder();
  await new WrittenStream(root.path).add({ ...evidenceAt(AT), ...change });
  const findings = freshnessFindings(await verdictOver(root.path, { now: NOW }), {
    names: ["prod"],
    now: new Date(NOW),
  });
  return { findings, ...worstFinding(findings) };
}

test("a fresh run of known rules is no finding", async () => {
  expect(await watched({})).toEqual({ findings: [], verdict: "fresh", exitCode: 0 });
});

test.each<readonly [string, Partial<Evidence>, string]>([
  ["rules", { rules: 99 }, "does not know version 99 of the rules"],
  [
    "a mapping",
    { mapping: { version: "2031-01", sha256: "0".repeat(64) } },
    "does not know the mapping 2031-01",
  ],
])("a watcher does not take a run of %s that it does not know for fresh", async (_, change, why) => {
  const { findings, verdict, exitCode } = await watched(change);

  expect({ verdict, exitCode }).toEqual({ verdict: "unchecked", exitCode: 2 });
  expect(findings[0]?.words).toContain(why);
});

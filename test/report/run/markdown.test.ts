import { expect, test } from "vitest";

import { fileOf } from "../../../src/evidence/file.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import type { Evidence, Item } from "../../../src/evidence/schema.ts";
import { markdownOfRun } from "../../../src/report/run/load.ts";
import {
  ended,
  evidenceOf,
  findingsItem,
  monitor,
  monitorsItem,
  REASON,
  signal,
  signalsItem,
} from "../../support/evidence.ts";

test("says of each item what it holds, how completely, and what it does not show", () => {
  const text = markdown([signalsItem([signal()]), monitorsItem([monitor()]), findingsItem([])]);

  expect(text).toContain("| Security signals | attention | 1 critical, 0 high, 1 total, 1 open,");
  expect(text).toContain("## Compliance monitors: clear");
  expect(text).toContain("| OK | Backup is recent | 2026-05-20T00:00:00Z |  |");
  expect(text).toContain("- That an alert reaches a person.");
  expect(text).toContain("**This run is not signed**");
  expect(text).not.toMatch(/\bcompliant\b/i);
});

test("never shows a zero for what failed, and floors for what is partial", () => {
  const text = markdown([monitorsItem([], ended("failed")), signalsItem([signal()], ended("partial"))]);

  expect(text).toContain("| Compliance monitors | unknown | not known | failed, source-timeout |");
  expect(text).toContain("No record was obtained. That is not the same as there being none.");
  expect(text).toContain("at least 1 critical");
  expect(text).toContain("1 record seen; there may be more:");
  expect(text).toContain(`> ${REASON.message}. Run again when Datadog is less busy.`);
});

test("names, reasons and files cannot become markup", () => {
  const hostile = "# x | <img src=x> `a` [b](https://evil.example) @octocat\n- y\n```";
  const item = monitorsItem([monitor({ name: hostile, state: hostile })]);
  const evidence = evidenceOf([{ ...item, title: hostile, caveats: [hostile] }]);

  const text = markdownOfRun({
    evidence,
    files: [fileOf(hostile, "x")],
    statement: null,
    signedBy: null,
  });

  expect(text).not.toMatch(/<img|\]\(|https:\/\/evil|@octocat|^```/m);
  expect(text.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1);
  expect(text.split("\n").filter((line) => line.startsWith("- y"))).toEqual([]);
});

function markdown(items: readonly Item[]): string {
  const evidence: Evidence = evidenceOf([...items]);
  return markdownOfRun({ evidence, files: evidenceFiles(evidence), statement: null, signedBy: null });
}

test("says that the rest is in the file that its records moved to", () => {
  const records = Array.from({ length: 501 }, (_, id) => monitor({ id }));
  const evidence = evidenceOf([monitorsItem(records), signalsItem()]);

  const text = markdownOfRun({
    evidence,
    files: evidenceFiles(evidence, 20_000),
    statement: null,
    signedBy: null,
  });

  expect(text).toContain("The first 500 are shown. 1 more are in records-compliance-monitors.ndjson.");
});

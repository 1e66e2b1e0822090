import { cp, mkdir, rename } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { ended, evidenceOf, monitorsItem, newKey, signalsItem, writtenRun } from "../../support/evidence.ts";
import { exitCodeOf } from "../../../src/verify/run/verdict.ts";
import { verdictOn } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const key = newKey();

test("a run in its place is genuine, and the only remark is that nobody proves its time", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);

  const { isGenuine, remarks, findings } = await verdictOn(folder, key);

  expect(isGenuine).toBe(true);
  expect(remarks).toEqual([expect.stringContaining("is not proven (it carries no timestamp)")]);
  expect(findings.map(({ check }) => check)).toEqual([
    "signature",
    "statement",
    "subjects",
    "evidence",
    "agreement",
    "derivation",
    "mapping",
    "folder",
    "promises",
  ]);
});

test.each<readonly [string, to: string, sentence: string]>([
  [
    "time",
    "prod/2026/2026-08-05/061732Z-123-1",
    "the run is in 2026/2026-08-05/061732Z-123-1 but belongs in 2026/2026-08-05/061731Z-123-1",
  ],
  ["run", "prod/2026/2026-08-05/061731Z-124-1", "the run is in 2026/2026-08-05/061731Z-124-1"],
  ["attempt", "prod/2026/2026-08-05/061731Z-123-2", "the run is in 2026/2026-08-05/061731Z-123-2"],
  [
    "day",
    "prod/2026/2026-08-06/061731Z-123-1",
    "the run is in 2026/2026-08-06/061731Z-123-1 but belongs in 2026/2026-08-05",
  ],
  [
    "day without a year",
    "audit/2026-08-06/061731Z-123-1",
    "the run is in 2026-08-06/061731Z-123-1 but belongs in 2026/",
  ],
  ["year", "prod/2025/2026-08-05/061731Z-123-1", "the run is in 2025/2026-08-05"],
  ["stream", "test/2026/2026-08-05/061731Z-123-1", "if the folder test is a copy, rename it to prod"],
])("a run moved to another %s is not genuine", async (_, to, sentence) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  const moved = path.join(root.path, to);
  await mkdir(path.dirname(moved), { recursive: true });
  await rename(folder, moved);

  const failed = (await verdictOn(moved, key)).findings.filter(({ ok }) => !ok);

  expect(failed.map(({ check }) => check)).toEqual(["folder"]);
  expect(failed[0]?.detail).toContain(sentence);
});

test.each([
  ["artifact", "the folder does not have the name of a run folder, so its path was not checked"],
  ["061731Z-123-1", "the folder is not below a stream, so only its name was checked"],
  [
    "audit/2026-08-05/061731Z-123-1",
    "the folder is not below a stream, so only its name and day were checked",
  ],
])("a run copied to a folder named %s is genuine, with a remark", async (name, remark) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  const copy = path.join(root.path, "elsewhere", name);
  await cp(folder, copy, { recursive: true });

  const verdict = await verdictOn(copy, key);

  expect(verdict.isGenuine).toBe(true);
  expect(verdict.remarks).toContain(remark);
});

test("a genuine run that is not complete is genuine, and says what it is", async () => {
  await using root = await temporaryFolder();
  const evidence = evidenceOf([signalsItem([], ended("failed")), monitorsItem()]);
  const { folder } = await writtenRun(root.path, key, { evidence });

  const verdict = await verdictOn(folder, key);

  expect(verdict.isGenuine).toBe(true);
  expect(verdict.run?.evidence?.outcome).toBe("partial");
});

test.each([
  ["rules", { rules: 99 }, "derivation", "does not know version 99 of the rules"],
  [
    "a mapping",
    { mapping: { version: "2031-01", sha256: "0".repeat(64) } },
    "mapping",
    "does not know the mapping 2031-01",
  ],
] as const)("evidence of %s that this version does not know is exit 2", async (_, of, check, sentence) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key, { evidence: evidenceOf(undefined, of) });

  const verdict = await verdictOn(folder, key);

  expect(exitCodeOf(verdict)).toBe(2);
  expect(verdict.findings.at(-1)).toEqual({ check, ok: false, detail: expect.stringContaining(sentence) });
});

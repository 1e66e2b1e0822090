import { execFileSync } from "node:child_process";
import { rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { awaitFailure } from "../../../src/failure.ts";
import { readRunFolder, type RunFolder } from "../../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import { HOSTILE_BUNDLES } from "../../hostile/bundles.ts";
import { newKey, writtenRun } from "../../support/evidence.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { verdictOn } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const key = newKey();
const trusted = [readVerifyingKey(key.publicPem)];
const BUNDLE = "evidence.sigstore.json";
const EVIDENCE = "evidence.json";

test.each(HOSTILE_BUNDLES)("a bundle that is %s gets a sentence, not a stack", async (_, bytes) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  await writeFile(path.join(folder, BUNDLE), bytes);

  const { isGenuine, findings } = await verdictOn(folder, key);

  expect(isGenuine).toBe(false);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.check).toBe("bundle");
  expect(findings[0]?.detail).toMatch(/^the bundle /);
  expect(findings[0]?.detail.length).toBeLessThan(300);
});

test("a bundle of any JSON gets a sentence, not a stack", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const folder = await folderOf({ [BUNDLE]: Buffer.from(text), [EVIDENCE]: Buffer.from("{}") });
      const { isGenuine, findings } = await verifyRun(folder, { keys: trusted });

      expect(isGenuine).toBe(false);
      expect(findings).toHaveLength(1);
    }),
  );
});

test("no single byte of genuine evidence can be changed", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  const genuine = await readRunFolder(diskFiles(folder));
  const bytes = genuine.files.get(EVIDENCE) ?? Buffer.alloc(0);

  await fc.assert(
    fc.asyncProperty(changed(bytes), async (altered) => {
      const files = new Map([...genuine.files, [EVIDENCE, altered]]);
      const { isGenuine, findings } = await verifyRun({ ...genuine, files }, { keys: trusted });

      expect(isGenuine).toBe(false);
      expect(findings.at(-1)?.check).toBe("subjects");
    }),
    { numRuns: 500 },
  );
});

test("a folder that is none, or that holds no run, could not be verified", async () => {
  await using root = await temporaryFolder();
  await writeFile(path.join(root.path, "file"), "");

  for (const [folder, sentence] of [
    ["absent", "cannot be read as a folder (ENOENT)"],
    ["file", "is a file, not a folder"],
    [".", "is not a run folder"],
  ] as const) {
    const files = diskFiles(path.join(root.path, folder));
    expect(await awaitFailure(async () => readRunFolder(files))).toMatchObject({
      code: "unreadable",
      message: expect.stringContaining(sentence),
    });
  }
});

test("a file of many gigabytes is not read", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  await truncate(path.join(folder, EVIDENCE), 5_000_000_000);

  await expect(readRunFolder(diskFiles(folder))).rejects.toThrow(
    "evidence.json is larger than any evidence: 5000000000 bytes",
  );
});

test("files of many gigabytes that are not signed are named and not read", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  const names = ["core", "gap.json", "notes.txt", "records-cspm-findings.ndjson", "x.bin"];
  for (const name of names) {
    await writeFile(path.join(folder, name), "");
    await truncate(path.join(folder, name), 5_000_000_000);
  }

  const { isGenuine, remarks } = await verdictOn(folder, key);

  expect(isGenuine).toBe(true);
  expect(remarks).toEqual(
    expect.arrayContaining(names.map((name) => `${name} in the run folder is not signed`)),
  );
});

test.skipIf(process.platform === "win32")("a pipe is not waited for", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  await rm(path.join(folder, EVIDENCE));
  execFileSync("mkfifo", [path.join(folder, EVIDENCE)]);

  const { isGenuine, findings } = await verdictOn(folder, key);

  expect(isGenuine).toBe(false);
  expect(findings.at(-1)?.detail).toContain("evidence.json is signed but is not a regular file");
});

test("every given key is tried in bounded time, whatever the evidence weighs", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, key);
  await writeFile(path.join(folder, EVIDENCE), Buffer.alloc(50_000_000, 0x5b));
  const started = performance.now();

  const { isGenuine } = await verdictOn(folder, ...Array.from({ length: 20 }, () => newKey()), key);

  expect(isGenuine).toBe(false);
  expect(performance.now() - started).toBeLessThan(3000);
});

/** The bytes with one of them replaced by another. */
function changed(bytes: Buffer): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }))
    .map(([position, difference]) => {
      const altered = Buffer.from(bytes);
      altered[position] = (altered[position] ?? 0) ^ difference;
      return altered;
    });
}

/** A run folder with these files. */
async function folderOf(files: Readonly<Record<string, Buffer>>): Promise<RunFolder> {
  return readRunFolder(memoryFiles("/run", new Map(Object.entries(files))));
}

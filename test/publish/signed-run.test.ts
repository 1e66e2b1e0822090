import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import type { StoredRun } from "../../src/publish/branch.ts";
import { readContent, readSignedRun } from "../../src/publish/signed-run.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { newKey, writtenRun } from "../support/evidence.ts";
import { evidenceAt } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const KEY = newKey();
const EVIDENCE = evidenceAt("2026-11-20T06:17:31Z");

/** The run as a repository holds it, without the files that are left out. */
async function runAt(folder: string, without = ""): Promise<StoredRun> {
  const names = (await readdir(folder)).filter((name) => name !== without);
  const files = names.map(async (name) => {
    const file = path.join(folder, name);
    return [name, { size: (await stat(file)).size, read: async () => readFile(file) }] as const;
  });
  return {
    place: "2026/2026-11-20/061731Z-1-1",
    isCommitted: true,
    files: new Map(await Promise.all(files)),
  };
}

async function contentIn(at: StoredRun) {
  const run = await readSignedRun(at, signerCheck(KEY));
  if ("trouble" in run) throw new Error(run.trouble);
  return readContent(run);
}

test("records that had moved out of the evidence are compared with like the others", async () => {
  await using folder = await temporaryFolder();
  const written = await writtenRun(folder.path, KEY, { evidence: EVIDENCE, largest: 4000 });

  const at = await runAt(written.folder);

  expect([...at.files.keys()].some((name) => name.endsWith(".ndjson"))).toBe(true);
  expect(await contentIn(at)).toEqual({ evidence: EVIDENCE, policy: null });
});

test("records that are signed and gone leave nothing to link to", async () => {
  await using folder = await temporaryFolder();
  const written = await writtenRun(folder.path, KEY, { evidence: EVIDENCE, largest: 4000 });
  const moved = (await readdir(written.folder)).find((name) => name.endsWith(".ndjson")) ?? "";

  expect(await contentIn(await runAt(written.folder, moved))).toEqual({
    code: "changed",
    trouble: `cannot be linked to: ${moved} is signed but not there`,
  });
});

test("a run that is signed outside of any chain has no place in one", async () => {
  await using folder = await temporaryFolder();
  const written = await writtenRun(folder.path, KEY, { evidence: EVIDENCE });

  expect(await readSignedRun(await runAt(written.folder), signerCheck(KEY))).toMatchObject({
    link: null,
    signedBy: KEY.fingerprint,
  });
});

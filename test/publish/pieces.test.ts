import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { diskFiles } from "../../src/platform/disk.ts";
import { runAttester, keySigner } from "../../src/sign/attest.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { fileOf, type EvidenceFile } from "../../src/evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import { runGit } from "../../src/publish/git/git.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { writeRunFolder } from "../../src/publish/write-folder.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../src/verify/run/verify-run.ts";
import { evidenceOf, newKey } from "../support/evidence.ts";
import { filesIn, newRepository } from "../support/git.ts";
import { broken, cut } from "../support/pieces.ts";
import { NEVER } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const PLACE = runPath(evidenceOf());
const NAME = "records-security-signals.ndjson";
const CONTENT = Buffer.from(
  Array.from(
    { length: 40_000 },
    (_, n) => `${JSON.stringify({ id: `AQ-${n}`, title: "é".repeat(n % 90) })}\n`,
  ).join(""),
);
const WHOLE = fileOf(NAME, CONTENT);

async function committed(folder: string, ...files: readonly EvidenceFile[]) {
  const branch = new LocalBranch({ folder, path: "." });
  const runs = [{ stream: "prod", place: PLACE, files }];
  return branch.append({ runs, files: [], message: "one run" }, await branch.head(), NEVER);
}

test("a file in pieces is written as if it were whole", async () => {
  await using folder = await temporaryFolder();
  const place = path.join(folder.path, "run");

  await writeRunFolder(place, [cut(WHOLE, 65_537)]);

  expect((await readFile(path.join(place, NAME))).equals(CONTENT)).toBe(true);
});

test("a file in pieces is committed as the blob of the whole, and the work tree has it", async () => {
  await using tree = await newRepository();

  const landed = await committed(tree.path, cut(WHOLE, 65_537));

  const given = promisify(execFile)("git", ["hash-object", "--stdin"]);
  given.child.stdin?.end(CONTENT);
  expect(landed).toMatchObject({ warnings: [] });
  expect((await runGit(tree.path, ["rev-parse", `HEAD:prod/${PLACE}/${NAME}`])).toString()).toBe(
    (await given).stdout,
  );
  expect((await readFile(path.join(tree.path, "prod", PLACE, NAME))).equals(CONTENT)).toBe(true);
});

test("a run whose files lie in pieces is signed and committed, and genuine", async () => {
  await using tree = await newRepository();
  const key = newKey();
  const evidence = evidenceOf();
  const files = evidenceFiles(evidence, 1).map((file) => cut(file, 7));

  const { bundle } = await runAttester(keySigner(key))(evidence, files, null);
  await committed(tree.path, ...files, fileOf(BUNDLE_NAME, bundle));

  const folder = await readRunFolder(diskFiles(path.join(tree.path, "prod", PLACE)));
  const { isGenuine } = await verifyRun(folder, { keys: [readVerifyingKey(key.publicPem)] });
  expect(isGenuine).toBe(true);
});

test("files that are equal are each written under their own name", async () => {
  await using tree = await newRepository();

  await committed(tree.path, fileOf("a.json", "{}\n"), fileOf("b.json", "{}\n"));

  expect(await filesIn(tree.path)).toEqual([`prod/${PLACE}/a.json`, `prod/${PLACE}/b.json`]);
  expect(await readdir(path.join(tree.path, "prod", PLACE))).toEqual(["a.json", "b.json"]);
});

test("a file that cannot be read to its end is neither committed nor written", async () => {
  await using tree = await newRepository();

  await expect(committed(tree.path, broken(WHOLE))).rejects.toMatchObject({ code: "not-published" });
  await expect(writeRunFolder(path.join(tree.path, "run"), [broken(WHOLE)])).rejects.toMatchObject({
    code: "not-published",
  });

  expect(await filesIn(tree.path, "HEAD").catch(() => "no commit")).toBe("no commit");
  expect(await readdir(tree.path)).toEqual([".git"]);
});

test("no piece is read before git has taken those before it, and none after git has ended", async () => {
  await using tree = await newRepository();
  let read = 0;
  let isClosed = false;
  const pieces = function* () {
    try {
      for (; read < 64; read += 1) yield Buffer.alloc(1_000_000);
    } finally {
      isClosed = true;
    }
  };

  const tasted = runGit(tree.path, ["-c", "alias.taste=!head -c 1 >/dev/null && exit 3", "taste"], {
    input: pieces(),
  });

  await expect(tasted).rejects.toMatchObject({ code: 3 });
  expect(read).toBeLessThan(8);
  expect(isClosed).toBe(true);
});

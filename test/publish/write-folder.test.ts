import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

import { expect, test } from "vitest";

import { fileOf } from "../../src/evidence/file.ts";
import { ensureWritable, writeOnce, writeRunFolder } from "../../src/publish/write-folder.ts";
import { ROOT } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";

const FILES = ["evidence.json", "evidence.sigstore.json"].map((name) => fileOf(name, "{}\n"));

test("a run folder holds exactly its files, in folders that are made for it", async () => {
  await using folder = await temporaryFolder();
  const place = path.join(folder.path, "prod/2026/2026-11-22/061731Z-1-1");

  await writeRunFolder(place, FILES);

  expect((await readdir(place)).toSorted()).toEqual(["evidence.json", "evidence.sigstore.json"]);
  expect(await readdir(path.dirname(place))).toEqual(["061731Z-1-1"]);
});

test("a run folder that is there is never touched", async () => {
  await using folder = await temporaryFolder();
  const place = path.join(folder.path, "run");
  await writeRunFolder(place, FILES);

  const again = writeRunFolder(place, [fileOf("evidence.json", "forged")]);

  await expect(again).rejects.toMatchObject({
    code: "not-published",
    message: expect.stringContaining("already exists, and evidence is never overwritten"),
  });
  expect(await readFile(path.join(place, "evidence.json"), "utf8")).toBe("{}\n");
  expect(await readdir(folder.path)).toEqual(["run"]);
});

test("of many who write the same run one wins, whole, and the others are told", async () => {
  await using folder = await temporaryFolder();
  const place = path.join(folder.path, "run");
  const versions = Array.from({ length: 8 }, (_, index) => FILES.map(({ name }) => fileOf(name, `${index}`)));

  const ended = await Promise.allSettled(versions.map(async (files) => writeRunFolder(place, files)));

  const lost = ended.filter(({ status }) => status === "rejected");
  expect(lost).toHaveLength(7);
  for (const each of lost) {
    expect(each).toMatchObject({ reason: { message: expect.stringContaining("never overwritten") } });
  }
  const [one, other] = await Promise.all(
    FILES.map(async ({ name }) => readFile(path.join(place, name), "utf8")),
  );
  expect(one).toBe(other);
  expect(await readdir(folder.path)).toEqual(["run"]);
});

test("what cannot be written leaves nothing behind and names the reason", async () => {
  await using folder = await temporaryFolder();
  const place = path.join(folder.path, "run");
  const twice = [...FILES, ...FILES];

  await expect(writeRunFolder(place, twice)).rejects.toMatchObject({ code: "not-published" });

  expect(await readdir(folder.path)).toEqual([]);
});

test("a file in the way is a sentence, not a bug", async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, "file");
  await writeFile(file, "");

  const ended = await Promise.allSettled([
    writeRunFolder(path.join(file, "run"), FILES),
    writeRunFolder(path.join(file, "prod/run"), FILES),
    writeOnce(path.join(file, "VERIFY.md"), "text"),
  ]);

  for (const each of ended) expect(each).toMatchObject({ reason: { code: "not-published" } });
});

test("a process that is killed at any moment leaves whole runs and no half of one", async () => {
  await using folder = await temporaryFolder();

  await Promise.all([3, 11, 29, 53, 101].map(async (ms) => killed(path.join(folder.path, `${ms}`), ms)));

  const places = await readdir(folder.path, { recursive: true });
  const runs = places.filter((place) => /^\d+\/run-\d+$/.test(place));
  expect(runs.length).toBeGreaterThan(0);
  for (const run of runs) {
    const names = await readdir(path.join(folder.path, run));
    const sizes = names.map(async (name) => (await stat(path.join(folder.path, run, name))).size);
    expect(await Promise.all(sizes)).toEqual([100_000, 100_000, 100_000]);
  }
});

test("a file is written once, and whoever comes later is told so", async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, "deep/VERIFY.md");

  const written = [await writeOnce(file, "first"), await writeOnce(file, "second")];

  expect(written).toEqual([true, false]);
  expect(await readFile(file, "utf8")).toBe("first");
  expect(await readdir(path.dirname(file))).toEqual(["VERIFY.md"]);
});

test("a link in place of the guide is not followed", async () => {
  await using folder = await temporaryFolder();
  const [target, link] = [path.join(folder.path, "target"), path.join(folder.path, "VERIFY.md")];
  await symlink(target, link);

  await writeOnce(link, "text");

  await expect(stat(target)).rejects.toThrow("ENOENT");
});

test("whether a folder can be written is found out without a trace", async () => {
  await using folder = await temporaryFolder();
  await mkdir(path.join(folder.path, "there"));

  await ensureWritable(path.join(folder.path, "there"), "out");

  expect(await readdir(path.join(folder.path, "there"))).toEqual([]);
});

const ENDLESS = `
import { writeRunFolder } from ${JSON.stringify(path.join(ROOT, "src/publish/write-folder.ts"))};
const files = ["a", "b", "c"].map((name) => ({ name, pieces: () => [Buffer.alloc(50_000, name), Buffer.alloc(50_000, name)] }));
for (let run = 0; ; run += 1) {
  await writeRunFolder(process.argv[1] + "/run-" + run, files);
  if (run === 0) console.log("begun");
}
`;

/** Writes one run after the other and is killed that long after the first. */
async function killed(folder: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", ENDLESS, "--", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  await once(child.stdout, "data");
  await setTimeout(ms);
  child.kill("SIGKILL");
  await ended;
}

test("where no folder can be made, that is said at once", async () => {
  // Node's own recursion never ends there.
  await expect(ensureWritable("/proc/datadog-evidence/below", "out")).rejects.toThrow(
    "out: the folder /proc/datadog-evidence/below cannot be written (ENOENT)",
  );
});

test("trying whether a folder can be written leaves nothing in it", async () => {
  await using root = await temporaryFolder();
  const folder = path.join(root.path, "a", "b");

  await ensureWritable(folder, "out");

  expect(await readdir(folder)).toEqual([]);
});

test("many make the same folders at once", async () => {
  await using root = await temporaryFolder();
  for (let round = 0; round < 50; round += 1) {
    const below = Array.from({ length: 8 }, (_, index) =>
      path.join(root.path, `${round}`, "a", "b", `${index}`),
    );

    await Promise.all(below.map(async (folder) => ensureWritable(folder, "out")));

    expect(await readdir(path.join(root.path, `${round}`, "a", "b"))).toHaveLength(8);
  }
});

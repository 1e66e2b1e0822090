import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { diffCommand } from "../../../src/cli/commands/diff.ts";
import {
  evidenceOf,
  monitor,
  monitorsItem,
  newKey,
  signalsItem,
  writtenRun,
} from "../../support/evidence.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

const key = newKey();

/** A stream with two runs on one day and one on the next but one. */
async function stream(root: string): Promise<{ readonly stream: string; readonly folders: string[] }> {
  const folders: string[] = [];
  for (const [at, id] of [
    ["2026-08-05T06:17:31Z", 1],
    ["2026-08-05T18:17:31Z", 2],
    ["2026-08-07T06:17:31Z", 3],
  ] as const) {
    const evidence = evidenceOf([signalsItem(), monitorsItem([monitor({ id })])], { collectedAt: at });
    // One of them has its records in files of their own.
    folders.push((await writtenRun(root, key, { evidence, ...(id === 2 ? { largest: 0 } : {}) })).folder);
  }
  return { stream: path.join(root, "prod"), folders };
}

async function run(words: readonly string[], flags: Record<string, string | boolean> = {}): Promise<string> {
  const terminal = new KeptTerminal();
  const code = await diffCommand.run({ words, flags }, terminal);
  expect(code).toBe(0);
  return terminal.printed;
}

test("compares two run folders, wherever their records are", async () => {
  await using folder = await temporaryFolder();
  const { folders } = await stream(folder.path);

  const text = await run(folders.slice(0, 2));

  expect(text).toContain("Compliance monitors: 1 new, 1 gone\n");
  expect(text).toContain("Security signals: no difference\n");
});

test("of a day the last run counts", async () => {
  await using folder = await temporaryFolder();
  const world = await stream(folder.path);

  const text = await run(["2026-08-05", "2026-08-07"], { stream: world.stream });
  const json: unknown = JSON.parse(
    await run(["2026-08-05", "2026-08-07"], { stream: world.stream, json: true }),
  );

  expect(text).toContain("  A  2026-08-05T18:17:31Z");
  expect(text).toContain("  B  2026-08-07T06:17:31Z");
  expect(json).toMatchObject({ before: { folder: world.folders[1] }, now: { folder: world.folders[2] } });
});

test("a day whose last entry is a declared gap still has the run before that", async () => {
  await using folder = await temporaryFolder();
  const world = await stream(folder.path);
  const gap = path.join(world.stream, "2026/2026-08-07/200000Z-9-1");
  await mkdir(gap);
  await writeFile(path.join(gap, "gap.json"), "{}");

  const text = await run(["2026-08-05", "2026-08-07"], { stream: world.stream });

  expect(text).toContain("  B  2026-08-07T06:17:31Z");
});

test.each<readonly [string, string[], Record<string, string> | "stream", string, string | undefined]>([
  [
    "days of no stream",
    ["2026-08-05", "2026-08-07"],
    {},
    "the run of 2026-08-05 cannot be found without its stream",
    "name the folder of the stream: --stream compliance-evidence/prod",
  ],
  [
    "a stream that is not there",
    ["2026-08-05", "2026-08-07"],
    { stream: "/nowhere" },
    "/nowhere cannot be read as a folder (ENOENT)",
    "name a run folder, a stream or a repository of evidence",
  ],
  [
    "something that is no day",
    ["2026-08-05", "yesterday"],
    "stream",
    '"yesterday" is not a day',
    "with --stream give two days such as 2026-11-22, else two run folders",
  ],
  [
    "a day between two runs",
    ["2026-08-05", "2026-08-06"],
    "stream",
    "STREAM has no run of 2026-08-06",
    "the nearest runs are of 2026-08-05 and 2026-08-07",
  ],
  [
    "a day after the last run",
    ["2026-08-05", "2027-01-01"],
    "stream",
    "STREAM has no run of 2027-01-01",
    "the nearest runs are of 2026-08-07",
  ],
  [
    "a folder that is none",
    ["/nowhere", "/nowhere"],
    {},
    "/nowhere cannot be read as a folder (ENOENT)",
    "name a run folder, a stream or a repository of evidence",
  ],
])("%s is a sentence", async (_, words, flags, message, hint) => {
  await using folder = await temporaryFolder();
  const world = await stream(folder.path);
  const given = flags === "stream" ? { stream: world.stream } : flags;

  await expect(run(words, given)).rejects.toMatchObject({
    name: "Failure",
    message: message.replace("STREAM", world.stream),
    hint,
  });
});

test("a stream without runs says so, and a link to a day is not followed", async () => {
  await using folder = await temporaryFolder();
  const world = await stream(folder.path);
  const elsewhere = path.join(folder.path, "elsewhere");
  const empty = path.join(folder.path, "empty");
  await mkdir(path.join(empty, "2026"), { recursive: true });
  await rename(path.join(world.stream, "2026/2026-08-05"), elsewhere);
  await symlink(elsewhere, path.join(empty, "2026/2026-08-05"));

  await expect(run(["2026-08-05", "2026-08-07"], { stream: empty })).rejects.toMatchObject({
    message: `${empty} has no run of 2026-08-05`,
    hint: "it has no run at all; name the folder of one stream, such as compliance-evidence/prod",
  });
});

test("evidence that is damaged is named, not compared", async () => {
  await using folder = await temporaryFolder();
  const { folders } = await stream(folder.path);
  const [one = "", other = ""] = folders;
  await writeFile(path.join(other, "records-security-signals.ndjson"), "{}\n");

  await expect(run([one, other])).rejects.toMatchObject({
    message: `${other}: records-security-signals.ndjson is not the file that evidence.json names`,
  });
});

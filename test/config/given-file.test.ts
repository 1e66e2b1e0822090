import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readGivenFile, readWorkspaceFile } from "../../src/config/given-file.ts";
import { temporaryFolder } from "../support/temp.ts";

const TEXT = '{ "some": "policy" }';

async function workspace() {
  const folder = await temporaryFolder();
  const inside = path.join(folder.path, "work");
  await mkdir(path.join(inside, "compliance"), { recursive: true });
  await writeFile(path.join(inside, "compliance", "policy.json"), TEXT);
  await writeFile(path.join(folder.path, "outside.json"), TEXT);
  await symlink(path.join(folder.path, "outside.json"), path.join(inside, "link.json"));
  await symlink(path.join(inside, "compliance"), path.join(inside, "linked"));
  return { inside, path: folder.path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test("the Action reads a regular file of the workspace", async () => {
  await using world = await workspace();
  const from = { input: "policy", workspace: world.inside };

  expect((await readWorkspaceFile("compliance/policy.json", from)).toString()).toBe(TEXT);
  expect((await readWorkspaceFile(path.join(world.inside, "compliance/policy.json"), from)).toString()).toBe(
    TEXT,
  );
});

test.each([
  ["a file outside", "../outside.json", "must be a file inside the workspace"],
  ["the workspace itself", ".", "must be a file inside the workspace"],
  ["a link", "link.json", "is a link or behind one"],
  ["a file behind a link", "linked/policy.json", "is a link or behind one"],
  ["a folder", "compliance", "is not a regular file"],
  ["a file that is not there", "none.json", "the file cannot be read (ENOENT)"],
])("the Action refuses %s", async (_, file, sentence) => {
  await using world = await workspace();

  await expect(readWorkspaceFile(file, { input: "policy", workspace: world.inside })).rejects.toThrow(
    `policy: ${sentence}`,
  );
});

test("without a workspace there is no policy to read", async () => {
  await expect(readWorkspaceFile("policy.json", { input: "policy", workspace: undefined })).rejects.toThrow(
    "policy: GITHUB_WORKSPACE is not set",
  );
});

test("the command line reads any file, behind a link too", async () => {
  await using world = await workspace();

  expect((await readGivenFile(path.join(world.inside, "link.json"), "policy")).toString()).toBe(TEXT);
});

test("a file that is far too large, or no file, is refused with a sentence and not read", async () => {
  await using world = await workspace();
  const huge = path.join(world.inside, "huge.json");
  await writeFile(huge, Buffer.alloc(2_000_001, " "));

  await expect(readGivenFile(huge, "policy")).rejects.toThrow(
    `the policy ${huge} is too large (2000001 bytes)`,
  );
  await expect(readGivenFile(world.inside, "policy")).rejects.toThrow("cannot be read (EISDIR)");
  await expect(readWorkspaceFile("huge.json", { input: "policy", workspace: world.inside })).rejects.toThrow(
    /^policy: the file is too large \(2000001 bytes\)$/,
  );
});

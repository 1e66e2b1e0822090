import { execFile } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { commitPaths, ensureWorkTree, isTracked } from "../../src/publish/local-git.ts";
import { temporaryFolder } from "../support/temp.ts";

const NEVER = new AbortController().signal;

test("a commit holds the paths that were named and no other", async () => {
  await using tree = await repository();
  await written(tree.path, "run/evidence.json", "other.txt", "staged.txt");
  await git(tree.path, "add", "staged.txt");

  const commit = await commitPaths(tree.path, { paths: ["run"], message: "one run", signal: NEVER });

  expect(commit).toBe(await git(tree.path, "rev-parse", "HEAD"));
  expect(await git(tree.path, "show", "--format=%s", "--name-only")).toBe("one run\n\nrun/evidence.json");
  expect(await git(tree.path, "status", "--porcelain")).toBe("A  staged.txt\n?? other.txt");
});

test("a work tree may be a folder below that of the repository", async () => {
  await using tree = await repository();
  await written(tree.path, "below/run/evidence.json");
  const below = path.join(tree.path, "below");

  await ensureWorkTree(below);
  await commitPaths(below, { paths: ["run"], message: "one run", signal: NEVER });

  expect(await git(tree.path, "ls-files")).toBe("below/run/evidence.json");
});

test("a file is tracked once it is staged or committed", async () => {
  await using tree = await repository();
  await written(tree.path, "VERIFY.md");

  const before = await isTracked(tree.path, "VERIFY.md");
  await git(tree.path, "add", "VERIFY.md");

  expect([before, await isTracked(tree.path, "VERIFY.md")]).toEqual([false, true]);
});

test("nothing is committed in the middle of a merge, and git's own reason is told", async () => {
  await using tree = await repository();
  await written(tree.path, "base.txt");
  await commitPaths(tree.path, { paths: ["base.txt"], message: "base", signal: NEVER });
  await git(tree.path, "checkout", "--quiet", "-b", "side");
  await git(tree.path, "commit", "--quiet", "--allow-empty", "--message", "side");
  await git(tree.path, "checkout", "--quiet", "main");
  await git(tree.path, "merge", "--quiet", "--no-ff", "--no-commit", "side");
  await written(tree.path, "run/evidence.json");

  const commit = commitPaths(tree.path, { paths: ["run"], message: "one run", signal: NEVER });

  await expect(commit).rejects.toMatchObject({
    code: "not-published",
    message: expect.stringContaining("partial commit during a merge"),
  });
});

test("a git that waits for somebody is stopped when the time is up", async () => {
  await using tree = await repository();
  await written(tree.path, "run/evidence.json");
  const pinentry = path.join(tree.path, ".git/pinentry");
  await writeFile(pinentry, "#!/bin/sh\nexec sleep 3\n");
  await chmod(pinentry, 0o755);
  await git(tree.path, "config", "commit.gpgsign", "true");
  await git(tree.path, "config", "gpg.program", pinentry);
  const began = Date.now();

  const commit = commitPaths(tree.path, {
    paths: ["run"],
    message: "one run",
    signal: AbortSignal.timeout(400),
  });

  await expect(commit).rejects.toMatchObject({ message: expect.stringContaining("it took too long") });
  expect(Date.now() - began).toBeLessThan(2500);
});

async function repository() {
  const folder = await temporaryFolder();
  await git(folder.path, "init", "--quiet", "--initial-branch=main");
  await git(folder.path, "config", "user.name", "Alice");
  await git(folder.path, "config", "user.email", "alice@example.com");
  await git(folder.path, "config", "commit.gpgsign", "false");
  return folder;
}

async function written(folder: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), `${name}\n`);
  }
}

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", ["-C", folder, ...args]);
  return stdout.trim();
}

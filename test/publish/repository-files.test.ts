import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { newKey } from "../support/evidence.ts";
import { filesIn, git } from "../support/git.ts";
import { startGitHub } from "../support/github.ts";
import { only, verdictOver } from "../support/stream.ts";
import { evidenceAt, gitHubBranch, localRepository, published } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const KEY = newKey();
const FIRST = evidenceAt("2026-11-20T06:17:31Z");
const SECOND = evidenceAt("2026-11-21T06:17:31Z");

/** A clone as Git for Windows makes it by default: text files get other line endings. */
async function windowsClone(from: string, to: string): Promise<string> {
  await git(path.dirname(to), "-c", "core.autocrlf=true", "clone", "--quiet", "--branch", "main", from, to);
  return to;
}

test("a clone that changes line endings leaves the evidence as it was signed", async () => {
  await using repository = await localRepository();
  await using folder = await temporaryFolder();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  await published(branch, SECOND, KEY);

  const clone = await windowsClone(tree, path.join(folder.path, "clone"));
  const verdict = await verdictOver(clone, { keys: [KEY] });

  expect(await readFile(path.join(clone, "VERIFY.md"), "utf8")).toBe("how to verify\r\n");
  expect(only(verdict).problems).toEqual([]);
  expect(only(verdict).remarks.filter((remark) => remark.includes("gitattributes"))).toEqual([]);
  expect(await git(tree, "log", "--format=", "--name-only", "--", "prod/.gitattributes")).toBe(
    "prod/.gitattributes",
  );
  expect(await git(tree, "status", "--porcelain")).toBe("");
});

test("the same holds for a repository on GitHub, also where its first commit is ours", async () => {
  await using folder = await temporaryFolder();
  for (const isEmpty of [false, true]) {
    await using github = await startGitHub({ "acme/evidence": { isEmpty } });
    const branch = gitHubBranch(github, { seed: isEmpty, path: "compliance/datadog" });
    await published(branch, FIRST, KEY, { to: { out: path.join(folder.path, "out", String(isEmpty)) } });

    const clone = await windowsClone(
      github.folder("acme/evidence"),
      path.join(folder.path, `clone-${isEmpty}`),
    );
    const verdict = await verdictOver(path.join(clone, "compliance/datadog"), { keys: [KEY] });

    expect(only(verdict).problems).toEqual([]);
    expect(github.violations).toEqual([]);
    expect(await git(clone, "show", "main:compliance/datadog/prod/.gitattributes")).toBe("* -text");
  }
});

test("the rule is written once, and one that somebody else wrote stays", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  const stage = evidenceAt("2026-11-20T06:00:00Z", { stream: "stage" });
  await mkdir(path.join(tree, "stage"));
  await writeFile(path.join(tree, "stage/.gitattributes"), "* binary\n");

  await published(branch, FIRST, KEY);
  await published(branch, stage, KEY);

  expect(await git(tree, "show", "HEAD:prod/.gitattributes")).toBe("* -text");
  expect(await git(tree, "show", "HEAD:stage/.gitattributes")).toBe("* binary");
  expect(await filesIn(tree)).not.toContain(".gitattributes");
});

test("a stream that has none yet is given it with its next run", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  await git(tree, "rm", "--quiet", "prod/.gitattributes");
  await git(tree, "commit", "--quiet", "-m", "as an older version left it");

  await published(branch, SECOND, KEY);

  expect(await git(tree, "show", "HEAD:prod/.gitattributes")).toBe("* -text");
});

test("a folder of evidence has it too, so that it can become a repository", async () => {
  await using folder = await temporaryFolder();
  await using repository = await localRepository();

  await published(repository.branch, FIRST, KEY, { to: { out: folder.path } });

  expect(await readFile(path.join(folder.path, "prod/.gitattributes"), "utf8")).toBe("* -text\n");
});

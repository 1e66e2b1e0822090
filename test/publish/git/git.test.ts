import { chmod, copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test, vi } from "vitest";

import { fileOf } from "../../../src/evidence/file.ts";
import type { Addition } from "../../../src/publish/branch.ts";
import { LocalBranch } from "../../../src/publish/git/branch.ts";
import { ensureWorkTree } from "../../../src/publish/git/settings.ts";
import { filesIn, git, newRepository } from "../../support/git.ts";
import { newKey } from "../../support/evidence.ts";
import { evidenceAt, NEVER, published } from "../../support/streams.ts";
import { temporaryFolder } from "../../support/temp.ts";

const PLACE = "2026/2026-11-22/061731Z-1-1";

const GUIDE = { path: "VERIFY.md", text: "how to verify\n" };

/** A run folder of one file, without a guide. */
function addition(place = PLACE, text = "{}\n"): Addition {
  const files = [fileOf("evidence.json", text)];
  return { runs: [{ stream: "prod", place, files }], files: [], message: "one run" };
}

async function appended(folder: string, what = addition(), below = ".", signal = NEVER) {
  const branch = new LocalBranch({ folder, path: below });
  return branch.append(what, await branch.head(), signal);
}

test("a commit holds the run and nothing else, and the work tree follows", async () => {
  await using tree = await newRepository();
  await writeFile(path.join(tree.path, "other.txt"), "");
  await writeFile(path.join(tree.path, "staged.txt"), "");
  await git(tree.path, "add", "staged.txt");

  const landed = await appended(tree.path);

  expect(landed).toEqual({
    commit: await git(tree.path, "rev-parse", "HEAD"),
    url: null,
    undone: [],
    warnings: [],
  });
  expect(await git(tree.path, "show", "--format=%s%n%an", "--name-only")).toBe(
    `one run\nAlice\n\nprod/${PLACE}/evidence.json`,
  );
  expect(await git(tree.path, "status", "--porcelain")).toBe("A  staged.txt\n?? other.txt");
});

test("a work tree may be a folder below that of the repository", async () => {
  await using tree = await newRepository();
  const below = path.join(tree.path, "below");
  await mkdir(below);

  await ensureWorkTree(below);
  await appended(below, addition(), "evidence");

  expect(await git(tree.path, "ls-files")).toBe(`below/evidence/prod/${PLACE}/evidence.json`);
  expect(await git(tree.path, "status", "--porcelain")).toBe("");
});

test("the guide is committed once, as whoever wrote it first has it", async () => {
  await using tree = await newRepository();
  await writeFile(path.join(tree.path, "VERIFY.md"), "ask Alice\n");

  await appended(tree.path, { ...addition(), files: [GUIDE] });

  expect(await git(tree.path, "show", "HEAD:VERIFY.md")).toBe("ask Alice");
  const { existing } = await new LocalBranch({ folder: tree.path, path: "." }).head();
  expect([...existing]).toEqual(["VERIFY.md"]);
});

test("a guide that is staged belongs to the people of the repository", async () => {
  await using tree = await newRepository();
  await writeFile(path.join(tree.path, "VERIFY.md"), "ask Alice\n");
  await git(tree.path, "add", "VERIFY.md");

  const { existing } = await new LocalBranch({ folder: tree.path, path: "." }).head();
  expect([...existing]).toEqual(["VERIFY.md"]);
});

test("a file beside the runs exists also where it is a link, in the commit or in the index alone", async () => {
  await using tree = await newRepository();
  await mkdir(path.join(tree.path, "prod"));
  await symlink("/nowhere", path.join(tree.path, "prod/.gitattributes"));
  await symlink("/nowhere", path.join(tree.path, "VERIFY.md"));
  await git(tree.path, "add", ".");
  await git(tree.path, "commit", "--quiet", "-m", "links");
  await git(tree.path, "rm", "--quiet", "--cached", "VERIFY.md");

  const { existing } = await new LocalBranch({ folder: tree.path, path: "." }).head(["prod", "stage"]);

  expect([...existing].toSorted()).toEqual(["VERIFY.md", "prod/.gitattributes"]);
});

test("a head that moved is left alone, and whoever was slower looks again", async () => {
  await using tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  const before = await branch.head();
  await appended(tree.path, addition("2026/2026-11-22/050000Z-0-1"));
  const head = await git(tree.path, "rev-parse", "HEAD");

  const late = await branch.append(addition(), before, NEVER);

  expect(late).toMatchObject({ again: { code: "not-published", message: expect.stringContaining("HEAD") } });
  expect(await git(tree.path, "rev-parse", "HEAD")).toBe(head);
});

test("what was signed is stored as it is, whatever filters the repository has", async () => {
  await using tree = await newRepository();
  await git(tree.path, "config", "core.autocrlf", "true");
  await git(tree.path, "config", "filter.shout.clean", "tr a-z A-Z");
  await writeFile(path.join(tree.path, ".gitattributes"), "*.json filter=shout\n");

  await appended(tree.path, addition(PLACE, "signed\r\n"));

  const file = path.join(tree.path, "prod", PLACE, "evidence.json");
  expect(await readFile(file, "utf8")).toBe("signed\r\n");
  expect(await git(tree.path, "cat-file", "-s", `HEAD:prod/${PLACE}/evidence.json`)).toBe("8");
});

test("a work tree that did not follow a commit follows the next one", async () => {
  await using tree = await newRepository();
  await appended(tree.path, { ...addition(), files: [GUIDE] });
  await rm(path.join(tree.path, ".git/index"));
  await rm(path.join(tree.path, "prod"), { recursive: true });
  await rm(path.join(tree.path, "VERIFY.md"));

  await appended(tree.path, addition("2026/2026-11-23/061731Z-2-1"));

  expect(await git(tree.path, "status", "--porcelain")).toBe("");
  expect(await readdir(path.join(tree.path, "prod/2026"))).toEqual(["2026-11-22", "2026-11-23"]);
});

test("what people change or remove in the work tree stays changed and removed", async () => {
  await using tree = await newRepository();
  await appended(tree.path);
  await rm(path.join(tree.path, "prod", PLACE), { recursive: true });

  await appended(tree.path, addition("2026/2026-11-22/071731Z-2-1"));

  expect(await git(tree.path, "status", "--porcelain")).toBe(`D prod/${PLACE}/evidence.json`);
});

test("an index that somebody holds does not keep the run out of the commit", async () => {
  await using tree = await newRepository();
  await writeFile(path.join(tree.path, ".git/index.lock"), "");

  const landed = await appended(tree.path);

  expect(landed).toMatchObject({ warnings: [expect.stringContaining("git's index was not updated")] });
  expect(await filesIn(tree.path)).toEqual([`prod/${PLACE}/evidence.json`]);
});

test("nothing is committed in the middle of a merge", async () => {
  await using tree = await newRepository();
  await appended(tree.path);
  await git(tree.path, "checkout", "--quiet", "-b", "side");
  await git(tree.path, "commit", "--quiet", "--allow-empty", "--message", "side");
  await git(tree.path, "checkout", "--quiet", "main");
  await git(tree.path, "merge", "--quiet", "--no-ff", "--no-commit", "side");

  const commit = appended(tree.path, addition("2026/2026-11-22/071731Z-2-1"));

  await expect(commit).rejects.toMatchObject({
    code: "not-published",
    message: expect.stringContaining("a merge is not finished"),
  });
});

test("HEAD that left its branch since the beginning takes no commit", async () => {
  await using tree = await newRepository();
  await appended(tree.path);
  await git(tree.path, "checkout", "--quiet", "--detach");

  await expect(appended(tree.path, addition("2026/2026-11-22/071731Z-2-1"))).rejects.toMatchObject({
    message: expect.stringContaining("is detached"),
  });
});

/** A program that leaves a mark when it is run, and signs. */
async function program(folder: string, name: string) {
  const file = path.join(folder, name);
  const mark = `${file}.ran`;
  const signs = 'cat >/dev/null\necho "[GNUPG:] SIG_CREATED " >&2\necho "a signature"\n';
  await writeFile(file, `#!/bin/sh\nenv > "${mark}"\n${signs}`);
  await chmod(file, 0o755);
  return { file, mark };
}

/** Runs the step with this text as the user's own config of git. */
async function withUserConfig<T>(text: string, step: () => Promise<T>): Promise<T> {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, "gitconfig");
  await writeFile(file, text);
  vi.stubEnv("GIT_CONFIG_GLOBAL", file);
  try {
    return await step();
  } finally {
    vi.unstubAllEnvs();
  }
}

test.each([
  ["as true", "gpgsign = true"],
  ["without a value, which git takes for true", "gpgsign"],
])("commits are signed where the user has set that %s", async (_, setting) => {
  await using tree = await newRepository();
  await using folder = await temporaryFolder();
  const gpg = await program(folder.path, "gpg");

  await withUserConfig(`[commit]\n${setting}\n[gpg]\nprogram = ${gpg.file}\n`, async () =>
    appended(tree.path),
  );

  expect(await git(tree.path, "cat-file", "commit", "HEAD")).toContain("gpgsig a signature");
});

test("the repository's own config decides neither which program is run nor whether commits are signed", async () => {
  await using tree = await newRepository();
  await using folder = await temporaryFolder();
  const users = await program(folder.path, "users");
  const theirs = await program(folder.path, "theirs");
  for (const name of [
    "gpg.program",
    "gpg.openpgp.program",
    "gpg.ssh.program",
    "gpg.ssh.defaultKeyCommand",
    "core.fsmonitor",
    "core.sshCommand",
    "core.pager",
    "diff.external",
    "filter.x.clean",
    "filter.x.smudge",
    "remote.origin.uploadpack",
  ]) {
    await git(tree.path, "config", name, theirs.file);
  }
  await git(tree.path, "config", "gpg.format", "ssh");
  await git(tree.path, "config", "commit.gpgsign", "true");
  await git(tree.path, "config", "remote.origin.url", folder.path);
  await git(tree.path, "config", "remote.origin.promisor", "true");
  await git(tree.path, "config", "extensions.partialClone", "origin");
  await writeFile(path.join(tree.path, ".gitattributes"), "* filter=x\n");
  await mkdir(path.join(tree.path, ".git/hooks"), { recursive: true });
  await copyFile(theirs.file, path.join(tree.path, ".git/hooks/reference-transaction"));
  await rm(theirs.mark, { force: true });

  await appended(tree.path);
  const unsigned = await git(tree.path, "cat-file", "commit", "HEAD");
  await git(tree.path, "config", "commit.gpgsign", "false");
  await withUserConfig(`[commit]\ngpgsign\n[gpg]\nprogram = ${users.file}\n`, async () =>
    appended(tree.path, addition("2026/2026-11-23/061731Z-2-1")),
  );

  expect(unsigned).not.toContain("gpgsig");
  expect(await git(tree.path, "cat-file", "commit", "HEAD")).toContain("gpgsig a signature");
  expect(await readdir(folder.path)).toEqual(["theirs", "users", "users.ran"]);
});

test("what git starts sees neither secrets nor the settings that may hold them", async () => {
  await using tree = await newRepository();
  await git(tree.path, "config", "--unset", "user.name");
  await using folder = await temporaryFolder();
  const gpg = await program(folder.path, "gpg");
  const secret = "hunter2hunter2";

  await withUserConfig(`[commit]\ngpgsign\n[gpg]\nprogram = ${gpg.file}\n`, async () => {
    for (const name of ["DD_API_KEY", "MY_TOKEN", "AWS_SECRET_ACCESS_KEY", "HTTPS_PROXY", "GH_TOKEN"]) {
      vi.stubEnv(name, secret);
    }
    vi.stubEnv("GIT_CONFIG_COUNT", "2");
    vi.stubEnv("GIT_CONFIG_KEY_0", "http.extraheader");
    vi.stubEnv("GIT_CONFIG_VALUE_0", `authorization: basic ${secret}`);
    vi.stubEnv("GIT_CONFIG_KEY_1", "user.name");
    vi.stubEnv("GIT_CONFIG_VALUE_1", "Bob");
    await appended(tree.path);
  });

  const seen = await readFile(gpg.mark, "utf8");
  expect(seen).toContain("PATH=");
  expect(seen).not.toContain(secret);
  expect(await git(tree.path, "log", "-1", "--format=%an")).toBe("Bob");
});

test("a disk that takes no file after the commit is no success, and the next run writes what is missing", async () => {
  await using tree = await newRepository();
  await mkdir(path.join(tree.path, "prod/2026"), { recursive: true });
  await writeFile(path.join(tree.path, "prod/2026/2026-11-22"), "in the way of the folder\n");

  const landed = await appended(tree.path);
  await rm(path.join(tree.path, "prod/2026/2026-11-22"));
  await appended(tree.path, addition("2026/2026-11-23/061731Z-2-1"));

  expect(landed).toMatchObject({
    undone: [{ message: expect.stringContaining("the work tree was not updated") }],
  });
  expect(await filesIn(tree.path)).toHaveLength(2);
  expect(await git(tree.path, "status", "--porcelain")).toBe("");
  expect(await readFile(path.join(tree.path, "prod", PLACE, "evidence.json"), "utf8")).toBe("{}\n");
});

test("nothing is written through a link that somebody committed", async () => {
  await using tree = await newRepository();
  await using outside = await temporaryFolder();
  await mkdir(path.join(tree.path, "prod"));
  await symlink(outside.path, path.join(tree.path, "prod/2026"));
  await git(tree.path, "add", ".");
  await git(tree.path, "commit", "--quiet", "-m", "a link");
  const branch = new LocalBranch({ folder: tree.path, path: "." });

  const run = await published(branch, evidenceAt("2026-11-22T06:17:31Z"), newKey());

  // The evidence lands all the same: a link must not keep it from the branch.
  expect(await filesIn(tree.path)).toContainEqual(expect.stringMatching(/^prod\/2026\/.*\/evidence\.json$/));
  expect(run.isWritten).toBe(false);
  expect(run.undone.map(({ message }) => message).join("\n")).toContain("is a link");
  expect(await readdir(outside.path)).toEqual([]);
});

test("a git that waits for somebody is stopped when the time is up", async () => {
  await using tree = await newRepository();
  const pinentry = path.join(tree.path, ".git/pinentry");
  await writeFile(pinentry, "#!/bin/sh\nexec sleep 10\n");
  await chmod(pinentry, 0o755);

  const commit = withUserConfig(`[commit]\ngpgsign\n[gpg]\nprogram = ${pinentry}\n`, async () =>
    appended(tree.path, addition(), ".", AbortSignal.timeout(1000)),
  );

  await expect(commit).rejects.toMatchObject({ message: expect.stringContaining("it took too long") });
  expect(await filesIn(tree.path, "HEAD").catch(() => "no commit")).toBe("no commit");
});

test("the name of a repository on GitHub is not taken for a folder", async () => {
  await expect(ensureWorkTree("acme/compliance-evidence")).rejects.toMatchObject({
    code: "input",
    message:
      "repository: there is no folder acme/compliance-evidence; on the command line --repository takes a git work tree, not a repository on GitHub",
    hint: expect.stringContaining("publish --github acme/compliance-evidence"),
  });
});

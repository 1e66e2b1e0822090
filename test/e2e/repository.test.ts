import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import {
  collect,
  evidenceIn,
  filesBelow,
  git,
  NO_GIT_CONFIG,
  printed,
  repository,
  startWorld,
  verify,
  type World,
} from "./world.ts";

test.concurrent("the first run of a new repository is one commit of the run and the guide", async () => {
  await using world = await startWorld();
  const tree = await repository(world);

  const run = await into(world, tree, ["--stream", "prod"]);

  const { collectedAt } = await evidenceIn(printed(run));
  const place = path.relative(tree, printed(run));
  expect(run).toMatchObject({ code: 0, stdout: `${tree}/${place}\n` });
  expect(await committed(tree)).toEqual([
    "VERIFY.md",
    "prod/.gitattributes",
    `${place}/evidence.json`,
    `${place}/evidence.sigstore.json`,
  ]);
  expect(await git(tree, "log", "--format=%an <%ae> %s")).toBe(
    `datadog-evidence <datadog-evidence@localhost> prod: evidence of ${collectedAt}, complete`,
  );
  expect(await git(tree, "status", "--porcelain")).toBe("");
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 0 });
});

test.concurrent("what else is staged or changed stays as it is", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  await into(world, tree);
  await writeFile(path.join(tree, "staged.txt"), "");
  await writeFile(path.join(tree, "VERIFY.md"), "ask Alice\n");
  await git(tree, "add", "staged.txt");

  const run = await into(world, tree);

  const place = path.relative(tree, printed(run));
  expect(run.code).toBe(0);
  expect(await committed(tree)).toEqual([`${place}/evidence.json`, `${place}/evidence.sigstore.json`]);
  expect((await git(tree, "status", "--porcelain")).split("\n").toSorted()).toEqual([
    "A  staged.txt",
    "M VERIFY.md",
  ]);
});

test.concurrent("streams may lie in a folder of the repository, even in one that git ignores", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  await writeFile(path.join(tree, ".gitignore"), "compliance/\n");

  const run = await into(world, tree, ["--path", "compliance/datadog"]);

  const place = path.relative(path.join(tree, "compliance/datadog"), printed(run));
  expect(place).toMatch(/^default\//);
  expect(await committed(tree)).toEqual([
    "compliance/datadog/VERIFY.md",
    "compliance/datadog/default/.gitattributes",
    `compliance/datadog/${place}/evidence.json`,
    `compliance/datadog/${place}/evidence.sigstore.json`,
  ]);
});

test.concurrent("an author whom git knows stays the author", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  await git(tree, "config", "user.name", "Alice");
  await git(tree, "config", "user.email", "alice@example.com");

  await into(world, tree);

  expect(await git(tree, "log", "--format=%an <%ae>")).toBe("Alice <alice@example.com>");
});

test.concurrent("no hook of the repository runs: it could change or stop what was signed", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const hooks = path.join(tree, ".git/hooks");
  await mkdir(hooks, { recursive: true });
  for (const name of ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"]) {
    await writeFile(path.join(hooks, name), `#!/bin/sh\ntouch "${world.folder}/ran-${name}"\nexit 1\n`);
    await chmod(path.join(hooks, name), 0o755);
  }

  const run = await into(world, tree);

  expect(run.code).toBe(0);
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 0 });
  expect((await filesBelow(world.folder)).filter((name) => name.startsWith("ran-"))).toEqual([]);
});

test.concurrent("no program that git starts sees the keys", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const seen = path.join(world.folder, "seen");
  const gpg = path.join(world.folder, "gpg.sh");
  const signs = 'cat > /dev/null\necho "[GNUPG:] SIG_CREATED " >&2\necho "a signature"\n';
  await writeFile(gpg, `#!/bin/sh\nenv > "${seen}"\n${signs}`, { mode: 0o755 });
  const config = path.join(world.folder, "gitconfig");
  await writeFile(config, `[commit]\ngpgsign\n[gpg]\nprogram = ${gpg}\n`);

  await into(world, tree, [], {
    GIT_CONFIG_GLOBAL: config,
    SIGNING_KEY_PASSPHRASE: "spied upon",
    VAULT_TOKEN: "spied upon",
  });

  const environment = await readFile(seen, "utf8");
  expect(environment).toContain("PATH=");
  expect(environment).not.toMatch(/^(?:DD_|SIGNING_KEY)|spied upon/m);
});

test.concurrent("a run started by a hook of another repository commits where it was told", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const other = await repository(world, "other");

  const run = await into(world, tree, [], { GIT_DIR: path.join(other, ".git"), GIT_WORK_TREE: other });

  expect(run.code).toBe(0);
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
  await expect(git(other, "rev-parse", "HEAD")).rejects.toThrow("unknown revision");
});

test.concurrent("a commit that fails ends with 2, and the run goes into the next commit", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  await into(world, tree);
  const merge = path.join(tree, ".git/MERGE_HEAD");
  await writeFile(merge, `${await git(tree, "rev-parse", "HEAD")}\n`);

  const run = await into(world, tree);
  await rm(merge);
  const next = await into(world, tree);

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("git could not commit in") });
  expect(printed(run)).toContain(`${tree}/default/`);
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 0 });
  expect(next).toMatchObject({ code: 0, stderr: expect.stringContaining("run 3 of its chain") });
  expect(await committed(tree)).toHaveLength(4);
});

test.concurrent("a run may be left to be committed by somebody else", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const out = path.join(world.folder, "kept");
  await into(world, tree);

  const run = await into(world, tree, ["--commit", "false", "--out", out]);

  expect(run).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("run 2 of its chain, not committed"),
  });
  expect(printed(run)).toContain(`${out}/default/`);
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
  expect(await git(tree, "status", "--porcelain")).toBe("");
});

test.concurrent("with a folder and a repository the run is in both, the same", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const out = path.join(world.folder, "kept");

  const run = await into(world, tree, ["--out", out]);

  const place = path.relative(out, printed(run));
  expect(run.code).toBe(0);
  expect(await evidenceIn(path.join(tree, place))).toEqual(await evidenceIn(printed(run)));
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
});

test.concurrent("unsigned evidence is kept in the folder and out of the repository", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const out = path.join(world.folder, "kept");

  const run = await into(world, tree, ["--out", out, "--signing", "none"]);

  expect(run.code).toBe(2);
  expect(printed(run)).toContain(`${out}/default/`);
  expect(await git(tree, "status", "--porcelain")).toBe("");
});

async function into(world: World, tree: string, flags: readonly string[] = [], env = {}) {
  return collect(world, ["--repository", tree, ...flags], { env: { ...NO_GIT_CONFIG, ...env } });
}

/** What the last commit added or changed. */
async function committed(tree: string): Promise<readonly string[]> {
  const names = await git(tree, "show", "--format=", "--name-only", "HEAD");
  return names.split("\n").toSorted();
}

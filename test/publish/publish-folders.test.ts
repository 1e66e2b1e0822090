import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import type { Branch } from "../../src/publish/branch.ts";
import { publishFolders, type FolderToPublish } from "../../src/publish/publish-folders.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import type { Trust } from "../../src/verify/trust/trust.ts";
import { newKey, writtenRun } from "../support/evidence.ts";
import { filesIn, git, statementsIn } from "../support/git.ts";
import { startGitHub } from "../support/github.ts";
import { evidenceAt, gitHubBranch, localRepository, NEVER, published, racing } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const KEY = newKey();

async function world() {
  await using stack = new AsyncDisposableStack();
  const { tree, branch } = stack.use(await localRepository());
  const out = stack.use(await temporaryFolder()).path;
  const disposables = stack.move();
  return { tree, branch, out, [Symbol.asyncDispose]: () => disposables.disposeAsync() };
}

/** A run that was signed for its place in the chain of that branch, and not committed. */
async function left(
  branch: Branch,
  out: string,
  collectedAt: string,
  { stream = "prod", key = KEY }: { readonly stream?: string; readonly key?: SigningKey } = {},
) {
  const options = { to: { out }, commits: false };
  const run = await published(branch, evidenceAt(collectedAt, { stream }), key, options);
  expect(run.undone).toEqual([]);
  return brought(run.folder);
}

async function brought(folder: string): Promise<FolderToPublish> {
  const names = await readdir(folder);
  const files = names.map(async (name) => [name, await readFile(path.join(folder, name))] as const);
  return { path: path.basename(folder), files: new Map(await Promise.all(files)) };
}

async function publishing(branch: Branch, ...folders: readonly FolderToPublish[]) {
  return publishingFor(null, branch, folders);
}

async function publishingFor(trust: Trust | null, branch: Branch, folders: readonly FolderToPublish[]) {
  const { refused, warnings, ...rest } = await publishFolders(folders, {
    branch,
    trust,
    verifyInstructions: "how to verify\n",
    signal: NEVER,
  });
  expect(warnings).toHaveLength(trust === null && rest.landed !== null ? 1 : 0);
  return { ...rest, refused: refused.map(({ failure }) => failure.message) };
}

test("runs of several streams are one commit, each where its statement puts it", async () => {
  await using place = await world();
  const { tree, out, branch } = place;
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), KEY);
  const one = await left(branch, out, "2026-11-21T06:17:31Z");
  const other = await left(branch, out, "2026-11-21T06:17:31Z", { stream: "stage" });

  const result = await publishing(branch, one, other);

  expect(result).toMatchObject({ added: [one.path, other.path], alreadyThere: [], refused: [] });
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("2");
  expect(await git(tree, "log", "-1", "--format=%s")).toBe("prod, stage: 2 runs");
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect((await statementsIn(tree, "stage")).map(({ sequence }) => sequence)).toEqual([1]);
  expect(await git(tree, "status", "--porcelain")).toBe("");
});

test("what is there already is fine, and needs no commit", async () => {
  await using place = await world();
  const { tree, out, branch } = place;
  const run = await left(branch, out, "2026-11-21T06:17:31Z");
  await publishing(branch, run);

  const again = await publishing(branch, run);

  expect(again).toEqual({ landed: null, added: [], alreadyThere: [run.path], refused: [] });
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
});

test("a run of long ago is there already too", async () => {
  await using place = await world();
  const { out, branch } = place;
  const run = await left(branch, out, "2026-11-01T06:17:31Z");
  await publishing(branch, run);
  for (const day of ["10", "11", "12"]) await published(branch, evidenceAt(`2026-11-${day}T06:17:31Z`), KEY);

  expect(await publishing(branch, run)).toMatchObject({ alreadyThere: [run.path], refused: [] });
});

test("several runs of one stream are put in the order of their chain", async () => {
  await using place = await world();
  await using copy = await world();
  const { out, branch } = place;
  const folders: FolderToPublish[] = [];
  for (const day of ["20", "21", "22"]) {
    const run = await published(branch, evidenceAt(`2026-11-${day}T06:17:31Z`), KEY, { to: { out } });
    folders.push(await brought(run.folder));
  }

  const result = await publishing(copy.branch, ...folders.toReversed());

  expect(result).toMatchObject({ added: folders.map(({ path: name }) => name), refused: [] });
  expect(await filesIn(copy.tree)).toEqual(await filesIn(place.tree));
});

test("one that cannot be added is refused by name, and keeps no other from its place", async () => {
  await using place = await world();
  const { tree, out, branch } = place;
  const good = await left(branch, out, "2026-11-21T06:17:31Z", { stream: "stage" });
  const unsigned = { path: "unsigned", files: new Map([["evidence.json", Buffer.from("{}")]]) };
  const unchained = await brought((await writtenRun(out, KEY)).folder);
  const changed = { path: "changed", files: new Map(good.files).set("evidence.json", Buffer.from("{}")) };
  const orphan = await left(branch, out, "2026-11-21T06:17:31Z");
  await published(branch, evidenceAt("2026-11-21T06:00:00Z"), KEY);

  const result = await publishing(branch, unsigned, unchained, changed, orphan, good);

  expect(result.added).toEqual([good.path]);
  expect(result.refused).toEqual([
    "unsigned is not signed",
    expect.stringContaining("changed cannot be linked to: evidence.json was changed"),
    `${unchained.path} is signed outside of any chain`,
    `${orphan.path} was signed to be the first run of prod, which ends with run 1 and another statement`,
  ]);
  expect(await git(tree, "log", "-1", "--format=%s")).toBe("stage: 1 run");
});

test("evidence from long before the end of its stream is refused", async () => {
  await using place = await world();
  const { out, branch } = place;
  const late = await left(branch, out, "2026-11-20T06:17:31Z");
  await published(branch, evidenceAt("2026-11-22T06:17:31Z"), KEY);

  const { refused } = await publishing(branch, late);

  expect(refused).toEqual([expect.stringContaining("the stream prod already has newer evidence")]);
});

test("evidence that contradicts itself is refused", async () => {
  await using place = await world();
  await using copy = await world();
  const wrong = { ...evidenceAt("2026-11-22T06:17:31Z"), outcome: "partial" } as const;
  const elsewhere = await published(copy.branch, wrong, KEY);

  const { refused } = await publishing(place.branch, await brought(elsewhere.folder));

  expect(refused).toEqual([expect.stringContaining("the outcome is partial, but its items give complete")]);
});

test("other evidence of a run that is there is refused", async () => {
  await using place = await world();
  await using copy = await world();
  const { branch } = place;
  const evidence = evidenceAt("2026-11-22T06:17:31Z");
  await published(branch, evidence, KEY);
  const elsewhere = await published(
    copy.branch,
    { ...evidence, source: { ...evidence.source, clockSkewMs: 3 } },
    KEY,
  );

  const { refused } = await publishing(branch, await brought(elsewhere.folder));

  expect(refused).toEqual([expect.stringContaining("the stream prod already has other evidence of the run")]);
});

test("a stream that went on while another was committed is looked at again", async () => {
  await using place = await world();
  const { tree, out, branch } = place;
  const prod = await left(branch, out, "2026-11-21T06:17:31Z");
  const stage = await left(branch, out, "2026-11-21T06:17:31Z", { stream: "stage" });
  const slower = racing(branch, async () =>
    published(branch, evidenceAt("2026-11-21T06:00:00Z", { stream: "stage" }), KEY),
  );

  const result = await publishing(slower, prod, stage);

  expect(result).toMatchObject({
    added: [prod.path],
    refused: [expect.stringContaining("the first run of stage")],
  });
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1]);
});

test("a run that waits in the work tree is committed by naming its folder", async () => {
  await using place = await world();
  const { tree, branch } = place;
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), KEY);
  const merge = path.join(tree, ".git/MERGE_HEAD");
  await writeFile(merge, `${await git(tree, "rev-parse", "HEAD")}\n`);
  const waiting = await published(branch, evidenceAt("2026-11-21T06:17:31Z"), KEY);
  await rm(merge);

  const result = await publishing(branch, await brought(waiting.folder));

  expect(result).toMatchObject({ added: [path.basename(waiting.folder)], refused: [] });
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test("a repository on GitHub takes folders in the same way", async () => {
  await using place = await world();
  await using github = await startGitHub();
  const branch = gitHubBranch(github);
  const prod = await left(branch, place.out, "2026-11-21T06:17:31Z");
  const stage = await left(branch, place.out, "2026-11-21T06:17:31Z", { stream: "stage" });

  const result = await publishing(branch, prod, stage);

  expect(result).toMatchObject({ added: [prod.path, stage.path], refused: [] });
  expect(await filesIn(github.folder("acme/evidence"), "main")).toHaveLength(7);
  expect(github.violations).toEqual([]);
});

const STRANGER = newKey();

test("with a key only what verifies is committed", async () => {
  await using place = await world();
  const { tree, out, branch } = place;
  const trust = { keys: [readVerifyingKey(KEY.publicPem)] };
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), KEY);
  const wrong = await left(branch, out, "2026-11-21T05:17:31Z", { key: STRANGER });
  const good = await left(branch, out, "2026-11-21T06:17:31Z");

  const { added, refused } = await publishingFor(trust, branch, [wrong, good]);

  expect(added).toEqual([good.path]);
  expect(refused).toEqual([
    expect.stringMatching(new RegExp(`^${wrong.path} does not verify: no given key signed this`)),
  ]);
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test("without a key a run must name the signer of the stream's last run", async () => {
  await using place = await world();
  const { tree, out, branch } = place;
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), KEY);
  const wrong = await left(branch, out, "2026-11-21T05:17:31Z", { key: STRANGER });
  const good = await left(branch, out, "2026-11-21T06:17:31Z");

  const { added, refused } = await publishing(branch, wrong, good);

  expect(added).toEqual([good.path]);
  expect(refused).toEqual([
    `${wrong.path} is signed by the key ${STRANGER.fingerprint}, but the last run of prod by the key ${KEY.fingerprint}`,
  ]);
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

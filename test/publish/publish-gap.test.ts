import { cp } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runPath } from "../../src/bundle/run-path.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { Failure } from "../../src/failure.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import type { Branch } from "../../src/publish/branch.ts";
import { describeStream, publishGap } from "../../src/publish/publish-gap.ts";
import { gapAttester, keySigner } from "../../src/sign/attest.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import { newKey } from "../support/evidence.ts";
import { git, statementsIn } from "../support/git.ts";
import { evidenceAt as completeEvidenceAt, gapOf } from "../support/stream.ts";
import { evidenceAt, localRepository, NEVER, published, racing } from "../support/streams.ts";

const KEY = newKey();
const GAP = gapOf("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", { declaredAt: "2026-11-22T05:00:00Z" });

async function publishing(branch: Branch) {
  const options = { branch, check: signerCheck(KEY), verifyInstructions: "how to verify\n", signal: NEVER };
  return publishGap(GAP, gapAttester(keySigner(KEY)), options);
}

test("a declaration whose stream went on meanwhile is signed again for the new end of the chain", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), KEY);

  const { landed } = await publishing(
    racing(branch, async () => published(branch, evidenceAt("2026-11-22T04:00:00Z"), KEY)),
  );

  expect(landed).toMatchObject({ retries: 1, commit: await git(tree, "rev-parse", "HEAD") });
  const statements = await statementsIn(tree, "prod");
  expect(statements.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test("a declaration whose answer was lost is found, and not declared twice", async () => {
  await using repository = await localRepository();
  const { tree, branch: local } = repository;
  await published(local, evidenceAt("2026-11-20T06:17:31Z"), KEY);
  const losing: Branch = {
    name: local.name,
    workTree: local.workTree,
    firstWaitMs: local.firstWaitMs,
    head: async () => local.head(),
    async append(addition, onto, signal) {
      await local.append(addition, onto, signal);
      return { again: new Failure("not-published", "no answer") };
    },
  };

  const { landed } = await publishing(losing);

  expect(landed).toMatchObject({ retries: 1, added: [], commit: await git(tree, "rev-parse", "HEAD") });
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("2");
});

test("a declaration by a key that the stream does not know warns as a run does", async () => {
  await using repository = await localRepository();
  await published(repository.branch, evidenceAt("2026-11-20T06:17:31Z"), newKey());

  const { warnings } = await publishing(repository.branch);

  expect(warnings).toEqual([
    expect.stringMatching(/is signed by the key .*; that signature was not verified here/),
  ]);
});

const DAILY = completeEvidenceAt("2026-11-21T06:17:31Z");
const STREAM = { name: "prod", site: "datadoghq.eu", cadence: "P1D" };

/** A repository with a run of a stream that runs every six hours, and a newer one of `prod`, which runs daily. */
async function twoRuns(first = "prod") {
  const repository = await localRepository();
  const sixHourly = completeEvidenceAt("2026-11-20T06:17:31Z", { stream: { name: first, cadence: "PT6H" } });
  await published(repository.branch, sixHourly, KEY);
  await published(repository.branch, DAILY, KEY);
  return { ...repository, older: path.join(repository.tree, first, runPath(sixHourly)) };
}

/** The stream as somebody describes it who signs with one key, and trusts another one or nobody. */
async function describedBy(branch: Branch, signing: SigningKey, trusted: SigningKey | null) {
  const trust =
    trusted === null ? null : { keys: [readVerifyingKey(trusted.publicPem)], roots: [], requiresTime: false };
  return describeStream(await branch.head(["prod"], NEVER), "prod", { check: signerCheck(signing), trust });
}

/** A stranger's run at the end of the stream, as anybody may write one who may write the repository. */
async function plantRun(branch: Branch, by: SigningKey) {
  await published(
    branch,
    completeEvidenceAt("2026-11-21T20:00:00Z", { stream: { name: "prod", cadence: "PT1H" } }),
    by,
  );
}

test("with trust, site and cadence come from the last run that verifies, whoever signed the end", async () => {
  await using scene = await twoRuns();
  const stranger = newKey();
  await plantRun(scene.branch, stranger);

  expect(await describedBy(scene.branch, newKey(), KEY)).toEqual({ stream: STREAM, warnings: [] });
  // Even a run by the key that signs the declaration counts only where that key is trusted.
  expect(await describedBy(scene.branch, stranger, KEY)).toEqual({ stream: STREAM, warnings: [] });
});

test("without trust, a run by the key that signs comes first; of any other a warning says that it was not verified", async () => {
  await using scene = await twoRuns();
  await plantRun(scene.branch, newKey());

  expect(await describedBy(scene.branch, KEY, null)).toEqual({ stream: STREAM, warnings: [] });
  expect(await describedBy(scene.branch, newKey(), null)).toEqual({
    stream: { ...STREAM, cadence: "PT1H" },
    warnings: [expect.stringMatching(/cadence of the run \S+, whose signature was not verified; name whom/)],
  });
});

test("where no run verifies, the stream is not described, and the last run says why", async () => {
  await using scene = await twoRuns();

  await expect(describedBy(scene.branch, KEY, newKey())).rejects.toThrow(
    /no run of the last two days of prod verifies: \S+: it is signed by the key \w+, which is not trusted/,
  );
});

test.each([
  ["an old run of the stream", "prod"],
  ["a run of another stream", "staging"],
])("%s that is copied to the end of the stream describes nothing", async (_, stream) => {
  await using scene = await twoRuns(stream);
  const end = path.join(scene.tree, "prod", "2026", "2026-11-21", "200000Z-200000-1");
  await cp(scene.older, end, { recursive: true });
  await git(scene.tree, "add", ".");
  await git(scene.tree, "commit", "--quiet", "-m", "copied");

  expect(await describedBy(scene.branch, newKey(), KEY)).toEqual({ stream: STREAM, warnings: [] });
  expect(await describedBy(scene.branch, KEY, null)).toEqual({ stream: STREAM, warnings: [] });
});

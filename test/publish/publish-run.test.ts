import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runPath } from "../../src/bundle/run-path.ts";
import { Failure } from "../../src/failure.ts";
import type { AttestFiles } from "../../src/publish/append-run.ts";
import { artifactName, publishRun } from "../../src/publish/publish-run.ts";
import { newKey } from "../support/evidence.ts";
import { git } from "../support/git.ts";
import { attestorOf, evidenceAt, localRepository, NEVER, published } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const KEY = newKey();
const EVIDENCE = evidenceAt("2026-11-22T06:17:31Z", { id: "123", attempt: 2 });

const REFUSING: AttestFiles = async () => {
  throw new Failure("not-signed", "the vault is sealed");
};

test("evidence that could not be signed is kept where it was to be committed, and is not committed", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;

  const run = await published(branch, EVIDENCE, KEY, { attest: REFUSING });

  expect(run).toMatchObject({ isWritten: true, commit: null, attestation: null, signatures: 0 });
  expect(run.undone.map(({ message }) => message)).toEqual(["the vault is sealed"]);
  expect((await git(tree, "ls-files", "--others")).split("\n").toSorted()).toEqual([
    "VERIFY.md",
    "prod/.gitattributes",
    `prod/${runPath(EVIDENCE)}/evidence.json`,
  ]);
  await expect(git(tree, "rev-parse", "HEAD")).rejects.toThrow("unknown revision");
});

test("a place that takes nothing does not keep the evidence from the other", async () => {
  await using repository = await localRepository();
  await using folder = await temporaryFolder();
  const out = path.join(folder.path, "file");
  await writeFile(out, "");

  const run = await published(repository.branch, EVIDENCE, KEY, { to: { out } });

  expect(run).toMatchObject({ isWritten: true, commit: expect.stringMatching(/^[0-9a-f]{40}$/) });
  expect(run.folder).toBe(path.join(repository.tree, "prod", runPath(EVIDENCE)));
  expect(run.undone.map(({ code }) => code)).toEqual(["not-published"]);
});

test("a run that is there already is not written again, and the one that is there stays", async () => {
  await using out = await temporaryFolder();
  const publish = async () =>
    publishRun(EVIDENCE, attestorOf(EVIDENCE, KEY), {
      attached: [],
      to: { out: out.path, artifact: null, verifyInstructions: "how to verify\n", extraFiles: () => [] },
      repository: null,
      timeouts: { commit: NEVER, all: NEVER },
    });
  const first = await publish();
  const bundle = path.join(first.folder, "evidence.sigstore.json");
  const before = await readFile(bundle);

  const again = await publish();

  expect(again).toMatchObject({ folder: first.folder, isWritten: false, artifact: null });
  expect(again.undone.map(({ message }) => message)).toEqual([
    expect.stringContaining("evidence is never overwritten"),
  ]);
  expect(await readFile(bundle)).toEqual(before);
});

test("the name of an artifact holds stream, time, run and attempt, and nothing that GitHub refuses", () => {
  expect(artifactName(EVIDENCE, true)).toBe("datadog-evidence-prod-2026-11-22T061731Z-123-2");
  expect(artifactName(EVIDENCE, false)).toBe("datadog-evidence-prod-2026-11-22T061731Z-123-2-UNSIGNED");
});

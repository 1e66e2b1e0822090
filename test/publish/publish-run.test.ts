import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { Failure } from "../../src/failure.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import type { AttestFiles } from "../../src/publish/append-run.ts";
import { artifactName, publishRun } from "../../src/publish/publish-run.ts";
import { collect, evidenceIn, filesBelow, git, printed, repository, startWorld } from "../e2e/world.ts";
import { newKey } from "../support/evidence.ts";
import { attestorOf, NEVER, published as publishedOnto } from "../support/streams.ts";

const KEY = newKey();

const REFUSING: AttestFiles = async () => {
  throw new Failure("not-signed", "the vault is sealed");
};

test("evidence that could not be signed is kept where it was to be committed, and is not committed", async () => {
  await using world = await startWorld();
  const evidence = await evidenceIn(printed(await collect(world)));
  const tree = await repository(world);

  const published = await publishedOnto(new LocalBranch({ folder: tree, path: "." }), evidence, KEY, {
    attest: REFUSING,
  });

  expect(published).toMatchObject({ isWritten: true, commit: null, attestation: null });
  expect(published.undone.map(({ message }) => message)).toEqual(["the vault is sealed"]);
  expect(await filesBelow(tree)).toEqual([
    "VERIFY.md",
    "default/.gitattributes",
    path.relative(tree, path.join(published.folder, "evidence.json")),
  ]);
  await expect(git(tree, "rev-parse", "HEAD")).rejects.toThrow("unknown revision");
});

test("a place that takes nothing does not keep the evidence from the other", async () => {
  await using world = await startWorld();
  const evidence = await evidenceIn(printed(await collect(world)));
  const tree = await repository(world);
  const out = path.join(world.folder, "file");
  await writeFile(out, "");

  const published = await publishedOnto(new LocalBranch({ folder: tree, path: "." }), evidence, KEY, {
    to: { out },
  });

  expect(published).toMatchObject({ isWritten: true, commit: expect.stringMatching(/^[0-9a-f]{40}$/) });
  expect(published.folder).toContain(`${tree}/default/`);
  expect(published.undone.map(({ code }) => code)).toEqual(["not-published"]);
});

test("a run that is there already is not written again, and the one that is there stays", async () => {
  await using world = await startWorld();
  const first = printed(await collect(world));
  const evidence = await evidenceIn(first);
  const before = await readFile(path.join(first, "evidence.sigstore.json"));

  const published = await publishRun(evidence, attestorOf(evidence, KEY), {
    attached: [],
    to: {
      out: path.join(world.folder, "evidence"),
      artifact: null,
      verifyInstructions: "how to verify\n",
      extraFiles: () => [],
    },
    repository: null,
    timeouts: { commit: NEVER, all: NEVER },
  });

  expect(published).toMatchObject({ folder: first, isWritten: false, artifact: null });
  expect(published.undone.map(({ message }) => message)).toEqual([
    expect.stringContaining("evidence is never overwritten"),
  ]);
  expect(await readFile(path.join(first, "evidence.sigstore.json"))).toEqual(before);
});

test("the name of an artifact holds stream, time, run and attempt, and nothing that GitHub refuses", async () => {
  await using world = await startWorld();
  const evidence = await evidenceIn(printed(await collect(world)));
  const one = {
    ...evidence,
    stream: { ...evidence.stream, name: "prod" },
    collectedAt: "2026-11-22T06:17:31Z",
    run: { ...evidence.run, id: "123", attempt: 2 },
  };

  expect(artifactName(one, true)).toBe("datadog-evidence-prod-2026-11-22T061731Z-123-2");
  expect(artifactName(one, false)).toBe("datadog-evidence-prod-2026-11-22T061731Z-123-2-UNSIGNED");
});

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { attester, keySigner } from "../../src/attest/attest.ts";
import { generatedKey, signingKey } from "../../src/attest/key.ts";
import { Failure } from "../../src/failure.ts";
import { artifactName, publish, type Attestor, type Destinations } from "../../src/publish/publish.ts";
import { collect, evidenceIn, filesBelow, git, printed, repository, startWorld } from "../e2e/world.ts";

const NOWHERE: Destinations = {
  out: null,
  repository: null,
  artifact: null,
  guide: "how to verify\n",
  companions: () => [],
};

const REFUSING: Attestor = async () => {
  throw new Failure("not-signed", "the vault is sealed");
};

test("evidence that could not be signed is kept where it was to be committed, and is not committed", async () => {
  await using world = await startWorld();
  const evidence = await evidenceIn(printed(await collect(world)));
  const tree = await repository(world);

  const published = await publish(evidence, REFUSING, {
    to: { ...NOWHERE, repository: { folder: tree, path: "." } },
    tail: null,
    signal: new AbortController().signal,
  });

  expect(published).toMatchObject({ isWritten: true, commit: null, attestation: null });
  expect(published.undone.map(({ message }) => message)).toEqual(["the vault is sealed"]);
  expect(await filesBelow(tree)).toEqual([
    "VERIFY.md",
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

  const published = await publish(evidence, attestorOf(evidence), {
    to: { ...NOWHERE, out, repository: { folder: tree, path: "." } },
    tail: null,
    signal: new AbortController().signal,
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

  const published = await publish(evidence, attestorOf(evidence), {
    to: { ...NOWHERE, out: path.join(world.folder, "evidence") },
    tail: null,
    signal: new AbortController().signal,
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

function attestorOf(evidence: Parameters<ReturnType<typeof attester>>[0]): Attestor {
  const attest = attester(keySigner(signingKey(generatedKey(null).privatePem, null)));
  return async (files, tail) => attest(evidence, files, tail);
}

import { expect, test } from "vitest";

import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { appendRun } from "../../src/publish/append-run.ts";
import type { Branch } from "../../src/publish/branch.ts";
import { readChainHead } from "../../src/publish/chain-head.ts";
import { Failure } from "../../src/failure.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { runAttester } from "../../src/sign/attest.ts";
import { AUTHORITIES, keylessStream, plantRun, publishKeyless } from "../support/keyless-stream.ts";
import { workflowSigner } from "../support/sealed-run.ts";
import { evidenceAt, NEVER } from "../support/streams.ts";

const FOREIGN = evidenceAt("2026-11-21T06:17:31Z");
const OWN = evidenceAt("2026-11-22T06:17:31Z");
const NEWER = evidenceAt("2026-11-22T20:00:00Z");
/** Another run, by its content, under the name of our own. */
const NAMESAKE = evidenceAt("2026-11-21T06:17:31Z", { id: OWN.run.id });

test.each([
  ["of a later time", NEWER],
  ["of our run's name", NAMESAKE],
])("a keyless run %s, which another authority certified, does not keep ours out", async (_, evidence) => {
  await using place = await keylessStream();
  await plantRun(place.tree, evidence, { by: "strangers" });

  const run = await publishKeyless(place.branch, OWN);

  expect(run.undone).toEqual([]);
  expect(run.commit).not.toBeNull();
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 3, restart: null, changes: null });
  expect(run.warnings).toEqual([
    expect.stringMatching(/is signed keyless; that signature was not verified here/),
  ]);
});

test.each([
  ["of a later time", NEWER, "already has newer evidence"],
  ["of our run's name", NAMESAKE, "already has other evidence of the run"],
])("a keyless run %s, which our workflow signed, keeps its place", async (_, evidence, sentence) => {
  await using place = await keylessStream();
  await plantRun(place.tree, evidence, { by: "ours" });

  const run = await publishKeyless(place.branch, OWN);

  expect(run.undone.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
  expect(run.commit).toBeNull();
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: null, previous: null });
});

test("a keyless run with a number that no other one can follow is a restart", async () => {
  await using place = await keylessStream();
  await plantRun(place.tree, evidenceAt("2026-11-21T06:17:31Z"), {
    by: "strangers",
    sequence: Number.MAX_SAFE_INTEGER,
  });

  const run = await publishKeyless(place.branch, OWN);

  expect(run.undone).toEqual([]);
  expect(run.attestation?.statement.predicate).toMatchObject({
    sequence: 2,
    restart: { code: "unreadable" },
  });
});

test("a keyless run goes on with the one before, and says what changed", async () => {
  await using place = await keylessStream();

  const run = await publishKeyless(place.branch, OWN);

  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 2, restart: null });
  expect(run.attestation?.statement.predicate.changes).not.toBeNull();
});

test("a stranger's keyless run is not compared where the repository cannot be reached again", async () => {
  await using place = await keylessStream();
  await plantRun(place.tree, FOREIGN, { by: "strangers" });
  const check = signerCheck(null);
  const recalled = await readChainHead(
    await place.branch.head(),
    { name: "prod", site: "datadoghq.eu" },
    check,
  );
  expect(recalled.tail.evidence).not.toBeNull();
  const lost: Branch = {
    name: place.branch.name,
    workTree: place.branch.workTree,
    firstWaitMs: 0,
    head: async () => Promise.reject(new Failure("not-published", "no answer")),
    append: async (...addition) => place.branch.append(...addition),
  };
  const attest = runAttester(workflowSigner(AUTHORITIES.ours));

  const run = await appendRun(
    { evidence: OWN, files: evidenceFiles(OWN) },
    async (files, tail) => attest(OWN, files, tail),
    { branch: lost, check, verifyInstructions: "", signal: NEVER, commits: true, recalled },
  );

  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 3, changes: null });
  expect(run.warnings).toEqual([expect.stringMatching(/was not verified here/)]);
});

test("our evidence with our own keyless signature is our run", async () => {
  await using place = await keylessStream();
  await plantRun(place.tree, OWN, { by: "ours" });

  const run = await publishKeyless(place.branch, OWN);

  expect(run.undone).toEqual([]);
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 2 });
});

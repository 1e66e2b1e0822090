import { expect, test } from "vitest";

import { makeStatement, type Tail } from "../../src/bundle/statement.ts";
import { fileOf } from "../../src/evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { writeRunFolder } from "../../src/publish/write-folder.ts";
import { runAttester } from "../../src/sign/attest.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { git, newRepository } from "../support/git.ts";
import { workflowSigner } from "../support/sealed-run.ts";
import { sigstoreWorld, type SigstoreWorld } from "../support/sigstore-world.ts";
import { evidenceAt, published } from "../support/streams.ts";

const [OURS, STRANGERS] = [await sigstoreWorld(), await sigstoreWorld()];
const FIRST = evidenceAt("2026-11-20T06:17:31Z");
const OWN = evidenceAt("2026-11-22T06:17:31Z");
const NEWER = evidenceAt("2026-11-22T20:00:00Z");
/** Another run, by its content, under the name of our own. */
const NAMESAKE = evidenceAt("2026-11-21T06:17:31Z", { id: OWN.run.id });

/** A stream with one run of our workflow, signed keyless. */
async function world() {
  const tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  const first = await publishedBy(branch, FIRST);
  const tail = { next: 2, last: null, restart: null, evidence: null } satisfies Tail;
  const link = first.attestation?.statement;
  expect(link?.predicate.sequence).toBe(1);
  return { tree: tree.path, branch, tail, [Symbol.asyncDispose]: () => tree[Symbol.asyncDispose]() };
}

async function publishedBy(branch: LocalBranch, evidence: Evidence) {
  const attest = runAttester(workflowSigner(OURS));
  return published(branch, evidence, null, { attest: async (files, tail) => attest(evidence, files, tail) });
}

/** Commits a run that says that our workflow signed it, as anybody may who may write the repository. */
async function planted(
  { tree, tail }: { readonly tree: string; readonly tail: Tail },
  evidence: Evidence,
  { by, sequence = 2 }: { readonly by: SigstoreWorld; readonly sequence?: number },
): Promise<void> {
  const files = evidenceFiles(evidence);
  const { bundle } = await statementSigner(workflowSigner(by))((assurance) => {
    const statement = makeStatement(evidence, { files, tail, assurance });
    return {
      ...statement,
      predicate: { ...statement.predicate, sequence, previous: { sequence: 1, statement: "ab".repeat(32) } },
    };
  });
  await writeRunFolder(`${tree}/prod/${runPath(evidence)}`, [...files, fileOf(BUNDLE_NAME, bundle)]);
  await git(tree, "add", ".");
  await git(tree, "commit", "--quiet", "-m", "planted");
}

test.each([
  ["of a later time", NEWER],
  ["of our run's name", NAMESAKE],
])("a keyless run %s, which another authority certified, does not keep ours out", async (_, evidence) => {
  await using place = await world();
  await planted(place, evidence, { by: STRANGERS });

  const run = await publishedBy(place.branch, OWN);

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
  await using place = await world();
  await planted(place, evidence, { by: OURS });

  const run = await publishedBy(place.branch, OWN);

  expect(run.undone.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
  expect(run.commit).toBeNull();
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: null, previous: null });
});

test("a keyless run with a number that no other one can follow is a restart", async () => {
  await using place = await world();
  await planted(place, evidenceAt("2026-11-21T06:17:31Z"), {
    by: STRANGERS,
    sequence: Number.MAX_SAFE_INTEGER,
  });

  const run = await publishedBy(place.branch, OWN);

  expect(run.undone).toEqual([]);
  expect(run.attestation?.statement.predicate).toMatchObject({
    sequence: 2,
    restart: { code: "unreadable" },
  });
});

test("a keyless run goes on with the one before, and says what changed", async () => {
  await using place = await world();

  const run = await publishedBy(place.branch, OWN);

  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 2, restart: null });
  expect(run.attestation?.statement.predicate.changes).not.toBeNull();
});

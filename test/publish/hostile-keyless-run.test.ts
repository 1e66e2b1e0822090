import { expect, test } from "vitest";

import { makeStatement, type Tail } from "../../src/bundle/statement.ts";
import { fileOf } from "../../src/evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { appendRun } from "../../src/publish/append-run.ts";
import type { Branch } from "../../src/publish/branch.ts";
import { readChainHead } from "../../src/publish/chain-head.ts";
import { Failure } from "../../src/failure.ts";
import type { Gap } from "../../src/evidence/gap.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { publishGap } from "../../src/publish/publish-gap.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { writeRunFolder } from "../../src/publish/write-folder.ts";
import { gapAttester, runAttester } from "../../src/sign/attest.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { git, newRepository } from "../support/git.ts";
import { workflowSigner } from "../support/sealed-run.ts";
import { sigstoreWorld, type SigstoreWorld } from "../support/sigstore-world.ts";
import { evidenceAt, NEVER, published } from "../support/streams.ts";

const [OURS, STRANGERS] = [await sigstoreWorld(), await sigstoreWorld()];
const FIRST = evidenceAt("2026-11-20T06:17:31Z");
const FOREIGN = evidenceAt("2026-11-21T06:17:31Z");
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

test("a gap that our workflow declared after a stranger's run does not lend it our trust", async () => {
  await using place = await world();
  await planted(place, FOREIGN, { by: STRANGERS });
  const gap = {
    schema: "datadog-evidence-gap/v1",
    stream: { name: "prod", site: "datadoghq.eu", cadence: "P1D" },
    declaredAt: "2026-11-22T05:00:00Z",
    range: { from: "2026-11-21T00:00:00Z", to: "2026-11-22T00:00:00Z" },
    cause: "the runner was down",
    ticket: null,
    role: "compliance engineer",
    run: { id: "gap-1", attempt: 1, github: null },
  } satisfies Gap;
  const options = { branch: place.branch, check: signerCheck(null), verifyInstructions: "", signal: NEVER };
  const { warnings } = await publishGap(gap, gapAttester(workflowSigner(OURS)), options);
  expect(warnings).toEqual([expect.stringMatching(/was not verified here/)]);

  const run = await publishedBy(place.branch, OWN);

  expect(run.undone).toEqual([]);
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 4, restart: null, changes: null });
  expect(run.warnings).toEqual([
    expect.stringMatching(/T?061731Z-\S+ is signed keyless; that signature was not verified here/),
  ]);
});

test("a stranger's keyless run is not compared where the repository cannot be reached again", async () => {
  await using place = await world();
  await planted(place, FOREIGN, { by: STRANGERS });
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
  const attest = runAttester(workflowSigner(OURS));

  const run = await appendRun(
    { evidence: OWN, files: evidenceFiles(OWN) },
    async (files, tail) => attest(OWN, files, tail),
    { branch: lost, check, verifyInstructions: "", signal: NEVER, commits: true, recalled },
  );

  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 3, changes: null });
  expect(run.warnings).toEqual([expect.stringMatching(/was not verified here/)]);
});

test("our evidence with a stranger's keyless signature is not taken for our run", async () => {
  await using place = await world();
  await planted(place, OWN, { by: STRANGERS });

  const run = await publishedBy(place.branch, OWN);

  expect(run.undone.map(({ message }) => message)).toEqual([
    expect.stringMatching(/already has the evidence of the run .* with the signature of somebody else/),
    // Its place in the work tree is taken as well.
    expect.stringMatching(/already exists, and evidence is never overwritten/),
  ]);
  expect(run.commit).toBeNull();
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: null, previous: null });
});

test("our evidence with our own keyless signature is our run", async () => {
  await using place = await world();
  await planted(place, OWN, { by: OURS });

  const run = await publishedBy(place.branch, OWN);

  expect(run.undone).toEqual([]);
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 2 });
});

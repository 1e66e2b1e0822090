import { runPath } from "../../src/bundle/run-path.ts";
import { makeStatement, type Tail } from "../../src/bundle/statement.ts";
import { fileOf } from "../../src/evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { writeRunFolder } from "../../src/publish/write-folder.ts";
import { runAttester } from "../../src/sign/attest.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { git, newRepository } from "./git.ts";
import { workflowSigner } from "./sealed-run.ts";
import { sigstoreWorld } from "./sigstore-world.ts";
import { evidenceAt, published } from "./streams.ts";

const OURS = await sigstoreWorld();
const STRANGERS = await sigstoreWorld();

/** Who signs a run, under the name of our workflow. */
export const AUTHORITIES = { ours: OURS, strangers: STRANGERS } as const;

/** A repository whose stream has one run of our workflow, signed keyless. */
export interface KeylessStream extends AsyncDisposable {
  readonly tree: string;
  readonly branch: LocalBranch;
}

export async function keylessStream(): Promise<KeylessStream> {
  const tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  await publishKeyless(branch, evidenceAt("2026-11-20T06:17:31Z"));
  return { tree: tree.path, branch, [Symbol.asyncDispose]: () => tree[Symbol.asyncDispose]() };
}

/** Publishes the evidence as our workflow does. */
export async function publishKeyless(branch: LocalBranch, evidence: Evidence): ReturnType<typeof published> {
  const attest = runAttester(workflowSigner(OURS));
  return published(branch, evidence, null, { attest: async (files, tail) => attest(evidence, files, tail) });
}

/** Commits a run that says that our workflow signed it, as anybody may who may write the repository. */
export async function plantRun(
  tree: string,
  evidence: Evidence,
  { by, sequence = 2 }: { readonly by: keyof typeof AUTHORITIES; readonly sequence?: number },
): Promise<void> {
  const files = evidenceFiles(evidence);
  const tail = { next: sequence, last: null, restart: null, evidence: null } satisfies Tail;
  const { bundle } = await statementSigner(workflowSigner(AUTHORITIES[by]))((assurance) => {
    const statement = makeStatement(evidence, { files, tail, assurance });
    const previous = { sequence: 1, statement: "ab".repeat(32) };
    return { ...statement, predicate: { ...statement.predicate, sequence, previous } };
  });
  await writeRunFolder(`${tree}/prod/${runPath(evidence)}`, [...files, fileOf(BUNDLE_NAME, bundle)]);
  await git(tree, "add", ".");
  await git(tree, "commit", "--quiet", "-m", "planted");
}

import { runAttester, keySigner } from "../../src/sign/attest.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import type { Branch } from "../../src/publish/branch.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { GitHubBranch, type GitHubRepository } from "../../src/publish/github/branch.ts";
import type { AttestFiles } from "../../src/publish/append-run.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { publishRun, type Destinations, type PublishedRun } from "../../src/publish/publish-run.ts";
import { evidenceOf } from "./evidence.ts";
import { newRepository } from "./git.ts";
import { evidenceAt as completeEvidenceAt } from "./stream.ts";
import { WRITE_TOKEN } from "./tokens.ts";

export const NEVER = new AbortController().signal;

/** Evidence of a run of the stream, collected at that time; each time has a run of its own. */
export function evidenceAt(
  collectedAt: string,
  {
    stream = "prod",
    id = collectedAt.replaceAll(/\D/g, ""),
    attempt = 1,
  }: { stream?: string; id?: string; attempt?: number } = {},
): Evidence {
  const usual = evidenceOf();
  return completeEvidenceAt(collectedAt, {
    stream: { ...usual.stream, name: stream },
    run: { ...usual.run, id, attempt },
  });
}

/** A repository on this machine, gone in the end, and the branch that it has checked out. */
export interface LocalRepository extends AsyncDisposable {
  readonly tree: string;
  readonly branch: LocalBranch;
}

export async function localRepository(): Promise<LocalRepository> {
  const tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  return { tree: tree.path, branch, [Symbol.asyncDispose]: () => tree[Symbol.asyncDispose]() };
}

/** A branch of the loopback GitHub. */
export function gitHubBranch(
  github: { readonly url: string },
  more: Partial<GitHubRepository> = {},
): GitHubBranch {
  return new GitHubBranch({
    repository: "acme/evidence",
    branch: null,
    path: ".",
    token: WRITE_TOKEN,
    apiUrl: github.url,
    allowPublic: false,
    seed: false,
    ...more,
  });
}

/** The signing step of a run with this key. */
export function attestorOf(evidence: Evidence, key: SigningKey): AttestFiles {
  const attest = runAttester(keySigner(key));
  return async (files, tail) => attest(evidence, files, tail);
}

async function refuseToAttest(): Promise<never> {
  throw new Error("without a key, name how to attest");
}

/** Publishes the evidence onto the branch, as a run does; without a key as one that signs keyless. */
export async function published(
  branch: Branch,
  evidence: Evidence,
  key: SigningKey | null,
  {
    to = {},
    attest = key === null ? refuseToAttest : attestorOf(evidence, key),
    commits = true,
    signal = NEVER,
  }: {
    readonly to?: Partial<Destinations>;
    readonly attest?: AttestFiles;
    readonly commits?: boolean;
    readonly signal?: AbortSignal;
  } = {},
): Promise<PublishedRun> {
  return publishRun(evidence, attest, {
    attached: [],
    to: { out: null, artifact: null, verifyInstructions: "how to verify\n", extraFiles: () => [], ...to },
    repository: { branch, check: signerCheck(key), commits, recalled: null },
    timeouts: { commit: signal, all: signal },
  });
}

/** The branch, on which something happens before each of its first commits. */
export function racing(branch: Branch, ...races: readonly (() => Promise<unknown>)[]): Branch {
  const waiting = [...races];
  return {
    name: branch.name,
    workTree: branch.workTree,
    firstWaitMs: branch.firstWaitMs,
    head: async (streams, signal) => branch.head(streams, signal),
    async append(addition, onto, signal) {
      await waiting.shift()?.();
      return branch.append(addition, onto, signal);
    },
  };
}

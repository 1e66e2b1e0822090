import path from "node:path";

import type { Attestation } from "../sign/signing.ts";
import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../evidence/files/evidence-files.ts";
import { runPath } from "../bundle/run-path.ts";
import type { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { uploadArtifact, type Artifact } from "./artifact.ts";
import { repositoryFiles, VERIFY_NAME } from "./repository-files.ts";
import { appendRun, tryStep, type AppendedRun, type AttestFiles } from "./append-run.ts";
import type { Branch } from "./branch.ts";
import type { ChainHead } from "./chain-head.ts";
import type { SignerCheck } from "./signer-check.ts";
import type { RawPages } from "./raw-pages.ts";
import { ensureNoLinks, writeOnce, writeRunFolder } from "./write-folder.ts";

/** Where evidence goes. The caller gives at least one of folder and repository. */
export interface Destinations {
  /** A folder that takes the layout of an evidence repository. */
  readonly out: string | null;
  /** The artifact of a GitHub job; it needs `out`. */
  readonly artifact: {
    readonly retentionDays: number | null;
    /** Datadog's raw responses, which go nowhere else; null where they are not wanted. */
    readonly rawPages: RawPages | null;
  } | null;
  /** Text of `VERIFY.md`, written once per place. */
  readonly verifyInstructions: string;
  /** The files that the artifact holds beside the run folder. */
  readonly extraFiles: (signed: SignedEvidence) => readonly EvidenceFile[];
}

/** A repository as the destination of a run. */
export interface EvidenceRepository {
  readonly branch: Branch;
  /** Tells our own signatures from others. */
  readonly check: SignerCheck;
  /** False: the run is only signed for its place in the chain; `publish` commits it later. */
  readonly commits: boolean;
  /** The chain as it was before collecting; null where it could not be read. */
  readonly recalled: ChainHead | null;
}

/** The evidence as files, and its attestation; null where it is not signed. */
export interface SignedEvidence {
  readonly evidence: Evidence;
  readonly files: readonly EvidenceFile[];
  readonly attestation: Attestation | null;
}

/** What was published, and what was not. */
export interface PublishedRun extends SignedEvidence {
  /** Absolute path of the run folder. */
  readonly folder: string;
  /** Whether the run folder is there. */
  readonly isWritten: boolean;
  readonly evidenceSha256: string;
  readonly commit: string | null;
  /** The commit's page on GitHub; null where there is none. */
  readonly commitUrl: string | null;
  readonly artifact: Artifact | null;
  /** How often the run was signed, and how often the commit was tried again because another one was faster. */
  readonly signatures: number;
  readonly retries: number;
  /** What could not be done, each a sentence; it decides the exit. */
  readonly undone: readonly Failure[];
  /** What people should know, each a sentence; it does not decide the exit. */
  readonly warnings: readonly string[];
}

/** Time is up for commits with `commit`, and for everything with `all`: the artifact always has time left. */
export interface PublishTimeouts {
  readonly commit: AbortSignal;
  readonly all: AbortSignal;
}

/**
 * Signs and commits, then writes and uploads what landed. A destination that fails never stops another one. Unsigned
 * evidence is kept but never committed. Never throws a `Failure`: see `undone`.
 */
export async function publishRun(
  evidence: Evidence,
  attest: AttestFiles | null,
  {
    attached,
    to,
    repository,
    timeouts,
  }: {
    /** Files that the run was given, such as the policy: signed and kept beside the evidence. */
    attached: readonly EvidenceFile[];
    to: Destinations;
    repository: EvidenceRepository | null;
    timeouts: PublishTimeouts;
  },
): Promise<PublishedRun> {
  const files = [...evidenceFiles(evidence), ...attached];
  const chained = await signAndCommit({ evidence, files }, attest, { to, repository, timeouts });
  const { attestation, landed } = chained;
  const undone = [...chained.undone];
  const warnings = [...chained.warnings];
  const signed: SignedEvidence = { evidence, files, attestation };
  const place = path.join(evidence.stream.name, ...runPath(evidence).split("/"));
  const contents = attestation === null ? files : [...files, fileOf(BUNDLE_NAME, attestation.bundle)];

  const { out } = to;
  const tree = repository?.branch.workTree ?? null;
  const write = async (root: string): Promise<string> => {
    await ensureNoLinks(root, place);
    await writeRunFolder(path.join(root, place), contents);
    for (const file of repositoryFiles([evidence.stream.name], to.verifyInstructions)) {
      await writeOnce(path.join(root, file.path), file.text);
    }
    return root;
  };
  // A commit updates the work tree itself. What was not committed waits there; unsigned evidence only without another folder.
  const usesTree = tree !== null && (attestation === null ? out === null : repository?.commits === true);
  const waits = usesTree && landed === null ? await tryStep(undone, async () => write(tree)) : null;
  const inTree = landed?.undone.length === 0 ? tree : waits;
  const inOut = out === null ? null : await tryStep(undone, async () => write(out));
  const artifact =
    to.artifact === null || inOut === null
      ? null
      : await tryStep(undone, async () =>
          uploadRun(signed, { to, out: inOut, place, contents, warnings, signal: timeouts.all }),
        );

  const wanted = out ?? tree;
  if (wanted === null) throw new Error("publish needs a folder or a local repository");
  const root = inOut ?? (usesTree ? inTree : null);
  const [main] = files;
  return {
    ...signed,
    folder: path.resolve(root ?? wanted, place),
    isWritten: root !== null,
    evidenceSha256: main?.sha256 ?? "",
    commit: landed?.commit ?? null,
    commitUrl: landed?.url ?? null,
    artifact,
    signatures: chained.signatures,
    retries: chained.retries,
    undone,
    warnings,
  };
}

/** Signs the evidence, for the chain of its stream where there is a repository, and commits it there. */
async function signAndCommit(
  run: Pick<SignedEvidence, "evidence" | "files">,
  attest: AttestFiles | null,
  {
    to: { verifyInstructions },
    repository,
    timeouts,
  }: { to: Destinations; repository: EvidenceRepository | null; timeouts: PublishTimeouts },
): Promise<AppendedRun> {
  if (attest !== null && repository !== null) {
    return appendRun(run, attest, { ...repository, verifyInstructions, signal: timeouts.commit });
  }
  const undone: Failure[] = [];
  if (attest === null) {
    undone.push(
      new Failure("not-signed", "the evidence is not signed, because signing is none", {
        hint: "sign it later with: npx datadog-evidence attest DIR",
      }),
    );
  }
  const attestation = attest === null ? null : await tryStep(undone, async () => attest(run.files, null));
  const signatures = attestation === null ? 0 : 1;
  return { attestation, landed: null, signatures, retries: 0, undone, warnings: [] };
}

/** The name of the artifact: one for each stream, time, run and attempt. */
export function artifactName({ stream, collectedAt, run }: Evidence, isSigned: boolean): string {
  const time = collectedAt.replaceAll(":", "");
  return `datadog-evidence-${stream.name}-${time}-${run.id}-${run.attempt}${isSigned ? "" : "-UNSIGNED"}`;
}

async function uploadRun(
  signed: SignedEvidence,
  {
    to,
    out,
    place,
    contents,
    warnings,
    signal,
  }: {
    to: Destinations;
    out: string;
    place: string;
    contents: readonly EvidenceFile[];
    warnings: string[];
    signal: AbortSignal;
  },
): Promise<Artifact> {
  const companions = to.extraFiles(signed);
  for (const file of companions) await writeOnce(path.join(out, file.name), file.pieces());
  const names = [
    ...contents.map(({ name }) => path.join(place, name)),
    VERIFY_NAME,
    ...companions.map(({ name }) => name),
  ];
  const upload = async (more: readonly string[]): Promise<Artifact> =>
    uploadArtifact(
      {
        name: artifactName(signed.evidence, signed.attestation !== null),
        files: [...names, ...more].map((name) => path.resolve(out, name)),
        root: path.resolve(out),
        retentionDays: to.artifact?.retentionDays ?? null,
      },
      signal,
    );

  const rawPages = to.artifact?.rawPages ?? null;
  if (rawPages === null) return upload([]);
  try {
    const { names: pages, leftOut } = await rawPages.writeBelow(out, signed.evidence);
    warnings.push(...leftOut.map((page) => `a raw page is not in the artifact: ${page}`));
    return await upload(pages);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warnings.push(`the raw pages are not in the artifact: ${error.message}`);
    return upload([]);
  }
}

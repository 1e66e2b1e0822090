import path from "node:path";

import type { Attestation } from "../sign/signing.ts";
import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../evidence/files/evidence-files.ts";
import { runPath } from "../bundle/run-path.ts";
import type { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { uploadArtifact, type Artifact } from "./artifact.ts";
import { repositoryFiles, VERIFY_NAME } from "./repository-files.ts";
import { appendRun, tryStep } from "./append-run.ts";
import type { AppendedRun, AttestFiles, EvidenceRepository } from "./append-run.ts";
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

/** The evidence as files, and its attestation; null where it is not signed. */
export interface SignedEvidence {
  readonly evidence: Evidence;
  readonly files: readonly EvidenceFile[];
  readonly attestation: Attestation | null;
}

/** What was published, and what was not. */
export interface PublishedRun
  extends SignedEvidence, Pick<AppendedRun, "signatures" | "retries" | "undone" | "warnings"> {
  /** Absolute path of the run folder. */
  readonly folder: string;
  /** Whether the run folder is there. */
  readonly isWritten: boolean;
  readonly evidenceSha256: string;
  readonly commit: string | null;
  /** The commit's page on GitHub; null where there is none. */
  readonly commitUrl: string | null;
  readonly artifact: Artifact | null;
}

/** Time is up for commits with `commit`, and for everything with `all`: the artifact always has time left. */
export interface PublishTimeouts {
  readonly commit: AbortSignal;
  readonly all: AbortSignal;
}

/** The files of a run folder, with the bundle where there is one. */
interface RunFiles extends SignedEvidence {
  /** The path of the folder below any destination. */
  readonly place: string;
  readonly contents: readonly EvidenceFile[];
}

interface PublishOptions {
  readonly to: Destinations;
  readonly repository: EvidenceRepository | null;
  readonly timeouts: PublishTimeouts;
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
    ...options
  }: PublishOptions & {
    /** Files that the run was given, such as the policy: signed and kept beside the evidence. */
    readonly attached: readonly EvidenceFile[];
  },
): Promise<PublishedRun> {
  const { to, repository, timeouts } = options;
  const files = [...evidenceFiles(evidence), ...attached];
  const { landed, attestation, ...chained } = await signAndCommit({ evidence, files }, attest, options);
  const undone = [...chained.undone];
  const warnings = [...chained.warnings];
  const signed: SignedEvidence = { evidence, files, attestation };
  const run: RunFiles = {
    ...signed,
    place: path.join(evidence.stream.name, ...runPath(evidence).split("/")),
    contents: attestation === null ? files : [...files, fileOf(BUNDLE_NAME, attestation.bundle)],
  };
  const { out, tree } = await writeRun(run, { to, repository, landed, undone });
  const artifact =
    to.artifact === null || out === null
      ? null
      : await tryStep(undone, async () => uploadRun(run, { to, out, warnings, signal: timeouts.all }));

  const root = out ?? tree;
  const wanted = root ?? to.out ?? repository?.branch.workTree;
  if (wanted == null) throw new Error("publish needs a folder or a local repository");
  return {
    ...signed,
    ...chained,
    undone,
    warnings,
    folder: path.resolve(wanted, run.place),
    isWritten: root !== null,
    evidenceSha256: files[0]?.sha256 ?? "",
    commit: landed?.commit ?? null,
    commitUrl: landed?.url ?? null,
    artifact,
  };
}

/** Writes the run below each destination on disk. Returns those below which it is now; null for one where it is not. */
async function writeRun(
  { evidence, attestation, place, contents }: RunFiles,
  {
    to,
    repository,
    landed,
    undone,
  }: Pick<PublishOptions, "to" | "repository"> & Pick<AppendedRun, "landed"> & { undone: Failure[] },
): Promise<{ readonly out: string | null; readonly tree: string | null }> {
  const write = async (root: string): Promise<string> => {
    await ensureNoLinks(root, place);
    await writeRunFolder(path.join(root, place), contents);
    for (const file of repositoryFiles([evidence.stream.name], to.verifyInstructions)) {
      await writeOnce(path.join(root, file.path), file.text);
    }
    return root;
  };
  const { out } = to;
  const tree = repository?.branch.workTree ?? null;
  // A commit updates the work tree itself. What was not committed waits there; unsigned evidence only without another folder.
  const usesTree = tree !== null && (attestation === null ? out === null : repository?.commits === true);
  const waits = usesTree && landed === null ? await tryStep(undone, async () => write(tree)) : null;
  const inTree = landed?.undone.length === 0 ? tree : waits;
  return {
    tree: usesTree ? inTree : null,
    out: out === null ? null : await tryStep(undone, async () => write(out)),
  };
}

/** Signs the evidence, for the chain of its stream where there is a repository, and commits it there. */
async function signAndCommit(
  run: Pick<SignedEvidence, "evidence" | "files">,
  attest: AttestFiles | null,
  { to: { verifyInstructions }, repository, timeouts }: PublishOptions,
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
  { place, contents, ...signed }: RunFiles,
  { to, out, warnings, signal }: { to: Destinations; out: string; warnings: string[]; signal: AbortSignal },
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

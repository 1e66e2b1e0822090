import path from "node:path";

import type { Attestation } from "../attest/seal.ts";
import type { Tail } from "../attest/statement.ts";
import { sha256 } from "../evidence/canonical.ts";
import { evidenceFiles, runFolder } from "../evidence/files.ts";
import type { EvidenceFile } from "../evidence/files.ts";
import type { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { uploadArtifact } from "./artifact.ts";
import type { Artifact } from "./artifact.ts";
import { commitPaths, isTracked } from "./local-git.ts";
import type { RawPages } from "./raw-pages.ts";
import { writeOnce, writeRunFolder } from "./run-folder.ts";

/** Where evidence goes. At least one of folder and repository is given. */
export interface Destinations {
  /** A folder that takes the layout of an evidence repository. */
  readonly out: string | null;
  /** A local git work tree, and the folder in it that holds the streams. */
  readonly repository: { readonly folder: string; readonly path: string } | null;
  /** The artifact of a GitHub job; it needs `out`. */
  readonly artifact: {
    readonly retentionDays: number | null;
    /** Datadog's raw answers, which go nowhere else; null where nobody asked for them. */
    readonly rawPages: RawPages | null;
  } | null;
  /** Text of `VERIFY.md`, written once per place. */
  readonly guide: string;
  /** What the artifact holds beside the run folder. */
  readonly companions: (signed: Signed) => readonly EvidenceFile[];
}

/** The evidence as files, and its attestation; null when it is not signed. */
export interface Signed {
  readonly evidence: Evidence;
  readonly files: readonly EvidenceFile[];
  readonly attestation: Attestation | null;
}

const GUIDE_NAME = "VERIFY.md";

/** What landed, and what did not. */
export interface Published extends Signed {
  /** Absolute path of the run folder. */
  readonly folder: string;
  /** Whether the run folder is there. */
  readonly isWritten: boolean;
  readonly evidenceSha256: string;
  readonly commit: string | null;
  readonly artifact: Artifact | null;
  /** What could not be done, each a sentence; it decides the exit. */
  readonly undone: readonly Failure[];
  /** What was left out beside the evidence, each a sentence; it decides nothing. */
  readonly warnings: readonly string[];
}

/** The signing step, as a function of what stands before the run; null where evidence stays unsigned. */
export type Attestor = ((files: readonly EvidenceFile[], tail: Tail | null) => Promise<Attestation>) | null;

/**
 * Signs, writes, commits, then uploads. One destination that fails never stops
 * the other. Unsigned evidence is kept but never committed.
 */
export async function publish(
  evidence: Evidence,
  attest: Attestor,
  {
    to,
    tail,
    signal,
  }: { readonly to: Destinations; readonly tail: Tail | null; readonly signal: AbortSignal },
): Promise<Published> {
  const files = evidenceFiles(evidence);
  const undone: Failure[] = [];
  const warnings: string[] = [];
  const attestation = await attempt(undone, async () => (attest === null ? null : attest(files, tail)));
  if (attestation === null && undone.length === 0) {
    undone.push(
      new Failure("not-signed", "the evidence is not signed, as chosen by signing: none", {
        hint: "it can be signed later with: datadog-evidence attest DIR",
      }),
    );
  }
  const signed: Signed = { evidence, files, attestation };
  const place = path.join(evidence.stream.name, ...runFolder(evidence).split("/"));
  const contents = attestation === null ? files : [...files, bundleFile(attestation)];

  const { out, repository } = to;
  const tree = repository === null ? null : path.join(repository.folder, repository.path);
  const write = async (root: string): Promise<string> => {
    await writeRunFolder(path.join(root, place), contents);
    await writeOnce(path.join(root, GUIDE_NAME), to.guide);
    return root;
  };
  // Unsigned evidence is not committed; it lies in the work tree only where there is no other place.
  const inTree =
    tree === null || (attestation === null && out !== null)
      ? null
      : await attempt(undone, async () => write(tree));
  const commit =
    repository === null || inTree === null || attestation === null
      ? null
      : await attempt(undone, async () => committed(evidence, { repository, place, signal }));
  const inOut = out === null ? null : await attempt(undone, async () => write(out));
  const artifact =
    to.artifact === null || inOut === null
      ? null
      : await attempt(undone, async () =>
          uploaded(signed, { to, out: inOut, place, contents, warnings, signal }),
        );

  const asked = out ?? tree;
  if (asked === null) throw new Error("publish needs a folder or a repository");
  const root = inOut ?? inTree;
  const [main] = files;
  return {
    ...signed,
    folder: path.resolve(root ?? asked, place),
    isWritten: root !== null,
    evidenceSha256: sha256(main?.bytes ?? ""),
    commit,
    artifact,
    undone,
    warnings,
  };
}

function bundleFile({ bundle }: Attestation): EvidenceFile {
  return { name: "evidence.sigstore.json", bytes: Buffer.from(bundle) };
}

/** A foreseen failure is noted and answers null; a bug is thrown on. */
async function attempt<T>(undone: Failure[], step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    undone.push(error);
    return null;
  }
}

async function committed(
  { stream, collectedAt, outcome }: Evidence,
  {
    repository,
    place,
    signal,
  }: {
    readonly repository: { readonly folder: string; readonly path: string };
    readonly place: string;
    readonly signal: AbortSignal;
  },
): Promise<string> {
  const run = path.join(repository.path, place);
  const guide = path.join(repository.path, GUIDE_NAME);
  return commitPaths(repository.folder, {
    // Once it is committed the guide belongs to the people of the repository, their changes included.
    paths: (await isTracked(repository.folder, guide)) ? [run] : [run, guide],
    message: `${stream.name}: evidence of ${collectedAt}, ${outcome}`,
    signal,
  });
}

/** The name of the artifact: one for each stream, time, run and attempt. */
export function artifactName({ stream, collectedAt, run }: Evidence, isSigned: boolean): string {
  const time = collectedAt.replaceAll(":", "");
  return `datadog-evidence-${stream.name}-${time}-${run.id}-${run.attempt}${isSigned ? "" : "-UNSIGNED"}`;
}

async function uploaded(
  signed: Signed,
  {
    to,
    out,
    place,
    contents,
    warnings,
    signal,
  }: {
    readonly to: Destinations;
    readonly out: string;
    readonly place: string;
    readonly contents: readonly EvidenceFile[];
    readonly warnings: string[];
    readonly signal: AbortSignal;
  },
): Promise<Artifact> {
  const companions = to.companions(signed);
  for (const { name, bytes } of companions) await writeOnce(path.join(out, name), bytes);
  const names = [
    ...contents.map(({ name }) => path.join(place, name)),
    GUIDE_NAME,
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
    return await upload(await rawPages.writeBelow(out, signed.evidence));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warnings.push(`the raw pages are not in the artifact: ${error.message}`);
    return upload([]);
  }
}

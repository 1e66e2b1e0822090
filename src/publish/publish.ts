import path from "node:path";

import type { Attestation } from "../sign/signing.ts";
import { fileOf } from "../evidence/file.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../evidence/files/evidence-files.ts";
import { runFolder } from "../bundle/run-path.ts";
import type { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { uploadArtifact } from "./artifact.ts";
import type { Artifact } from "./artifact.ts";
import { GUIDE_NAME } from "./layout.ts";
import { linked } from "./append-run.ts";
import type { Attestor, EvidenceRepository, Linked } from "./append-run.ts";
import type { RawPages } from "./raw-pages.ts";
import { writeOnce, writeRunFolder } from "./write-folder.ts";

/** Where evidence goes. At least one of folder and repository is given. */
export interface Destinations {
  /** A folder that takes the layout of an evidence repository. */
  readonly out: string | null;
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

/** What landed, and what did not. */
export interface Published extends Signed {
  /** Absolute path of the run folder. */
  readonly folder: string;
  /** Whether the run folder is there. */
  readonly isWritten: boolean;
  readonly evidenceSha256: string;
  readonly commit: string | null;
  /** Where people see the commit; null where there is no such page. */
  readonly commitUrl: string | null;
  readonly artifact: Artifact | null;
  /** How often was signed, and how often the commit was tried again because somebody else was faster. */
  readonly signatures: number;
  readonly retries: number;
  /** What could not be done, each a sentence; it decides the exit. */
  readonly undone: readonly Failure[];
  /** What people should know beside the evidence, each a sentence; it decides nothing. */
  readonly warnings: readonly string[];
}

/** Commits have this part of the time that is left; the artifact has the rest of it in any case. */
export interface Patience {
  readonly commit: AbortSignal;
  readonly all: AbortSignal;
}

/**
 * Signs and commits, then writes and uploads what landed. One destination that
 * fails never stops the other. Unsigned evidence is kept but never committed.
 */
export async function publish(
  evidence: Evidence,
  attest: Attestor | null,
  {
    to,
    repository,
    patience,
  }: {
    readonly to: Destinations;
    readonly repository: EvidenceRepository | null;
    readonly patience: Patience;
  },
): Promise<Published> {
  const files = evidenceFiles(evidence);
  const chained = await attested({ evidence, files }, attest, { to, repository, patience });
  const { attestation, landed } = chained;
  const undone = [...chained.undone];
  const warnings = [...chained.warnings];
  const signed: Signed = { evidence, files, attestation };
  const place = path.join(evidence.stream.name, ...runFolder(evidence).split("/"));
  const contents = attestation === null ? files : [...files, fileOf(BUNDLE_NAME, attestation.bundle)];

  const { out } = to;
  const tree = repository?.branch.workTree ?? null;
  const write = async (root: string): Promise<string> => {
    await writeRunFolder(path.join(root, place), contents);
    await writeOnce(path.join(root, GUIDE_NAME), to.guide);
    return root;
  };
  // What was committed lies in the work tree; what was not waits there to be, and unsigned evidence where it has no other place.
  const isTreeAsked = tree !== null && (attestation === null ? out === null : repository?.commits === true);
  const inTree = !isTreeAsked || landed !== null ? tree : await attempt(undone, async () => write(tree));
  const inOut = out === null ? null : await attempt(undone, async () => write(out));
  const artifact =
    to.artifact === null || inOut === null
      ? null
      : await attempt(undone, async () =>
          uploaded(signed, { to, out: inOut, place, contents, warnings, signal: patience.all }),
        );

  const asked = out ?? tree;
  if (asked === null) throw new Error("publish needs a folder or a local repository");
  const root = inOut ?? (isTreeAsked ? inTree : null);
  const [main] = files;
  return {
    ...signed,
    folder: path.resolve(root ?? asked, place),
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

/** Signs, onto the chain of its stream where there is a repository. */
async function attested(
  run: Pick<Signed, "evidence" | "files">,
  attest: Attestor | null,
  {
    to: { guide },
    repository,
    patience,
  }: {
    readonly to: Destinations;
    readonly repository: EvidenceRepository | null;
    readonly patience: Patience;
  },
): Promise<Linked> {
  if (attest !== null && repository !== null) {
    return linked(run, attest, { repository, guide, signal: patience.commit });
  }
  const undone: Failure[] = [];
  const attestation = attest === null ? null : await attempt(undone, async () => attest(run.files, null));
  if (attest === null) {
    undone.push(
      new Failure("not-signed", "the evidence is not signed, as chosen by signing: none", {
        hint: "it can be signed later with: datadog-evidence attest DIR",
      }),
    );
  }
  return {
    attestation,
    landed: null,
    signatures: attestation === null ? 0 : 1,
    retries: 0,
    undone,
    warnings: [],
  };
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
  for (const file of companions) await writeOnce(path.join(out, file.name), file.pieces());
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

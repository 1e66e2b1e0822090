import { pathInRepository } from "../../bundle/run-path.ts";
import type { Statement } from "../../bundle/statement.ts";
import type { EvidenceFile } from "../../evidence/file.ts";
import type { Evidence } from "../../evidence/schema.ts";
import type { Policy } from "../../policy/schema.ts";
import { changeSinceLastRun, type ChangeSince } from "../changes-in-words.ts";

/** A run as it was signed; `statement` is null where it was not. */
export interface SignedRun {
  readonly evidence: Evidence;
  /** `evidence.json` first. */
  readonly files: readonly Pick<EvidenceFile, "name" | "size" | "sha256">[];
  readonly statement: Statement | null;
  /** The policy that the run was given; null where it was given none, or where it cannot be read. */
  readonly policy: Policy | null;
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string | null;
}

/** How a run says it was signed; a report does not verify it. */
export interface Attestation {
  readonly signing: "key" | "keyless";
  readonly keyFingerprint: string | null;
  readonly timestamp: boolean;
  readonly sequence: number | null;
}

/** What the sections of a report are made from. */
export interface RunReport extends Omit<SignedRun, "statement" | "signedBy"> {
  readonly evidenceSha256: string;
  /** `null` when the run is not signed. */
  readonly attestation: Attestation | null;
  readonly since: ChangeSince;
  /** The run folder as commands name it, relative to the repository. */
  readonly folder: string;
}

/** The facts of a run for its report. */
export function runFacts({ statement, signedBy, ...run }: SignedRun): RunReport {
  return {
    ...run,
    evidenceSha256: evidenceSha256Of(run),
    attestation: statement === null ? null : attestationOf(statement, signedBy),
    since: changeSinceLastRun(statement),
    folder: pathInRepository(run.evidence),
  };
}

/** The digest of `evidence.json`. */
export function evidenceSha256Of({ files }: Pick<SignedRun, "files">): string {
  return files[0]?.sha256 ?? "";
}

function attestationOf({ predicate }: Statement, signedBy: string | null): Attestation {
  const { assurance, sequence } = predicate;
  const { signing, timestamp } = assurance;
  return { signing, timestamp, sequence, keyFingerprint: signing === "key" ? signedBy : null };
}

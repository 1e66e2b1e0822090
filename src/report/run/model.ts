import type { Evidence } from "../../evidence/schema.ts";
import type { Since } from "../changes-in-words.ts";

/** How a run says it was signed; a report does not verify it. */
export interface Attestation {
  readonly signing: "key" | "keyless";
  readonly keyFingerprint: string | null;
  readonly timestamp: boolean;
  readonly sequence: number | null;
}

/** A run as it lies in its folder. */
export interface RunReport {
  readonly evidence: Evidence;
  readonly evidenceSha256: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** `null` when the run is not signed. */
  readonly attestation: Attestation | null;
  readonly since: Since;
  /** As it stands in commands, relative to the repository. */
  readonly folder: string;
}

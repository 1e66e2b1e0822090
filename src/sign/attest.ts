import type { EvidenceFile } from "../evidence/file.ts";
import type { Gap } from "../evidence/gap.ts";
import type { Evidence } from "../evidence/schema.ts";
import type { SigningKey } from "./signing-key.ts";
import { statementSigner } from "./signing.ts";
import type { Attestation, StatementSigner, Signer } from "./signing.ts";
import { makeGapStatement, makeStatement } from "../bundle/statement.ts";
import type { GapStatement, Tail } from "../bundle/statement.ts";

/** Signs the evidence onto the end of its stream's chain, so that a lost race can link again. */
export type AttestRun = (
  evidence: Evidence,
  files: readonly EvidenceFile[],
  tail: Tail | null,
) => Promise<Attestation>;

/** Signs the declaration of a gap in the same way. */
export type AttestGap = (
  gap: Gap,
  files: readonly EvidenceFile[],
  tail: Tail | null,
) => Promise<Attestation<GapStatement>>;

/** A signer with a key of our own. */
export function keySigner({ privateKey, fingerprint }: SigningKey): Signer {
  return {
    signing: "key",
    async sign(bytes) {
      const { sign } = await import("node:crypto");
      const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
      return {
        bytes: sign(digest, bytes, privateKey),
        // The same hint that cosign writes: base64 of the SPKI's sha256.
        by: { hint: Buffer.from(fingerprint, "hex").toString("base64") },
        signedBy: fingerprint,
      };
    },
  };
}

/** The signing step as a function of what stands before the run. A signer alone has no witnesses. */
export function runAttester(by: StatementSigner | Signer): AttestRun {
  const seal = toStatementSigner(by);
  return async (evidence, files, tail) =>
    seal((assurance) => makeStatement(evidence, { files, tail, assurance }));
}

/** The same for the declaration of a gap. */
export function gapAttester(by: StatementSigner | Signer): AttestGap {
  const seal = toStatementSigner(by);
  return async (gap, files, tail) => seal((assurance) => makeGapStatement(gap, { files, tail, assurance }));
}

function toStatementSigner(by: StatementSigner | Signer): StatementSigner {
  return typeof by === "function" ? by : statementSigner(by);
}

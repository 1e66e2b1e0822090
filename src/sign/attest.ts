import type { EvidenceFile } from "../evidence/file.ts";
import type { Gap } from "../evidence/gap.ts";
import type { Evidence } from "../evidence/schema.ts";
import type { SigningKey } from "./signing-key.ts";
import { statementSigner } from "./signing.ts";
import type { Attestation, StatementSigner, Signer } from "./signing.ts";
import { makeGapStatement, makeStatement } from "../bundle/statement.ts";
import type { GapStatement, Tail } from "../bundle/statement.ts";

/** Signs the evidence for the end of its stream's chain. */
export type AttestRun = (
  evidence: Evidence,
  files: readonly EvidenceFile[],
  tail: Tail | null,
) => Promise<Attestation>;

/** Signs the declaration of a gap for the end of its stream's chain. */
export type AttestGap = (
  gap: Gap,
  files: readonly EvidenceFile[],
  tail: Tail | null,
) => Promise<Attestation<GapStatement>>;

/** Signs with a key. */
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

/** Makes the signing step of a run. A plain `Signer` has no witnesses. */
export function runAttester(by: StatementSigner | Signer): AttestRun {
  const seal = toStatementSigner(by);
  return async (evidence, files, tail) =>
    seal((assurance) => makeStatement(evidence, { files, tail, assurance }));
}

/** Makes the signing step of a declared gap. */
export function gapAttester(by: StatementSigner | Signer): AttestGap {
  const seal = toStatementSigner(by);
  return async (gap, files, tail) => seal((assurance) => makeGapStatement(gap, { files, tail, assurance }));
}

function toStatementSigner(by: StatementSigner | Signer): StatementSigner {
  return typeof by === "function" ? by : statementSigner(by);
}

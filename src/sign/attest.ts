import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import type { Gap } from "../evidence/gap.ts";
import type { SecretFinder } from "../evidence/projection/projection.ts";
import type { Evidence } from "../evidence/schema.ts";
import { findLeaks } from "../evidence/secret-scan.ts";
import { Failure } from "../failure.ts";
import type { SigningKey } from "./signing-key.ts";
import { statementSigner, type Attestation, type StatementSigner, type Signer } from "./signing.ts";
import { makeGapStatement, makeStatement } from "../bundle/statement.ts";
import type { ChainStatement, GapStatement, Tail } from "../bundle/statement.ts";

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

/** Makes the signing step of a run. A plain `Signer` has no witnesses. A statement that holds a secret is not signed. */
export function runAttester(by: StatementSigner | Signer, secrets: SecretFinder = NO_SECRETS): AttestRun {
  const seal = toStatementSigner(by);
  return async (evidence, files, tail) =>
    seal((assurance) => withoutSecrets(makeStatement(evidence, { files, tail, assurance }), secrets));
}

/** Makes the signing step of a declared gap. A statement that holds a secret is not signed. */
export function gapAttester(by: StatementSigner | Signer, secrets: SecretFinder = NO_SECRETS): AttestGap {
  const seal = toStatementSigner(by);
  return async (gap, files, tail) =>
    seal((assurance) => withoutSecrets(makeGapStatement(gap, { files, tail, assurance }), secrets));
}

const NO_SECRETS: SecretFinder = { isIn: () => false };

/** The statement as it is. Throws where it holds a secret: what is signed cannot be taken back. */
function withoutSecrets<Kind extends ChainStatement>(statement: Kind, secrets: SecretFinder): Kind {
  const [leak] = findLeaks([fileOf("statement", JSON.stringify(statement))], secrets);
  if (leak === undefined) return statement;
  throw new Failure("not-signed", `nothing was signed: the ${leak.where} holds ${leak.what}`, {
    hint: "replace that secret; if the last run holds it, its repository should be cleaned",
  });
}

function toStatementSigner(by: StatementSigner | Signer): StatementSigner {
  return typeof by === "function" ? by : statementSigner(by);
}

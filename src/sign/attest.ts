import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import type { Gap } from "../evidence/gap.ts";
import type { SecretFinder } from "../evidence/projection/projection.ts";
import type { Evidence } from "../evidence/schema.ts";
import { findLeaks } from "../evidence/secret-scan.ts";
import { Failure } from "../failure.ts";
import type { SigningKey } from "./signing-key.ts";
import { statementSigner, type Attestation, type StatementSigner, type Signer } from "./signing.ts";
import { makeGapStatement, makeStatement } from "../bundle/statement.ts";
import type { Assurance, ChainStatement, GapStatement, Statement, Tail } from "../bundle/statement.ts";

/** Signs content and its files for the end of a stream's chain. Without a tail, it signs outside of any chain. */
type Attester<Content, Kind extends ChainStatement> = (
  content: Content,
  files: readonly EvidenceFile[],
  tail: Tail | null,
) => Promise<Attestation<Kind>>;

/** Signs the declaration of a gap. */
export type AttestGap = Attester<Gap, GapStatement>;

/** Signs with a key. */
export function keySigner({ privateKey, fingerprint }: SigningKey): Signer {
  return {
    signing: "key",
    async sign(bytes) {
      const { sign } = await import("node:crypto");
      const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
      return {
        bytes: sign(digest, bytes, privateKey),
        // cosign writes the same hint: base64 of the SPKI's sha256.
        by: { hint: Buffer.from(fingerprint, "hex").toString("base64") },
        signedBy: fingerprint,
      };
    },
  };
}

/** Makes the signing step of a run. A plain `Signer` has no witnesses. A statement that holds a secret is not signed. */
export function runAttester(
  by: StatementSigner | Signer,
  secrets: SecretFinder = NO_SECRETS,
): Attester<Evidence, Statement> {
  return attester(makeStatement, { by, secrets });
}

/** Makes the signing step of a declared gap. A statement that holds a secret is not signed. */
export function gapAttester(by: StatementSigner | Signer, secrets: SecretFinder = NO_SECRETS): AttestGap {
  return attester(makeGapStatement, { by, secrets });
}

function attester<Content, Kind extends ChainStatement>(
  toStatement: (
    content: Content,
    parts: { files: readonly EvidenceFile[]; tail: Tail | null; assurance: Assurance },
  ) => Kind,
  { by, secrets }: { readonly by: StatementSigner | Signer; readonly secrets: SecretFinder },
): Attester<Content, Kind> {
  const sign = typeof by === "function" ? by : statementSigner(by);
  return async (content, files, tail) =>
    sign((assurance) => {
      const statement = toStatement(content, { files, tail, assurance });
      const [leak] = findLeaks([fileOf("statement", JSON.stringify(statement))], secrets);
      if (leak === undefined) return statement;
      // Nobody can take back what is signed.
      throw new Failure("not-signed", `nothing was signed: the ${leak.where} holds ${leak.what}`, {
        hint: "replace that secret; if the last run holds it, its repository should be cleaned",
      });
    });
}

const NO_SECRETS: SecretFinder = { isIn: () => false };

import type { EvidenceFile } from "../evidence/files.ts";
import type { Gap } from "../evidence/gap.ts";
import type { Evidence } from "../evidence/schema.ts";
import type { SigningKey } from "./key.ts";
import { gapStatementOf, PAYLOAD_TYPE, statementOf } from "./statement.ts";
import type { Assurance, ChainStatement, GapStatement, Statement, Tail } from "./statement.ts";

/** Signs bytes; says what is promised about it. */
export interface Signer {
  readonly promise: Assurance;
  /** The signature over the bytes, and what a verifier needs to check it. */
  sign(bytes: Buffer): Promise<{ readonly signature: Buffer; readonly keyHint: string }>;
}

/** A statement, and the bundle that carries it signed. */
export interface Attestation<Kind extends ChainStatement = Statement> {
  readonly statement: Kind;
  /** Text of `evidence.sigstore.json`. */
  readonly bundle: string;
}

/** Signs the evidence onto the end of its stream's chain, so that a lost race can link again. */
export type Attest = (
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

/** A signer with a key of our own. No time and no log: that is for witnesses. */
export function keySigner({ privateKey, fingerprint }: SigningKey): Signer {
  return {
    promise: { signing: "key", timestamp: false, log: false },
    async sign(bytes) {
      const { sign } = await import("node:crypto");
      const digest = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
      return {
        signature: sign(digest, bytes, privateKey),
        // The same hint that cosign writes: base64 of the SPKI's sha256.
        keyHint: Buffer.from(fingerprint, "hex").toString("base64"),
      };
    },
  };
}

/** The signing step as a function of what stands before the run. */
export function attester(signer: Signer): Attest {
  return async (evidence, files, tail) => {
    const statement = statementOf(evidence, { files, tail, assurance: signer.promise });
    return { statement, bundle: await bundled(statement, signer) };
  };
}

/** The same for the declaration of a gap. */
export function gapAttester(signer: Signer): AttestGap {
  return async (gap, files, tail) => {
    const statement = gapStatementOf(gap, { files, tail, assurance: signer.promise });
    return { statement, bundle: await bundled(statement, signer) };
  };
}

/** A Sigstore bundle v0.3 with the statement in a DSSE envelope. */
async function bundled(statement: ChainStatement, signer: Signer): Promise<string> {
  const [{ bundleToJSON, toDSSEBundle }, { dsse }] = await Promise.all([
    import("@sigstore/bundle"),
    import("@sigstore/core"),
  ]);
  const artifact = Buffer.from(JSON.stringify(statement));
  const { signature, keyHint } = await signer.sign(dsse.preAuthEncoding(PAYLOAD_TYPE, artifact));
  const bundle = toDSSEBundle({ artifact, artifactType: PAYLOAD_TYPE, signature, keyHint });
  const json = bundleToJSON(bundle);
  // With the hint as keyid every verifier written in Go counts no signature; without a keyid in-toto's own finds none.
  for (const each of json.dsseEnvelope?.signatures ?? []) each.keyid = "";
  return `${JSON.stringify(json)}\n`;
}

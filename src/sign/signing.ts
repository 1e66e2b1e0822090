import type { BundleWithDsseEnvelope, Envelope, TransparencyLogEntry } from "@sigstore/bundle";

import { PAYLOAD_TYPE } from "../bundle/statement.ts";
import type { Assurance, ChainStatement, Statement, Reason } from "../bundle/statement.ts";

/** Signs bytes. */
export interface Signer {
  readonly signing: Assurance["signing"];
  sign(bytes: Buffer): Promise<Signature>;
}

/** A signature, and what a verifier needs to check it. */
export interface Signature {
  readonly bytes: Buffer;
  /** A hint at a key that the verifier has, or the certificates of the signer and of its issuer, in DER. */
  readonly by: { readonly hint: string } | { readonly certificate: Buffer; readonly issuer: Buffer | null };
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
}

/** Testifies about a signature: with a timestamp, which proves a latest time for it, or with its entry in a log. */
export interface Witness {
  readonly gives: "timestamp" | "log";
  testify(signed: SignedStatement): Promise<Testimony>;
}

/** What a witness sees. */
export interface SignedStatement {
  readonly statement: ChainStatement;
  readonly envelope: Envelope;
  readonly signature: Signature;
}

/** What a witness returns. */
export type Testimony =
  { readonly timestamp: Buffer; readonly time: Date } | { readonly entry: TransparencyLogEntry };

/** A signed statement, and the bundle that holds it. */
export interface Attestation<Kind extends ChainStatement = Statement> {
  readonly statement: Kind;
  /** Text of `evidence.sigstore.json`. */
  readonly bundle: string;
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
  /** Certificate of the authority that certified the signer, in DER; null where signing is by key. */
  readonly issuer: Buffer | null;
  /** Time of the timestamp; null where there is none. */
  readonly signedAt: string | null;
}

/** Says in a line for the log who signed, and when. */
export function describeSignature({ statement, signedBy, signedAt }: Attestation): string {
  const { signing } = statement.predicate.assurance;
  const signer = signing === "key" ? `by the key ${signedBy}` : `keyless by ${signedBy}`;
  return `signed ${signer}${signedAt === null ? "" : `, trusted time ${signedAt}`}`;
}

/** Makes a statement that promises this assurance, signs it and asks the witnesses. Throws a `Failure` where one of these fails. */
export type StatementSigner = <Kind extends ChainStatement>(
  toStatement: (promised: Assurance) => Kind,
) => Promise<Attestation<Kind>>;

/** Makes a `StatementSigner` of a signer and its witnesses. Where one witness fails, nothing is signed. */
export function statementSigner(
  signer: Signer,
  { witnesses = [], reason = null }: { witnesses?: readonly Witness[]; reason?: Reason | null } = {},
): StatementSigner {
  const promised: Assurance = {
    signing: signer.signing,
    timestamp: witnesses.some(({ gives }) => gives === "timestamp"),
    log: witnesses.some(({ gives }) => gives === "log"),
    ...(reason === null ? {} : { reason }),
  };
  return async (toStatement) => {
    const statement = toStatement(promised);
    const { bundle, signature } = await signEnvelope(statement, signer);
    const { dsseEnvelope: envelope } = bundle.content;
    const testimonies: Testimony[] = [];
    // The witnesses testify one after the other, the log last: an entry in a log is permanent.
    for (const witness of witnesses) {
      testimonies.push(await witness.testify({ statement, envelope, signature }));
    }
    const times = testimonies.flatMap((each) => ("timestamp" in each ? [each] : []));
    const entries = testimonies.flatMap((each) => ("entry" in each ? [each.entry] : []));
    return {
      statement,
      bundle: await bundleText(bundle, { times, entries }),
      signedBy: signature.signedBy,
      issuer: "issuer" in signature.by ? signature.by.issuer : null,
      signedAt: times[0]?.time.toISOString() ?? null,
    };
  };
}

/** Signs the statement in a DSSE envelope, in a Sigstore bundle v0.3. */
async function signEnvelope(
  statement: ChainStatement,
  signer: Signer,
): Promise<{ readonly bundle: BundleWithDsseEnvelope; readonly signature: Signature }> {
  const [{ toDSSEBundle }, { dsse }] = await Promise.all([
    import("@sigstore/bundle"),
    import("@sigstore/core"),
  ]);
  const artifact = Buffer.from(JSON.stringify(statement));
  const signature = await signer.sign(dsse.preAuthEncoding(PAYLOAD_TYPE, artifact));
  const bundle = toDSSEBundle({
    artifact,
    artifactType: PAYLOAD_TYPE,
    signature: signature.bytes,
    ...("hint" in signature.by ? { keyHint: signature.by.hint } : { certificate: signature.by.certificate }),
  });
  // The log must get the same envelope as the bundle.
  for (const each of bundle.content.dsseEnvelope.signatures) each.keyid = "";
  return { bundle, signature };
}

async function bundleText(
  bundle: BundleWithDsseEnvelope,
  {
    times,
    entries,
  }: { times: readonly { readonly timestamp: Buffer }[]; entries: readonly TransparencyLogEntry[] },
): Promise<string> {
  const { bundleToJSON } = await import("@sigstore/bundle");
  const { verificationMaterial: material } = bundle;
  const json = bundleToJSON({
    ...bundle,
    verificationMaterial: {
      ...material,
      tlogEntries: [...entries],
      timestampVerificationData: {
        rfc3161Timestamps: times.map(({ timestamp }) => ({ signedTimestamp: timestamp })),
      },
    },
  });
  // Verifiers written in Go count no signature where the keyid is the hint. That of in-toto finds none without a keyid.
  for (const each of json.dsseEnvelope?.signatures ?? []) each.keyid = "";
  return `${JSON.stringify(json)}\n`;
}

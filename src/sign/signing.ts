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
  /** The hint at a key that the verifier has, or the certificate in DER. */
  readonly by: { readonly hint: string } | { readonly certificate: Buffer };
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
}

/** Testifies about a signature: when it was there at the latest, or that it stands in a log. */
export interface Witness {
  readonly gives: "timestamp" | "log";
  testify(signed: SignedStatement): Promise<Testimony>;
}

/** What a witness is shown. */
export interface SignedStatement {
  readonly statement: ChainStatement;
  readonly envelope: Envelope;
  readonly signature: Signature;
}

/** What a witness gives. */
export type Testimony =
  { readonly timestamp: Buffer; readonly time: Date } | { readonly entry: TransparencyLogEntry };

/** A statement, and the bundle that carries it signed. */
export interface Attestation<Kind extends ChainStatement = Statement> {
  readonly statement: Kind;
  /** Text of `evidence.sigstore.json`. */
  readonly bundle: string;
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
  /** Time of the timestamp; null where there is none. */
  readonly signedAt: string | null;
}

/** By whom something was signed, and when, for a log. */
export function describeSignature({ statement, signedBy, signedAt }: Attestation): string {
  const { signing } = statement.predicate.assurance;
  const who = signing === "key" ? `by the key ${signedBy}` : `keyless by ${signedBy}`;
  return `signed ${who}${signedAt === null ? "" : `, trusted time ${signedAt}`}`;
}

/** Promises, signs, and has it witnessed: the statement is made once it is known what can be promised. */
export type StatementSigner = <Kind extends ChainStatement>(
  say: (promise: Assurance) => Kind,
) => Promise<Attestation<Kind>>;

/** The plain seal: all of it, or a failure. A witness that fails leaves nothing half signed. */
export function statementSigner(
  signer: Signer,
  {
    witnesses = [],
    reason = null,
  }: { readonly witnesses?: readonly Witness[]; readonly reason?: Reason | null } = {},
): StatementSigner {
  const promise: Assurance = {
    signing: signer.signing,
    timestamp: witnesses.some(({ gives }) => gives === "timestamp"),
    log: witnesses.some(({ gives }) => gives === "log"),
    ...(reason === null ? {} : { reason }),
  };
  return async (say) => {
    const statement = say(promise);
    const { bundle, signature } = await signEnvelope(statement, signer);
    const { dsseEnvelope: envelope } = bundle.content;
    const testimonies: Testimony[] = [];
    // One after the other: what a log has taken stays there, so it comes last and only if all else is there.
    for (const witness of witnesses) {
      testimonies.push(await witness.testify({ statement, envelope, signature }));
    }
    const times = testimonies.flatMap((each) => ("timestamp" in each ? [each] : []));
    const entries = testimonies.flatMap((each) => ("entry" in each ? [each.entry] : []));
    return {
      statement,
      bundle: await textOf(bundle, { times, entries }),
      signedBy: signature.signedBy,
      signedAt: times[0]?.time.toISOString() ?? null,
    };
  };
}

/** A Sigstore bundle v0.3 with the statement in a DSSE envelope. */
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
  // What goes to a log shall be what the bundle says in the end.
  for (const each of bundle.content.dsseEnvelope.signatures) each.keyid = "";
  return { bundle, signature };
}

async function textOf(
  bundle: BundleWithDsseEnvelope,
  {
    times,
    entries,
  }: {
    readonly times: readonly { readonly timestamp: Buffer }[];
    readonly entries: readonly TransparencyLogEntry[];
  },
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
  // With the hint as keyid every verifier written in Go counts no signature; without a keyid in-toto's own finds none.
  for (const each of json.dsseEnvelope?.signatures ?? []) each.keyid = "";
  return `${JSON.stringify(json)}\n`;
}

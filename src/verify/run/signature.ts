import { readJson } from "../../evidence/files/json.ts";
import { isSignatureBy } from "../../platform/crypto.ts";
import { bundleIn } from "../../bundle/read-bundle.ts";
import type { ReadBundle } from "../../bundle/read-bundle.ts";
import type { Certified } from "../trust/certificate.ts";
import { certifiedSigner } from "./certificate-signer.ts";
import { sigstoreCore } from "../../bundle/sigstore.ts";
import type { Trust, TrustedKey } from "../trust/trust.ts";
import type { Failed, Findings, GenuineRun } from "./verdict.ts";
import { logTimes, witnessesOf } from "./witnesses.ts";
import type { ProvenTime, Witnesses } from "./witnesses.ts";

/** What is known of a signature that holds. */
export interface Signed {
  readonly payload: Buffer;
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
  readonly reached: GenuineRun["reached"];
  /** Null for a certificate. */
  readonly key: TrustedKey | null;
  /** Null for a key. */
  readonly certified: Certified | null;
  /** When it was signed, by whom that is trusted for it, timestamps before logs; empty where nobody proves it. */
  readonly times: readonly ProvenTime[];
  /** Why its timestamps prove nothing. */
  readonly unproven: readonly string[];
}

/** Who signed the bundle, if it is one whom the caller trusts. Nothing of the payload is believed before that. */
export async function signedBy(read: ReadBundle, trust: Trust, findings: Findings): Promise<Signed | Failed> {
  const { signer, payload } = read;
  const witnesses = await witnessesOf(read, trust.roots ?? []);
  const found =
    signer.kind === "key"
      ? await keySigner({ read, named: signer.fingerprint }, { trust, findings })
      : await certifiedSigner({ read, der: signer.der, witnesses }, { trust, findings });
  if ("ok" in found) return found;
  if ("trouble" in witnesses) return findings.fails("time", witnesses.trouble);

  if (found.key !== null && witnesses.entries.length > 0) {
    const trouble = await logTrouble(read, { key: found.key, witnesses, trust });
    if (trouble !== null) return findings.fails("log", trouble);
  }
  if (witnesses.entries.length > 0)
    findings.holds("log", "the signature is in a log that a given root names");
  if (witnesses.strange > 0) {
    findings.remarks.push(
      `log entries not checked, because no given root names their log: ${witnesses.strange}`,
    );
  }
  return {
    ...found,
    payload,
    reached: {
      signing: signer.kind === "key" ? "key" : "keyless",
      timestamp: read.tokens.length > 0,
      log: witnesses.entries.length > 0,
    },
    times: [...witnesses.times, ...logTimes(witnesses.entries)],
    unproven: witnesses.unproven,
  };
}

type Who = Pick<Signed, "signedBy" | "key" | "certified">;

async function keySigner(
  { read, named }: { readonly read: ReadBundle; readonly named: string | null },
  { trust: { keys }, findings }: { readonly trust: Trust; readonly findings: Findings },
): Promise<Who | Failed> {
  if (keys.length === 0) {
    return findings.fails(
      "signature",
      `the bundle is signed by the key ${named ?? "none"}, and no key was given`,
    );
  }
  const bytes = await authenticated(read);
  const isSigner = ({ key }: TrustedKey): boolean => isSignatureBy(key, { bytes, signature: read.signature });
  const signer = keys.find((each) => each.fingerprint === named && isSigner(each));
  if (signer !== undefined) {
    findings.holds("signature", `signed by the key ${signer.fingerprint}`);
    return { signedBy: signer.fingerprint, key: signer, certified: null };
  }
  return findings.fails(
    "signature",
    wrongSigner({ named: named ?? "none", signer: keys.find(isSigner), keys }),
  );
}

/** The bytes that a DSSE signature is over. */
async function authenticated({ bundle, payload }: ReadBundle): Promise<Buffer> {
  const { dsse } = await sigstoreCore();
  return dsse.preAuthEncoding(bundle.content.dsseEnvelope.payloadType, payload);
}

function wrongSigner(of: {
  /** The fingerprint that the bundle names. */
  readonly named: string;
  readonly signer: TrustedKey | undefined;
  readonly keys: readonly TrustedKey[];
}): string {
  const { named, signer, keys } = of;
  if (signer !== undefined) return `the bundle names the key ${named}, but ${signer.fingerprint} signed it`;
  const given = keys.map(({ fingerprint }) => fingerprint);
  return given.includes(named)
    ? `the signature is wrong: the key ${named} did not sign this`
    : `no given key signed this: the bundle names ${named}, given were ${given.join(", ")}`;
}

/** Why the log entries of a bundle that a key signed do not hold; null when they do. */
async function logTrouble(
  { bundle }: ReadBundle,
  {
    key: { key },
    witnesses,
    trust,
  }: {
    readonly key: TrustedKey;
    readonly witnesses: Witnesses;
    readonly trust: Trust;
  },
): Promise<string | null> {
  const { toSignedEntity, Verifier } = await import("@sigstore/verify");
  const tlogs = (trust.roots ?? []).flatMap(({ logs }) => logs);
  const material = { certificateAuthorities: [], timestampAuthorities: [], ctlogs: [], tlogs };
  const verifier = new Verifier(
    { ...material, publicKey: () => ({ publicKey: key, validFor: () => true }) },
    { tlogThreshold: 1, ctlogThreshold: 0, timestampThreshold: 0 },
  );
  try {
    verifier.verify({ ...toSignedEntity(bundle), timestamps: [], tlogEntries: [...witnesses.entries] });
    return null;
  } catch {
    // The library refuses a damaged entry with errors of every kind.
    return "the log entry is not about this signature, or its log did not sign it";
  }
}

/** What a bundle says of itself, not verified: for showing, never for judging. */
export async function claimedPayload(
  bytes: Buffer | undefined,
): Promise<{ readonly statement: unknown; readonly keyFingerprint: string | null } | null> {
  if (bytes === undefined) return null;
  const read = await bundleIn(bytes);
  // A damaged bundle says nothing; verify is where that is told.
  if ("trouble" in read) return null;
  const statement = readJson(read.payload);
  const { signer } = read;
  if ("trouble" in statement) return null;
  return { statement: statement.value, keyFingerprint: signer.kind === "key" ? signer.fingerprint : null };
}

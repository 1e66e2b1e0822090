import type { BundleWithDsseEnvelope } from "@sigstore/bundle";

import { PAYLOAD_TYPE } from "../attest/statement.ts";
import { readJson } from "../evidence/json.ts";
import type { TrustedKey } from "./trust.ts";

/** A bundle of ours is a few kilobytes; a hostile one may try to be more. */
const LARGEST_BUNDLE = 5_000_000;
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

interface Trouble {
  readonly check: "bundle" | "signature";
  readonly trouble: string;
}
type Signed = { readonly payload: Buffer; readonly fingerprint: string } | Trouble;

/** The payload of the bundle, if one of the keys signed it. Nothing of it is trusted before that. */
export async function signedPayload(bytes: Buffer, keys: readonly TrustedKey[]): Promise<Signed> {
  const read = await bundleIn(bytes);
  if ("trouble" in read) return read;
  const { bundle, hint } = read;

  const signer = await signerOf(bundle, keys);
  if (signer !== null && signer.fingerprint === hint) {
    return { payload: bundle.content.dsseEnvelope.payload, fingerprint: signer.fingerprint };
  }
  return { check: "signature", trouble: wrongSigner({ hint, signer, keys }) };
}

/** The bundle, if it is one of the kind that we write. */
async function bundleIn(
  bytes: Buffer,
): Promise<{ readonly bundle: BundleWithDsseEnvelope; readonly hint: string | null } | Trouble> {
  if (bytes.length > LARGEST_BUNDLE) return not(`the bundle is too large (${bytes.length} bytes)`);
  const json = readJson(bytes);
  if ("trouble" in json) return not(`the bundle is damaged: it ${json.trouble}`);

  const { bundleFromJSON, isBundleWithDsseEnvelope } = await import("@sigstore/bundle");
  let bundle: ReturnType<typeof bundleFromJSON>;
  try {
    bundle = bundleFromJSON(json.value);
  } catch {
    return not(
      hasManySignatures(json.value)
        ? "the bundle does not carry exactly one signature"
        : "the bundle is damaged: it is not a Sigstore bundle",
    );
  }
  if (bundle.mediaType !== MEDIA_TYPE) return not(`the bundle is not of the type ${MEDIA_TYPE}`);
  if (!isBundleWithDsseEnvelope(bundle)) return not("the bundle carries no DSSE envelope");
  const { payloadType } = bundle.content.dsseEnvelope;
  if (payloadType !== PAYLOAD_TYPE) {
    return not(`the payload is of type ${JSON.stringify(payloadType.slice(0, 100))}, not ${PAYLOAD_TYPE}`);
  }
  const { content, tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  if (content.$case !== "publicKey") {
    return { check: "signature", trouble: "the bundle is signed keyless, which a key cannot verify" };
  }
  if (tlogEntries.length + (timestampVerificationData?.rfc3161Timestamps.length ?? 0) > 0) {
    return not("the bundle carries timestamps or log entries, which this version cannot check");
  }
  return { bundle, hint: fingerprintIn(content.publicKey.hint) };
}

/** The fingerprint of a hint as we write it, base64 of the SPKI's sha256; null for any other. */
function fingerprintIn(hint: string): string | null {
  const bytes = Buffer.from(hint, "base64");
  return bytes.length === 32 && bytes.toString("base64") === hint ? bytes.toString("hex") : null;
}

function not(trouble: string): Trouble {
  return { check: "bundle", trouble };
}

/** The library refuses these as invalid; the reader shall know what is wrong. */
function hasManySignatures(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("dsseEnvelope" in value)) return false;
  const { dsseEnvelope: envelope } = value;
  if (typeof envelope !== "object" || envelope === null || !("signatures" in envelope)) return false;
  return Array.isArray(envelope.signatures) && envelope.signatures.length !== 1;
}

/** The first of the keys that signed the bundle; null when none did. */
async function signerOf(
  bundle: BundleWithDsseEnvelope,
  keys: readonly TrustedKey[],
): Promise<TrustedKey | null> {
  const { Verifier, toSignedEntity, toTrustMaterial } = await import("@sigstore/verify");
  for (const trusted of keys) {
    const trust = toTrustMaterial(NO_ROOT, () => ({ publicKey: trusted.key, validFor: () => true }));
    const verifier = new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
    try {
      verifier.verify(toSignedEntity(bundle));
      return trusted;
    } catch {
      // Not this key; the sentence names all that were tried.
    }
  }
  return null;
}

function wrongSigner(of: {
  /** The fingerprint that the bundle names. */
  readonly hint: string | null;
  readonly signer: TrustedKey | null;
  readonly keys: readonly TrustedKey[];
}): string {
  const named = of.hint ?? "none";
  if (of.signer !== null) return `the bundle names the key ${named}, but ${of.signer.fingerprint} signed it`;
  const given = of.keys.map(({ fingerprint }) => fingerprint);
  return given.includes(named)
    ? `the signature is wrong: the key ${named} did not sign this`
    : `no given key signed this: the bundle names ${named}, given were ${given.join(", ")}`;
}

/** What a bundle says of itself, not verified: for showing, never for judging. */
export async function claimedPayload(
  bytes: Buffer | undefined,
): Promise<{ readonly statement: unknown; readonly keyFingerprint: string | null } | null> {
  if (bytes === undefined) return null;
  const read = await bundleIn(bytes);
  // A damaged bundle says nothing; verify is where that is told.
  if ("trouble" in read) return null;
  const statement = readJson(read.bundle.content.dsseEnvelope.payload);
  return "trouble" in statement ? null : { statement: statement.value, keyFingerprint: read.hint };
}

const NO_ROOT = {
  mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
  tlogs: [],
  ctlogs: [],
  certificateAuthorities: [],
  timestampAuthorities: [],
};

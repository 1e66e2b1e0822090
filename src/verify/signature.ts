import type { KeyObject } from "node:crypto";

import { PAYLOAD_TYPE } from "../attest/statement.ts";

/** A public key that the caller vouches for. */
export interface TrustedKey {
  readonly key: KeyObject;
  /** `sha256` of the SPKI DER, in hex. */
  readonly fingerprint: string;
}

/** A bundle of ours is a few kilobytes; a hostile one may try to be more. */
const LARGEST_BUNDLE = 5_000_000;

type Signed =
  | { readonly payload: Buffer; readonly fingerprint: string }
  | { readonly check: "bundle" | "signature"; readonly trouble: string };

/** The payload of the bundle, if one of the keys signed it. Nothing of it is trusted before that. */
export async function signedPayload(bytes: Buffer, keys: readonly TrustedKey[]): Promise<Signed> {
  const { bundleFromJSON, isBundleWithDsseEnvelope } = await import("@sigstore/bundle");
  if (bytes.length > LARGEST_BUNDLE)
    return { check: "bundle", trouble: `the bundle is too large (${bytes.length} bytes)` };

  let bundle: ReturnType<typeof bundleFromJSON>;
  try {
    bundle = bundleFromJSON(JSON.parse(bytes.toString("utf8")));
  } catch {
    return { check: "bundle", trouble: "the bundle is damaged: it is not a Sigstore bundle" };
  }
  if (!isBundleWithDsseEnvelope(bundle))
    return { check: "bundle", trouble: "the bundle carries no DSSE envelope" };
  const { payload, payloadType, signatures } = bundle.content.dsseEnvelope;
  if (payloadType !== PAYLOAD_TYPE)
    return {
      check: "bundle",
      trouble: `the payload is of type ${JSON.stringify(payloadType)}, not ${PAYLOAD_TYPE}`,
    };
  if (signatures.length !== 1)
    return { check: "bundle", trouble: `the bundle carries ${signatures.length} signatures instead of one` };
  if (bundle.verificationMaterial.content.$case !== "publicKey") {
    return { check: "signature", trouble: "the bundle is signed keyless, which a key cannot verify" };
  }

  const { Verifier, toSignedEntity, toTrustMaterial } = await import("@sigstore/verify");
  const entity = toSignedEntity(bundle);
  for (const { key, fingerprint } of keys) {
    const trust = toTrustMaterial(NO_ROOT, () => ({ publicKey: key, validFor: () => true }));
    const verifier = new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
    try {
      verifier.verify(entity);
      return { payload, fingerprint };
    } catch {
      // Not this key; the sentence below names all that were tried.
    }
  }
  const hint = Buffer.from(bundle.verificationMaterial.content.publicKey.hint, "base64").toString("hex");
  const isKnown = keys.some(({ fingerprint }) => fingerprint === hint);
  return {
    check: "signature",
    trouble: isKnown
      ? `the signature is wrong: the key ${hint} did not sign this`
      : `no given key signed this: the bundle names ${hint || "none"}, given were ${keys.map(({ fingerprint }) => fingerprint).join(", ")}`,
  };
}

/** What a bundle says of itself, not verified: for showing, never for judging. */
export async function claimedPayload(
  bytes: Buffer | undefined,
): Promise<{ readonly statement: unknown; readonly keyFingerprint: string | null } | null> {
  if (bytes === undefined || bytes.length > LARGEST_BUNDLE) return null;
  const { bundleFromJSON, isBundleWithDsseEnvelope } = await import("@sigstore/bundle");
  try {
    const bundle = bundleFromJSON(JSON.parse(bytes.toString("utf8")));
    if (!isBundleWithDsseEnvelope(bundle)) return null;
    const material = bundle.verificationMaterial.content;
    return {
      statement: JSON.parse(bundle.content.dsseEnvelope.payload.toString("utf8")),
      keyFingerprint:
        material.$case === "publicKey"
          ? Buffer.from(material.publicKey.hint, "base64").toString("hex")
          : null,
    };
  } catch {
    // A damaged bundle says nothing; verify is where that is told.
    return null;
  }
}

const NO_ROOT = {
  mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
  tlogs: [],
  ctlogs: [],
  certificateAuthorities: [],
  timestampAuthorities: [],
};

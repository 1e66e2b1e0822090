import {
  createHash,
  createHmac,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  verify,
  X509Certificate,
} from "node:crypto";
import type { KeyObject } from "node:crypto";

/**
 * All of our own cryptography that pure rooms use, synchronous. A browser build
 * replaces this module; `node:crypto` is not imported beside it there.
 */

/** A public key that was read. Its members are for this module and for the libraries of Sigstore. */
export type PublicKey = KeyObject;

/** The digest in hex, or in base64. */
export function digestSha256(bytes: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string {
  return createHash("sha256").update(bytes).digest(encoding);
}

/** A function that returns the HMAC-SHA-256 of a text, in hex, under the key. */
export function hmacSha256(key: Uint8Array): (text: string) => string {
  const secret = createSecretKey(key);
  return (text) => createHmac("sha256", secret).update(text).digest("hex");
}

/** The key of 32 bytes that HKDF-SHA-256 derives from the secret for a purpose, without a salt. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}

/** The public key in a PEM text, or in the DER of its SPKI. Throws where there is none. */
export function readPublicKey(source: string | Uint8Array): PublicKey {
  return typeof source === "string"
    ? createPublicKey(source)
    : createPublicKey({ key: Buffer.from(source), format: "der", type: "spki" });
}

/** `P-256`, `Ed25519`, or the name of another kind of key. */
export function kindOfKey(key: KeyObject): string {
  if (key.asymmetricKeyType === "ed25519") return "Ed25519";
  if (key.asymmetricKeyType !== "ec") return (key.asymmetricKeyType ?? "of an unknown kind").toUpperCase();
  const curve = key.asymmetricKeyDetails?.namedCurve ?? "an unknown curve";
  return CURVES[curve] ?? curve;
}

const CURVES: Partial<Record<string, string>> = {
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
};

/** The `sha256` of the key's SPKI DER, in hex. */
export function fingerprintOf(key: PublicKey): string {
  return digestSha256(key.export({ type: "spki", format: "der" }));
}

/** Whether the signature over the bytes is by the key: ECDSA with SHA-256, or Ed25519. */
export function isSignatureBy(
  key: PublicKey,
  { bytes, signature }: { bytes: Uint8Array; signature: Uint8Array },
): boolean {
  return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", bytes, key, signature);
}

/** What we read in an X.509 certificate beside the libraries: names, one relative name a line. */
export interface CertificateNames {
  readonly subject: string;
  readonly issuer: string;
}

/** The names in a certificate in DER. Throws where it is none, or where its public key cannot be read. */
export function readCertificateNames(der: Uint8Array): CertificateNames {
  const certificate = new X509Certificate(der);
  void certificate.publicKey;
  return { subject: certificate.subject, issuer: certificate.issuer };
}

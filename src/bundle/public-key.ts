import { Failure } from "../failure.ts";
import { countPems, pemDamage, repairPem } from "./pem.ts";
import { fingerprintOf, kindOfKey, readPublicKey, type PublicKey } from "../platform/crypto.ts";

/** A public key as a verifier is given it. */
export interface VerifyingKey {
  readonly key: PublicKey;
  /** `sha256` of the SPKI DER, in hex: what an auditor notes down. */
  readonly fingerprint: string;
}

/** The public key in a PEM text. Throws a `Failure` where it is private, unreadable or of a kind that never signs evidence. */
export function readVerifyingKey(pem: string): VerifyingKey {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(pem)) {
    throw new Failure("input", "the key to verify with is a private key", {
      hint: "give the public key: anyone who holds the private key can sign",
    });
  }
  const begun = countPems(pem);
  if (begun > 1) {
    throw new Failure("input", `the key to verify with has ${begun} BEGIN lines, and one key has one`, {
      hint: "give each key by itself, whole, from its BEGIN line to its END line",
    });
  }
  let key: PublicKey;
  try {
    key = readPublicKey(repairPem(pem));
  } catch (error) {
    throw new Failure("input", "the key to verify with is not a public key in PEM form", {
      hint: pemDamage(pem) ?? "it begins with -----BEGIN PUBLIC KEY-----",
      cause: error,
    });
  }
  const kind = kindOfKey(key);
  if (kind !== "P-256" && kind !== "Ed25519") {
    throw new Failure("input", `the key to verify with is ${kind}, which never signs evidence`, {
      hint: "give the public key of the people who signed: ECDSA P-256 or Ed25519",
    });
  }
  return { key, fingerprint: fingerprintOf(key) };
}

/** The fingerprint in the key hint of a bundle as we write it, base64 of the SPKI's sha256; null for any other hint. */
export function fingerprintFromHint(hint: string): string | null {
  const bytes = Buffer.from(hint, "base64");
  return bytes.length === 32 && bytes.toString("base64") === hint ? bytes.toString("hex") : null;
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";

import { countPems, pemDamage, repairPem } from "../bundle/pem.ts";
import { Failure } from "../failure.ts";
import { fingerprintOf, kindOfKey } from "../platform/crypto.ts";

/** A private key that every verifier can check: P-256 or Ed25519. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  /** `sha256` of the public key's SPKI DER, in hex: what an auditor notes down. */
  readonly fingerprint: string;
}

const HOW_TO_MAKE_ONE = "make one with: npx datadog-evidence keygen";

/**
 * Reads a PKCS#8 PEM, also with `\n` written out, or base64 of the whole.
 * Throws a sentence for every kind of key that some verifier could not check;
 * it never repeats a part of the key.
 */
export function readSigningKey(text: string, passphrase: string | null): SigningKey {
  const pem = pemOf(text);
  refuseUnfit(pem);
  if (/^-----BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(pem) && passphrase === null) {
    throw new Failure("input", "signing-key is encrypted and there is no passphrase", {
      hint: "give it as SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)",
    });
  }
  const privateKey = openKey(pem, passphrase);
  const kind = kindOfKey(privateKey);
  if (kind !== "P-256" && kind !== "Ed25519") {
    throw new Failure("input", `signing-key is ${kind}, which not every verifier can check`, {
      hint: `use ECDSA P-256 or Ed25519; ${HOW_TO_MAKE_ONE}`,
    });
  }
  return { privateKey, ...publicPart(createPublicKey(privateKey)) };
}

/** A new P-256 key; the private part encrypted when there is a passphrase. */
export function generateSigningKey(passphrase: string | null): {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly fingerprint: string;
} {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const privatePem = pair.privateKey
    .export({
      type: "pkcs8",
      format: "pem",
      ...(passphrase === null ? {} : { cipher: "aes-256-cbc", passphrase }),
    })
    .toString();
  return { privatePem, ...publicPart(pair.publicKey) };
}

/** The PEM in the text: as it is, with its white space changed, with `\n` written out, or as base64. */
function pemOf(text: string): string {
  const decoded = Buffer.from(repairPem(text).replaceAll(/\s/g, ""), "base64").toString("utf8");
  const given = countPems(text) === 0 && countPems(decoded) > 0 ? decoded : text;
  const begun = countPems(given);
  if (begun > 1) {
    throw new Failure("input", `signing-key has ${begun} BEGIN lines, and one key has one`, {
      hint: "give the private key alone, whole, from its BEGIN line to its END line",
    });
  }
  return `${repairPem(given).trim()}\n`;
}

function refuseUnfit(pem: string): void {
  if (pem.includes("BEGIN OPENSSH PRIVATE KEY")) {
    throw new Failure("input", "signing-key is in OpenSSH's own format", {
      hint: `a PKCS#8 PEM is needed, which begins with -----BEGIN PRIVATE KEY-----; ${HOW_TO_MAKE_ONE}`,
    });
  }
  if (/BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY/.test(pem)) {
    throw new Failure("input", "signing-key is in cosign's own format", {
      hint: `cosign can import a PKCS#8 PEM, so begin with that: ${HOW_TO_MAKE_ONE}`,
    });
  }
  if (/BEGIN (?:[A-Z]+ )?PUBLIC KEY|BEGIN CERTIFICATE/.test(pem)) {
    throw new Failure("input", "signing-key is a public key or certificate", {
      hint: "give the private key, which begins with -----BEGIN PRIVATE KEY-----",
    });
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    throw new Failure("input", "signing-key is not a private key in PEM form", { hint: HOW_TO_MAKE_ONE });
  }
}

function openKey(pem: string, passphrase: string | null): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === null ? {} : { passphrase }) });
  } catch (error) {
    const isLocked = pem.includes("ENCRYPTED");
    throw new Failure(
      "input",
      isLocked ? "signing-key does not open with its passphrase" : "signing-key cannot be read",
      {
        hint: isLocked
          ? "check SIGNING_KEY_PASSPHRASE (input signing-key-passphrase)"
          : (pemDamage(pem) ?? "paste the key again, all lines from BEGIN to END"),
        cause: error,
      },
    );
  }
}

function publicPart(key: KeyObject): { readonly publicPem: string; readonly fingerprint: string } {
  return {
    publicPem: key.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: fingerprintOf(key),
  };
}

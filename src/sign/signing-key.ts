import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";

import { countPems, pemDamage, repairPem } from "../bundle/pem.ts";
import { Failure } from "../failure.ts";
import { fingerprintOf, kindOfKey } from "../platform/crypto.ts";

/** A private key that every verifier can check: P-256 or Ed25519. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  /** `sha256` of the public key's SPKI DER, in hex. An auditor notes it down. */
  readonly fingerprint: string;
}

const HOW_TO_MAKE_ONE = "make one with: npx datadog-evidence keygen";

/**
 * Reads a PKCS#8 PEM, also with `\n` written out, or base64 of the whole. Throws a sentence for every kind of key that
 * some verifier could not check. No sentence repeats a part of the key.
 */
export function readSigningKey(text: string, passphrase: string | null): SigningKey {
  const pem = pemOf(text);
  const [, problem, hint] = UNFIT.find(([mark]) => mark.test(pem)) ?? [];
  if (problem !== undefined) throw new Failure("input", problem, { hint });
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    throw new Failure("input", "signing-key is not a private key in PEM form", { hint: HOW_TO_MAKE_ONE });
  }
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

/** Makes a P-256 key. Its private part is encrypted where there is a passphrase. */
export function generateSigningKey(
  passphrase: string | null,
): Omit<SigningKey, "privateKey"> & { readonly privatePem: string } {
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

/** Finds the PEM in the text. Its white space may be changed, its `\n` may be written out, or the whole may be base64. */
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

/** The mistakes that people make: the mark of what they give, what is wrong with it, and what to do. */
const UNFIT: readonly (readonly [mark: RegExp, problem: string, hint: string])[] = [
  [
    /BEGIN OPENSSH PRIVATE KEY/,
    "signing-key is in OpenSSH's own format",
    `a PKCS#8 PEM is needed, which begins with -----BEGIN PRIVATE KEY-----; ${HOW_TO_MAKE_ONE}`,
  ],
  [
    /BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY/,
    "signing-key is in cosign's own format",
    `cosign can import a PKCS#8 PEM, so begin with that: ${HOW_TO_MAKE_ONE}`,
  ],
  [
    /BEGIN (?:[A-Z]+ )?PUBLIC KEY|BEGIN CERTIFICATE/,
    "signing-key is a public key or certificate",
    "give the private key, which begins with -----BEGIN PRIVATE KEY-----",
  ],
];

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

function publicPart(key: KeyObject): Omit<SigningKey, "privateKey"> {
  return {
    publicPem: key.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: fingerprintOf(key),
  };
}

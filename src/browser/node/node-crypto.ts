import { ed25519 } from "@noble/curves/ed25519.js";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";

import { readCertificate, readElements, readPublicKeyInfo, type PublicKeyInfo } from "./der.ts";

/**
 * What this program and the libraries of Sigstore use of `node:crypto`, for a
 * browser, where Web Crypto is only asynchronous. The build puts it in the
 * place of `node:crypto`. It verifies, and holds no secret.
 */

const HASHES = { sha256, sha384, sha512 } as const;

/** Which digest Node means by the name, such as `RSA-SHA256`. Throws where this page does not have it. */
function hashNameOf(name: string): keyof typeof HASHES {
  const plain = name.toLowerCase().replace(/^rsa-/, "").replace("-", "");
  if (plain === "sha256" || plain === "sha384" || plain === "sha512") return plain;
  throw new Error(`this page has no digest ${name}`);
}

type Encoding = "hex" | "base64";

function encode(bytes: Uint8Array, encoding: Encoding | undefined): string | Buffer {
  const buffer = Buffer.from(bytes);
  return encoding === undefined ? buffer : buffer.toString(encoding);
}

const hasWebCrypto = "subtle" in crypto;

/** Digests that the browser itself took, by the very bytes, which nobody changes. */
const DIGESTS = new WeakMap<Uint8Array, Uint8Array>();

/**
 * Has the browser take the SHA-256 of the bytes, so that `createHash` knows it already. Web Crypto is ten times as fast,
 * and asynchronous. A browser without it makes the page slower, and nothing else.
 */
export async function digestAhead(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (hasWebCrypto) DIGESTS.set(bytes, new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** A digest that takes its input in parts. */
export function createHash(name: string) {
  const hashed = HASHES[hashNameOf(name)];
  const state = hashed.create();
  let isFresh = true;
  /** The only part, as long as its digest is known. */
  let known: Uint8Array | null = null;
  const digest = {
    update(part: string | Uint8Array) {
      if (known !== null) state.update(known);
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      known = isFresh && hashed === sha256 && DIGESTS.has(bytes) ? bytes : null;
      if (known === null) state.update(bytes);
      isFresh = false;
      return digest;
    },
    digest: (encoding?: Encoding) => encode((known && DIGESTS.get(known)) ?? state.digest(), encoding),
  };
  return digest;
}

/** The digest of a whole text. */
export function hash(name: string, part: string | Uint8Array, encoding: Encoding = "hex"): string | Buffer {
  return createHash(name).update(part).digest(encoding);
}

export function createSecretKey(bytes: Uint8Array): Uint8Array {
  return bytes;
}

/** An HMAC that takes its input in parts. */
export function createHmac(name: string, key: Uint8Array) {
  const state = hmac.create(HASHES[hashNameOf(name)], key);
  const code = {
    update(part: string | Uint8Array) {
      state.update(typeof part === "string" ? Buffer.from(part) : part);
      return code;
    },
    digest: (encoding?: Encoding) => encode(state.digest(), encoding),
  };
  return code;
}

export function hkdfSync(
  name: string,
  ...[secret, salt, info, length]: readonly [secret: string, salt: string, info: string, length: number]
): Uint8Array {
  return hkdf(HASHES[hashNameOf(name)], Buffer.from(secret), Buffer.from(salt), Buffer.from(info), length);
}

export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) throw new RangeError("the inputs differ in length");
  return one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0;
}

const CURVES = { prime256v1: p256, secp384r1: p384, secp521r1: p521 } as const;

/** A public key with the members that are read of Node's. */
export class KeyObject {
  readonly type = "public";
  readonly info: PublicKeyInfo;

  constructor(info: PublicKeyInfo) {
    this.info = info;
    if (info.kind === "ec" && isOurCurve(info.curve)) CURVES[info.curve].Point.fromBytes(info.point);
  }

  get asymmetricKeyType(): string {
    return this.info.kind;
  }

  get asymmetricKeyDetails(): { readonly namedCurve?: string } {
    return this.info.kind === "ec" ? { namedCurve: this.info.curve } : {};
  }

  export({ format }: { type: "spki"; format: "der" | "pem" }): Buffer | string {
    const der = Buffer.from(this.info.der);
    if (format === "der") return der;
    const lines = der.toString("base64").replaceAll(/.{64}(?!$)/g, "$&\n");
    return `-----BEGIN PUBLIC KEY-----\n${lines}\n-----END PUBLIC KEY-----\n`;
  }
}

function isOurCurve(name: string): name is keyof typeof CURVES {
  return name in CURVES;
}

interface DerKey {
  readonly key: Uint8Array;
  readonly format: "der";
  readonly type: string;
}

const PEM = /-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\s]+)-----END \1-----/;

/** The public key in PEM, of a certificate in PEM, or in the DER of its SPKI. Throws where there is none. */
export function createPublicKey(source: string | Uint8Array | DerKey | KeyObject): KeyObject {
  if (source instanceof KeyObject) return source;
  if (typeof source !== "string" && "key" in source) {
    if (source.type !== "spki") throw new Error("this page reads keys as SPKI only");
    return new KeyObject(readPublicKeyInfo(source.key));
  }
  const text = typeof source === "string" ? source : Buffer.from(source).toString();
  const [, label, base64 = ""] = PEM.exec(text) ?? [];
  if (label === undefined) throw new Error("no public key in PEM form");
  const der = Buffer.from(base64, "base64");
  return new KeyObject(readPublicKeyInfo(label === "CERTIFICATE" ? readCertificate(der).publicKey : der));
}

/** Whether the signature over the data is by the key. A malformed signature is not. */
export function verify(
  algorithm: string | null | undefined,
  ...[data, key, signature]: readonly [
    data: Uint8Array,
    key: string | KeyObject | { readonly key: KeyObject },
    signature: Uint8Array,
  ]
): boolean {
  const read = typeof key === "string" || key instanceof KeyObject ? createPublicKey(key) : key.key;
  const { info } = read;
  try {
    if (info.kind === "ed25519") return ed25519.verify(signature, data, info.point, { zip215: false });
    const hashName = hashNameOf(algorithm ?? "sha256");
    const digest = HASHES[hashName](data);
    if (info.kind === "rsa") return isRsaSignature(info, { hashName, digest, signature });
    if (info.kind !== "ec" || !isOurCurve(info.curve)) return false;
    if (SIGNATURES.has(signatureName(info, { digest, signature }))) return true;
    const options = { prehash: false, format: "der", lowS: false } as const;
    return CURVES[info.curve].verify(signature, digest, info.point, options);
  } catch {
    // The library throws for a signature that it cannot read.
    return false;
  }
}

/** ECDSA signatures that the browser itself found to be right. All others are verified here. */
const SIGNATURES = new Set<string>();

function signatureName(
  { der }: PublicKeyInfo,
  { digest, signature }: { digest: Uint8Array; signature: Uint8Array },
): string {
  return [der, digest, signature].map((bytes) => Buffer.from(bytes).toString("base64")).join(" ");
}

const WEB_CURVES = {
  prime256v1: { name: "ECDSA", namedCurve: "P-256", bytes: 32 },
  secp384r1: { name: "ECDSA", namedCurve: "P-384", bytes: 48 },
  secp521r1: { name: "ECDSA", namedCurve: "P-521", bytes: 66 },
} as const;

/** Has the browser verify an ECDSA signature with SHA-256, so that `verify` knows it already. Never throws. */
export async function verifyAhead(
  key: unknown,
  { bytes, signature }: { bytes: Uint8Array<ArrayBuffer>; signature: Uint8Array },
): Promise<void> {
  if (!hasWebCrypto || !(key instanceof KeyObject) || key.info.kind !== "ec") return;
  const { info } = key;
  if (!isOurCurve(info.curve)) return;
  const curve = WEB_CURVES[info.curve];
  try {
    const raw = rawSignature(signature, curve.bytes);
    const imported = await crypto.subtle.importKey("spki", Uint8Array.from(info.der), curve, false, [
      "verify",
    ]);
    const isRight = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, raw, bytes);
    if (isRight) SIGNATURES.add(signatureName(info, { digest: sha256(bytes), signature }));
  } catch {
    // Of what the browser cannot read, nothing is known in advance.
  }
}

/** The two numbers of a signature in DER, one after the other. Throws where it is not in the one form that DER allows. */
function rawSignature(signature: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const [sequence, ...others] = readElements(signature);
  const numbers = readElements(sequence?.content ?? new Uint8Array());
  if (sequence?.tag !== 0x30 || others.length > 0 || numbers.length !== 2) throw new Error("no signature");
  const raw = new Uint8Array(2 * length);
  for (const [index, { tag, content }] of numbers.entries()) {
    const [first = 0x80, second = 0] = content;
    // Negative, or longer than it has to be.
    if (tag !== 2 || first >= 0x80 || (first === 0 && content.length > 1 && second < 0x80))
      throw new Error("no number");
    const digits = first === 0 ? content.subarray(1) : content;
    if (digits.length > length) throw new Error("the number is too large");
    raw.set(digits, (index + 1) * length - digits.length);
  }
  return raw;
}

/** `DigestInfo` of RFC 8017, appendix B.1, before the digest. */
const DIGEST_INFO = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
} as const;

/** In bytes, as OpenSSL limits it: anybody can write a key whose numbers take hours. */
const LARGEST_MODULUS = 2048;
/** As OpenSSL limits the exponent of a long key. */
const LARGEST_EXPONENT = 1n << 64n;

/** RSASSA-PKCS1-v1_5 of RFC 8017, section 8.2.2: the padded digest is made again and compared. */
function isRsaSignature(
  { modulus, exponent }: Extract<PublicKeyInfo, { kind: "rsa" }>,
  {
    hashName,
    digest,
    signature,
  }: { hashName: keyof typeof HASHES; digest: Uint8Array; signature: Uint8Array },
): boolean {
  if (signature.length > LARGEST_MODULUS || modulus >= 1n << BigInt(8 * LARGEST_MODULUS)) return false;
  if (exponent >= LARGEST_EXPONENT) return false;
  const length = Math.ceil(modulus.toString(16).length / 2);
  const value = BigInt(`0x${Buffer.from(signature).toString("hex") || "0"}`);
  if (signature.length !== length || value >= modulus) return false;
  const tail = `00${DIGEST_INFO[hashName]}${Buffer.from(digest).toString("hex")}`;
  const expected = `0001${"ff".repeat(length - 2 - tail.length / 2)}${tail}`;
  return (
    power(value, { exponent, modulus })
      .toString(16)
      .padStart(length * 2, "0") === expected
  );
}

function power(base: bigint, { exponent, modulus }: { exponent: bigint; modulus: bigint }): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === "1") result = (result * base) % modulus;
  }
  return result;
}

/** The names in a certificate, one relative name a line as Node writes them, and its key. */
export class X509Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;

  constructor(der: Uint8Array) {
    const { subject, issuer, publicKey } = readCertificate(der);
    this.subject = nameText(subject);
    this.issuer = nameText(issuer);
    this.publicKey = new KeyObject(readPublicKeyInfo(publicKey));
  }
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  "550403": "CN",
  "550406": "C",
  "550407": "L",
  "550408": "ST",
  "55040a": "O",
  "55040b": "OU",
};

function nameText(der: Uint8Array): string {
  const lines = readElements(der).map((set) =>
    readElements(set.content)
      .map((pair) => {
        const [type, value] = readElements(pair.content);
        const id = Buffer.from(type?.content ?? []).toString("hex");
        return `${ATTRIBUTES[id] ?? id}=${escapeName(Buffer.from(value?.content ?? []).toString())}`;
      })
      .join(" + "),
  );
  return lines.join("\n");
}

/** As RFC 2253 escapes what would end a value, so that no value can look like two. */
function escapeName(text: string): string {
  return text.replaceAll(/[,+"\\<>;]|^[# ]| $/g, String.raw`\$&`).replaceAll(/\p{Cc}/gv, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
    return `\\${code}`;
  });
}

export default { createHash, createHmac, createPublicKey, timingSafeEqual, verify, X509Certificate };

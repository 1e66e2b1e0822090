/** One element of DER: its tag, and what is in it. */
export interface DerElement {
  readonly tag: number;
  /** The element with its tag and length. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

/** The element that begins here. Throws where the bytes are none. */
function readElement(bytes: Uint8Array, start: number): DerElement {
  const [tag, first] = [bytes[start], bytes[start + 1]];
  if (tag === undefined || first === undefined) throw new Error("the DER ends too early");
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) throw new Error("the DER has a length of an unknown form");
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1)
    length = length * 256 + (bytes[start + 2 + index] ?? 0);
  // DER has one way to write a length, so that nobody can give one key two fingerprints.
  if (lengthBytes > 0 && (length < 0x80 || bytes[start + 2] === 0)) {
    throw new Error("the DER has a length that is written too long");
  }
  const begin = start + 2 + lengthBytes;
  if (begin + length > bytes.length) throw new Error("the DER ends too early");
  return {
    tag,
    whole: bytes.subarray(start, begin + length),
    content: bytes.subarray(begin, begin + length),
  };
}

/** The elements that stand one after the other. Throws where the bytes are none. */
export function readElements(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const element = readElement(bytes, at);
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

function member(elements: readonly DerElement[], index: number): DerElement {
  const element = elements[index];
  if (element === undefined) throw new Error("the DER lacks a member");
  return element;
}

/** A public key, read from its SPKI. */
export type PublicKeyInfo = { readonly der: Uint8Array } & (
  | { readonly kind: "ec"; readonly curve: string; readonly point: Uint8Array }
  | { readonly kind: "ed25519"; readonly point: Uint8Array }
  | { readonly kind: "rsa"; readonly modulus: bigint; readonly exponent: bigint }
  | { readonly kind: "unknown" }
);

const EC = "2a8648ce3d0201";
const ED25519 = "2b6570";
const RSA = "2a864886f70d010101";
const CURVES: Readonly<Record<string, string>> = {
  "2a8648ce3d030107": "prime256v1",
  "2b81040022": "secp384r1",
  "2b81040023": "secp521r1",
};

/** The key in the DER of its SPKI. Throws where it is none. */
export function readPublicKeyInfo(der: Uint8Array): PublicKeyInfo {
  const outer = readElement(der, 0);
  const [algorithm, bits, ...more] = readElements(outer.content);
  if (algorithm === undefined || bits === undefined || more.length > 0 || outer.whole.length !== der.length) {
    throw new Error("the public key has not the members of one");
  }
  const parts = readElements(algorithm.content);
  const oid = hex(member(parts, 0).content);
  if (bits.tag !== 3 || bits.content[0] !== 0) throw new Error("the public key is no whole number of bytes");
  const point = bits.content.subarray(1);
  if (oid === EC) {
    const curve = hex(member(parts, 1).content);
    return { der: outer.whole, kind: "ec", curve: CURVES[curve] ?? curve, point };
  }
  if (oid === ED25519) {
    if (parts.length !== 1) throw new Error("an Ed25519 key has no parameters");
    if (point.length !== 32) throw new Error("an Ed25519 key has 32 bytes");
    return { der: outer.whole, kind: "ed25519", point };
  }
  if (oid !== RSA) return { der: outer.whole, kind: "unknown" };
  const numbers = readElements(readElement(point, 0).content);
  const [modulus, exponent] = [member(numbers, 0), member(numbers, 1)].map(({ content }) =>
    BigInt(`0x${hex(content)}`),
  );
  if (modulus === undefined || exponent === undefined) throw new Error("the RSA key lacks a number");
  return { der: outer.whole, kind: "rsa", modulus, exponent };
}

/** What is read of a certificate: the DER of its names and of its key. */
export interface CertificateParts {
  /** The content of the name: a list of relative names. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly publicKey: Uint8Array;
}

const [INTEGER, BIT_STRING, SEQUENCE] = [0x02, 0x03, 0x30];
const EXPLICIT_VERSION = 0xa0;
/** Ids of the issuer and of the subject, and the extensions. */
const OPTIONAL = new Set([0x81, 0xa1, 0x82, 0xa2, 0xa3]);

/**
 * The parts of a certificate in DER. Throws where it is none: only the bytes inside are signed, so another form of what
 * is around them would be a second certificate with the same signature.
 */
export function readCertificate(der: Uint8Array): CertificateParts {
  const outer = readElement(der, 0);
  const parts = readElements(outer.content);
  expectTags([outer, ...parts], [SEQUENCE, SEQUENCE, SEQUENCE, BIT_STRING]);
  const [signed, , signature] = parts;
  if (signed === undefined || signature?.content[0] !== 0)
    throw new Error("the signature is no whole number of bytes");
  const fields = readElements(signed.content);
  const first = fields[0]?.tag === EXPLICIT_VERSION ? 1 : 0;
  const named = fields.slice(first, first + 6);
  expectTags(named, [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE]);
  if (fields.slice(first + 6).some(({ tag }) => !OPTIONAL.has(tag))) {
    throw new Error("the certificate has a member that no certificate has");
  }
  return {
    issuer: member(named, 2).content,
    subject: member(named, 4).content,
    publicKey: member(named, 5).whole,
  };
}

function expectTags(elements: readonly DerElement[], tags: readonly number[]): void {
  if (elements.length === tags.length && elements.every(({ tag }, index) => tag === tags[index])) return;
  throw new Error("the certificate has not the members of one");
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

import { createHash, randomBytes } from "node:crypto";

/** A question to a timestamp authority, and the number by which its answer is known. */
export interface TimestampRequest {
  /** `TimeStampReq` in DER. */
  readonly der: Buffer;
  readonly nonce: bigint;
}

const VERSION_1 = "020101";
/** `AlgorithmIdentifier` of SHA-256 and the tag of the digest, as one `MessageImprint`. */
const IMPRINT = "3031300d060960864801650304020105000420";
/** Six bytes: a number that a server may hold in a double. */
const NONCE = "0206";
/** The authority shall add its certificate: without it nobody but its customers can check. */
const CERT_REQ = "0101ff";

/** Asks when these bytes were there (RFC 3161, section 2.4.1). The authority gets to see their digest alone. */
export function timestampRequest(bytes: Buffer): TimestampRequest {
  // Positive and of full length, so that DER and every server agree on it.
  const nonce = randomBytes(6);
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const digest = createHash("sha256").update(bytes).digest();
  const body = Buffer.concat([hex(VERSION_1), hex(IMPRINT), digest, hex(NONCE), nonce, hex(CERT_REQ)]);
  return {
    der: Buffer.concat([Buffer.from([0x30, body.length]), body]),
    nonce: BigInt(nonce.readUIntBE(0, 6)),
  };
}

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}

/**
 * Why the answer cannot be used, as what stands after the name of the authority; null where it was granted to us.
 * Whether it is true is for those to say who check the token.
 */
export async function timestampResponseProblem(
  answer: Buffer,
  { nonce }: TimestampRequest,
): Promise<string | null> {
  const { RFC3161Timestamp } = await import("@sigstore/core");
  try {
    const timestamp = RFC3161Timestamp.parse(Buffer.from(answer));
    // 0 is granted, 1 granted with modifications; all else is a refusal.
    if (timestamp.status > 1n) return `refused (status ${timestamp.status})`;
    // After the five fields that are always there, an INTEGER can only be the nonce.
    const echoed = timestamp.tstInfo.root.subs.slice(5).find(({ tag }) => tag.isInteger());
    if (echoed?.toInteger() !== nonce) return "answered another question: the nonce is not ours";
    return null;
  } catch {
    // The parser throws whatever it stumbles over; all of it means the same.
    return "answered with something that is no timestamp";
  }
}

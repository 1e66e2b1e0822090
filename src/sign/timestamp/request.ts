import { createHash, randomBytes } from "node:crypto";

/** A request to a timestamp authority, and the nonce that its response must repeat. */
export interface TimestampRequest {
  /** `TimeStampReq` in DER. */
  readonly der: Buffer;
  readonly nonce: bigint;
}

const VERSION_1 = "020101";
/** `AlgorithmIdentifier` of SHA-256 and the tag of the digest, as one `MessageImprint`. */
const IMPRINT = "3031300d060960864801650304020105000420";
/** The nonce has six bytes, because some servers store it in a double. */
const NONCE = "0206";
/** Asks the authority to embed its certificate. Without that, only its customers can check the token. */
const CERT_REQ = "0101ff";

/** Makes a request for a timestamp over these bytes (RFC 3161, section 2.4.1). The authority sees only their digest. */
export function timestampRequest(bytes: Buffer): TimestampRequest {
  // The number is positive and of full length, so that DER and every server agree on it.
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
 * Returns why the response cannot be used, as the words that follow the name of the authority. Returns null where the
 * timestamp was granted for this request. This does not check the token itself.
 */
export async function timestampResponseProblem(
  response: Buffer,
  { nonce }: TimestampRequest,
): Promise<string | null> {
  const { RFC3161Timestamp } = await import("@sigstore/core");
  try {
    const timestamp = RFC3161Timestamp.parse(Buffer.from(response));
    // 0 means granted, 1 means granted with modifications. Every other status is a refusal.
    if (timestamp.status > 1n) return `refused (status ${timestamp.status})`;
    // Five fields are always there. An INTEGER after them can only be the nonce.
    const echoed = timestamp.tstInfo.root.subs.slice(5).find(({ tag }) => tag.isInteger());
    if (echoed?.toInteger() !== nonce) return "responded to another request: the nonce is not ours";
    return null;
  } catch {
    // The parser throws errors of many kinds. All of them mean the same.
    return "responded with something that is not a timestamp";
  }
}

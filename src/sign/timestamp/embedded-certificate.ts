import type { RFC3161Timestamp } from "@sigstore/core";
import { X509Certificate } from "node:crypto";

import { unsupportedTimestamp, readTimestamp } from "../../bundle/sigstore.ts";

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

/**
 * Returns why a timestamp of an unknown authority cannot be used, as the words that follow "the timestamp". Returns null
 * where the embedded certificate confirms the timestamp. The verifier decides whether to trust that authority.
 */
export async function embeddedCertificateProblem(token: Buffer, signature: Buffer): Promise<string | null> {
  try {
    const timestamp = await readTimestamp(token);
    const certificate = await signerOf(timestamp);
    if (certificate === null) return "has no embedded certificate of its authority";
    if (!certificate.keyUsage.includes(TIME_STAMPING))
      return "is signed by a certificate that is not for timestamps";
    const time = timestamp.signingTime;
    if (time < new Date(certificate.validFrom) || time > new Date(certificate.validTo)) {
      return "is from outside the validity period of its certificate";
    }
    const unsupported = unsupportedTimestamp(timestamp);
    if (unsupported !== null) return unsupported;
    timestamp.verify(signature, certificate.publicKey);
    return null;
  } catch {
    // The parser and the check throw errors of many kinds. All of them mean the same.
    return "is not signed by the certificate that is embedded in it";
  }
}

/** Returns the embedded certificate that the signature of the token names; null where there is none. */
async function signerOf(timestamp: RFC3161Timestamp): Promise<X509Certificate | null> {
  const { X509Certificate: Parsed } = await import("@sigstore/core");
  const signedData = timestamp.root.subs[1]?.subs.find(({ tag }) => tag.isContextSpecific(0))?.subs[0];
  const certificates = signedData?.subs.find(({ tag }) => tag.isContextSpecific(0))?.subs ?? [];
  for (const each of certificates) {
    const der = Buffer.from(each.toDER());
    const { issuer, serialNumber } = Parsed.parse(der);
    if (issuer.equals(timestamp.signerIssuer) && serialNumber.equals(timestamp.signerSerialNumber)) {
      return new X509Certificate(der);
    }
  }
  return null;
}

import type { RFC3161Timestamp } from "@sigstore/core";
import { X509Certificate } from "node:crypto";

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

/**
 * Why a timestamp of an authority that we do not know is of no use, as what stands after it; null where the
 * certificate that it carries bears it out. Whether to trust that authority is for the verifier to say.
 */
export async function embeddedCertificateProblem(token: Buffer, signature: Buffer): Promise<string | null> {
  const { RFC3161Timestamp: Timestamp } = await import("@sigstore/core");
  try {
    const timestamp = Timestamp.parse(Buffer.from(token));
    const certificate = await signerOf(timestamp);
    if (certificate === null) return "carries no certificate of its authority";
    if (!certificate.keyUsage.includes(TIME_STAMPING))
      return "is by a certificate that is not for timestamps";
    const time = timestamp.signingTime;
    if (time < new Date(certificate.validFrom) || time > new Date(certificate.validTo)) {
      return "is from outside the time for which its certificate is valid";
    }
    if (!isSupported(timestamp)) return "is signed with an algorithm that verifiers cannot check";
    timestamp.verify(signature, certificate.publicKey);
    return null;
  } catch {
    // The parser and the check throw errors of every kind.
    return "is not signed by the certificate that it carries";
  }
}

/** The certificate in the token that its signature names. */
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

/** The library takes every signature that is not ECDSA for one over SHA-256. */
function isSupported(timestamp: RFC3161Timestamp): boolean {
  const byName: string | undefined = timestamp.signatureAlgorithm;
  return byName !== undefined || timestamp.signerDigestAlgorithm === "sha256";
}

import { generateKeyPairSync, sign, verify, X509Certificate, type KeyPairKeyObjectResult } from "node:crypto";

import { z } from "zod";

import { parseJson } from "../../evidence/files/json.ts";
import { Failure } from "../../failure.ts";
import { httpRequest } from "../../platform/http.ts";
import type { IdentityToken } from "./identity-token.ts";
import type { Signature, Signer } from "../signing.ts";

const Chain = z.object({ chain: z.object({ certificates: z.array(z.string()).min(1) }) });
/** The certificate of the signer, then that of its issuer: https://github.com/sigstore/fulcio/blob/main/fulcio.proto */
const Response = z
  .union([
    z.object({ signedCertificateEmbeddedSct: Chain }),
    z.object({ signedCertificateDetachedSct: Chain }),
  ])
  .transform((response) => Object.values(response).flatMap(({ chain }) => chain.certificates));

/**
 * Makes a signer whose key exists for one signature. Fulcio certifies the owner of that key. The request holds the
 * identity token. We do not use the library of Sigstore here: it follows redirects with the token, also to plain http.
 */
export function fulcioSigner({
  url,
  token,
  signal,
}: {
  url: string;
  token: IdentityToken;
  signal: AbortSignal;
}): Signer {
  const name = `Fulcio (${new URL(url).host})`;
  return {
    signing: "keyless",
    async sign(bytes) {
      const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const response = await httpRequest(
        {
          method: "POST",
          url: `${url}/api/v2/signingCert`,
          headers: { accept: "application/json", "content-type": "application/json" },
          body: Buffer.from(JSON.stringify(certificateRequest(token, keys))),
        },
        signal,
      );
      if (!response.ok) throw notIssued(name, response.reason);
      if (response.status !== 200 && response.status !== 201) {
        throw notIssued(name, `refused (HTTP status ${response.status})`);
      }
      const chain = parseJson(response.bytes, Response) ?? [];
      const [certificate = null, issuer = null] = chain.map(readCertificate);
      if (certificate === null) throw notIssued(name, "returned an unexpected response");
      return signatureOf(sign("sha256", bytes, keys.privateKey), { certificate, issuer, bytes, name });
    },
  };
}

/** Makes the request. Its signature over the subject of the token proves that we hold the private key. */
function certificateRequest(
  { text, subject }: IdentityToken,
  { privateKey, publicKey }: KeyPairKeyObjectResult,
): object {
  return {
    credentials: { oidcIdentityToken: text },
    publicKeyRequest: {
      publicKey: { algorithm: "ECDSA", content: publicKey.export({ type: "spki", format: "pem" }) },
      proofOfPossession: sign("sha256", Buffer.from(subject), privateKey).toString("base64"),
    },
  };
}

/** Reads a certificate in PEM or DER. Returns null where the bytes are no certificate. */
export function readCertificate(encoded: string | Buffer): X509Certificate | null {
  try {
    return new X509Certificate(encoded);
  } catch {
    // Node throws errors of many kinds for bytes that are no certificate.
    return null;
  }
}

function notIssued(name: string, problem: string): Failure {
  return new Failure("not-signed", `${name} issued no certificate: it ${problem}`, {
    hint: "run again, or sign later with: npx datadog-evidence attest; if your plan has no such service, use signing: key",
  });
}

/** Returns the signature with its certificate. Throws where the certificate is for another key. */
function signatureOf(
  signature: Buffer,
  {
    certificate,
    issuer,
    bytes,
    name,
  }: { certificate: X509Certificate; issuer: X509Certificate | null; bytes: Buffer; name: string },
): Signature {
  if (!verify("sha256", bytes, certificate.publicKey, signature)) {
    throw new Failure("not-signed", `${name} issued a certificate for another key`);
  }
  return {
    bytes: signature,
    by: { certificate: certificate.raw, issuer: issuer?.raw ?? null },
    signedBy: certificate.subjectAltName?.replace(/^URI:/, "") ?? "unknown",
  };
}

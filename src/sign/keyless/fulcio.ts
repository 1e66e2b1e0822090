import { generateKeyPairSync, sign, verify, X509Certificate, type KeyObject } from "node:crypto";

import { z } from "zod";

import { parseJson } from "../../evidence/files/json.ts";
import { Failure } from "../../failure.ts";
import { httpRequest } from "../../platform/http.ts";
import type { IdentityToken } from "./identity-token.ts";
import type { Signature, Signer } from "../signing.ts";

const Chain = z.object({ chain: z.object({ certificates: z.array(z.string()).min(1) }) });
/** https://github.com/sigstore/fulcio/blob/main/fulcio.proto */
const Response = z.union([
  z
    .object({ signedCertificateEmbeddedSct: Chain })
    .transform((answer) => answer.signedCertificateEmbeddedSct),
  z
    .object({ signedCertificateDetachedSct: Chain })
    .transform((answer) => answer.signedCertificateDetachedSct),
]);

/**
 * Signs with a key that exists for one signature, and gets a certificate from Fulcio that names its owner. The request
 * holds the identity token. The library of Sigstore follows redirects with it, also to plain http, so it is not used here.
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
      const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const response = await httpRequest(
        {
          method: "POST",
          url: `${url}/api/v2/signingCert`,
          headers: { accept: "application/json", "content-type": "application/json" },
          body: Buffer.from(JSON.stringify(certificateRequest(token, { privateKey, publicKey }))),
        },
        signal,
      );
      if (!response.ok) throw notIssued(name, response.reason);
      if (response.status !== 200 && response.status !== 201) {
        throw notIssued(name, `refused (HTTP status ${response.status})`);
      }
      const chain = parseJson(response.bytes, Response)?.chain;
      const certificate = readCertificate(chain?.certificates[0] ?? "");
      if (certificate === null) throw notIssued(name, "returned an unexpected response");
      const issuer = readCertificate(chain?.certificates[1] ?? "");
      return signatureOf(sign("sha256", bytes, privateKey), { certificate, issuer, bytes, name });
    },
  };
}

/** Proves that we hold the private key, by a signature over the subject of the token. */
function certificateRequest(
  { text, subject }: IdentityToken,
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
): object {
  return {
    credentials: { oidcIdentityToken: text },
    publicKeyRequest: {
      publicKey: { algorithm: "ECDSA", content: publicKey.export({ type: "spki", format: "pem" }) },
      proofOfPossession: sign("sha256", Buffer.from(subject), privateKey).toString("base64"),
    },
  };
}

function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    // Node throws errors of many kinds for what is no certificate.
    return null;
  }
}

function notIssued(name: string, problem: string): Failure {
  return new Failure("not-signed", `${name} issued no certificate: it ${problem}`, {
    hint: "run again, or sign later with: npx datadog-evidence attest; if your plan has no such service, use signing: key",
  });
}

/** The signature with its certificate. Throws where the certificate is for another key. */
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

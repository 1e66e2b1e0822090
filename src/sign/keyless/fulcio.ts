import { X509Certificate, verify } from "node:crypto";

import { Failure } from "../../failure.ts";
import type { IdentityToken } from "./identity-token.ts";
import type { Signature, Signer } from "../signing.ts";
import { withinTimeLeft, serviceProblem, SERVICE_OPTIONS } from "./service-options.ts";

/** Signs with a key that exists for one signature, and gets a certificate from Fulcio that names its owner. */
export function fulcioSigner({
  url,
  token,
  signal,
}: {
  readonly url: string;
  readonly token: IdentityToken;
  readonly signal: AbortSignal;
}): Signer {
  const name = `Fulcio (${new URL(url).host})`;
  return {
    signing: "keyless",
    async sign(bytes) {
      const { FulcioSigner } = await import("@sigstore/sign");
      const signer = new FulcioSigner({
        fulcioBaseURL: url,
        identityProvider: { getToken: async () => Promise.resolve(token.text) },
        ...SERVICE_OPTIONS,
      });
      try {
        const { signature, key } = await withinTimeLeft(signer.sign(bytes), { name, signal });
        return signatureOf(signature, { pem: "certificate" in key ? key.certificate : "", bytes, name });
      } catch (error) {
        if (error instanceof Failure) throw error;
        // The library throws errors of every kind, and their messages may quote the token.
        throw new Failure("not-signed", `${name} issued no certificate: it ${serviceProblem(error)}`, {
          hint: "run again, or sign later with: datadog-evidence attest; if your plan has no such service, use signing: key",
        });
      }
    },
  };
}

/** The signature with its certificate. Throws where the certificate is for another key. */
function signatureOf(
  signature: Buffer,
  { pem, bytes, name }: { readonly pem: string; readonly bytes: Buffer; readonly name: string },
): Signature {
  const certificate = new X509Certificate(pem);
  if (!verify("sha256", bytes, certificate.publicKey, signature)) {
    throw new Failure("not-signed", `${name} issued a certificate for another key`);
  }
  return {
    bytes: signature,
    by: { certificate: certificate.raw },
    signedBy: certificate.subjectAltName?.replace(/^URI:/, "") ?? "unknown",
  };
}

import { readVerifyingKey } from "../bundle/public-key.ts";
import type { ReadBundle } from "../bundle/read-bundle.ts";
import { isSignatureBy, type PublicKey } from "../platform/crypto.ts";
import { readCertificate } from "../sign/keyless/fulcio.ts";
import type { Attestation } from "../sign/signing.ts";
import { checkSignature, signedBytes } from "../verify/run/signature.ts";
import { CheckLog } from "../verify/run/verdict.ts";
import { readCertifiedIdentity } from "../verify/trust/certificate.ts";
import type { Trust } from "../verify/trust/trust.ts";

/** The key that signs now, or has signed; null where signing is keyless. */
export type SigningPublicKey = { readonly publicPem: string; readonly fingerprint: string } | null;

/**
 * Whose signature a bundle has. `claimed`: it fits the certificate beside it, and nobody knows who issued that one.
 * `forged`: it names our key, and our key did not sign it.
 */
export type SignerKind = "own" | "claimed" | "other" | "forged";

/** Tells whose signature a bundle has. */
export type SignerCheck = (read: ReadBundle) => Promise<SignerKind>;

/**
 * Tells the signatures of this key from others. Where signing is keyless, the signature must fit the certificate in the
 * bundle. Who issued that certificate is left to `verify`, because no root is at hand while evidence is collected.
 */
export function signerCheck(own: SigningPublicKey): SignerCheck {
  return async (read) => {
    const { signer } = read;
    if (signer.kind === "certificate") {
      if (own !== null) return "other";
      return (await isSignedBy(readCertificate(signer.der)?.publicKey ?? null, read)) ? "claimed" : "forged";
    }
    if (signer.fingerprint !== own?.fingerprint) return "other";
    return (await isSignedBy(readVerifyingKey(own.publicPem).key, read)) ? "own" : "forged";
  };
}

/** Tells the signatures of whom the caller trusts from others. */
export function trustedSignerCheck(trust: Trust): SignerCheck {
  return async (read) => {
    if (!("ok" in (await checkSignature(read, trust, new CheckLog())))) return "own";
    const { signer } = read;
    const isNamed =
      signer.kind === "key" && trust.keys.some(({ fingerprint }) => fingerprint === signer.fingerprint);
    return isNamed ? "forged" : "other";
  };
}

/** The signer that a bundle names, not verified: `the key <fingerprint>`, or the identity in its certificate. */
export async function readNamedSigner({ signer }: ReadBundle): Promise<string> {
  if (signer.kind === "key") return `the key ${signer.fingerprint ?? "without a name"}`;
  const certified = await readCertifiedIdentity(signer.der);
  return `${certified?.identity ?? "an unnamed identity"} of ${certified?.issuer ?? "an unnamed issuer"}`;
}

/** Whether the certificate in the bundle is of the workflow that signs now, from the authority that certified it now. */
export function isOfSameWorkflow({ signer }: ReadBundle, { signedBy, issuer }: OwnCertificate): boolean {
  if (signer.kind !== "certificate" || issuer === null) return false;
  const [certificate, authority] = [readCertificate(signer.der), readCertificate(issuer)];
  if (certificate === null || authority === null) return false;
  const isNamed = certificate.subjectAltName === `URI:${signedBy}`;
  return isNamed && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

/** What an attestation says of its own certificate. */
type OwnCertificate = Pick<Attestation, "signedBy" | "issuer">;

async function isSignedBy(key: PublicKey | null, read: ReadBundle): Promise<boolean> {
  if (key === null) return false;
  try {
    return isSignatureBy(key, { bytes: await signedBytes(read), signature: read.signature });
  } catch {
    // A certificate may hold a key of a kind that does not sign.
    return false;
  }
}

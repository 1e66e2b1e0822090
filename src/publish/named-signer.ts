import type { ReadBundle } from "../bundle/read-bundle.ts";
import { readCertifiedIdentity } from "../verify/trust/certificate.ts";

/** The signer that a bundle names, not verified: `the key <fingerprint>`, or the identity in its certificate. */
export async function readNamedSigner({ signer }: ReadBundle): Promise<string> {
  if (signer.kind === "key") return `the key ${signer.fingerprint ?? "without a name"}`;
  const certified = await readCertifiedIdentity(signer.der);
  return `${certified?.identity ?? "an unnamed identity"} of ${certified?.issuer ?? "an unnamed issuer"}`;
}

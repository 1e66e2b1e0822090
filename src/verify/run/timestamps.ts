import type { RFC3161Timestamp } from "@sigstore/core";

import type { Root, TimeAuthority } from "../trust/roots.ts";
import { sigstoreCore } from "../../bundle/sigstore.ts";

/** What an RFC 3161 token proves. */
export type TokenVerdict =
  | { readonly kind: "proven"; readonly time: Date; readonly authority: string }
  /** Of an authority that nobody here vouches for: it proves nothing, and is no reproach. */
  | { readonly kind: "unknown"; readonly trouble: string }
  /** Not over this signature, damaged, or not what the authority it names would give. */
  | { readonly kind: "wrong"; readonly trouble: string };

/** A token is a kilobyte, or six with its certificates; a parser would work for long on a large one. */
const LARGEST_TOKEN = 32_768;
/** Granted, and granted with changes. */
const GRANTED: ReadonlySet<bigint> = new Set([0n, 1n]);

/** The time at which an authority that the roots name saw the signature. Never throws. */
export async function timeOf(
  token: Uint8Array,
  { signature, roots }: { readonly signature: Buffer; readonly roots: readonly Root[] },
): Promise<TokenVerdict> {
  if (token.length > LARGEST_TOKEN) return wrong(`is too large (${token.length} bytes)`);
  const { RFC3161Timestamp } = await sigstoreCore();
  let stamp: RFC3161Timestamp;
  let signedBy: Pick<RFC3161Timestamp, "signerIssuer" | "signerSerialNumber">;
  let time: Date;
  try {
    stamp = RFC3161Timestamp.parse(Buffer.from(token));
    if (!GRANTED.has(stamp.status)) return wrong("is a refusal of the authority");
    time = stamp.signingTime;
    if (Number.isNaN(time.getTime())) return wrong("cannot be read");
    signedBy = { signerIssuer: stamp.signerIssuer, signerSerialNumber: stamp.signerSerialNumber };
  } catch {
    // The library reads a damaged token into errors of every kind.
    return wrong("cannot be read");
  }
  if (!isOver(stamp, signature)) return wrong("is over another signature");

  const known = roots.flatMap(({ timestampAuthorities }) => timestampAuthorities.filter(has(signedBy)));
  const [first] = known;
  if (first === undefined) return unknown("is of an authority that no given root names");
  const inForce = known.filter(
    ({ authority: { validFor } }) => validFor.start <= time && time <= validFor.end,
  );
  if (inForce.length === 0) {
    return unknown(`is of ${first.name}, which the root does not vouch for at ${time.toISOString()}`);
  }
  if (!isSupported(stamp)) return unknown(`of ${first.name} is signed with an algorithm not supported here`);
  const giver = inForce.find(({ check }) => check.holds(stamp, signature));
  if (giver !== undefined) return { kind: "proven", time, authority: giver.name };
  return wrong(`names ${first.name}, but its signature or certificate does not hold`);
}

function isOver(stamp: RFC3161Timestamp, signature: Buffer): boolean {
  try {
    stamp.tstInfo.verify(signature);
    return true;
  } catch {
    return false;
  }
}

function has(signedBy: Pick<RFC3161Timestamp, "signerIssuer" | "signerSerialNumber">) {
  return ({ authority: { certChain } }: TimeAuthority): boolean => {
    const [leaf] = certChain;
    return (
      leaf !== undefined &&
      leaf.issuer.equals(signedBy.signerIssuer) &&
      leaf.serialNumber.equals(signedBy.signerSerialNumber)
    );
  };
}

/** The library takes every RSA signature for one over SHA-256. */
function isSupported(stamp: RFC3161Timestamp): boolean {
  try {
    const byName: string | undefined = stamp.signatureAlgorithm;
    return byName !== undefined || stamp.signerDigestAlgorithm === "sha256";
  } catch {
    return false;
  }
}

function wrong(trouble: string): TokenVerdict {
  return { kind: "wrong", trouble: `the timestamp ${trouble}` };
}

function unknown(trouble: string): TokenVerdict {
  return { kind: "unknown", trouble: `the timestamp ${trouble}` };
}

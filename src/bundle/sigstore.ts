import type { RFC3161Timestamp } from "@sigstore/core";

/** Loads once: the bundled program would build the namespace again for each import. */
function once<Library>(load: () => Promise<Library>): () => Promise<Library> {
  let loaded: Promise<Library> | undefined;
  return async () => (loaded ??= load());
}

/** The libraries of Sigstore that every run needs, loaded with the first of them. */
export const sigstoreBundle = once(async () => import("@sigstore/bundle"));
export const sigstoreCore = once(async () => import("@sigstore/core"));

/** The names of digests that the library knows. */
const DIGESTS: Readonly<Record<string, string>> = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

/**
 * Why the library cannot check the signature of the timestamp, as the words that follow it; null where it can. It takes
 * every signature that is not by ECDSA for one by RSA over SHA-256.
 */
export function unsupportedTimestamp(timestamp: RFC3161Timestamp): string | null {
  const only = "only ECDSA, and RSA with SHA-256, can be checked";
  try {
    const byName: string | undefined = timestamp.signatureAlgorithm;
    const digest: string | undefined = timestamp.signerDigestAlgorithm;
    if (byName !== undefined || digest === "sha256") return null;
    return `is signed with ${DIGESTS[digest ?? ""] ?? "an unknown digest"} and not by ECDSA; ${only}`;
  } catch {
    return `is signed with an algorithm that cannot be read; ${only}`;
  }
}

/** A time with a fraction of a second: RFC 3161 allows any number of digits, the library reads none or three. */
const FRACTION = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d+)Z$/;

/** Reads a timestamp token. Throws errors of every kind where it is damaged. */
export async function readTimestamp(token: Uint8Array): Promise<RFC3161Timestamp> {
  const { RFC3161Timestamp: Timestamp } = await sigstoreCore();
  return withExactTime(Timestamp.parse(Buffer.from(token)));
}

/** The same timestamp, whose signing time is read whatever its fraction of a second. */
export function withExactTime(timestamp: RFC3161Timestamp): RFC3161Timestamp {
  const written = timestamp.tstInfo.root.subs[4]?.value.toString("latin1") ?? "";
  const [, year, month, day, hours, minutes, seconds, fraction = ""] = FRACTION.exec(written) ?? [];
  if (year === undefined) return timestamp;
  const ms = `${fraction}00`.slice(0, 3);
  const value = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return Object.defineProperty(timestamp, "signingTime", { value });
}

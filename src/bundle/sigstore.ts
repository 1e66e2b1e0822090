import type { RFC3161Timestamp } from "@sigstore/core";

/** Loads once: the bundled program would build the namespace again for each import. */
function once<Library>(load: () => Promise<Library>): () => Promise<Library> {
  let loaded: Promise<Library> | undefined;
  return async () => (loaded ??= load());
}

/** The libraries of Sigstore that every run needs, loaded with the first of them. */
export const sigstoreBundle = once(async () => import("@sigstore/bundle"));
export const sigstoreCore = once(async () => import("@sigstore/core"));

/** Whether the library can check the signature of the timestamp. It takes every RSA signature for one over SHA-256. */
export function isSupportedTimestamp(timestamp: RFC3161Timestamp): boolean {
  try {
    const byName: string | undefined = timestamp.signatureAlgorithm;
    return byName !== undefined || timestamp.signerDigestAlgorithm === "sha256";
  } catch {
    return false;
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

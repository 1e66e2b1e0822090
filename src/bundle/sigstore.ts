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

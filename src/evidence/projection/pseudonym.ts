import { deriveKey, hmacSha256 } from "../../platform/crypto.ts";

/** Replaces identifiers by keyed hashes: equal ones stay recognisable, and none can be guessed. */
export interface PseudonymKey {
  /** An id of the key, which shows a changed key and does not reveal it. */
  readonly keyId: string;
  /** `hmac-sha256:<hex>` of the value. The label separates equal values of different fields. */
  of(label: "finding" | "resource", value: string): string;
}

/** Pseudonyms under a key that HKDF derives from the secret. */
export function createPseudonyms(secret: string): PseudonymKey {
  const hmac = hmacSha256(deriveKey(secret, "datadog-evidence/pseudonym-key/v1"));
  const keyId = deriveKey(secret, "datadog-evidence/pseudonym-key-id/v1").subarray(0, 8).toString("hex");
  return {
    keyId,
    of: (label, value) => `hmac-sha256:${hmac(`${label}\0${value}`)}`,
  };
}

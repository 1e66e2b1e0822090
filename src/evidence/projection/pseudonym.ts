import { createHmac, createSecretKey, hkdfSync } from "node:crypto";

/** Replaces identifiers by keyed hashes, so that equal ones stay recognisable and none can be guessed. */
export interface Pseudonyms {
  /** Names the key without giving it away: a changed key shows. */
  readonly keyId: string;
  /** `hmac-sha256:<hex>` of the value; the label keeps equal values of different fields apart. */
  of(label: "finding" | "resource", value: string): string;
}

/** Pseudonyms under a key that HKDF derives from the secret. */
export function pseudonyms(secret: string): Pseudonyms {
  const key = createSecretKey(derived(secret, "datadog-evidence/pseudonym-key/v1"));
  const keyId = derived(secret, "datadog-evidence/pseudonym-key-id/v1").subarray(0, 8).toString("hex");
  return {
    keyId,
    of: (label, value) =>
      `hmac-sha256:${createHmac("sha256", key).update(`${label}\0${value}`).digest("hex")}`,
  };
}

function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}

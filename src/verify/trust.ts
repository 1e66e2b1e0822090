import type { KeyObject } from "node:crypto";

/** A public key that the caller vouches for. */
export interface TrustedKey {
  readonly key: KeyObject;
  /** `sha256` of the SPKI DER, in hex. */
  readonly fingerprint: string;
}

/** What the caller trusts. Nothing that lies beside the evidence is ever a part of it. */
export interface Trust {
  readonly keys: readonly TrustedKey[];
}

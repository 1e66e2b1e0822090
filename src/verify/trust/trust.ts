import type { VerifyingKey } from "../../bundle/public-key.ts";
import type { Root } from "./roots.ts";

/** A public key that the caller trusts. */
export interface TrustedKey extends VerifyingKey {
  /** When it may have signed; not given where it may at any time. */
  readonly window?: KeyWindow;
  /** What its giver calls it, and who keeps it, for people. */
  readonly about?: string;
}

/** When a key was in force. */
export interface KeyWindow {
  readonly notBefore: Date | null;
  readonly notAfter: Date | null;
  /** From here on nothing that it signed counts, because it may be stolen. */
  readonly revokedAt: Date | null;
}

/** The workflow that the caller trusts. Every value that is given must match exactly. */
export interface TrustedIdentity {
  readonly issuer: string;
  /** Subject alternative name of the certificate. */
  readonly identity: string | null;
  readonly repositoryId: string | null;
  readonly ownerId: string | null;
}

/** What the caller trusts. No file beside the evidence is ever a part of it. */
export interface Trust {
  readonly keys: readonly TrustedKey[];
  /** Whose certificates count; not given where only keys do. */
  readonly identity?: TrustedIdentity;
  /** Who may certify, log and tell the time; without any, no time is proven. */
  readonly roots?: readonly Root[];
  /** Whether a run whose time is not proven cannot be checked. */
  readonly requiresTime?: boolean;
  /** When it is, if not now: nothing is signed in time that is yet to come, and keys end. */
  readonly now?: Date;
}

import type { RFC3161Timestamp } from "@sigstore/core";
import type { SignedEntity, TrustMaterial, Verifier } from "@sigstore/verify";

import { readPublicKey, type PublicKey } from "../../platform/crypto.ts";
import type { Authority } from "./trusted-root.ts";

/**
 * Checks the tokens of one authority. The library checks its whole chain of
 * certificates for each, which takes longer than all the rest; once that held,
 * it holds for every time at which all of them are valid.
 */
export class TokenVerifier {
  readonly #verifier: Verifier;
  readonly #key: PublicKey;
  readonly #from: Date;
  readonly #to: Date;
  #isChainGood = false;

  constructor({ certChain }: Authority, verifierOf: (trust: TrustMaterial) => Verifier) {
    const [leaf] = certChain;
    this.#key = readPublicKey(leaf?.publicKey ?? Buffer.alloc(0));
    this.#from = new Date(Math.max(...certChain.map(({ notBefore }) => notBefore.getTime())));
    this.#to = new Date(Math.min(...certChain.map(({ notAfter }) => notAfter.getTime())));
    const validFor = { start: this.#from, end: this.#to };
    this.#verifier = verifierOf({
      certificateAuthorities: [],
      timestampAuthorities: [{ certChain, validFor }],
      tlogs: [],
      ctlogs: [],
      // Never looked at, but the library wants one.
      publicKey: () => ({ publicKey: this.#key, validFor: () => true }),
    });
  }

  /** Whether all certificates of the authority were valid at this time. */
  isValidAt(time: Date): boolean {
    return this.#from <= time && time <= this.#to;
  }

  /** Whether the authority gave this token over this signature, while its certificates were valid. */
  holds(token: RFC3161Timestamp, signature: Buffer): boolean {
    try {
      if (!this.isValidAt(token.signingTime)) return false;
      if (this.#isChainGood) token.verify(signature, this.#key);
      else
        this.#verifier.verify({
          ...REST,
          signature: { ...ANY, signature },
          timestamps: [{ ...TOKEN, timestamp: token }],
        });
      this.#isChainGood = true;
      return true;
    } catch {
      // The library refuses, and stumbles over damage, with errors of every kind.
      return false;
    }
  }
}

/** The library checks a token only as a part of a bundle, so here is the rest of one; who signed is decided elsewhere. */
const REST = { key: { $case: "public-key", hint: "" }, tlogEntries: [] } satisfies Partial<SignedEntity>;
const ANY = {
  compareSignature: () => false,
  compareDigest: () => false,
  compareSignedDigest: () => false,
  verifySignature: () => true,
};
const TOKEN = { $case: "timestamp-authority" } as const;

import { z } from "zod";

import { sigstoreCore } from "../bundle/sigstore.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import { parseJson } from "../evidence/files/json.ts";
import type { TrustedKey } from "../verify/trust/trust.ts";
import { digestAhead, verifyAhead } from "./node/node-crypto.ts";

/** Takes digests and verifies signatures in advance. Whoever needs one that is not known works it out. */
export type CheckAhead = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

const SignedEnvelope = z.object({
  dsseEnvelope: z.object({
    payload: z.string(),
    payloadType: z.string(),
    signatures: z.tuple([z.object({ sig: z.string() })]),
  }),
});

/** How the browser itself checks what is read of a run: the digest of each file, and the signature by one of the keys. */
export function checkAheadWith(keys: readonly TrustedKey[]): CheckAhead {
  return async (name, bytes) => {
    if (name !== BUNDLE_NAME) {
      await digestAhead(bytes);
      return;
    }
    const read = parseJson(bytes, SignedEnvelope);
    if (read === null) return;
    const { payload, payloadType, signatures } = read.dsseEnvelope;
    const { dsse } = await sigstoreCore();
    const signed = Uint8Array.from(dsse.preAuthEncoding(payloadType, Buffer.from(payload, "base64")));
    const signature = Buffer.from(signatures[0].sig, "base64");
    await Promise.all(keys.map(async ({ key }) => verifyAhead(key, { bytes: signed, signature })));
  };
}

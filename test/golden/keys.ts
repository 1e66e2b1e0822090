import { createECDH, createHash, createPrivateKey } from "node:crypto";

import { readSigningKey } from "../../src/sign/signing-key.ts";

/** Signs every golden output: the same key each time, and a secret of nobody. */
export const FIXED_KEY = keyOf("golden outputs");

/** Signs none of them. */
export const OTHER_KEY = keyOf("somebody else");

/** The P-256 key whose secret is the digest of the words. */
function keyOf(words: string) {
  const secret = createHash("sha256").update(words).digest();
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const jwk = {
    kty: "EC",
    crv: "P-256",
    d: secret.toString("base64url"),
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const privatePem = createPrivateKey({ key: jwk, format: "jwk" }).export({ type: "pkcs8", format: "pem" });
  return { ...readSigningKey(privatePem.toString(), null), privatePem: privatePem.toString() };
}

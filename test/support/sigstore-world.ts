import { createHash, generateKeyPairSync } from "node:crypto";

import { initializeCA, initializeCTLog, initializeTLog, initializeTSA } from "@sigstore/mock";

import { readTrustedRoots, type Root } from "../../src/verify/trust/roots.ts";
import { rememberRootText } from "./second-verifier.ts";

const SHA256_OID = "2.16.840.1.101.3.4.2.1";
const REKOR = "https://rekor.sigstore.mock";

/** Authorities of our own: what they issue is real, only nobody else trusts them. */
export interface SigstoreWorld {
  /** A second after the authorities began: they are on whole seconds, and certificates are not older than they. */
  readonly now: Date;
  /** The text of a `trusted_root.json` that names them all. */
  readonly trustedRoot: string;
  /** A time stamp of the signature, as of `now` unless another time is given. */
  stamp(signature: Buffer, at?: Date): Promise<Buffer>;
  readonly authorities: {
    readonly ca: Awaited<ReturnType<typeof initializeCA>>;
    readonly tlog: Awaited<ReturnType<typeof initializeTLog>>;
    readonly tsa: Awaited<ReturnType<typeof initializeTSA>>;
  };
}

/** The curves of authorities: the public ones of Sigstore and of GitHub have P-384. */
export type AuthorityCurve = "P-256" | "P-384" | "P-521";

/** A new world; `isPublic` is one with logs, like Sigstore's public-good instance. */
export async function sigstoreWorld({
  isPublic = false,
  curve = "P-256",
}: { readonly isPublic?: boolean; readonly curve?: AuthorityCurve } = {}): Promise<SigstoreWorld> {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000 + 1000);
  const start = new Date(now.getTime() - 60_000).toISOString();
  const tsaKeys = keyPair(curve);
  const ctlog = await initializeCTLog(keyPair(), now);
  const ca = await initializeCA(keyPair(curve), isPublic ? ctlog : undefined, now);
  const tlog = await initializeTLog(REKOR, keyPair(), now);
  const tsa = await initializeTSA(tsaKeys, now);

  const logs = [log({ url: REKOR, key: tlog.publicKey, start })];
  const ctlogs = [log({ url: "https://ctfe.sigstore.mock", key: ctlog.publicKey, start })];
  const trustedRoot = {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: isPublic ? logs : [],
    ctlogs: isPublic ? ctlogs : [],
    certificateAuthorities: [
      authority({ url: "https://fulcio.sigstore.mock", chain: [ca.rootCertificate], start }),
    ],
    timestampAuthorities: [
      authority({
        url: "https://tsa.sigstore.mock",
        chain: [tsa.intCertificate, tsa.rootCertificate],
        start,
      }),
    ],
  };
  return {
    now,
    trustedRoot: JSON.stringify(trustedRoot),
    async stamp(signature, at = now) {
      const clock = at === now ? tsa : await initializeTSA(tsaKeys, at);
      const token = await clock.timestamp({
        artifactHash: createHash("sha256").update(signature).digest(),
        hashAlgorithmOID: SHA256_OID,
        nonce: 1,
        policyOID: "1.3.6.1.4.1.57264.2",
      });
      return bytesOf(token);
    },
    authorities: { ca, tlog, tsa },
  };
}

/** The roots of the world, as a verifier reads them. */
export async function rootsOf(world: SigstoreWorld): Promise<readonly Root[]> {
  return rememberRootText(
    await readTrustedRoots(Buffer.from(world.trustedRoot), "trusted_root.json"),
    world.trustedRoot,
  );
}

function keyPair(curve: AuthorityCurve = "P-256") {
  return generateKeyPairSync("ec", { namedCurve: curve });
}

function log({ url, key, start }: { readonly url: string; readonly key: Buffer; readonly start: string }) {
  return {
    baseUrl: url,
    hashAlgorithm: "SHA2_256",
    publicKey: {
      rawBytes: key.toString("base64"),
      keyDetails: "PKIX_ECDSA_P256_SHA_256",
      validFor: { start },
    },
    logId: { keyId: createHash("sha256").update(key).digest("base64") },
  };
}

function authority({
  url,
  chain,
  start,
}: {
  readonly url: string;
  readonly chain: readonly ArrayBufferView[];
  readonly start: string;
}) {
  return {
    subject: { organization: "sigstore.mock", commonName: "sigstore" },
    uri: url,
    certChain: { certificates: chain.map((each) => ({ rawBytes: bytesOf(each).toString("base64") })) },
    validFor: { start },
  };
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

import { bundleFromJSON } from "@sigstore/bundle";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";

import { runAttester } from "../../src/sign/attest.ts";
import type { Attestation } from "../../src/sign/signing.ts";
import type { Reason } from "../../src/bundle/statement.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { Failure } from "../../src/failure.ts";
import { signerFor } from "../../src/run/signer.ts";
import type { Signing } from "../../src/config/signing.ts";
import { evidenceOf } from "../support/evidence.ts";
import { ISSUER, WORKFLOW, type Sigstore } from "../support/sigstore.ts";
import type { SigstoreWorld } from "../support/sigstore-world.ts";

/** What came of signing: the attestation, what was said on the way, and what was concealed. */
export interface Sealed extends Attestation {
  readonly said: readonly string[];
  readonly concealed: readonly string[];
}

export const KEYLESS: Signing = { by: "keyless", allowPublicLog: false };

/** Signs evidence that was collected now, as a run does. */
export async function sealedNow(
  signing: Signing,
  {
    sigstore,
    evidence = collectedAt(new Date()),
    signal = new AbortController().signal,
    reason = null,
  }: {
    readonly sigstore?: Pick<Sigstore, "environment">;
    readonly evidence?: Evidence;
    readonly signal?: AbortSignal;
    readonly reason?: Reason | null;
  } = {},
): Promise<Sealed> {
  const said: string[] = [];
  const concealed: string[] = [];
  const say = (line: string): void => void said.push(line);
  const sealing = await signerFor(signing, {
    environment: sigstore?.environment ?? {},
    signal,
    conceal: (secret) => void concealed.push(secret),
    log: { info: say, warning: say, debug: say, group: say },
  });
  if (sealing === null) throw new Error("nothing to sign with");
  const attestation = await runAttester(sealing(signal, reason))(evidence, evidenceFiles(evidence), null);
  return { ...attestation, said, concealed };
}

/** The failure in which signing ends. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

export function collectedAt(time: Date): Evidence {
  return evidenceOf(undefined, { collectedAt: `${time.toISOString().slice(0, 19)}Z` });
}

/** Checks a keyless bundle as a stranger would, with the library of Sigstore; throws where it does not hold. */
export function verifiedBySigstore(
  bundle: string,
  { trustedRoot }: SigstoreWorld,
  { logs }: { logs: 0 | 1 },
) {
  const trust = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(trustedRoot)));
  const verifier = new Verifier(trust, {
    tlogThreshold: logs,
    ctlogThreshold: logs,
    // The log tells the time too.
    timestampThreshold: 1 + logs,
  });
  return verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(bundle))), {
    subjectAlternativeName: WORKFLOW,
    extensions: { issuer: ISSUER },
  });
}

import type { ReadBundle } from "../../bundle/read-bundle.ts";
import { sigstoreCore } from "../../bundle/sigstore.ts";
import { isSignatureBy } from "../../platform/crypto.ts";
import type { Trust, TrustedKey } from "../trust/trust.ts";
import { checkCertificate, UNCONFIRMED_ENTRY, type VerifiedSigner } from "./certificate-signer.ts";
import { logTimes, verifyTimestamps, type ProvenTime, type VerifiedTimestamps } from "./timestamps.ts";
import type { CheckLog, Failed, GenuineRun } from "./verdict.ts";

/** What is known of a signature that was verified. */
export interface VerifiedSignature extends VerifiedSigner {
  readonly reached: GenuineRun["reached"];
  /** When it was signed, as proven to the caller; timestamps before logs, empty where nothing proves it. */
  readonly times: readonly ProvenTime[];
  /** Why its timestamps prove nothing. */
  readonly unproven: readonly string[];
}

/** Checks that a signer whom the caller trusts signed the bundle. Nothing of the payload is believed before that. */
export async function checkSignature(
  read: ReadBundle,
  trust: Trust,
  log: CheckLog,
): Promise<VerifiedSignature | Failed> {
  const { signer, tokens } = read;
  const timestamps = await verifyTimestamps(read, trust.roots ?? []);
  const found =
    signer.kind === "key"
      ? await checkKey({ read, named: signer.fingerprint ?? "none" }, { trust, log })
      : await checkCertificate({ read, der: signer.der, timestamps }, { trust, log });
  if ("ok" in found) return found;
  if ("trouble" in timestamps) return log.fail("time", timestamps.trouble);

  const { entries, otherEntries, times, unproven } = timestamps;
  if (entries.length > 0) {
    const isWrong = found.key !== null && !(await isLogged(read, { key: found.key, timestamps, trust }));
    if (isWrong) return log.fail("log", UNCONFIRMED_ENTRY);
    log.pass("log", "the signature is in a log that a given root names");
  }
  if (otherEntries > 0) {
    log.remark(`log entries not checked, because no given root names their log: ${otherEntries}`);
  }
  return {
    ...found,
    reached: {
      signing: signer.kind === "key" ? "key" : "keyless",
      timestamp: tokens.length > 0,
      log: entries.length > 0,
    },
    times: [...times, ...logTimes(entries)],
    unproven,
  };
}

async function checkKey(
  { read, named }: { read: ReadBundle; named: string },
  { trust: { keys }, log }: { trust: Trust; log: CheckLog },
): Promise<VerifiedSigner | Failed> {
  if (keys.length === 0) {
    return log.fail("signature", `the bundle is signed by the key ${named}, and no key was given`);
  }
  const bytes = await signedBytes(read);
  const isSigner = ({ key }: TrustedKey): boolean => isSignatureBy(key, { bytes, signature: read.signature });
  const key = keys.find((each) => each.fingerprint === named && isSigner(each));
  if (key === undefined)
    return log.fail("signature", wrongSigner({ named, keys, signer: keys.find(isSigner) }));
  log.pass("signature", `signed by the key ${key.fingerprint}`);
  return { signedBy: key.fingerprint, key, certified: null };
}

/** The bytes that the DSSE signature of a bundle is over. */
export async function signedBytes({ bundle, payload }: ReadBundle): Promise<Buffer> {
  const { dsse } = await sigstoreCore();
  return dsse.preAuthEncoding(bundle.content.dsseEnvelope.payloadType, payload);
}

function wrongSigner({
  named,
  signer,
  keys,
}: {
  /** The fingerprint that the bundle names. */
  named: string;
  signer: TrustedKey | undefined;
  keys: readonly TrustedKey[];
}): string {
  if (signer !== undefined) return `the bundle names the key ${named}, but ${signer.fingerprint} signed it`;
  const given = keys.map(({ fingerprint }) => fingerprint);
  return given.includes(named)
    ? `the signature is wrong: the key ${named} did not sign this`
    : `no given key signed this: the bundle names ${named}, given were ${given.join(", ")}`;
}

/** Whether the log entries of a bundle that a key signed are about its signature, and signed by their logs. */
async function isLogged(
  { bundle }: ReadBundle,
  { key: { key }, timestamps, trust }: { key: TrustedKey; timestamps: VerifiedTimestamps; trust: Trust },
): Promise<boolean> {
  const { toSignedEntity, Verifier } = await import("@sigstore/verify");
  const tlogs = (trust.roots ?? []).flatMap(({ logs }) => logs);
  const material = { certificateAuthorities: [], timestampAuthorities: [], ctlogs: [], tlogs };
  const verifier = new Verifier(
    { ...material, publicKey: () => ({ publicKey: key, validFor: () => true }) },
    { tlogThreshold: 1, ctlogThreshold: 0, timestampThreshold: 0 },
  );
  try {
    verifier.verify({ ...toSignedEntity(bundle), timestamps: [], tlogEntries: [...timestamps.entries] });
    return true;
  } catch {
    // The library refuses a damaged entry with errors of every kind.
    return false;
  }
}

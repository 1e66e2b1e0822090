import type { SignedEntity } from "@sigstore/verify";

import type { ReadBundle } from "../../bundle/read-bundle.ts";
import { withExactTime } from "../../bundle/sigstore.ts";
import { readCertifiedIdentity, type CertifiedIdentity } from "../trust/certificate.ts";
import { GITHUB, HOW_TO_GET_ROOTS, type CertificateAuthority, type Root } from "../trust/roots.ts";
import type { Trust, TrustedIdentity, TrustedKey } from "../trust/trust.ts";
import { logTimes, type VerifiedTimestamps } from "./timestamps.ts";
import type { CheckLog, Failed } from "./verdict.ts";

/** Who made a signature that was verified: a key or a certified workflow, the other is null. */
export interface VerifiedSigner {
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
  readonly key: TrustedKey | null;
  readonly certified: CertifiedIdentity | null;
}

/** Checks that a trusted authority certifies the signer, and that it is the workflow that the caller names. */
export async function checkCertificate(
  of: {
    readonly read: ReadBundle;
    readonly der: Buffer;
    readonly timestamps: VerifiedTimestamps | { readonly trouble: string };
  },
  { trust, log }: { trust: Trust; log: CheckLog },
): Promise<VerifiedSigner | Failed> {
  const { identity: trusted } = trust;
  if (trusted === undefined) {
    return log.fail("signature", "the bundle is signed keyless, which a key cannot verify");
  }
  const certified = await readCertifiedIdentity(of.der);
  if (certified === null) return log.fail("certificate", "the certificate cannot be read");
  const { identity, authority } = certified;
  if (identity === null) return log.fail("certificate", "the certificate is not about one identity");
  const authorities = issuersOf(certified, trust.roots ?? []);
  if (authorities.length === 0) return unissued(certified, log);
  if ("trouble" in of.timestamps) return log.fail("time", of.timestamps.trouble);
  const { times, unproven, entries } = of.timestamps;
  const [unknown] = unproven;
  if (unknown !== undefined && times.length === 0 && logTimes(entries).length === 0) {
    return log.leave(
      "time",
      `${unknown}, and without a trusted time a certificate that is valid for minutes proves nothing`,
    );
  }

  const trouble = await signatureTrouble(of.read, { authorities, timestamps: of.timestamps });
  if (trouble !== null) return log.fail(trouble.check, trouble.sentence);
  log.pass("signature", `signed with the certificate of ${identity}`);
  log.pass("certificate", `issued by ${authority ?? "an unnamed authority"}, and valid when it was used`);

  const asked = ASKED.filter(([, name]) => trusted[name] !== null);
  const different = asked.find(([, name]) => trusted[name] !== certified[name]);
  if (different !== undefined) {
    const [what, name] = different;
    const found = certified[name] ?? "not in the certificate";
    return log.fail("identity", `the ${what} is ${found}, not ${trusted[name] ?? ""}`);
  }
  const inWords = asked.map(([what, name]) => `${what} ${trusted[name] ?? ""}`);
  log.pass("identity", `as asked for: ${inWords.join(", ")}`);
  return { signedBy: identity, key: null, certified };
}

/** What a caller may ask of a certificate: the words for it, and its property. */
const ASKED = [
  ["issuer", "issuer"],
  ["identity", "identity"],
  ["repository id", "repositoryId"],
  ["owner id", "ownerId"],
] as const satisfies readonly (readonly [string, keyof TrustedIdentity])[];

/** The authorities that may have issued the certificate, by name; the verifier decides whether one did. */
function issuersOf(
  { certificate }: CertifiedIdentity,
  roots: readonly Root[],
): readonly CertificateAuthority[] {
  return roots
    .flatMap(({ certificateAuthorities }) => certificateAuthorities)
    .filter(({ authority }) => authority.certChain.some(({ subject }) => subject.equals(certificate.issuer)));
}

function unissued({ authority }: CertifiedIdentity, log: CheckLog): Failed {
  if (authority === GITHUB) {
    return log.leave(
      "certificate",
      `the certificate is of GitHub's own authority, for which no root was given; get one with: ${HOW_TO_GET_ROOTS}`,
    );
  }
  return log.fail(
    "certificate",
    `no given root issued the certificate, which names ${authority ?? "no authority"}`,
  );
}

interface Trouble {
  readonly check: "signature" | "certificate" | "log" | "time";
  readonly sentence: string;
}

/** Why the signature does not hold under any of the authorities; null when it does under one. */
async function signatureTrouble(
  { bundle }: ReadBundle,
  of: { readonly authorities: readonly CertificateAuthority[]; readonly timestamps: VerifiedTimestamps },
): Promise<Trouble | null> {
  const { PolicyError, toSignedEntity, VerificationError } = await import("@sigstore/verify");
  let trouble: Trouble = DAMAGED;
  for (const { verifier } of of.authorities) {
    try {
      verifier.verify(trustedPart(toSignedEntity(bundle), of.timestamps));
      return null;
    } catch (error) {
      const code = error instanceof VerificationError || error instanceof PolicyError ? error.code : "";
      trouble = troubleOf(code, error instanceof Error ? error.message : "");
    }
  }
  return trouble;
}

/** The bundle without timestamps and entries that nothing proves: they neither help nor harm. */
function trustedPart(entity: SignedEntity, { proven, entries }: VerifiedTimestamps): SignedEntity {
  const tokens = entity.timestamps
    .filter((each) => each.$case === "timestamp-authority")
    .filter((_, index) => proven.has(index))
    .map((each) => ({ $case: each.$case, timestamp: withExactTime(each.timestamp) }));
  const logged = entity.timestamps.filter(
    (each) => each.$case === "transparency-log" && entries.includes(each.tlogEntry),
  );
  return { ...entity, tlogEntries: [...entries], timestamps: [...tokens, ...logged] };
}

const DAMAGED: Trouble = { check: "certificate", sentence: "the certificate cannot be used" };
/** What is wrong with an entry that a log does not confirm. */
export const UNCONFIRMED_ENTRY = "the log entry is not about this signature, or its log did not sign it";

/** By the codes of the library. */
const TROUBLES: ReadonlyMap<string, Trouble> = new Map(
  Object.entries<Trouble>({
    SIGNATURE_ERROR: {
      check: "signature",
      sentence: "the signature is wrong: the certified key did not sign this",
    },
    TIMESTAMP_ERROR: {
      check: "time",
      sentence:
        "no trusted time shows that the certificate, which is valid for minutes, was valid when it was used",
    },
    TLOG_ERROR: {
      check: "log",
      sentence: "the signature is in no log that the root of its certificate names",
    },
    CERTIFICATE_ERROR: {
      check: "certificate",
      sentence:
        "the certificate was not issued by the authority that it names, or was not valid when it was used",
    },
  }),
);

function troubleOf(code: string, message: string): Trouble {
  if (code === "CERTIFICATE_ERROR" && message.includes("SCT")) {
    const sentence = "the certificate is in no log of certificates that the root names";
    return { check: "certificate", sentence };
  }
  const other: Trouble = code.startsWith("TLOG") ? { check: "log", sentence: UNCONFIRMED_ENTRY } : DAMAGED;
  return TROUBLES.get(code) ?? other;
}

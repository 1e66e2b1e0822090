import type { SignedEntity } from "@sigstore/verify";

import type { ReadBundle } from "../../bundle/read-bundle.ts";
import { certifiedBy } from "../trust/certificate.ts";
import type { Certified } from "../trust/certificate.ts";
import { GITHUB, HOW_TO_GET_ROOTS } from "../trust/roots.ts";
import type { CertificateAuthority, Root } from "../trust/roots.ts";
import type { Trust, TrustedIdentity } from "../trust/trust.ts";
import type { Failed, Findings } from "./verdict.ts";
import { logTimes } from "./witnesses.ts";
import type { Witnesses } from "./witnesses.ts";

interface CertifiedSigner {
  readonly signedBy: string;
  readonly key: null;
  readonly certified: Certified;
}

/** The workflow that signed, if a trusted authority certifies that it is the one whom the caller names. */
export async function certifiedSigner(
  of: {
    readonly read: ReadBundle;
    readonly der: Buffer;
    readonly witnesses: Witnesses | { readonly trouble: string };
  },
  { trust, findings }: { readonly trust: Trust; readonly findings: Findings },
): Promise<CertifiedSigner | Failed> {
  if (trust.identity === undefined) {
    return findings.fails("signature", "the bundle is signed keyless, which a key cannot verify");
  }
  const certified = await certifiedBy(of.der);
  if (certified === null) return findings.fails("certificate", "the certificate cannot be read");
  const { identity, authority } = certified;
  if (identity === null) return findings.fails("certificate", "the certificate is not about one identity");
  const authorities = issuersOf(certified, trust.roots ?? []);
  if (authorities.length === 0) return unissued(certified, findings);
  if ("trouble" in of.witnesses) return findings.fails("time", of.witnesses.trouble);
  const { times, unproven, entries } = of.witnesses;
  const [unknown] = unproven;
  if (unknown !== undefined && times.length === 0 && logTimes(entries).length === 0) {
    return findings.unchecked(
      "time",
      `${unknown}, without which a certificate that is valid for minutes is nothing`,
    );
  }

  const trouble = await signatureTrouble(of.read, { authorities, witnesses: of.witnesses });
  if (trouble !== null) return findings.fails(trouble.check, trouble.sentence);
  findings.holds("signature", `signed with the certificate of ${identity}`);
  findings.holds(
    "certificate",
    `issued by ${authority ?? "an unnamed authority"}, and valid when it was used`,
  );

  const other = otherThan(trust.identity, certified);
  if (other !== null) return findings.fails("identity", other);
  findings.holds("identity", met(trust.identity));
  return { signedBy: identity, key: null, certified };
}

/** The authorities that the certificate may be of, by name; whether it is, the verifier says. */
function issuersOf({ certificate }: Certified, roots: readonly Root[]): readonly CertificateAuthority[] {
  return roots
    .flatMap(({ certificateAuthorities }) => certificateAuthorities)
    .filter(({ authority }) => authority.certChain.some(({ subject }) => subject.equals(certificate.issuer)));
}

function unissued({ authority }: Certified, findings: Findings): Failed {
  if (authority === GITHUB) {
    return findings.unchecked(
      "certificate",
      `the certificate is of GitHub's own authority, for which no root was given; get one with: ${HOW_TO_GET_ROOTS}`,
    );
  }
  return findings.fails(
    "certificate",
    `no given root issued the certificate, which names ${authority ?? "nobody"}`,
  );
}

interface Trouble {
  readonly check: "signature" | "certificate" | "log" | "time";
  readonly sentence: string;
}

/** Why the signature does not hold under any of the authorities; null when it does under one. */
async function signatureTrouble(
  { bundle }: ReadBundle,
  of: { readonly authorities: readonly CertificateAuthority[]; readonly witnesses: Witnesses },
): Promise<Trouble | null> {
  const { PolicyError, toSignedEntity, VerificationError } = await import("@sigstore/verify");
  let trouble: Trouble = DAMAGED;
  for (const { verifier } of of.authorities) {
    try {
      verifier.verify(trustedPart(toSignedEntity(bundle), of.witnesses));
      return null;
    } catch (error) {
      const code = error instanceof VerificationError || error instanceof PolicyError ? error.code : "";
      trouble = troubleOf(code, error instanceof Error ? error.message : "");
    }
  }
  return trouble;
}

/** The bundle without what nobody vouches for: it neither helps nor harms. */
function trustedPart(entity: SignedEntity, { proven, entries }: Witnesses): SignedEntity {
  const tokens = entity.timestamps
    .filter(({ $case }) => $case === "timestamp-authority")
    .filter((_, index) => proven.has(index));
  const logged = entity.timestamps.filter(
    (each) => each.$case === "transparency-log" && entries.includes(each.tlogEntry),
  );
  return { ...entity, tlogEntries: [...entries], timestamps: [...tokens, ...logged] };
}

const DAMAGED: Trouble = { check: "certificate", sentence: "the certificate cannot be used" };

function troubleOf(code: string, message: string): Trouble {
  if (code === "SIGNATURE_ERROR") {
    return { check: "signature", sentence: "the signature is wrong: the certified key did not sign this" };
  }
  if (code === "TIMESTAMP_ERROR") {
    return {
      check: "time",
      sentence:
        "no trusted time shows that the certificate, which is valid for minutes, was valid when it was used",
    };
  }
  if (code === "TLOG_ERROR") {
    return { check: "log", sentence: "the signature is in no log that the root of its certificate names" };
  }
  if (code.startsWith("TLOG")) {
    return {
      check: "log",
      sentence: "the log entry is not about this signature, or its log did not sign it",
    };
  }
  if (code !== "CERTIFICATE_ERROR") return DAMAGED;
  return {
    check: "certificate",
    sentence: message.includes("SCT")
      ? "the certificate is in no log of certificates that the root names"
      : "the certificate was not issued by the authority that it names, or was not valid when it was used",
  };
}

/** The first thing in which the certificate differs from whom the caller trusts; null when it is the same. */
function otherThan(trusted: TrustedIdentity, certified: Certified): string | null {
  const different = ASKED.find(([, name]) => trusted[name] !== null && trusted[name] !== certified[name]);
  if (different === undefined) return null;
  const [what, name] = different;
  return `the ${what} is ${certified[name] ?? "not in the certificate"}, not ${trusted[name] ?? ""}`;
}

function met(trusted: TrustedIdentity): string {
  const asked = ASKED.filter(([, name]) => trusted[name] !== null);
  return `as asked for: ${asked.map(([what, name]) => `${what} ${trusted[name] ?? ""}`).join(", ")}`;
}

const ASKED = [
  ["issuer", "issuer"],
  ["identity", "identity"],
  ["repository id", "repositoryId"],
  ["owner id", "ownerId"],
] as const satisfies readonly (readonly [string, keyof TrustedIdentity])[];

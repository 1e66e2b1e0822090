import type { TrustMaterial } from "@sigstore/verify";

import { readCertificateNames } from "../../platform/crypto.ts";

/** An authority of a trusted root: its chain of certificates and when it was in force. */
export type Authority = TrustMaterial["timestampAuthorities"][number];

/** One trusted root as its text names it. */
export interface TrustedRoot {
  readonly material: TrustMaterial;
  /** Names of the authorities, in the order of the material. */
  readonly certificateNames: readonly string[];
  readonly timestampNames: readonly string[];
}

const MEDIA_TYPE =
  /^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.[12]|\.v0\.[12]\+json)$/;
const LARGEST_CERTIFICATE = 16_384;
/** Per kind, in one root. Sigstore's own names two of each. */
const MOST_AUTHORITIES = 32;
const LONGEST_CHAIN = 8;

/** What a trusted root says, or why it is none, as the end of a sentence about the file. Never throws. */
export async function parseTrustedRoot(value: unknown): Promise<TrustedRoot | { readonly trouble: string }> {
  const isObject = typeof value === "object" && value !== null;
  const mediaType = isObject && "mediaType" in value ? value.mediaType : null;
  if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType)) {
    return { trouble: "is not a Sigstore trusted root" };
  }
  const [specs, { toTrustMaterial }] = await Promise.all([
    import("@sigstore/protobuf-specs"),
    import("@sigstore/verify"),
  ]);
  try {
    const root = specs.TrustedRoot.fromJSON(value);
    const trouble = excessOf(root);
    if (trouble !== null) return { trouble };
    const material = toTrustMaterial(root);
    const authorities = [...material.certificateAuthorities, ...material.timestampAuthorities];
    if (!authorities.every(({ certChain }) => certChain.every(isReadable))) return DAMAGED;
    return {
      material,
      certificateNames: root.certificateAuthorities.map(nameOf),
      timestampNames: root.timestampAuthorities.map(nameOf),
    };
  } catch {
    // The library reads without looking, so a damaged root ends in errors of every kind.
    return DAMAGED;
  }
}

const DAMAGED = { trouble: "is a damaged Sigstore trusted root" };

/** Whether all of the certificate can be read that is looked at later; the library reads late, and throws then. */
function isReadable(certificate: Authority["certChain"][number]): boolean {
  readCertificateNames(certificate.root.toDER());
  const { subject, issuer, serialNumber, notBefore, notAfter } = certificate;
  const isNamed = [subject, issuer, serialNumber].every(({ length }) => length > 0);
  return isNamed && !Number.isNaN(notBefore.getTime()) && !Number.isNaN(notAfter.getTime());
}

interface Described {
  readonly uri: string;
  readonly subject: { readonly organization: string; readonly commonName: string } | undefined;
  readonly certChain: { readonly certificates: readonly { readonly rawBytes: Uint8Array }[] } | undefined;
}

/** What the library would work on for long, or trip over later. */
function excessOf(root: {
  readonly tlogs: readonly unknown[];
  readonly ctlogs: readonly unknown[];
  readonly certificateAuthorities: readonly Described[];
  readonly timestampAuthorities: readonly Described[];
}): string | null {
  const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = root;
  const lists = [tlogs, ctlogs, certificateAuthorities, timestampAuthorities];
  if (lists.some(({ length }) => length > MOST_AUTHORITIES)) {
    return `names more than ${MOST_AUTHORITIES} authorities of a kind`;
  }
  const authorities = [...certificateAuthorities, ...timestampAuthorities];
  if (authorities.length === 0) return "names no authority";
  for (const { certChain } of authorities) {
    const certificates = certChain?.certificates ?? [];
    if (certificates.length === 0) return "names an authority without a certificate";
    if (certificates.length > LONGEST_CHAIN) return `has a chain of more than ${LONGEST_CHAIN} certificates`;
    if (certificates.some(({ rawBytes }) => rawBytes.length > LARGEST_CERTIFICATE)) {
      return `has a certificate of more than ${LARGEST_CERTIFICATE} bytes`;
    }
  }
  return null;
}

function nameOf({ uri, subject }: Described): string {
  return uri || subject?.commonName || subject?.organization || "an unnamed authority";
}

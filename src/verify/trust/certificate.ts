import type { X509Certificate } from "@sigstore/core";

import { readCertificateNames } from "../../platform/crypto.ts";

/** Whom a certificate of Fulcio is about. */
export interface CertifiedIdentity {
  readonly certificate: X509Certificate;
  /** Organisation of the authority that the certificate names as its issuer. */
  readonly authority: string | null;
  /** The one subject alternative name, which for GitHub is the workflow; null where there is none, or several. */
  readonly identity: string | null;
  /** The issuer of the token that identified the workflow. */
  readonly issuer: string | null;
  readonly repositoryId: string | null;
  readonly ownerId: string | null;
  /** Of the run and its attempt. */
  readonly run: string | null;
  /** The address of the repository. */
  readonly repository: string | null;
  /** The address of the workflow that GitHub started, with its ref, and the commit that it was read from. */
  readonly workflow: string | null;
  readonly workflowSha: string | null;
  /** What started the run. */
  readonly event: string | null;
}

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const OID = "1.3.6.1.4.1.57264.1";
const ISSUER = `${OID}.8`;
const REPOSITORY = `${OID}.12`;
const WORKFLOW = `${OID}.18`;
const WORKFLOW_SHA = `${OID}.19`;
const EVENT = `${OID}.20`;
const REPOSITORY_ID = `${OID}.15`;
const OWNER_ID = `${OID}.17`;
const RUN = `${OID}.21`;
/** Universal tag of a UTF8String. */
const UTF8_STRING = 0x0c;
/** Of a URI and of a mail address among general names. */
const URI = 6;
const MAIL = 1;

/** What the certificate says, not verified; null where it is none. Never throws. */
export async function readCertifiedIdentity(der: Buffer): Promise<CertifiedIdentity | null> {
  const { X509Certificate } = await import("@sigstore/core");
  try {
    const certificate = X509Certificate.parse(Buffer.from(der));
    const said = (oid: string): string | null => {
      const inner = certificate.extension(oid)?.valueObj.subs;
      const [value] = inner ?? [];
      if (value === undefined || inner?.length !== 1 || value.tag.toDER() !== UTF8_STRING) return null;
      return strictUtf8(value.value);
    };
    return {
      certificate,
      authority: organizationName(readCertificateNames(der).issuer),
      identity: identityOf(certificate),
      issuer: said(ISSUER),
      repositoryId: said(REPOSITORY_ID),
      ownerId: said(OWNER_ID),
      run: said(RUN),
      repository: said(REPOSITORY),
      workflow: said(WORKFLOW),
      workflowSha: said(WORKFLOW_SHA),
      event: said(EVENT),
    };
  } catch {
    // The library reads a damaged certificate into errors of every kind.
    return null;
  }
}

/** The organisation in a name of a certificate, as Node prints it. */
export function organizationName(name: string): string | null {
  const line = name.split("\n").find((each) => each.startsWith("O="));
  return line?.slice(2).replaceAll(/\\(.)/g, "$1") ?? null;
}

/** By bytes, not by the library's text: that drops the eighth bit, so two names could look alike. */
function identityOf(certificate: X509Certificate): string | null {
  const names = certificate.extSubjectAltName?.valueObj.subs[0]?.subs ?? [];
  const [name] = names;
  if (name === undefined || names.length !== 1) return null;
  if (!name.tag.isContextSpecific(URI) && !name.tag.isContextSpecific(MAIL)) return null;
  return strictUtf8(name.value);
}

function strictUtf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

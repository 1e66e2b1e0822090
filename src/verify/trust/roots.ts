import type { TrustMaterial, Verifier } from "@sigstore/verify";

import { readCertificateNames } from "../../platform/crypto.ts";
import { asPlainUtf8 } from "../../platform/text.ts";
import { readJson } from "../../evidence/files/json.ts";
import { Failure } from "../../failure.ts";
import { organizationName } from "./certificate.ts";
import { TokenVerifier } from "./token-verifier.ts";
import { parseTrustedRoot, type Authority, type TrustedRoot } from "./trusted-root.ts";

/** Date of the public-good root that ships with the program, as its file is named. */
export const SNAPSHOT_DATE = "2026-11-05";

/** Of GitHub's own authority, which certifies workflows of private repositories and uses no log. */
export const GITHUB = "GitHub, Inc.";
export const HOW_TO_GET_ROOTS = "gh attestation trusted-root > trusted_root.jsonl";

/** A timestamp authority. */
export interface TimeAuthority {
  readonly name: string;
  readonly authority: Authority;
  readonly check: TokenVerifier;
}

/** An authority that certifies. */
export interface CertificateAuthority {
  readonly name: string;
  readonly authority: Authority;
  readonly organisation: string | null;
  /** Checks what was signed by its certificates, with the logs that its root names. */
  readonly verifier: Verifier;
}

/** One trusted root: whom its giver trusts to certify, to log and to tell the time. */
export interface Root {
  readonly certificateAuthorities: readonly CertificateAuthority[];
  readonly timestampAuthorities: readonly TimeAuthority[];
  readonly logs: TrustMaterial["tlogs"];
}

/** A trusted root is some kilobytes; a hostile one may try to be more. */
const LARGEST_FILE = 1_000_000;

/** The roots in a `trusted_root.json`, or in the lines of a `.jsonl`. Throws a sentence about the file. */
export async function readTrustedRoots(bytes: Uint8Array, file: string): Promise<readonly Root[]> {
  if (bytes.length > LARGEST_FILE) throw unfit(file, `is too large (${bytes.length} bytes)`);
  const text = asPlainUtf8(bytes);
  const whole = readJson(text);
  if (!("trouble" in whole)) return rootsOf([whole.value], file);

  const lines = Buffer.from(text).toString("utf8").split("\n");
  const read = lines.filter((line) => line.trim() !== "").map((line) => readJson(Buffer.from(line)));
  const [first] = read;
  // One text over several lines, and damaged: the sentence about the whole says more.
  if (first === undefined || "trouble" in first) throw unfit(file, whole.trouble);
  const values = read.map((line, index) => {
    if ("trouble" in line) throw unfit(file, `has a line ${index + 1} that ${line.trouble}`);
    return line.value;
  });
  return rootsOf(values, file);
}

/** The public-good root that ships with the program. */
export async function loadPublicGoodRoots(): Promise<readonly Root[]> {
  const { PUBLIC_GOOD } = await import("./public-good-2026-11-05.ts");
  return rootsOf([PUBLIC_GOOD], "that ships with this program");
}

async function rootsOf(values: readonly unknown[], file: string): Promise<readonly Root[]> {
  const { Verifier } = await import("@sigstore/verify");
  const read: TrustedRoot[] = [];
  for (const value of values) {
    const root = await parseTrustedRoot(value);
    if ("trouble" in root) throw unfit(file, root.trouble);
    read.push(root);
  }

  // The certificate may be of one root and the timestamp of another.
  const clocks = read.flatMap(({ material }) => material.timestampAuthorities);
  return read.map(({ material, certificateNames, timestampNames }) => ({
    logs: material.tlogs,
    timestampAuthorities: material.timestampAuthorities.map((authority, index) => ({
      name: timestampNames[index] ?? "",
      authority,
      check: new TokenVerifier(authority, (trust) => new Verifier(trust, CLOCK_ALONE)),
    })),
    certificateAuthorities: material.certificateAuthorities.map((authority, index) => {
      const [own] = authority.certChain;
      const organisation =
        own === undefined ? null : organizationName(readCertificateNames(own.root.toDER()).subject);
      const trust = { ...material, certificateAuthorities: [authority], timestampAuthorities: clocks };
      return {
        name: certificateNames[index] ?? "",
        authority,
        organisation,
        verifier: new Verifier(trust, thresholds(organisation, material)),
      };
    }),
  }));
}

const CLOCK_ALONE = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 1 };

/** What a certificate needs beside a trusted time: set by who certifies, never by what a bundle holds. */
function thresholds(organisation: string | null, { tlogs, ctlogs }: TrustMaterial) {
  if (organisation === GITHUB) return CLOCK_ALONE;
  return {
    tlogThreshold: Math.min(tlogs.length, 1),
    ctlogThreshold: Math.min(ctlogs.length, 1),
    timestampThreshold: 1,
  };
}

function unfit(file: string, trouble: string): Failure {
  return new Failure("input", `the trusted root ${file} ${trouble}`, {
    hint: `get one with: ${HOW_TO_GET_ROOTS}`,
  });
}

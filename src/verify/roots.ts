import { createPublicKey } from "node:crypto";

import type { TrustMaterial, Verifier } from "@sigstore/verify";

import { readJson } from "../evidence/json.ts";
import { Failure } from "../failure.ts";

/** Date of the public-good root that ships with the program, as its file is named. */
export const SNAPSHOT_DATE = "2026-11-05";

type Authority = TrustMaterial["timestampAuthorities"][number];

/** An authority that a trusted root names, and how to call it. */
export interface NamedAuthority {
  readonly name: string;
  readonly authority: Authority;
}

/** An authority that tells the time. */
export interface TimeAuthority extends NamedAuthority {
  /** Checks tokens of this authority alone; who signed is decided elsewhere. */
  readonly verifier: Verifier;
}

/** One trusted root: whom its giver trusts to certify, to log and to tell the time. */
export interface Root {
  readonly material: TrustMaterial;
  readonly certificateAuthorities: readonly NamedAuthority[];
  readonly timestampAuthorities: readonly TimeAuthority[];
}

/** A trusted root is some kilobytes; a hostile one may try to be more. */
const LARGEST_FILE = 1_000_000;
const LARGEST_CERTIFICATE = 16_384;
/** Per kind, in one root. Sigstore's own names two of each. */
const MOST_AUTHORITIES = 32;
const LONGEST_CHAIN = 8;
const MEDIA_TYPE =
  /^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.[12]|\.v0\.[12]\+json)$/;

/** The roots in a `trusted_root.json`, or in the lines of a `.jsonl`. Throws a sentence about the file. */
export async function trustedRoots(bytes: Uint8Array, file: string): Promise<readonly Root[]> {
  if (bytes.length > LARGEST_FILE) throw unfit(file, `is too large (${bytes.length} bytes)`);
  const whole = readJson(bytes);
  if (!("trouble" in whole)) return [await rootOf(whole.value, file)];

  const lines = Buffer.from(bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => readJson(Buffer.from(line)));
  const [first] = lines;
  // One text over several lines, and damaged: the sentence about the whole says more.
  if (first === undefined || "trouble" in first) throw unfit(file, whole.trouble);
  const roots: Root[] = [];
  for (const [index, line] of lines.entries()) {
    if ("trouble" in line) throw unfit(`line ${index + 1} of ${file}`, line.trouble);
    roots.push(await rootOf(line.value, file));
  }
  return roots;
}

/** The public-good root that ships with the program. */
export async function publicGoodRoots(): Promise<readonly Root[]> {
  const { PUBLIC_GOOD } = await import("./public-good-2026-11-05.ts");
  return [await rootOf(PUBLIC_GOOD, "the shipped snapshot")];
}

async function rootOf(value: unknown, file: string): Promise<Root> {
  if (!isTrustedRoot(value)) throw unfit(file, "is not a Sigstore trusted root");
  const [{ TrustedRoot }, { toTrustMaterial, Verifier }] = await Promise.all([
    import("@sigstore/protobuf-specs"),
    import("@sigstore/verify"),
  ]);
  let root: ReturnType<typeof TrustedRoot.fromJSON>;
  let material: TrustMaterial;
  let timestampAuthorities: readonly TimeAuthority[];
  try {
    root = TrustedRoot.fromJSON(value);
    refuseExcess(root, file);
    material = toTrustMaterial(root);
    timestampAuthorities = named(material.timestampAuthorities, root.timestampAuthorities).map(
      ({ name, authority }) => ({
        name,
        authority,
        verifier: new Verifier(tokensOf(authority), { ...NO_LOG, timestampThreshold: 1 }),
      }),
    );
  } catch (error) {
    // The library reads without looking, so a damaged root ends in errors of every kind.
    if (error instanceof Failure) throw error;
    throw unfit(file, "is a damaged Sigstore trusted root", error);
  }
  const authorities = [...root.certificateAuthorities, ...root.timestampAuthorities];
  if (authorities.length === 0) throw unfit(file, "names no authority");
  return {
    material,
    certificateAuthorities: named(material.certificateAuthorities, root.certificateAuthorities),
    timestampAuthorities,
  };
}

const NO_LOG = { tlogThreshold: 0, ctlogThreshold: 0 };

/** What checks a token and nothing else: the key is never looked at, but the library wants one. */
function tokensOf(authority: Authority): TrustMaterial {
  const [leaf] = authority.certChain;
  const publicKey = createPublicKey({ key: leaf?.publicKey ?? Buffer.alloc(0), format: "der", type: "spki" });
  return {
    certificateAuthorities: [],
    timestampAuthorities: [authority],
    tlogs: [],
    ctlogs: [],
    publicKey: () => ({ publicKey, validFor: () => true }),
  };
}

function isTrustedRoot(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("mediaType" in value)) return false;
  return typeof value.mediaType === "string" && MEDIA_TYPE.test(value.mediaType);
}

interface Described {
  readonly uri: string;
  readonly subject: { readonly organization: string; readonly commonName: string } | undefined;
  readonly certChain: { readonly certificates: readonly { readonly rawBytes: Uint8Array }[] } | undefined;
}

/** What the library would work on for long. */
function refuseExcess(
  root: {
    readonly tlogs: readonly unknown[];
    readonly ctlogs: readonly unknown[];
    readonly certificateAuthorities: readonly Described[];
    readonly timestampAuthorities: readonly Described[];
  },
  file: string,
): void {
  const { tlogs, ctlogs, certificateAuthorities, timestampAuthorities } = root;
  const longest = Math.max(
    ...[tlogs, ctlogs, certificateAuthorities, timestampAuthorities].map(({ length }) => length),
  );
  if (longest > MOST_AUTHORITIES) throw unfit(file, `names more than ${MOST_AUTHORITIES} authorities`);
  for (const { certChain } of [...certificateAuthorities, ...timestampAuthorities]) {
    const length = certChain?.certificates.length ?? 0;
    if (length === 0) throw unfit(file, "names an authority without a certificate");
    if (length > LONGEST_CHAIN) throw unfit(file, `has a chain of more than ${LONGEST_CHAIN} certificates`);
    if (certChain?.certificates.some(({ rawBytes }) => rawBytes.length > LARGEST_CERTIFICATE) === true) {
      throw unfit(file, `has a certificate of more than ${LARGEST_CERTIFICATE} bytes`);
    }
  }
}

function named(
  authorities: readonly Authority[],
  described: readonly Described[],
): readonly NamedAuthority[] {
  return authorities.map((authority, index) => {
    const { uri = "", subject } = described[index] ?? {};
    return { authority, name: uri || subject?.commonName || subject?.organization || "an unnamed authority" };
  });
}

function unfit(file: string, trouble: string, cause?: unknown): Failure {
  return new Failure("input", `the trusted root ${file} cannot be used: it ${trouble}`, {
    hint: "get one with: gh attestation trusted-root > trusted_root.jsonl",
    cause,
  });
}

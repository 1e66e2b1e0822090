import { readBundle } from "../bundle/read-bundle.ts";
import type { ReadBundle } from "../bundle/read-bundle.ts";
import { readVerifyingKey } from "../bundle/public-key.ts";
import type { ChainStatement, Link } from "../bundle/statement.ts";
import { sha256 } from "../evidence/digest.ts";
import { fileOf } from "../evidence/file.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import type { Evidence } from "../evidence/schema.ts";
import { isSignatureBy } from "../platform/crypto.ts";
import { contentDigest } from "../verify/run/content.ts";
import { signedBytes } from "../verify/run/signature.ts";
import type { Finding } from "../verify/run/verdict.ts";
import { readUnverifiedRun } from "../verify/run/verify-run.ts";
import type { NewRun, StoredRun } from "./branch.ts";

/** The key that signs now, or has signed; null where signing is keyless. */
export type SigningPublicKey = { readonly publicPem: string; readonly fingerprint: string } | null;

/** A run of the repository with what its bundle says. Nothing of it is verified yet. */
export interface SignedRun {
  readonly at: StoredRun;
  readonly statement: ChainStatement;
  /** By which the next run names this one. */
  readonly link: Link | null;
  /** `sha256` of `evidence.json` or `gap.json`, as signed. */
  readonly contentSha256: string;
  /** Fingerprint of the key that the bundle names; null where it names none, as keyless ones do. */
  readonly signedBy: string | null;
  /** Text of the bundle. */
  readonly bundle: string;
  readonly read: ReadBundle;
}

export interface Unreadable {
  readonly at: StoredRun;
  /** Why nothing is known of it, as the end of a sentence about the run. */
  readonly trouble: string;
}

/** What the bundle of a run folder says, or why it says nothing. */
export async function readSignedRun(at: StoredRun): Promise<SignedRun | Unreadable> {
  const bytes = await at.files.get(BUNDLE_NAME)?.();
  if (bytes === undefined) return { at, trouble: "is not signed" };
  const read = await readBundle(bytes);
  if ("trouble" in read) return { at, trouble: `cannot be used: ${read.trouble}` };
  if ("trouble" in read.statement) return { at, trouble: `has a statement that ${read.statement.trouble}` };
  const statement = read.statement.value;
  const { sequence } = statement.predicate;
  return {
    at,
    read,
    statement,
    link: sequence === null ? null : { sequence, statement: sha256(read.payload) },
    contentSha256: contentDigest(statement),
    signedBy: read.signer.kind === "key" ? read.signer.fingerprint : null,
    bundle: bytes.toString("utf8"),
  };
}

/** The runs as they are committed: the signed files and the bundle of each. */
export async function toNewRuns(runs: readonly SignedRun[], stream: string): Promise<readonly NewRun[]> {
  return Promise.all(
    runs.map(async ({ at, statement, bundle }) => {
      const files = statement.subject.map(async ({ name }) =>
        fileOf(name, (await at.files.get(name)?.()) ?? Buffer.alloc(0)),
      );
      return {
        stream,
        place: at.place,
        files: [...(await Promise.all(files)), fileOf(BUNDLE_NAME, bundle)],
      };
    }),
  );
}

/** What a run folder holds. */
export interface Content {
  /** With the records that had moved out of it; null for a declared gap. */
  readonly evidence: Evidence | null;
}

/**
 * The signed content, or why no run can be linked to this one. Signatures of
 * other keys are left to those who verify: keys change, chains go on.
 */
export async function readContent(
  { at, read, statement, signedBy }: SignedRun,
  own: SigningPublicKey,
): Promise<Content | { readonly code: string; readonly trouble: string }> {
  if (own !== null && signedBy === own.fingerprint) {
    const { key } = readVerifyingKey(own.publicPem);
    const isOwn = isSignatureBy(key, { bytes: await signedBytes(read), signature: read.signature });
    if (!isOwn) return { code: "not-genuine", trouble: "was not signed by the key that it names" };
  }
  const files = new Map<string, Buffer>();
  for (const { name } of statement.subject) {
    const bytes = await at.files.get(name)?.();
    if (bytes !== undefined) files.set(name, bytes);
  }
  const folder = { path: "", bundle: read, files, unread: [], strange: [] };
  const { run, findings } = await readUnverifiedRun(folder);
  if (run !== null) return { evidence: run.evidence };
  const failed = findings.find(({ ok }) => !ok);
  const code = failed === undefined ? undefined : RESTART_CODES[failed.check];
  return { code: code ?? "not-genuine", trouble: `cannot be linked to: ${failed?.detail ?? "unknown"}` };
}

/** Why a chain is restarted, by the check that the last run fails. */
const RESTART_CODES: Partial<Record<Finding["check"], string>> = {
  subjects: "changed",
  statement: "unreadable",
  evidence: "unreadable",
};

import { LARGEST_BUNDLE, readBundle, type ReadBundle } from "../bundle/read-bundle.ts";
import type { ChainStatement, Link } from "../bundle/statement.ts";
import { sha256 } from "../evidence/digest.ts";
import { fileOf } from "../evidence/file.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import type { Evidence } from "../evidence/schema.ts";
import type { Policy } from "../policy/schema.ts";
import { contentDigest } from "../verify/run/content.ts";
import { runFolderOf } from "../verify/run/read-folder.ts";
import { failureDetail, type Finding } from "../verify/run/verdict.ts";
import { readUnverifiedRun, verifyRun } from "../verify/run/verify-run.ts";
import type { Trust } from "../verify/trust/trust.ts";
import type { NewRun, StoredRun } from "./branch.ts";
import type { SignerCheck, SignerKind } from "./signer-check.ts";

/** A run of the repository with what its bundle says. Only of an `own` one it is known who signed it. */
export interface SignedRun {
  readonly at: StoredRun;
  readonly statement: ChainStatement;
  /** By which the next run names this one. */
  readonly link: Link | null;
  /** `sha256` of `evidence.json` or `gap.json`, as signed. */
  readonly contentSha256: string;
  /** Whose signature it has. */
  readonly signer: Exclude<SignerKind, "forged">;
  /** Fingerprint of the key that the bundle names; null where it names none, as keyless ones do. */
  readonly signedBy: string | null;
  /** Text of the bundle. */
  readonly bundle: string;
  readonly read: ReadBundle;
}

/** A run that no other run can be linked to. */
export interface Unreadable {
  readonly at: StoredRun;
  readonly code: UnusableCode;
  /** Why nothing is known of it, as the end of a sentence about the run. It may quote the run, so we never sign it. */
  readonly trouble: string;
}

/** Why a run cannot be used as the end of a chain. */
export type UnusableCode = "unreadable" | "too-large" | "not-genuine" | "changed";

/** No stream gets this far; beyond it a stranger's number would become ours. */
const HIGHEST_NUMBER = 1_000_000_000;
/** Git hosts take no larger file, so no run of ours has one. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** What the bundle of a run folder says, or why it says nothing. */
export async function readSignedRun(at: StoredRun, check: SignerCheck): Promise<SignedRun | Unreadable> {
  const file = at.files.get(BUNDLE_NAME);
  if (file === undefined) return { at, code: "unreadable", trouble: "is not signed" };
  if (file.size > LARGEST_BUNDLE) {
    return { at, code: "too-large", trouble: `cannot be used: the bundle is too large (${file.size} bytes)` };
  }
  const bytes = await file.read();
  const read = await readBundle(bytes);
  if ("trouble" in read) return { at, code: "unreadable", trouble: `cannot be used: ${read.trouble}` };
  if ("trouble" in read.statement) {
    return { at, code: "unreadable", trouble: `has a statement that ${read.statement.trouble}` };
  }
  const signer = await check(read);
  if (signer === "forged") {
    return { at, code: "not-genuine", trouble: "was not signed by the key that it names" };
  }
  const statement = read.statement.value;
  const { sequence } = statement.predicate;
  if (signer !== "own" && sequence !== null && sequence > HIGHEST_NUMBER) {
    return { at, code: "unreadable", trouble: "has a number in its chain that is too high" };
  }
  return {
    at,
    read,
    statement,
    link: sequence === null ? null : { sequence, statement: sha256(read.payload) },
    contentSha256: contentDigest(statement),
    signer,
    signedBy: read.signer.kind === "key" ? read.signer.fingerprint : null,
    bundle: bytes.toString("utf8"),
  };
}

/** The runs as they are committed: the signed files and the bundle of each. */
export async function toNewRuns(runs: readonly SignedRun[], stream: string): Promise<readonly NewRun[]> {
  return Promise.all(
    runs.map(async ({ at, statement, bundle }) => {
      const files = statement.subject.map(async ({ name }) =>
        fileOf(name, (await at.files.get(name)?.read()) ?? Buffer.alloc(0)),
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
  readonly policy: Policy | null;
}

/** The signed content, or why no run can be linked to this one. */
export async function readContent(
  signed: SignedRun,
): Promise<Content | Pick<Unreadable, "code" | "trouble">> {
  const files = await readSignedFiles(signed);
  if ("trouble" in files) return { code: "too-large", trouble: `cannot be linked to: ${files.trouble}` };
  const { run, findings } = await readUnverifiedRun(runFolderOf(signed.read, files));
  if (run !== null) return { evidence: run.evidence, policy: run.policy };
  const failed = findings.find(({ ok }) => !ok);
  const code = failed === undefined ? undefined : CODES[failed.check];
  return { code: code ?? "not-genuine", trouble: `cannot be linked to: ${failed?.detail ?? "unknown"}` };
}

/** Why the run does not verify for a reader with this trust; null where it does. */
export async function verificationProblem(signed: SignedRun, trust: Trust): Promise<string | null> {
  const files = await readSignedFiles(signed);
  if ("trouble" in files) return files.trouble;
  const verdict = await verifyRun(runFolderOf(signed.read, files), trust);
  return verdict.isGenuine ? null : failureDetail(verdict);
}

/** The bytes of the files that the statement names, without those that are missing; or which one is too large. */
async function readSignedFiles({
  at,
  statement,
}: SignedRun): Promise<ReadonlyMap<string, Buffer> | { readonly trouble: string }> {
  const files = new Map<string, Buffer>();
  for (const { name } of statement.subject) {
    const file = at.files.get(name);
    if (file === undefined) continue;
    if (file.size > LARGEST_FILE) return { trouble: `${name} is too large (${file.size} bytes)` };
    files.set(name, await file.read());
  }
  return files;
}

/** The code of a run, by the check that it fails. */
const CODES: Partial<Record<Finding["check"], UnusableCode>> = {
  subjects: "changed",
  statement: "unreadable",
  evidence: "unreadable",
};

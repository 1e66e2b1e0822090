import type { ReadBundle } from "../../bundle/read-bundle.ts";
import type { ChainStatement } from "../../bundle/statement.ts";
import { sha256 } from "../../evidence/digest.ts";
import { BUNDLE_NAME } from "../../evidence/files/evidence-files.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import { isArchiverEntry } from "../../platform/files.ts";
import type { Trust } from "../trust/trust.ts";
import { checkoutChange } from "./checkout-change.ts";
import { checkFolder, checkPromises, checkWorkflowRun } from "./consistency.ts";
import { checkContent, contentDigest, mainFileOf } from "./content.ts";
import type { RunFolder } from "./read-folder.ts";
import { checkSignature } from "./signature.ts";
import { checkTime, signedAt } from "./time.ts";
import { CheckLog, type Failed, type GenuineRun, type RunVerdict } from "./verdict.ts";

interface Options {
  /** Whether only the bundle may be there, as of a run that is not in a sample: then its evidence is not verified. */
  readonly mayLackEvidence?: boolean;
}

/**
 * Verifies one run folder: signature, then time, then subjects, then what they
 * say. Each step rests on the one before, so the first failure ends the check.
 */
export async function verifyRun(folder: RunFolder, trust: Trust, options: Options = {}): Promise<RunVerdict> {
  const { outcome, ...noted } = await check(folder, { ...options, trust });
  const isGenuine = !("ok" in outcome);
  const isUnchecked = !isGenuine && outcome.isUnchecked;
  const isSigned = noted.findings.some(({ check: name, ok }) => name === "signature" && ok);
  const bundle = !isSigned || folder.bundle === null || "trouble" in folder.bundle ? null : folder.bundle;
  const statement = bundle === null || "trouble" in bundle.statement ? null : bundle.statement.value;
  return {
    ...noted,
    isGenuine,
    isUnchecked,
    uncheckedStatement: isUnchecked && bundle !== null ? sha256(bundle.payload) : null,
    signedCollectedAt: statement?.predicate.collectedAt ?? null,
    run: isGenuine ? outcome : null,
  };
}

/**
 * What a run folder says of itself: for showing, never for believing. Nothing of
 * its signature is checked, so it is never genuine; `run` is null where the files
 * contradict each other.
 */
export async function readUnverifiedRun(folder: RunFolder, options: Options = {}): Promise<RunVerdict> {
  const { outcome, ...noted } = await check(folder, { ...options, trust: null });
  const isFailed = "ok" in outcome;
  return {
    ...noted,
    isGenuine: false,
    isUnchecked: !isFailed || outcome.isUnchecked,
    uncheckedStatement: null,
    signedCollectedAt: null,
    run: isFailed ? null : outcome,
  };
}

async function check(folder: RunFolder, options: Options & { readonly trust: Trust | null }) {
  const log = new CheckLog();
  const outcome = await checkAll(folder, options, log);
  return { findings: log.findings, remarks: log.remarks, outcome };
}

async function checkAll(
  folder: RunFolder,
  { trust, mayLackEvidence = false }: Options & { readonly trust: Trust | null },
  log: CheckLog,
): Promise<GenuineRun | Failed> {
  const { bundle, strange } = folder;
  if (bundle === null) {
    const why = strange.includes(BUNDLE_NAME) ? NOT_A_FILE : "is missing";
    return log.fail("bundle", `${BUNDLE_NAME} ${why}: this evidence is not signed`);
  }
  if ("trouble" in bundle) return log.fail("bundle", bundle.trouble);
  const signed = trust === null ? null : await checkSignature(bundle, trust, log);
  if (signed !== null && "ok" in signed) return signed;

  if ("trouble" in bundle.statement) return log.refuse("statement", "the signed statement", bundle.statement);
  const statement = bundle.statement.value;
  const { subject, predicate } = statement;
  log.pass("statement", `in-toto statement about ${subject.map(({ name }) => name).join(", ")}`);
  const untimely = trust && signed && checkTime(signed, predicate, { trust, log });
  if (untimely !== null) return untimely;

  const isStatementOnly =
    mayLackEvidence && mainFileOf(statement) !== GAP_NAME && hasNoFiles(statement, folder);
  if (!isStatementOnly) {
    const problem = subjectProblem(statement, folder);
    if (problem !== null) return log.fail("subjects", problem);
    log.pass("subjects", `sha256 of ${subject.length} file(s) is as signed`);
  }
  remarkOtherFiles(statement, folder, log);
  const content = isStatementOnly
    ? { evidence: null, policy: null, gap: null }
    : checkContent(statement, folder, log);
  if ("ok" in content) return content;

  const { evidence, policy, gap } = content;
  const named = evidence?.run ?? gap?.run ?? null;
  const failed =
    (signed?.certified && checkWorkflowRun(signed.certified, { predicate, named }, log)) ??
    checkFolder(folder.path, predicate, log) ??
    (signed && checkPromises(predicate.assurance, signed.reached, log));
  if (failed !== null) return failed;
  const at = signed && signedAt(signed);
  if (at === null && trust?.requiresTime === true) {
    return log.leave("time", "no trusted time proves when this was signed, and one is required");
  }
  return {
    evidence,
    policy,
    gap,
    contentSha256: contentDigest(statement),
    statement,
    statementSha256: sha256(bundle.payload),
    signedBy: signed?.signedBy ?? claimedSigner(bundle),
    reached: signed?.reached ?? predicate.assurance,
    signedAt: at,
  };
}

const NOT_A_FILE = "is not a regular file and was not read";

function claimedSigner({ signer }: ReadBundle): string {
  return signer.kind === "key" ? (signer.fingerprint ?? "an unnamed key") : "a certificate";
}

/** Whether none of the files that were signed is there, not even as something else. */
function hasNoFiles({ subject }: ChainStatement, { files, strange }: RunFolder): boolean {
  return subject.every(({ name }) => !files.has(name) && !strange.includes(name));
}

/** Why the files are not those that were signed, as a sentence; null where they are. */
function subjectProblem(statement: ChainStatement, { files, strange }: RunFolder): string | null {
  const { subject } = statement;
  const names = subject.map(({ name }) => name);
  const main = mainFileOf(statement);
  if (new Set(names).size < names.length) return "the statement names a file twice";
  if (!names.includes(main)) return `the statement is not about ${main}`;
  for (const { name, digest } of subject) {
    const bytes = files.get(name);
    if (bytes === undefined) {
      return `${name} is signed but ${strange.includes(name) ? NOT_A_FILE : "not there"}`;
    }
    const actual = sha256(bytes);
    if (actual !== digest.sha256) {
      const harmless = checkoutChange(bytes, digest.sha256);
      if (harmless !== null) return `${name} ${harmless}`;
      return `${name} was changed: signed sha256 ${digest.sha256}, found ${actual}`;
    }
  }
  return null;
}

function remarkOtherFiles({ subject }: ChainStatement, folder: RunFolder, log: CheckLog): void {
  const { files, unread, strange } = folder;
  for (const name of strange) log.remark(`${name} in the run folder is not a regular file and was not read`);
  const signed = new Set([BUNDLE_NAME, ...subject.map(({ name }) => name)]);
  for (const name of [...files.keys(), ...unread]) {
    if (!signed.has(name) && !isArchiverEntry({ name, kind: "file" }))
      log.remark(`${name} in the run folder is not signed`);
  }
}

import {
  ChainStatement,
  GAP_PREDICATE_TYPE,
  PREDICATE_TYPE,
  STATEMENT_TYPE,
} from "../../bundle/statement.ts";
import { sha256 } from "../../evidence/digest.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import { readJson } from "../../evidence/files/json.ts";
import { aboutEvidence } from "./content.ts";
import { aboutGap } from "./about-gap.ts";
import { aboutPromises } from "./about-promises.ts";
import { aboutRun } from "./consistency.ts";
import { aboutTime, signedAt } from "./time.ts";
import { bundleIn } from "../../bundle/read-bundle.ts";
import { placeOf } from "./place.ts";
import type { RunFolder } from "./read-folder.ts";
import { signedBy } from "./signature.ts";
import type { Trust } from "../trust/trust.ts";
import { Findings, isOther, problem } from "./verdict.ts";
import type { Content, Failed, GenuineRun, RunVerdict } from "./verdict.ts";

/** What is let pass that a run folder by itself may not be. */
interface Allowing {
  /** Only the bundle, as of a run that is not in a sample: its statement is verified, its evidence is not. */
  readonly mayBeSealed?: boolean;
}

/**
 * Verifies one run folder: signature, then time, then subjects, then what they
 * say. Each step rests on the one before, so the first that fails ends the check.
 */
export async function verifyRun(
  folder: RunFolder,
  trust: Trust,
  { mayBeSealed = false }: Allowing = {},
): Promise<RunVerdict> {
  const findings = new Findings();
  const outcome = await checked(folder, { trust, mayBeSealed }, findings);
  const isGenuine = !("ok" in outcome);
  return {
    findings: findings.list,
    isGenuine,
    isUnchecked: !isGenuine && outcome.isUnchecked,
    uncheckedStatement: !isGenuine && outcome.isUnchecked ? findings.statement : null,
    run: isGenuine ? outcome : null,
    remarks: findings.remarks,
  };
}

async function checked(
  folder: RunFolder,
  { trust, mayBeSealed }: { readonly trust: Trust } & Required<Allowing>,
  findings: Findings,
): Promise<GenuineRun | Failed> {
  const bundle = folder.files.get(BUNDLE_NAME);
  if (bundle === undefined) {
    const why = folder.strange.includes(BUNDLE_NAME) ? NOT_A_FILE : "is missing";
    return findings.fails("bundle", `${BUNDLE_NAME} ${why}: this evidence is not signed`);
  }
  const read = await bundleIn(bundle);
  if ("trouble" in read) return findings.fails("bundle", read.trouble);
  const signed = await signedBy(read, trust, findings);
  if ("ok" in signed) return signed;
  findings.statement = sha256(signed.payload);

  const statement = statementIn(signed.payload, findings);
  if ("ok" in statement) return statement;
  const { predicate } = statement;
  const untimely = aboutTime(signed, predicate, { trust, findings });
  if (untimely !== null) return untimely;

  const isGap = statement.predicateType === GAP_PREDICATE_TYPE;
  const main = isGap ? GAP_NAME : EVIDENCE_NAME;
  const isSealed = mayBeSealed && !isGap && isWithoutFiles(statement, folder);
  const wrong = isSealed ? null : wrongSubject(statement, main, folder);
  if (wrong !== null) return findings.fails("subjects", wrong);
  if (!isSealed) findings.holds("subjects", `sha256 of ${statement.subject.length} file(s) is as signed`);
  for (const name of folder.strange)
    findings.remarks.push(`${name} in the run folder is no regular file and was not read`);
  for (const name of unsignedFiles(statement, folder))
    findings.remarks.push(`${name} in the run folder is not signed`);

  const content = isSealed ? SEALED : contentOf(statement, folder, findings);
  if (!content.ok) return content;
  const { evidence, gap } = content;
  const named = evidence?.run ?? gap?.run ?? null;
  const otherRun = signed.certified && aboutRun(signed.certified, { predicate, named }, findings);
  if (otherRun !== null) return otherRun;

  const place = placeOf(folder.path, { ...predicate, stream: predicate.stream.name });
  if (place.trouble !== null) return findings.fails("folder", place.trouble);
  if (place.holds !== null) findings.holds("folder", place.holds);
  if (place.remark !== null) findings.remarks.push(place.remark);

  const broken = aboutPromises(predicate.assurance, signed.reached, findings);
  if (broken !== null) return broken;
  const at = signedAt(signed);
  if (at === null && trust.requiresTime === true) {
    return findings.unchecked("time", "no trusted time proves when this was signed, and one is required");
  }
  return {
    evidence,
    gap,
    contentSha256: statement.subject.find(({ name }) => name === main)?.digest.sha256 ?? "",
    statement,
    statementSha256: sha256(signed.payload),
    signedBy: signed.signedBy,
    reached: signed.reached,
    signedAt: at,
  };
}

function contentOf(statement: ChainStatement, folder: RunFolder, findings: Findings): Content {
  return statement.predicateType === GAP_PREDICATE_TYPE
    ? aboutGap(statement, folder, findings)
    : aboutEvidence(statement, folder, findings);
}

/** Nothing is known of what was signed. */
const SEALED: Content = { ok: true, evidence: null, gap: null };

/** Whether none of the files that were signed is there, not even as something else. */
function isWithoutFiles({ subject }: ChainStatement, { files, strange }: RunFolder): boolean {
  return subject.every(({ name }) => !files.has(name) && !strange.includes(name));
}

function statementIn(payload: Buffer, findings: Findings): ChainStatement | Failed {
  const said = readJson(payload);
  if ("trouble" in said) return findings.fails("statement", `the signed statement ${said.trouble}`);
  if (
    isOther(said.value, "_type", [STATEMENT_TYPE]) ||
    isOther(said.value, "predicateType", [PREDICATE_TYPE, GAP_PREDICATE_TYPE])
  ) {
    return findings.unknown("statement", "the signed statement is of a type that this version cannot check");
  }
  const statement = ChainStatement.safeParse(said.value);
  if (!statement.success) {
    return findings.fails(
      "statement",
      `the signed statement is not of a known kind: ${problem(statement.error.issues)}`,
    );
  }
  findings.holds(
    "statement",
    `in-toto statement about ${statement.data.subject.map(({ name }) => name).join(", ")}`,
  );
  return statement.data;
}

const NOT_A_FILE = "is no regular file and was not read";

function wrongSubject(
  { subject }: ChainStatement,
  main: string,
  { files, strange }: RunFolder,
): string | null {
  const names = subject.map(({ name }) => name);
  if (new Set(names).size < names.length) return "the statement names a file twice";
  if (!names.includes(main)) return `the statement is not about ${main}`;
  for (const { name, digest } of subject) {
    const bytes = files.get(name);
    if (bytes === undefined)
      return `${name} is signed but ${strange.includes(name) ? NOT_A_FILE : "not there"}`;
    const actual = sha256(bytes);
    if (actual !== digest.sha256)
      return `${name} was changed: signed sha256 ${digest.sha256}, found ${actual}`;
  }
  return null;
}

function unsignedFiles({ subject }: ChainStatement, { files, unread }: RunFolder): readonly string[] {
  const signed = new Set([BUNDLE_NAME, ...subject.map(({ name }) => name)]);
  return [...files.keys(), ...unread].filter((name) => !signed.has(name));
}

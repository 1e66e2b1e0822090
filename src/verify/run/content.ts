import { GAP_PREDICATE_TYPE } from "../../bundle/statement.ts";
import type { ChainStatement, GapStatement, Statement } from "../../bundle/statement.ts";
import { MAPPING_NAME } from "../../controls/catalogue.ts";
import { checkControls } from "../../controls/check-controls.ts";
import { EVIDENCE_NAME, recordsFileName } from "../../evidence/files/evidence-files.ts";
import { readDocument } from "../../evidence/files/read-document.ts";
import { restoreRecords } from "../../evidence/files/reassembly.ts";
import { Gap, GAP_NAME } from "../../evidence/gap.ts";
import { deriveAgain } from "../../evidence/rules/rules.ts";
import { Evidence, ITEM_IDS } from "../../evidence/schema.ts";
import { derivePolicy } from "../../policy/derive-policy.ts";
import { POLICY_NAME } from "../../policy/schema.ts";
import type { RunFolder } from "./read-folder.ts";
import { signalTimesRemark } from "./signal-times.ts";
import type { CheckLog, Failed, GenuineRun } from "./verdict.ts";

type Content = Pick<GenuineRun, "evidence" | "policy" | "gap">;

/** The name of the file that the statement is about. */
export function mainFileOf({ predicateType }: ChainStatement): string {
  return predicateType === GAP_PREDICATE_TYPE ? GAP_NAME : EVIDENCE_NAME;
}

/** The signed `sha256` of the file that the statement is about; empty where it names none. */
export function contentDigest(statement: ChainStatement): string {
  const main = mainFileOf(statement);
  return statement.subject.find(({ name }) => name === main)?.digest.sha256 ?? "";
}

/**
 * Reads what was signed, and checks that it follows its schema, the statement
 * and itself. Call it once the digests are known to be those that were signed.
 */
export function checkContent(statement: ChainStatement, folder: RunFolder, log: CheckLog): Content | Failed {
  return statement.predicateType === GAP_PREDICATE_TYPE
    ? checkGap(statement, folder, log)
    : checkEvidence(statement, folder, log);
}

function checkEvidence(statement: Statement, { files }: RunFolder, log: CheckLog): Content | Failed {
  const bytes = files.get(EVIDENCE_NAME) ?? Buffer.alloc(0);
  const read = readDocument(bytes, { schema: Evidence, types: typesOf(Evidence) });
  if ("trouble" in read) return log.refuse("evidence", EVIDENCE_NAME, read);
  // Most runs have no records in files of their own, and need no second reading.
  const signed = statement.subject.flatMap(({ name }) => {
    const moved = ITEM_IDS.some((id) => name === recordsFileName(id)) ? files.get(name) : undefined;
    return moved === undefined ? [] : [[name, moved] as const];
  });
  const whole = signed.length === 0 ? { evidence: read.value } : restoreRecords(read.value, new Map(signed));
  if ("trouble" in whole) return log.fail("evidence", whole.trouble);
  const { evidence } = whole;
  log.pass("evidence", `${EVIDENCE_NAME} follows ${evidence.schema}`);

  const { predicate } = statement;
  const { stream, source, run, outcome } = evidence;
  const differing = disagreement(predicate, {
    stream: { name: stream.name, site: source.site },
    cadence: stream.cadence,
    collectedAt: evidence.collectedAt,
    outcome,
    run,
  });
  if (differing !== null) return log.fail("agreement", `${differing} in the evidence`);
  log.pass("agreement", "statement and evidence name the same stream, time, run and outcome");

  const derived = checkDerived(
    evidence,
    (name) => (statement.subject.some((subject) => subject.name === name) ? files.get(name) : undefined),
    log,
  );
  return "ok" in derived ? derived : { evidence, ...derived, gap: null };
}

/**
 * Checks that all that is derived in the evidence follows from its records, which must be whole, and from the policy
 * and the mapping beside it. What this version cannot derive again is not genuine. `readFile` returns the bytes of
 * such a file, undefined where there is none.
 */
export function checkDerived(
  evidence: Evidence,
  readFile: (name: string) => Buffer | undefined,
  log: CheckLog,
): Pick<Content, "policy"> | Failed {
  const rules = `version ${evidence.rules} of the rules`;
  const failed = log.derive("derivation", deriveAgain(evidence), {
    unknown: `counts and states cannot be derived again: this version does not know ${rules}`,
    passed: `counts, states, grades and outcome follow from the records, by ${rules}`,
  });
  if (failed !== null) return failed;
  const times = signalTimesRemark(evidence.items);
  if (times !== null) log.remark(times);
  const policy = checkPolicy(evidence, readFile(POLICY_NAME), log);
  if ("ok" in policy) return policy;
  const mapping = readFile(MAPPING_NAME);
  const named = `${evidence.mapping.version}${mapping === undefined ? "" : ` and ${MAPPING_NAME}`}`;
  const controls = log.derive("mapping", checkControls(evidence, { ...policy, mapping }), {
    unknown: `the controls cannot be derived again: this version does not know the mapping ${evidence.mapping.version}`,
    passed: `the controls are those of the mapping ${named}, by its sha256`,
  });
  return controls ?? policy;
}

function checkGap({ predicate }: GapStatement, { files }: RunFolder, log: CheckLog): Content | Failed {
  const bytes = files.get(GAP_NAME) ?? Buffer.alloc(0);
  const read = readDocument(bytes, { schema: Gap, types: typesOf(Gap) });
  if ("trouble" in read) return log.refuse("evidence", GAP_NAME, read);
  const gap = read.value;
  log.pass("evidence", `${GAP_NAME} follows ${gap.schema}`);

  const { stream, declaredAt, run, range } = gap;
  const differing = disagreement(predicate, {
    stream,
    cadence: stream.cadence,
    collectedAt: declaredAt,
    run,
  });
  if (differing !== null) return log.fail("agreement", `${differing} in the declaration`);
  if (Date.parse(range.from) >= Date.parse(range.to)) {
    return log.fail("agreement", `the declared gap ends before it begins: ${range.from} to ${range.to}`);
  }
  if (Date.parse(range.to) > Date.parse(declaredAt)) {
    return log.fail(
      "agreement",
      `the gap was declared at ${declaredAt}, before its end at ${range.to}: a gap cannot be declared in advance`,
    );
  }
  log.pass("agreement", "statement and declaration name the same stream, time and run");
  return { evidence: null, policy: null, gap };
}

/** Checks that the results of the policy follow from it and the records. */
function checkPolicy(
  evidence: Evidence,
  bytes: Buffer | undefined,
  log: CheckLog,
): Pick<Content, "policy"> | Failed {
  const derived = derivePolicy(evidence, bytes);
  if ("trouble" in derived) return log.fail("policy", derived.trouble);
  const { policy, isDerived } = derived;
  if (policy === null) return { policy };
  const { length } = policy.expectations;
  const results = `the results of ${length} ${length === 1 ? "expectation" : "expectations"}`;
  if (isDerived) {
    log.pass("policy", `${results} follow from ${POLICY_NAME} and the records`);
  } else {
    log.remark(
      `${results} were not derived again, because this version does not know version ${evidence.rules} of the rules`,
    );
  }
  return { policy };
}

function typesOf({ shape }: typeof Evidence | typeof Gap) {
  return { schema: [shape.schema.value] };
}

/** What a statement and the signed file both say. */
type SaidTwice = Pick<Statement["predicate"], "stream" | "cadence" | "collectedAt" | "run"> & {
  readonly outcome?: string;
};

/** The first thing in which the file differs from the statement, without the file's name; null where nothing does. */
function disagreement(signed: SaidTwice, found: SaidTwice): string | null {
  const pairs = [
    ["stream", signed.stream.name, found.stream.name],
    ["site", signed.stream.site, found.stream.site],
    ["cadence", signed.cadence, found.cadence],
    ["collectedAt", signed.collectedAt, found.collectedAt],
    ["outcome", signed.outcome, found.outcome],
    ["run.id", signed.run.id, found.run.id],
    ["run.attempt", signed.run.attempt, found.run.attempt],
  ] as const;
  const different = pairs.find(([, one, other]) => one !== other);
  return different === undefined
    ? null
    : `${different[0]} is ${different[1]} in the statement but ${different[2]}`;
}

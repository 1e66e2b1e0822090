import { z } from "zod";

import { sha256 } from "../evidence/canonical.ts";
import { contradictionIn } from "../evidence/contradictions.ts";
import { recordsFileName, runFolder } from "../evidence/files.ts";
import { readJson } from "../evidence/json.ts";
import { Evidence, ITEM_IDS } from "../evidence/schema.ts";
import { RULES } from "../evidence/states.ts";
import { PREDICATE_TYPE, Statement, STATEMENT_TYPE } from "../attest/statement.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "./run-folder.ts";
import type { RunFolder } from "./run-folder.ts";
import { signedPayload } from "./signature.ts";
import type { TrustedKey } from "./signature.ts";

/** One thing that was checked, and what was compared. */
export interface Finding {
  readonly check:
    "bundle" | "signature" | "statement" | "subjects" | "evidence" | "agreement" | "folder" | "promises";
  readonly ok: boolean;
  /** A sentence: what holds, or what was expected and what was there. */
  readonly detail: string;
}

/** The answer about one run. */
export interface RunVerdict {
  readonly findings: readonly Finding[];
  readonly isGenuine: boolean;
  /** Null unless genuine: nothing of a forgery is worth repeating. */
  readonly evidence: Evidence | null;
  readonly statement: Statement | null;
  /** Fingerprint of the key that verified. */
  readonly signedBy: string | null;
  /** Signed well, but of a kind that this version does not know: not checked, and no forgery. */
  readonly isUnknownType: boolean;
  /** What could not be checked and is no reproach. */
  readonly remarks: readonly string[];
}

/**
 * Verifies one run folder: signature, then subjects, then schema. Each step
 * rests on the one before, so the first that fails ends the check.
 */
export async function verifyRun(folder: RunFolder, keys: readonly TrustedKey[]): Promise<RunVerdict> {
  const findings: Finding[] = [];
  const remarks: string[] = [];
  const end = (isUnknownType = false): RunVerdict => ({
    findings,
    isGenuine: false,
    isUnknownType,
    evidence: null,
    statement: null,
    signedBy: null,
    remarks,
  });
  const holds = (check: Finding["check"], detail: string): void =>
    void findings.push({ check, ok: true, detail });
  const fails = (check: Finding["check"], detail: string): RunVerdict => {
    findings.push({ check, ok: false, detail });
    return end();
  };

  const unknown = (check: Finding["check"], detail: string): RunVerdict => {
    findings.push({ check, ok: false, detail: `${detail}; a newer version may` });
    return end(true);
  };

  const bundle = folder.files.get(BUNDLE_NAME);
  if (bundle === undefined) {
    const why = folder.strange.includes(BUNDLE_NAME) ? NOT_A_FILE : "is missing";
    return fails("bundle", `${BUNDLE_NAME} ${why}: this evidence is not signed`);
  }

  const signed = await signedPayload(bundle, keys);
  if ("trouble" in signed) return fails(signed.check, signed.trouble);
  holds("signature", `signed by the key ${signed.fingerprint}`);

  const said = readJson(signed.payload);
  if ("trouble" in said) return fails("statement", `the signed statement ${said.trouble}`);
  if (isOther(said.value, "_type", STATEMENT_TYPE) || isOther(said.value, "predicateType", PREDICATE_TYPE)) {
    return unknown("statement", "the signed statement is of a type that this version cannot check");
  }
  const statement = Statement.safeParse(said.value);
  if (!statement.success) {
    return fails(
      "statement",
      `the signed statement is not of a known kind: ${problem(statement.error.issues)}`,
    );
  }
  holds("statement", `in-toto statement about ${statement.data.subject.map(({ name }) => name).join(", ")}`);

  const wrong = wrongSubject(statement.data, folder);
  if (wrong !== null) return fails("subjects", wrong);
  holds("subjects", `sha256 of ${statement.data.subject.length} file(s) is as signed`);
  for (const name of folder.strange)
    remarks.push(`${name} in the run folder is no regular file and was not read`);
  for (const name of unsignedFiles(statement.data, folder))
    remarks.push(`${name} in the run folder is not signed`);

  const file = readJson(folder.files.get(EVIDENCE_NAME) ?? Buffer.alloc(0));
  if ("trouble" in file) return fails("evidence", `${EVIDENCE_NAME} ${file.trouble}`);
  if (isOther(file.value, "schema", Evidence.shape.schema.value)) {
    return unknown("evidence", `${EVIDENCE_NAME} follows a schema that this version cannot check`);
  }
  const evidence = Evidence.safeParse(file.value);
  if (!evidence.success)
    return fails(
      "evidence",
      `${EVIDENCE_NAME} does not follow its schema: ${problem(evidence.error.issues)}`,
    );
  holds("evidence", `${EVIDENCE_NAME} follows ${evidence.data.schema}`);

  const disagreement =
    disagreementOf(statement.data, evidence.data) ?? contradictionOf(statement.data, evidence.data);
  if (disagreement !== null) return fails("agreement", disagreement);
  holds("agreement", "statement and evidence name the same stream, time, run and outcome");
  if (evidence.data.rules !== RULES) {
    remarks.push(
      `the evidence follows version ${evidence.data.rules} of the rules, not ${RULES}, so its counts and states were not derived again`,
    );
  }

  const place = placeOf(folder.path, evidence.data);
  if (place.trouble !== null) return fails("folder", place.trouble);
  if (place.holds !== null) holds("folder", place.holds);
  if (place.remark !== null) remarks.push(place.remark);

  const { assurance } = statement.data.predicate;
  if (assurance.signing !== "key" || assurance.timestamp || assurance.log) {
    return fails(
      "promises",
      `promised ${promised(assurance)}, of which only the key's signature was reached`,
    );
  }
  holds("promises", "a key's signature was promised and reached; no timestamp and no log were promised");

  return {
    findings,
    isGenuine: true,
    isUnknownType: false,
    evidence: evidence.data,
    statement: statement.data,
    signedBy: signed.fingerprint,
    remarks,
  };
}

/** Whether the value names a type, and another one than that. */
function isOther(value: unknown, member: string, known: string): boolean {
  const said = z.looseObject({ [member]: z.string() }).safeParse(value);
  return said.success && said.data[member] !== known;
}

const NOT_A_FILE = "is no regular file and was not read";

function problem(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const [first] = issues;
  if (first === undefined) return "unknown";
  return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}

function wrongSubject({ subject }: Statement, { files, strange }: RunFolder): string | null {
  const names = subject.map(({ name }) => name);
  if (new Set(names).size < names.length) return "the statement names a file twice";
  if (!names.includes(EVIDENCE_NAME)) return `the statement is not about ${EVIDENCE_NAME}`;
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

function unsignedFiles({ subject }: Statement, { files }: RunFolder): readonly string[] {
  const signed = new Set([BUNDLE_NAME, ...subject.map(({ name }) => name)]);
  return [...files.keys()].filter((name) => !signed.has(name));
}

function disagreementOf({ predicate }: Statement, evidence: Evidence): string | null {
  const pairs: readonly (readonly [string, string | number, string | number])[] = [
    ["stream", predicate.stream.name, evidence.stream.name],
    ["site", predicate.stream.site, evidence.source.site],
    ["cadence", predicate.cadence, evidence.stream.cadence],
    ["collectedAt", predicate.collectedAt, evidence.collectedAt],
    ["outcome", predicate.outcome, evidence.outcome],
    ["run.id", predicate.run.id, evidence.run.id],
    ["run.attempt", predicate.run.attempt, evidence.run.attempt],
  ];
  const different = pairs.find(([, said, found]) => said !== found);
  if (different === undefined) return null;
  const [what, said, found] = different;
  return `${what} is ${said} in the statement but ${found} in the evidence`;
}

/** Under the rules that this program knows, everything follows from the items. */
function contradictionOf({ subject }: Statement, evidence: Evidence): string | null {
  if (evidence.rules !== RULES) return null;
  const signed = new Set(subject.map(({ name }) => name));
  return contradictionIn(evidence, new Set(ITEM_IDS.filter((id) => signed.has(recordsFileName(id)))));
}

const RUN_NAME = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;

interface Place {
  readonly trouble: string | null;
  readonly holds: string | null;
  readonly remark: string | null;
}

/** A folder that looks like a run's must be this run's; one that was copied elsewhere under another name is let be. */
function placeOf(folder: string, evidence: Evidence): Place {
  const [stream = "", year = "", day = "", name = ""] = ["", "", "", ...folder.split(/[\\/]/)].slice(-4);
  const dictated = runFolder(evidence);
  const place = (which: Partial<Place>): Place => ({ trouble: null, holds: null, remark: null, ...which });
  if (!RUN_NAME.test(name)) {
    return place({
      remark: "the folder does not have the name of a run folder, so its place was not checked",
    });
  }
  if (!dictated.endsWith(`/${name}`)) {
    return place({ trouble: `the folder is named ${name} but the evidence belongs in ${dictated}` });
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return place({
      holds: `is named as the evidence says: ${name}`,
      remark: "the folder does not lie below a stream, so only its name was checked",
    });
  }
  if (`${year}/${day}/${name}` !== dictated) {
    return place({ trouble: `the run lies in ${year}/${day} but belongs in ${dictated}` });
  }
  if (stream !== evidence.stream.name) {
    return place({ trouble: `the run lies in stream ${stream} but belongs to ${evidence.stream.name}` });
  }
  return place({ holds: `lies where the evidence says: ${dictated}` });
}

function promised(assurance: Statement["predicate"]["assurance"]): string {
  return [
    `signing ${assurance.signing}`,
    ...(assurance.timestamp ? ["a timestamp"] : []),
    ...(assurance.log ? ["a transparency log"] : []),
  ].join(", ");
}

import type { Statement } from "../../bundle/statement.ts";
import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { withRecords } from "../../evidence/files/reassembly.ts";
import { readJson } from "../../evidence/files/json.ts";
import { derivedAgain } from "../../evidence/rules/rules.ts";
import { Evidence } from "../../evidence/schema.ts";
import { aboutMapping } from "./about-mapping.ts";
import type { RunFolder } from "./read-folder.ts";
import { disagreementOf, isOther, problem } from "./verdict.ts";
import type { Content, Findings } from "./verdict.ts";

/** Whether the evidence follows its schema, the statement and itself. Its digest is as signed already. */
export function aboutEvidence(statement: Statement, folder: RunFolder, findings: Findings): Content {
  const file = readJson(folder.files.get(EVIDENCE_NAME) ?? Buffer.alloc(0));
  if ("trouble" in file) return findings.fails("evidence", `${EVIDENCE_NAME} ${file.trouble}`);
  if (isOther(file.value, "schema", [Evidence.shape.schema.value])) {
    return findings.unknown("evidence", `${EVIDENCE_NAME} follows a schema that this version cannot check`);
  }
  const read = Evidence.safeParse(file.value);
  if (!read.success) {
    return findings.fails(
      "evidence",
      `${EVIDENCE_NAME} does not follow its schema: ${problem(read.error.issues)}`,
    );
  }
  const whole = wholeOf(statement, folder, read.data);
  if ("trouble" in whole) return findings.fails("evidence", whole.trouble);
  const { evidence } = whole;
  findings.holds("evidence", `${EVIDENCE_NAME} follows ${evidence.schema}`);

  const against = againstStatement(statement, evidence);
  if (against !== null) return findings.fails("agreement", against);
  findings.holds("agreement", "statement and evidence name the same stream, time, run and outcome");

  const derived = derivedAgain(evidence);
  if (!derived.isKnown) {
    findings.remarks.push(
      `not derived again: version ${evidence.rules} of the rules is not known here, so counts and states are as written`,
    );
  } else if (derived.trouble !== null) {
    return findings.fails("derivation", derived.trouble);
  } else {
    findings.holds(
      "derivation",
      `counts, states, grades and outcome follow from the records, by version ${evidence.rules} of the rules`,
    );
  }
  return aboutMapping(evidence, findings) ?? { ok: true, evidence, gap: null };
}

/** The evidence with records that moved to signed files of their own; most have none, and need no second reading. */
function wholeOf(
  { subject }: Statement,
  { files }: RunFolder,
  evidence: Evidence,
): ReturnType<typeof withRecords> {
  const signed = subject.flatMap(({ name }) => {
    const bytes = name === EVIDENCE_NAME ? undefined : files.get(name);
    return bytes === undefined ? [] : [[name, bytes] as const];
  });
  return signed.length === 0 ? { evidence } : withRecords(evidence, new Map(signed));
}

function againstStatement({ predicate }: Statement, evidence: Evidence): string | null {
  return disagreementOf(
    [
      ["stream", predicate.stream.name, evidence.stream.name],
      ["site", predicate.stream.site, evidence.source.site],
      ["cadence", predicate.cadence, evidence.stream.cadence],
      ["collectedAt", predicate.collectedAt, evidence.collectedAt],
      ["outcome", predicate.outcome, evidence.outcome],
      ["run.id", predicate.run.id, evidence.run.id],
      ["run.attempt", predicate.run.attempt, evidence.run.attempt],
    ],
    "evidence",
  );
}

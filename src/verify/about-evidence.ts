import type { Statement } from "../attest/statement.ts";
import { contradictionIn } from "../evidence/contradictions.ts";
import { recordsFileName } from "../evidence/files.ts";
import { readJson } from "../evidence/json.ts";
import { Evidence, ITEM_IDS } from "../evidence/schema.ts";
import { RULES } from "../evidence/states.ts";
import { EVIDENCE_NAME } from "./run-folder.ts";
import type { RunFolder } from "./run-folder.ts";
import { disagreementOf, isOther, problem } from "./verdict.ts";
import type { Content, Findings } from "./verdict.ts";

/** Whether the evidence follows its schema, the statement and itself. Its digest is as signed already. */
export function aboutEvidence(statement: Statement, folder: RunFolder, findings: Findings): Content {
  const file = readJson(folder.files.get(EVIDENCE_NAME) ?? Buffer.alloc(0));
  if ("trouble" in file) return findings.fails("evidence", `${EVIDENCE_NAME} ${file.trouble}`);
  if (isOther(file.value, "schema", [Evidence.shape.schema.value])) {
    return findings.unknown("evidence", `${EVIDENCE_NAME} follows a schema that this version cannot check`);
  }
  const evidence = Evidence.safeParse(file.value);
  if (!evidence.success) {
    return findings.fails(
      "evidence",
      `${EVIDENCE_NAME} does not follow its schema: ${problem(evidence.error.issues)}`,
    );
  }
  findings.holds("evidence", `${EVIDENCE_NAME} follows ${evidence.data.schema}`);

  const against = againstStatement(statement, evidence.data) ?? againstItself(statement, evidence.data);
  if (against !== null) return findings.fails("agreement", against);
  findings.holds("agreement", "statement and evidence name the same stream, time, run and outcome");
  if (evidence.data.rules !== RULES) {
    findings.remarks.push(
      `the evidence follows version ${evidence.data.rules} of the rules, not ${RULES}, so its counts and states were not derived again`,
    );
  }
  return { ok: true, evidence: evidence.data, gap: null };
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

/** Under the rules that this program knows, everything follows from the items. */
function againstItself({ subject }: Statement, evidence: Evidence): string | null {
  if (evidence.rules !== RULES) return null;
  const signed = new Set(subject.map(({ name }) => name));
  return contradictionIn(evidence, new Set(ITEM_IDS.filter((id) => signed.has(recordsFileName(id)))));
}

import type { GapStatement } from "../../bundle/statement.ts";
import { Gap, GAP_NAME } from "../../evidence/gap.ts";
import { readJson } from "../../evidence/files/json.ts";
import type { RunFolder } from "./read-folder.ts";
import { disagreementOf, isOther, problem } from "./verdict.ts";
import type { Content, Findings } from "./verdict.ts";

/** Whether the declaration of a gap follows its schema and the statement. Its digest is as signed already. */
export function aboutGap({ predicate }: GapStatement, folder: RunFolder, findings: Findings): Content {
  const file = readJson(folder.files.get(GAP_NAME) ?? Buffer.alloc(0));
  if ("trouble" in file) return findings.fails("evidence", `${GAP_NAME} ${file.trouble}`);
  if (isOther(file.value, "schema", [Gap.shape.schema.value])) {
    return findings.unknown("evidence", `${GAP_NAME} follows a schema that this version cannot check`);
  }
  const gap = Gap.safeParse(file.value);
  if (!gap.success) {
    return findings.fails("evidence", `${GAP_NAME} does not follow its schema: ${problem(gap.error.issues)}`);
  }
  findings.holds("evidence", `${GAP_NAME} follows ${gap.data.schema}`);

  const { stream, declaredAt, run, range } = gap.data;
  const against = disagreementOf(
    [
      ["stream", predicate.stream.name, stream.name],
      ["site", predicate.stream.site, stream.site],
      ["cadence", predicate.cadence, stream.cadence],
      ["collectedAt", predicate.collectedAt, declaredAt],
      ["run.id", predicate.run.id, run.id],
      ["run.attempt", predicate.run.attempt, run.attempt],
    ],
    "declaration",
  );
  if (against !== null) return findings.fails("agreement", against);
  if (Date.parse(range.from) >= Date.parse(range.to)) {
    return findings.fails(
      "agreement",
      `the declared gap ends before it begins: ${range.from} to ${range.to}`,
    );
  }
  if (Date.parse(range.to) > Date.parse(declaredAt)) {
    return findings.fails(
      "agreement",
      `the gap was declared at ${declaredAt}, before its end at ${range.to}: nobody knows yet what will be missing`,
    );
  }
  findings.holds("agreement", "statement and declaration name the same stream, time and run");
  return { ok: true, evidence: null, gap: gap.data };
}

import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { readJson } from "../../evidence/files/json.ts";
import { evidenceIn } from "../../evidence/files/reassembly.ts";
import { Evidence } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import type { RunFolder } from "./read-folder.ts";

/** The evidence of a run folder. Throws a sentence where it is missing, damaged or of another kind. */
export function evidenceOf({ files }: RunFolder): Evidence {
  const bytes = files.get(EVIDENCE_NAME);
  if (bytes === undefined) throw new Failure("unreadable", `${EVIDENCE_NAME} is missing`);
  const json = readJson(bytes);
  if ("trouble" in json) throw new Failure("unreadable", `${EVIDENCE_NAME} ${json.trouble}`);
  const evidence = Evidence.safeParse(json.value);
  if (evidence.success) return evidence.data;
  throw new Failure("unreadable", `${EVIDENCE_NAME} does not follow its schema`, { cause: evidence.error });
}

/** The evidence with the records that moved out to files of their own. */
export function wholeEvidenceOf({ files }: RunFolder): Evidence {
  const whole = evidenceIn(files);
  if ("evidence" in whole) return whole.evidence;
  throw new Failure("unreadable", whole.trouble);
}

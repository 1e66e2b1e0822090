import { recordsFileName } from "../evidence/files.ts";
import { readJson } from "../evidence/json.ts";
import { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { EVIDENCE_NAME } from "../verify/run-folder.ts";
import type { RunFolder } from "../verify/run-folder.ts";

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
export function wholeEvidenceOf(folder: RunFolder): Evidence {
  const evidence = evidenceOf(folder);
  const items = evidence.items.map((item) => {
    const name = recordsFileName(item.id);
    const bytes = folder.files.get(name);
    return bytes === undefined ? item : { ...item, records: linesOf(name, bytes) };
  });
  const whole = Evidence.safeParse({ ...evidence, items });
  if (whole.success) return whole.data;
  throw new Failure("unreadable", "a file of records does not follow its schema", { cause: whole.error });
}

function linesOf(name: string, bytes: Buffer): readonly unknown[] {
  const lines = bytes.toString("utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const json = readJson(Buffer.from(line));
    if ("trouble" in json) throw new Failure("unreadable", `a line of ${name} ${json.trouble}`);
    return json.value;
  });
}

import { sha256 } from "../digest.ts";
import { movedCaveat, recordsFileName } from "./evidence-files.ts";
import { isJsonObject, readJson } from "./json.ts";
import { parseKnown } from "./parse-known.ts";
import { Evidence, ITEM_IDS, type Item } from "../schema.ts";

type FilesByName = ReadonlyMap<string, Buffer>;

/** Whole evidence, or why the files do not give it, as a sentence. */
export type ReassembledEvidence = { readonly evidence: Evidence } | { readonly trouble: string };

/** The evidence of the files of a run folder, with the records from files of their own. */
export function readEvidence(files: FilesByName): ReassembledEvidence {
  const bytes = files.get("evidence.json");
  if (bytes === undefined) return { trouble: "evidence.json is missing" };
  const json = readJson(bytes);
  if ("trouble" in json) return { trouble: `evidence.json ${json.trouble}` };
  const evidence = parseKnown(Evidence, json.value);
  return evidence.success
    ? restoreRecords(evidence.data, files)
    : { trouble: "evidence.json does not follow its schema" };
}

/**
 * Puts the records from files of their own back into the evidence, the inverse of `evidenceFiles`. The
 * caveats and the files must agree. Pass only files that are signed.
 */
export function restoreRecords(evidence: Evidence, files: FilesByName): ReassembledEvidence {
  const stray = ITEM_IDS.find(
    (id) => files.has(recordsFileName(id)) && evidence.items.every((item) => item.id !== id),
  );
  if (stray !== undefined) return { trouble: `${recordsFileName(stray)} belongs to no item` };

  const items: unknown[] = [];
  for (const item of evidence.items) {
    const put = restoreItem(item, files.get(recordsFileName(item.id)));
    if ("trouble" in put) return put;
    items.push(put.item);
  }
  const whole = parseKnown(Evidence, { ...evidence, items });
  return whole.success
    ? { evidence: whole.data }
    : { trouble: "the records beside evidence.json do not follow its schema" };
}

/** The item with its records, not yet checked against the schema. */
function restoreItem(
  item: Item,
  bytes: Buffer | undefined,
): { readonly item: unknown } | { readonly trouble: string } {
  const name = recordsFileName(item.id);
  const announced = item.caveats.findLast((caveat) => caveat.includes(` are in ${name}, sha256 `));
  if (bytes === undefined) {
    return announced === undefined ? { item } : { trouble: `${name}, which holds the records, is missing` };
  }
  if (announced === undefined) return { trouble: `${name} is there, but evidence.json does not name it` };
  if (item.records.length > 0) return { trouble: `the records of ${item.id} are in two files` };

  const records = parseLines(bytes);
  if (records === null) return { trouble: `${name} is not one JSON object per line` };
  if (announced !== movedCaveat(records.length, { name, sha256: sha256(bytes) })) {
    return { trouble: `${name} is not the file that evidence.json names` };
  }
  return { item: { ...item, records, caveats: item.caveats.filter((caveat) => caveat !== announced) } };
}

/** The JSON objects of the lines; null unless every line is one and ends with a newline. */
function parseLines(bytes: Buffer): readonly unknown[] | null {
  const records: unknown[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf("\n", start);
    if (end < 0) return null;
    const line = readJson(bytes.subarray(start, end));
    if ("trouble" in line || !isJsonObject(line.value)) return null;
    records.push(line.value);
    start = end + 1;
  }
  return records;
}

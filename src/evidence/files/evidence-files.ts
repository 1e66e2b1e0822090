import { sortEvidence, readRecordsInOrder, evidenceText } from "./canonical.ts";
import { fileOf, type EvidenceFile } from "../file.ts";
import type { Evidence, Item } from "../schema.ts";

export const EVIDENCE_NAME = "evidence.json";
/** The name of the signed bundle in a run folder. */
export const BUNDLE_NAME = "evidence.sigstore.json";

/** In larger evidence, records move to files of their own: GitHub refuses large commits, and a diff must stay readable. */
const LARGEST_EVIDENCE = 9_999_999;

/** The files are scanned for secrets, signed and written, and made only once. */
const filesMade = new WeakMap<Evidence, readonly EvidenceFile[]>();

/**
 * The files of the evidence, `evidence.json` first. If an item would make it too large, all its records move
 * to `records-<item>.ndjson`, one per line; its counts, checks and ledger stay.
 */
export function evidenceFiles(evidence: Evidence, largest = LARGEST_EVIDENCE): readonly EvidenceFile[] {
  if (largest !== LARGEST_EVIDENCE) return splitEvidence(evidence, largest);
  const files = filesMade.get(evidence) ?? splitEvidence(evidence, largest);
  filesMade.set(evidence, files);
  return files;
}

function splitEvidence(evidence: Evidence, largest: number): readonly EvidenceFile[] {
  const moved: EvidenceFile[] = [];
  const bare = sortEvidence({ ...evidence, items: evidence.items.map((item) => ({ ...item, records: [] })) });
  let left = evidence.items.filter(({ records }) => records.length > 0);
  for (;;) {
    const bytes = evidenceBytes(bare, { left, largest: left.length === 0 ? Infinity : largest });
    if (bytes !== null) return [fileOf(EVIDENCE_NAME, bytes), ...moved];
    const sized = left.map((each) => ({ each, size: sizeOf(each.records) }));
    const item = sized.toSorted((a, b) => b.size - a.size)[0]?.each;
    if (item === undefined) throw new Error("evidence without records does not fit");
    const file = recordsFile(item);
    moved.push(file);
    const caveat = movedCaveat(item.records.length, file);
    for (const { id, caveats } of bare.items) if (id === item.id) caveats.push(caveat);
    left = left.filter((each) => each !== item);
  }
}

/** The empty list of an item that is written without records. No text inside can look like it. */
const NO_RECORDS = '\n      "records": [],\n';

/**
 * The bytes of `evidence.json` with the remaining records; null if it is larger than allowed. It is made in
 * pieces, because one text of all records would take as much memory again.
 */
function evidenceBytes(
  bare: Evidence,
  { left, largest }: { left: readonly Item[]; largest: number },
): Buffer | null {
  // Indented records are larger than lines.
  if (left.reduce((sum, { records }) => sum + (records.lines?.size ?? 0), 0) > largest) return null;
  const parts: Buffer[] = [];
  let size = 0;
  const push = (text: string): boolean => {
    const part = Buffer.from(text);
    parts.push(part);
    size += part.length;
    return size <= largest;
  };
  for (const [at, text] of evidenceText(bare).split(NO_RECORDS).entries()) {
    if (!push(text)) return null;
    const place = bare.items[at];
    if (place === undefined) continue;
    const item = left.find(({ id }) => id === place.id);
    if (!(item === undefined ? [NO_RECORDS] : recordPieces(item)).every(push)) return null;
  }
  return Buffer.concat(parts);
}

/** The member `records` of an item as text, in pieces. */
function* recordPieces(item: Item): Generator<string> {
  yield NO_RECORDS.slice(0, NO_RECORDS.indexOf("]"));
  let comma = "";
  for (const records of inChunks(readRecordsInOrder(item))) {
    const texts = records.map((record) =>
      `\n${JSON.stringify(record, null, 2)}`.replaceAll("\n", "\n        "),
    );
    yield `${comma}${texts.join(",")}`;
    comma = ",";
  }
  yield "\n      ],\n";
}

function sizeOf(records: Item["records"]): number {
  if (records.lines !== undefined) return records.lines.size;
  let size = 0;
  for (const record of records) size += JSON.stringify(record).length + 1;
  return size;
}

/** The number of records in a piece of a file. */
const RECORDS_A_PIECE = 1000;

function* inChunks<T>(all: Iterable<T>): Generator<readonly T[]> {
  let some: T[] = [];
  for (const each of all) {
    some.push(each);
    if (some.length < RECORDS_A_PIECE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The caveat in `evidence.json` about records in a file of their own. */
export function movedCaveat(count: number, file: { readonly name: string; readonly sha256: string }): string {
  return `the ${count} records are in ${file.name}, sha256 ${file.sha256}`;
}

function recordsFile(item: Item): EvidenceFile {
  const name = recordsFileName(item.id);
  if (item.records.lines !== undefined) return { name, ...item.records.lines };
  const parts: Buffer[] = [];
  for (const records of inChunks(readRecordsInOrder(item))) {
    parts.push(Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")));
  }
  return fileOf(name, Buffer.concat(parts));
}

/** The name of the file for an item's records that are not in `evidence.json`. */
export function recordsFileName(item: Item["id"]): string {
  return `records-${item}.ndjson`;
}

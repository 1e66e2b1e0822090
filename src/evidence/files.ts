import { inFileOrder, serialized, sha256 } from "./canonical.ts";
import type { Evidence, Item } from "./schema.ts";

export const EVIDENCE_NAME = "evidence.json";
/** The signature of a run folder, and what it is about. */
export const BUNDLE_NAME = "evidence.sigstore.json";

/** A file of a run folder: a bare name and its bytes. */
export interface EvidenceFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Over this, records move out: GitHub refuses large commits, and a diff must stay readable. */
const LARGEST_EVIDENCE = 9_999_999;

/**
 * The files that hold the evidence, `evidence.json` first. An item that would
 * make it too large keeps its counts, checks and ledger there; its records move,
 * whole, one a line, to `records-<item>.ndjson`.
 */
export function evidenceFiles(evidence: Evidence, largest = LARGEST_EVIDENCE): readonly EvidenceFile[] {
  const moved: EvidenceFile[] = [];
  let rest = inFileOrder(evidence);
  let text = serialized(rest);
  const bySize = rest.items.toSorted(
    (a, b) => JSON.stringify(b.records).length - JSON.stringify(a.records).length,
  );
  for (const item of bySize) {
    if (Buffer.byteLength(text) <= largest || item.records.length === 0) break;
    const file = recordsFile(item);
    moved.push(file);
    rest = lightened(rest, { item: item.id, file });
    text = serialized(rest);
  }
  return [{ name: EVIDENCE_NAME, bytes: Buffer.from(text) }, ...moved];
}

function lightened(
  evidence: Evidence,
  { item, file }: { readonly item: Item["id"]; readonly file: EvidenceFile },
): Evidence {
  const items = evidence.items.map((each) => (each.id === item ? withoutRecords(each, file) : each));
  return { ...evidence, items };
}

/** The name of the file that holds an item's records when `evidence.json` does not. */
export function recordsFileName(item: Item["id"]): string {
  return `records-${item}.ndjson`;
}

function recordsFile({ id, records }: Item): EvidenceFile {
  const lines = records.map((record) => `${JSON.stringify(record)}\n`);
  return { name: recordsFileName(id), bytes: Buffer.from(lines.join("")) };
}

function withoutRecords(item: Item, file: EvidenceFile): Item {
  const caveat = movedCaveat(item.records.length, { name: file.name, sha256: sha256(file.bytes) });
  return { ...item, records: [], caveats: [...item.caveats, caveat] };
}

/** How `evidence.json` speaks of records that moved out of it. */
export function movedCaveat(count: number, file: { readonly name: string; readonly sha256: string }): string {
  return `the ${count} records are in ${file.name}, sha256 ${file.sha256}`;
}

/**
 * The folder of a run below its stream's folder, as the evidence dictates it:
 * `2026/2026-11-22/061731Z-<run.id>-<attempt>`.
 */
export function runFolder({
  collectedAt,
  run,
}: {
  readonly collectedAt: string;
  readonly run: { readonly id: string; readonly attempt: number };
}): string {
  const [day = "", time = ""] = collectedAt.split("T");
  return `${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${run.id}-${run.attempt}`;
}

import { readBundle, type ReadBundle } from "../../bundle/read-bundle.ts";
import { BUNDLE_NAME, EVIDENCE_NAME, recordsFileName } from "../../evidence/files/evidence-files.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import { readDocument } from "../../evidence/files/read-document.ts";
import { readEvidence } from "../../evidence/files/reassembly.ts";
import { Evidence, ITEM_IDS } from "../../evidence/schema.ts";
import { MAPPING_NAME } from "../../controls/catalogue.ts";
import { POLICY_NAME } from "../../policy/schema.ts";
import { Failure } from "../../failure.ts";
import { pointerProblem } from "./checkout-change.ts";
import { joinPath, type FileEntry, type Files } from "../../platform/files.ts";

/** A run folder, read without trusting it. */
export interface RunFolder {
  /** Absolute on a disk: its last names say where the run was put. */
  readonly path: string;
  /** The signature with its statement, or why it is none of ours; null where it is missing. */
  readonly bundle: ReadBundle | { readonly trouble: string } | null;
  /** Bytes of the signature and of every regular file that it names, by name; unsigned, of all that is evidence. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Regular files that are neither: named, but not read. */
  readonly unread: readonly string[];
  /** Entries that are no regular file: links, folders, devices. */
  readonly strange: readonly string[];
}

/** A run folder whose files were read already. */
export function runFolderOf(bundle: ReadBundle, files: RunFolder["files"]): RunFolder {
  return { path: "", bundle, files, unread: [], strange: [] };
}

/** What a run folder of ours holds. */
const OURS: ReadonlySet<string> = new Set([
  EVIDENCE_NAME,
  GAP_NAME,
  POLICY_NAME,
  MAPPING_NAME,
  ...ITEM_IDS.map(recordsFileName),
]);
const MARKS: ReadonlySet<string> = new Set([EVIDENCE_NAME, GAP_NAME, BUNDLE_NAME]);

/** Larger folders are not ours, and reading one could exhaust the verifier. */
const LARGEST_FOLDER = 1024 * 1024 * 1024;

/** Whether a file of this name is part of a run. */
export function isRunFile(name: string): boolean {
  return MARKS.has(name) || OURS.has(name);
}

/** The files among the entries that make a folder a run folder. */
export function runFilesAmong(entries: readonly FileEntry[]): readonly string[] {
  return entries.map(({ name }) => name).filter((name) => MARKS.has(name));
}

/** The files that the statement names; null where there is no statement. */
function namesIn(bundle: RunFolder["bundle"]): ReadonlySet<string> | null {
  if (bundle === null || "trouble" in bundle || "trouble" in bundle.statement) return null;
  return new Set(bundle.statement.value.subject.map(({ name }) => name));
}

/** The evidence of a run folder, as `evidence.json` has it. Throws a `Failure` where it cannot be used. */
export function readEvidenceFile({ files }: RunFolder): Evidence {
  const bytes = files.get(EVIDENCE_NAME);
  if (bytes === undefined) throw new Failure("unreadable", `${EVIDENCE_NAME} is missing`);
  const read = readDocument(bytes, { schema: Evidence, types: {} });
  if ("value" in read) return read.value;
  throw new Failure("unreadable", `${EVIDENCE_NAME} ${read.trouble}`);
}

/** The evidence with the records that moved to files of their own. Throws a `Failure` where it cannot be used. */
export function readWholeEvidence({ files }: RunFolder): Evidence {
  const whole = readEvidence(files);
  if ("evidence" in whole) return whole.evidence;
  throw new Failure("unreadable", whole.trouble);
}

/**
 * Reads a run folder: the files themselves, or a folder below them. Throws a
 * `Failure` where it cannot be read, or where the named files are
 * not a run's; a folder below a stream needs no more than its path.
 */
export async function readRunFolder(files: Files, path = ""): Promise<RunFolder> {
  const entries = files.list(path);
  if (path === "" && runFilesAmong(entries).length === 0) {
    throw new Failure(
      "unreadable",
      `${files.name} is not a run folder: it holds neither ${EVIDENCE_NAME} nor ${BUNDLE_NAME}`,
      { hint: "name the folder of one run, such as prod/2026/2026-11-22/061731Z-123-1" },
    );
  }

  const regular = entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
  const read = new Map<string, Buffer>();
  let room = LARGEST_FOLDER;
  const readFile = (name: string): Buffer => {
    const bytes = files.read(joinPath(path, name), room);
    room -= bytes.length;
    read.set(name, bytes);
    return bytes;
  };
  let bundle: RunFolder["bundle"] = null;
  if (regular.includes(BUNDLE_NAME)) {
    const bytes = readFile(BUNDLE_NAME);
    const pointer = pointerProblem(bytes);
    bundle = pointer === null ? await readBundle(bytes) : { trouble: `${BUNDLE_NAME} ${pointer}` };
  }
  const signed = namesIn(bundle) ?? OURS;
  for (const name of regular) {
    if (signed.has(name) && name !== BUNDLE_NAME) readFile(name);
  }
  return {
    path: joinPath(files.root, path),
    bundle,
    files: read,
    unread: regular.filter((name) => !read.has(name)),
    strange: entries.filter(({ kind }) => kind !== "file").map(({ name }) => name),
  };
}

import { namedIn } from "../../bundle/read-bundle.ts";
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { BUNDLE_NAME, EVIDENCE_NAME, recordsFileName } from "../../evidence/files/evidence-files.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import { ITEM_IDS } from "../../evidence/schema.ts";
import { Failure, errorCode } from "../../failure.ts";

/** A run folder as it lies on disk, read without trusting it. */
export interface RunFolder {
  /** Absolute. */
  readonly path: string;
  /** Bytes of the signature and of every regular file that it names, by name; unsigned, of all that is evidence. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Regular files that are neither: named, but not read. */
  readonly unread: readonly string[];
  /** Entries that are no regular file: links, folders, devices. */
  readonly strange: readonly string[];
}

/** What a run folder of ours holds. */
const OURS: ReadonlySet<string> = new Set([EVIDENCE_NAME, GAP_NAME, ...ITEM_IDS.map(recordsFileName)]);

/** Larger folders are not ours, and reading one could exhaust the verifier. */
const LARGEST_FOLDER = 1024 * 1024 * 1024;
/** What became a link or a pipe since it was listed is neither followed nor waited for. */
const UNTRUSTING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a run folder. Throws when the path is not one, which is a matter of
 * asking, not of evidence; in a stream its place says that it is one.
 */
export async function readRunFolder(
  folder: string,
  { isPlaced = false }: { readonly isPlaced?: boolean } = {},
): Promise<RunFolder> {
  const absolute = path.resolve(folder);
  const entries = entriesOf(absolute, folder);
  const names = new Set(entries.map(({ name }) => name));
  if (!isPlaced && ![EVIDENCE_NAME, GAP_NAME, BUNDLE_NAME].some((name) => names.has(name))) {
    throw new Failure(
      "unreadable",
      `${folder} is not a run folder: it holds neither ${EVIDENCE_NAME} nor ${BUNDLE_NAME}`,
      {
        hint: "name the folder of one run, such as prod/2026/2026-11-22/061731Z-123-1",
      },
    );
  }

  const regular = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const files = new Map<string, Buffer>();
  let room = LARGEST_FOLDER;
  const read = (name: string): void => {
    const bytes = bytesOf(path.join(absolute, name), room);
    room -= bytes.length;
    files.set(name, bytes);
  };
  if (regular.includes(BUNDLE_NAME)) read(BUNDLE_NAME);
  const signed = namedIn(files.get(BUNDLE_NAME)) ?? OURS;
  for (const name of regular) {
    if (signed.has(name) && name !== BUNDLE_NAME) read(name);
  }
  return {
    path: absolute,
    files,
    unread: regular.filter((name) => !files.has(name)),
    strange: entries.filter((entry) => !entry.isFile()).map(({ name }) => name),
  };
}

function entriesOf(absolute: string, asked: string) {
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    const why = errorCode(error);
    throw new Failure("unreadable", `${asked} cannot be read as a folder (${why})`, {
      hint: "name the folder that holds evidence.json",
      cause: error,
    });
  }
}

function bytesOf(file: string, room: number): Buffer {
  const name = path.basename(file);
  let handle: number | null = null;
  try {
    handle = openSync(file, UNTRUSTING);
    const found = fstatSync(handle);
    if (!found.isFile()) throw new Failure("unreadable", `${name} changed while the folder was read`);
    if (found.size > room) {
      throw new Failure(
        "unreadable",
        `the folder is larger than any evidence: ${name} has ${found.size} bytes`,
      );
    }
    return readFileSync(handle);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("unreadable", `${name} cannot be read`, {
      hint: "check its permissions",
      cause: error,
    });
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

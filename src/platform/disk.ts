import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Dirent,
} from "node:fs";
import { realpath } from "node:fs/promises";
import path from "node:path";

import { errorCode, Failure } from "../failure.ts";
import { lastName, type FileEntry, type Files } from "./files.ts";

/** A file that became a link or a pipe after it was listed is neither followed nor waited for. */
const UNTRUSTING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The files below a folder of this machine. Nothing is read in advance, and no link below it is followed. */
export function diskFiles(folder: string): Files {
  const root = path.resolve(folder);
  return {
    name: folder,
    root,
    list: (below) => listEntries(path.join(root, below), below === "" ? folder : below),
    read: (below, most) => readBounded(path.join(root, below), { name: lastName(below), most }),
  };
}

/** Whether one of the two folders is the other one or inside it, by their real paths. */
export async function foldersOverlap(one: string, other: string): Promise<boolean> {
  const [first, second] = [await realPathOf(one), await realPathOf(other)];
  return isWithin(first, second) || isWithin(second, first);
}

/** Whether a file has a name in both folders, which a hard link gives it. The folder `.git` is not searched. */
export function foldersShareFiles(one: string, other: string): boolean {
  const linked = new Set(linkedFiles(one));
  return linked.size > 0 && linkedFiles(other).some((file) => linked.has(file));
}

/** The files below a folder that have more than one name, each by its device and number. */
function* linkedFiles(folder: string): Generator<string, undefined> {
  const left = [folder];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    for (const { name, kind } of listEntries(next, next)) {
      const at = path.join(next, name);
      if (kind === "folder" && name !== ".git") left.push(at);
      if (kind !== "file") continue;
      const { dev, ino, nlink } = lstatSync(at, { bigint: true });
      if (nlink > 1n) yield `${dev}:${ino}`;
    }
  }
}

/** The real path; a folder that does not exist is refused later, where it is read. */
async function realPathOf(folder: string): Promise<string> {
  return realpath(folder).catch(() => path.resolve(folder));
}

function isWithin(inner: string, outer: string): boolean {
  const below = path.relative(outer, inner);
  return below === "" || (below.split(path.sep)[0] !== ".." && !path.isAbsolute(below));
}

function listEntries(folder: string, name: string): readonly FileEntry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOTDIR") throw oneFileFailure(folder, { name, cause: error });
    throw new Failure("unreadable", `${name} cannot be read as a folder (${code})`, {
      hint: "name a run folder, a stream or a repository of evidence",
      cause: error,
    });
  }
}

function oneFileFailure(file: string, of: { readonly name: string; readonly cause: unknown }): Failure {
  const { name, cause } = of;
  if (file.toLowerCase().endsWith(".zip")) {
    return new Failure("unreadable", `${name} is a zip archive, not a folder`, {
      hint: "first unzip it, then name the folder that it leaves",
      cause,
    });
  }
  return new Failure("unreadable", `${name} is a file, not a folder`, {
    hint: "name the folder that holds it: evidence is verified with its signature beside it",
    cause,
  });
}

function kindOf(entry: Dirent): FileEntry["kind"] {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}

function readBounded(file: string, { name, most }: { name: string; most: number }): Buffer {
  let handle: number | null = null;
  try {
    handle = openSync(file, UNTRUSTING);
    const found = fstatSync(handle);
    if (!found.isFile()) throw new Failure("unreadable", `${name} changed while the folder was read`);
    if (found.size > most) {
      throw new Failure("unreadable", `${name} is larger than any evidence: ${found.size} bytes`);
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

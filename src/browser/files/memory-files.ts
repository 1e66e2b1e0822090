import { Failure } from "../../failure.ts";
import { lastName, type FileEntry, type Files } from "../../platform/files.ts";
import { isRunFile } from "../../verify/run/read-folder.ts";
import type { CheckAhead } from "../check-ahead.ts";

/** One file of what somebody dropped. It is read when it is asked for. */
export interface DroppedFile {
  /** With `/` between names, below what was dropped. */
  readonly path: string;
  readonly size: number;
  /** As an archive says: a link is neither followed nor read. */
  readonly kind?: "folder" | "link";
  /** Throws a `Failure` where the bytes cannot be had. */
  read(): Uint8Array<ArrayBuffer>;
  /** The same, where the browser reads many files at once faster than one by one. */
  readSoon?(): Promise<Uint8Array<ArrayBuffer>>;
}

interface Folder {
  readonly entries: Map<string, Folder | DroppedFile>;
}

/** More files are not evidence of one organisation; listing them could exhaust the page. */
export const MOST_FILES = 90_000;

/** Of files that are read in advance. The others are read when they are asked for. */
const MOST_AHEAD = 64 * 1024 * 1024;

/** The dropped files as a folder. Throws a `Failure` where their names are not those of files in one folder. */
export function memoryFiles(
  dropped: readonly DroppedFile[],
  { name, checkAhead }: { readonly name: string; readonly checkAhead: CheckAhead },
): Files {
  if (dropped.length > MOST_FILES) {
    throw new Failure(
      "unreadable",
      `${name} holds ${dropped.length} files, and this page reads up to ${MOST_FILES}`,
      {
        hint: "drop the folder of one stream, or use the command line",
      },
    );
  }
  const root = newFolder();
  for (const file of dropped) place(root, file, name);
  const ahead = new Map<DroppedFile, Buffer>();
  return {
    name,
    root: name,
    list: (path) => entriesOf(folderAt(root, path)),
    read(path, most) {
      const file = entryAt(root, path);
      if (file === undefined || isFolder(file)) throw new Failure("unreadable", `${path} is not a file`);
      if (file.size > most) {
        throw new Failure("unreadable", `${lastName(path)} is larger than any evidence: ${file.size} bytes`);
      }
      return ahead.get(file) ?? bufferOf(file.read());
    },
    async readAhead(folders) {
      ahead.clear();
      await Promise.all(
        filesWithin(root, folders).map(async (file) => {
          try {
            const bytes = bufferOf(file.readSoon === undefined ? file.read() : await file.readSoon());
            await checkAhead(lastName(file.path), bytes);
            ahead.set(file, bytes);
          } catch {
            // It is read again, and then it is known which run it is of.
          }
        }),
      );
    },
  };
}

/** The first files of runs in the folders that are small enough together. Nobody reads the other files. */
function filesWithin(root: Folder, folders: readonly string[]): readonly DroppedFile[] {
  let room = MOST_AHEAD;
  return folders
    .flatMap((path) => {
      const folder = entryAt(root, path);
      return folder !== undefined && isFolder(folder) ? [...folder.entries.values()] : [];
    })
    .filter((entry): entry is DroppedFile => !isFolder(entry))
    .filter(({ path, kind, size }) => {
      if (kind !== undefined || size > room || !isRunFile(lastName(path))) return false;
      room -= size;
      return true;
    });
}

/** The same bytes, not a copy of them. */
function bufferOf({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  return Buffer.from(buffer, byteOffset, length);
}

function newFolder(): Folder {
  return { entries: new Map() };
}

function isFolder(entry: Folder | DroppedFile): entry is Folder {
  return "entries" in entry;
}

function place(root: Folder, file: DroppedFile, name: string): void {
  const names = file.path.split("/");
  const last = names.pop() ?? "";
  if (
    [...names, last].some(
      (each) => each === "" || each === "." || each === ".." || each.includes("\\") || each.includes("\0"),
    )
  ) {
    throw new Failure("unreadable", `${name} holds a file whose path leads out of it, so it was not read`, {
      hint: "ask for the evidence again; no honest program writes such a path",
    });
  }
  let folder = root;
  for (const each of names) {
    const below = folder.entries.get(each) ?? newFolder();
    if (!isFolder(below)) throw twice(name, file.path);
    folder.entries.set(each, below);
    folder = below;
  }
  const there = folder.entries.get(last);
  if (file.kind === "folder") {
    if (there === undefined) folder.entries.set(last, newFolder());
    else if (!isFolder(there)) throw twice(name, file.path);
    return;
  }
  if (there !== undefined) throw twice(name, file.path);
  folder.entries.set(last, file);
}

function twice(name: string, path: string): Failure {
  return new Failure("unreadable", `${name} holds ${path} twice, so nobody can say which one counts`, {
    hint: "drop one copy of each run; give other copies as copies to compare with",
  });
}

function entryAt(root: Folder, path: string): Folder | DroppedFile | undefined {
  let entry: Folder | DroppedFile | undefined = root;
  for (const name of path === "" ? [] : path.split("/")) {
    entry = entry !== undefined && isFolder(entry) ? entry.entries.get(name) : undefined;
  }
  return entry;
}

function folderAt(root: Folder, path: string): Folder {
  const entry = entryAt(root, path);
  if (entry === undefined || !isFolder(entry)) {
    throw new Failure("unreadable", `${path} cannot be read as a folder`);
  }
  return entry;
}

function entriesOf({ entries }: Folder): readonly FileEntry[] {
  return [...entries]
    .map(([name, entry]): FileEntry => {
      if (isFolder(entry)) return { name, kind: "folder" };
      return { name, kind: entry.kind === "link" ? "other" : "file" };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

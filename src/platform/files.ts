/** An entry of a folder. */
export interface FileEntry {
  readonly name: string;
  /** A link, a device or a pipe is `other` and never followed or read. */
  readonly kind: "file" | "folder" | "other";
}

/**
 * A folder with everything below it, on a disk or in the memory of a browser.
 * Paths have `/` between their names; the empty path is the folder itself.
 */
export interface Files {
  /** The folder as the user named it. */
  readonly name: string;
  /** The absolute path of the folder, if it is on a disk. */
  readonly root: string;
  /** The entries of a folder, in the order of their names. Throws a `Failure` where it cannot be read. */
  list(path: string): readonly FileEntry[];
  /** The bytes of a regular file. Throws a `Failure` where it cannot be read or has more than `most` bytes. */
  read(path: string, most: number): Buffer;
  /** Reads the files in these folders in advance, where that is faster than one by one. Never throws: `read` does. */
  readonly readAhead?: ((folders: readonly string[]) => Promise<void>) | undefined;
}

/** A folder within the files, as files of its own. */
export function filesBelow(files: Files, folder: string): Files {
  if (folder === "") return files;
  const { readAhead } = files;
  return {
    name: joinPath(files.name, folder),
    root: joinPath(files.root, folder),
    list: (path) => files.list(joinPath(folder, path)),
    read: (path, most) => files.read(joinPath(folder, path), most),
    readAhead: readAhead && (async (paths) => readAhead(paths.map((path) => joinPath(folder, path)))),
  };
}

/** The folder and the path in it as one path. */
export function joinPath(folder: string, path: string): string {
  if (folder === "" || path === "") return folder + path;
  return `${folder}/${path}`;
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const ARCHIVER_FILES: ReadonlySet<string> = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** Whether an archiver, Finder or Explorer adds this entry to every folder: it is no part of evidence. */
export function isArchiverEntry({ name, kind }: FileEntry): boolean {
  if (kind === "folder") return name === "__MACOSX";
  return name.startsWith("._") || ARCHIVER_FILES.has(name);
}

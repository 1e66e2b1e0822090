/** What stands under a name in a folder. */
export interface FileEntry {
  readonly name: string;
  /** A link, a device and a pipe are `other`: nobody follows or reads them. */
  readonly kind: "file" | "folder" | "other";
}

/**
 * A folder with everything below it, on a disk or in the memory of a browser.
 * Paths have `/` between their names; the empty path is the folder itself.
 */
export interface Files {
  /** As somebody named the folder. */
  readonly name: string;
  /** The folder; on a disk its absolute path. */
  readonly root: string;
  /** The entries of a folder, in the order of their names. Throws a `Failure` where it cannot be read. */
  list(path: string): readonly FileEntry[];
  /** The bytes of a regular file. Throws a `Failure` where it cannot be read or has more than `most` bytes. */
  read(path: string, most: number): Buffer;
}

/** A folder of such files, as files by itself. */
export function filesBelow(files: Files, folder: string): Files {
  if (folder === "") return files;
  return {
    name: joinPath(files.name, folder),
    root: joinPath(files.root, folder),
    list: (path) => files.list(joinPath(folder, path)),
    read: (path, most) => files.read(joinPath(folder, path), most),
  };
}

/** The path of what has this path in the folder. */
export function joinPath(folder: string, path: string): string {
  if (folder === "" || path === "") return folder + path;
  return `${folder}/${path}`;
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

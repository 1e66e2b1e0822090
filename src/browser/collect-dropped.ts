import type { Dropped } from "./messages.ts";

/** The files that an input holds; of a folder with their paths below it. */
export function filesOf({ files }: HTMLInputElement): readonly Dropped[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** All files of what was dropped, folders included. */
export async function collectDropped(transfer: DataTransfer): Promise<readonly Dropped[]> {
  // The list is empty as soon as something else runs, so all entries are taken first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const found = await Promise.all(entries.flatMap((entry) => (entry === null ? [] : [filesBelow(entry)])));
  return found.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly Dropped[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  if (!isFolder(entry)) return [];
  const dropped: Dropped[] = [];
  for (const below of await entriesIn(entry.createReader())) dropped.push(...(await filesBelow(below)));
  return dropped;
}

/** Browsers give a hundred entries at a time, and an empty list at the end. */
async function entriesIn(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

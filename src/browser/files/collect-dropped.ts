import type { Dropped } from "../messages.ts";

/** The files that an input holds; of a folder with their paths below it. */
export function filesOf({ files }: HTMLInputElement): readonly Dropped[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** All files of what was dropped, folders included. Throws where the browser does not let a folder be read. */
export async function collectDropped(transfer: DataTransfer): Promise<readonly Dropped[]> {
  // The list is empty as soon as something else runs, so all of it is taken first.
  const items = [...transfer.items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    handle: handleOf(item),
    file: item.getAsFile(),
  }));
  const found = await Promise.all(
    items.map(async ({ entry, handle, file }): Promise<readonly Dropped[]> => {
      if (entry === null || !isFolder(entry)) return file === null ? [] : [{ path: file.name, file }];
      // Chromium reads the files of a folder that was dropped on a page from disk only in this way.
      const folder = await handle;
      return folder === null ? filesInEntry(entry) : filesInHandle(folder, entry.name);
    }),
  );
  return found.flat();
}

/** What the types of browsers do not know yet: only Chromium has it. */
interface FolderHandle {
  readonly kind: "directory";
  values(): AsyncIterable<FolderHandle | FileHandle>;
  readonly name: string;
}

interface FileHandle {
  readonly kind: "file";
  readonly name: string;
  getFile(): Promise<File>;
}

interface HandledItem {
  getAsFileSystemHandle(): Promise<FolderHandle | FileHandle | null>;
}

function isHandled(item: object): item is HandledItem {
  return "getAsFileSystemHandle" in item;
}

/** The handle of a folder; null where the item is none, or the browser gives none. */
async function handleOf(item: DataTransferItem): Promise<FolderHandle | null> {
  if (!isHandled(item)) return null;
  const handle = await item.getAsFileSystemHandle();
  return handle?.kind === "directory" ? handle : null;
}

async function filesInHandle(folder: FolderHandle, path: string): Promise<readonly Dropped[]> {
  const dropped: Dropped[] = [];
  for await (const handle of folder.values()) {
    const below = `${path}/${handle.name}`;
    if (handle.kind === "file") dropped.push({ path: below, file: await handle.getFile() });
    else for (const each of await filesInHandle(handle, below)) dropped.push(each);
  }
  return dropped;
}

async function filesInEntry(entry: FileSystemEntry): Promise<readonly Dropped[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  if (!isFolder(entry)) return [];
  const dropped: Dropped[] = [];
  for (const below of await entriesIn(entry.createReader()))
    for (const each of await filesInEntry(below)) dropped.push(each);
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

import type { Files } from "../platform/files.ts";
import { archiveFiles, type ReadBlob } from "./archive.ts";
import { memoryFiles, type DroppedFile } from "./memory-files.ts";
import type { Dropped } from "./messages.ts";

/** What each folder and each zip that was dropped holds; loose files are one more folder. Throws a `Failure` where one cannot be read. */
export async function unpackedRoots(dropped: readonly Dropped[], read: ReadBlob): Promise<readonly Files[]> {
  const roots: Files[] = [];
  const folders = new Map<string, DroppedFile[]>();
  for (const { path, file } of dropped) {
    const [first = "", ...below] = path.split("/");
    if (below.length === 0 && /\.zip$/i.test(path)) {
      roots.push(memoryFiles(await archiveFiles(file, read), path.slice(0, -".zip".length)));
      continue;
    }
    const folder = below.length === 0 ? LOOSE : first;
    const files = folders.get(folder) ?? [];
    files.push({ path: below.join("/") || path, size: file.size, read: () => read(file) });
    folders.set(folder, files);
  }
  return [...roots, ...[...folders].map(([name, files]) => memoryFiles(files, name))];
}

const LOOSE = "the files";

import type { Files } from "../../platform/files.ts";
import { archiveFiles } from "./archive.ts";
import type { ReadBlob } from "./block-reader.ts";
import type { CheckAhead } from "../check-ahead.ts";
import { memoryFiles, type DroppedFile } from "./memory-files.ts";
import type { Dropped } from "../messages.ts";

/**
 * What each folder and each zip that was dropped holds, each under a name of its own; loose files are one more folder.
 * Throws a `Failure` where one cannot be read.
 */
export async function unpackedRoots(
  dropped: readonly Dropped[],
  { read, checkAhead }: { readonly read: ReadBlob; readonly checkAhead: CheckAhead },
): Promise<readonly Files[]> {
  const named = new Map<string, number>();
  const roots: Files[] = [];
  const add = (files: readonly DroppedFile[], name: string): void => {
    const count = (named.get(name) ?? 0) + 1;
    named.set(name, count);
    roots.push(memoryFiles(files, { name: count === 1 ? name : `${name} (${count})`, checkAhead }));
  };
  const folders = new Map<string, DroppedFile[]>();
  for (const { path, file } of dropped) {
    const [first = "", ...below] = path.split("/");
    if (below.length === 0 && isArchive({ path, file }, read)) {
      add(await archiveFiles(file, read), path.replace(/\.zip$/i, ""));
      continue;
    }
    const folder = below.length === 0 ? LOOSE : first;
    const files = folders.get(folder) ?? [];
    files.push({
      path: below.join("/") || path,
      size: file.size,
      read: () => read(file),
      readSoon: async () => new Uint8Array(await file.arrayBuffer()),
    });
    folders.set(folder, files);
  }
  for (const [name, files] of folders) add(files, name);
  return roots;
}

const LOOSE = "the files";

/** Whether it is a zip by its name, or by its first bytes where somebody gave it another name. */
function isArchive({ path, file }: Dropped, read: ReadBlob): boolean {
  if (/\.zip$/i.test(path)) return true;
  return Buffer.from(read(file.slice(0, 4))).toString("latin1") === "PK\u0003\u0004";
}

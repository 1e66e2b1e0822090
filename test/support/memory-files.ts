import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { Failure } from "../../src/failure.ts";
import { joinPath, type FileEntry, type Files } from "../../src/platform/files.ts";

/** The files of a folder on this machine as a browser holds them: all bytes in memory. */
export function copyToMemory(folder: string): Files {
  const bytes = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) bytes.set(path.relative(folder, file).split(path.sep).join("/"), readFileSync(file));
  }
  return memoryFiles(path.basename(folder), bytes);
}

/** Files in memory, by path below a folder of that name. */
export function memoryFiles(root: string, bytes: ReadonlyMap<string, Buffer>): Files {
  return {
    name: root,
    root,
    list(at) {
      const entries = new Map<string, FileEntry["kind"]>();
      for (const file of bytes.keys()) {
        if (at !== "" && !file.startsWith(`${at}/`)) continue;
        const [first = "", ...below] = file.slice(at === "" ? 0 : at.length + 1).split("/");
        entries.set(first, below.length === 0 ? "file" : "folder");
      }
      if (entries.size === 0) throw new Failure("unreadable", `${joinPath(root, at)} is not here`);
      return [...entries]
        .map(([name, kind]) => ({ name, kind }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    read(at) {
      const found = bytes.get(at);
      if (found === undefined) throw new Failure("unreadable", `${at} is not here`);
      return found;
    },
  };
}

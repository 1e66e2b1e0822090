import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { Failure } from "../../src/failure.ts";
import { joinPath } from "../../src/platform/files.ts";
import type { FileEntry, Files } from "../../src/platform/files.ts";

/** The files below a folder as a browser holds them: all bytes in memory, by path. */
export function memoryFiles(folder: string): Files {
  const bytes = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) bytes.set(path.relative(folder, file).split(path.sep).join("/"), readFileSync(file));
  }
  const name = path.basename(folder);
  return {
    name,
    root: name,
    list(at) {
      const entries = new Map<string, FileEntry["kind"]>();
      for (const file of bytes.keys()) {
        if (at !== "" && !file.startsWith(`${at}/`)) continue;
        const [first = "", ...below] = file.slice(at === "" ? 0 : at.length + 1).split("/");
        entries.set(first, below.length === 0 ? "file" : "folder");
      }
      if (entries.size === 0) throw new Failure("unreadable", `${joinPath(name, at)} is not here`);
      return [...entries].map(([each, kind]) => ({ name: each, kind })).toSorted(byName);
    },
    read(at) {
      const found = bytes.get(at);
      if (found === undefined) throw new Failure("unreadable", `${at} is not here`);
      return found;
    },
  };
}

function byName(a: FileEntry, b: FileEntry): number {
  return a.name < b.name ? -1 : 1;
}

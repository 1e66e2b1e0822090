import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder for what several test files need, and the first of them makes. */
    readonly madeOnce: string;
  }
}

/**
 * A folder that the first test file to ask makes for all files of a run of vitest; nobody may change what is in it.
 * Throws what `make` throws.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = path.join(inject("madeOnce"), name);
  const done = `${folder}.done`;
  while (!existsSync(done)) {
    if (!(await isFirst(folder))) {
      await setTimeout(100);
      continue;
    }
    try {
      await make(folder);
      await writeFile(done, "");
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
  return folder;
}

/** Only one can make a folder. */
async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

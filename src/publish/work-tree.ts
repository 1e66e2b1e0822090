import path from "node:path";
import { setTimeout } from "node:timers/promises";

import type { EvidenceFile } from "../evidence/files.ts";
import { Failure } from "../failure.ts";
import { GUIDE_NAME } from "./layout.ts";
import type { BlobAt } from "./layout.ts";
import { git, lastWords } from "./git.ts";
import { indexed, indexInfo } from "./local-tree.ts";
import { writeOnce, writeRunFolder } from "./run-folder.ts";

/** How long another git may hold the index before we leave it alone. */
const PATIENCE_MS = 3000;
const LONGEST_WAIT_MS = 100;

/**
 * Lets work tree and index follow a commit: what the commit holds and the index
 * does not know is written and added. What the index knows is the user's, with
 * every change and removal. Answers with what could not be done; the commit
 * stands in any case, and the next run tries again.
 */
export async function settled(
  blobs: readonly BlobAt[],
  {
    folder,
    root,
    read,
    signal,
  }: {
    readonly folder: string;
    /** The top of the work tree. */
    readonly root: string;
    readonly read: (blob: BlobAt) => Promise<Buffer>;
    readonly signal: AbortSignal;
  },
): Promise<readonly string[]> {
  const unique = [...new Map(blobs.map((blob) => [blob.path, blob])).values()];
  const known = await indexed(
    folder,
    unique.map(({ path: file }) => file),
  );
  const missing = unique.filter(({ path: file }) => !known.has(file));
  if (missing.length === 0) return [];

  const warnings: string[] = [];
  for (const [place, files] of Map.groupBy(missing, ({ path: file }) => path.posix.dirname(file))) {
    try {
      const contents = await Promise.all(
        files.map(async (blob) => ({ name: path.posix.basename(blob.path), bytes: await read(blob) })),
      );
      await writeAll(path.join(root, place), contents);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      warnings.push(`it is committed, but the work tree did not follow: ${error.message}`);
    }
  }
  const refused = await added(missing, folder, signal);
  return refused === null ? warnings : [...warnings, refused];
}

/** A folder that is not there comes as a whole; what is there stays, and only gets what it lacks. */
async function writeAll(folder: string, files: readonly EvidenceFile[]): Promise<void> {
  const isRun = files.every(({ name }) => name !== GUIDE_NAME);
  try {
    if (isRun) return await writeRunFolder(folder, files);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // Somebody may have been faster, who writes the same.
  }
  for (const { name, bytes } of files) await writeOnce(path.join(folder, name), bytes);
  return undefined;
}

/** Adds the blobs to the user's index, for which many may wait. */
async function added(blobs: readonly BlobAt[], folder: string, signal: AbortSignal): Promise<string | null> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await git(folder, ["update-index", "-z", "--index-info"], { input: indexInfo(blobs) });
      return null;
    } catch (error) {
      if (error instanceof Failure) throw error;
      const said = lastWords(error).split("\n")[0] ?? "";
      if (!said.includes("index.lock") || signal.aborted || Date.now() > until) {
        return `it is committed, but git's index did not follow: ${said}`;
      }
      await setTimeout(LONGEST_WAIT_MS * Math.random());
    }
  }
}

import path from "node:path";
import { setTimeout } from "node:timers/promises";

import type { EvidenceFile, ByteSource } from "../../evidence/file.ts";
import { Failure } from "../../failure.ts";
import { VERIFY_NAME } from "../layout.ts";
import type { BlobAt } from "../layout.ts";
import { runGit, isGitError, gitStderr, gitProblem } from "./git.ts";
import { listBlobs, listIndexed, indexInfo, listLatestDays } from "./tree.ts";
import { writeOnce, writeRunFolder } from "../write-folder.ts";

/** How long another git may hold the index before we leave it alone. */
const PATIENCE_MS = 3000;
const LONGEST_WAIT_MS = 100;

/** What a commit holds, and the work tree that is to show it. */
interface WorkTreeUpdate {
  /** What was committed. */
  readonly blobs: readonly BlobAt[];
  /** Folders of the streams that it is about, and the guide, from the top of the repository. */
  readonly streams: readonly string[];
  readonly guide: string;
  readonly folder: string;
  /** The top of the work tree. */
  readonly root: string;
  readonly read: (blob: BlobAt) => Promise<ByteSource>;
  readonly signal: AbortSignal;
}

/**
 * Lets work tree and index follow a commit, which does not depend on them.
 * Answers with what could not be done; the next run tries again.
 */
export async function updateWorkTree(commit: string, following: WorkTreeUpdate): Promise<readonly string[]> {
  const { blobs, streams, guide, folder } = following;
  try {
    const ends = [...(await listBlobs(folder, commit, [guide]))];
    for (const stream of streams) {
      // One that was killed before its work tree followed is the last of its stream.
      const days = await listLatestDays(folder, commit, stream);
      const paths = days.map((day) => `${stream}/${day}/`);
      ends.push(...(await listBlobs(folder, commit, paths)));
    }
    return await writeMissing([...blobs, ...ends], following);
  } catch (error) {
    if (!(error instanceof Failure) && !isGitError(error)) throw error;
    return [`it is committed, but the work tree did not follow: ${gitProblem(error)}`];
  }
}

/**
 * What the commit holds and the index does not know is written and added. What
 * the index knows is the user's, with every change and removal.
 */
async function writeMissing(
  blobs: readonly BlobAt[],
  { folder, root, read, signal }: WorkTreeUpdate,
): Promise<readonly string[]> {
  const unique = [...new Map(blobs.map((blob) => [blob.path, blob])).values()];
  const known = await listIndexed(
    folder,
    unique.map(({ path: file }) => file),
  );
  const missing = unique.filter(({ path: file }) => !known.has(file));
  if (missing.length === 0) return [];

  const warnings: string[] = [];
  for (const [place, files] of Map.groupBy(missing, ({ path: file }) => path.posix.dirname(file))) {
    try {
      const contents = await Promise.all(
        files.map(async (blob) => {
          const content = await read(blob);
          return { name: path.posix.basename(blob.path), pieces: () => content.pieces() };
        }),
      );
      await writeAll(path.join(root, place), contents);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      warnings.push(`it is committed, but the work tree did not follow: ${error.message}`);
    }
  }
  const refused = await addToIndex(missing, folder, signal);
  return refused === null ? warnings : [...warnings, refused];
}

/** A folder that is not there comes as a whole; what is there stays, and only gets what it lacks. */
async function writeAll(
  folder: string,
  files: readonly Pick<EvidenceFile, "name" | "pieces">[],
): Promise<void> {
  const isRun = files.every(({ name }) => name !== VERIFY_NAME);
  try {
    if (isRun) return await writeRunFolder(folder, files);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // Somebody may have been faster, who writes the same.
  }
  for (const file of files) await writeOnce(path.join(folder, file.name), file.pieces());
  return undefined;
}

/** Adds the blobs to the user's index, for which many may wait. */
async function addToIndex(
  blobs: readonly BlobAt[],
  folder: string,
  signal: AbortSignal,
): Promise<string | null> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await runGit(folder, ["update-index", "-z", "--index-info"], { input: indexInfo(blobs) });
      return null;
    } catch (error) {
      if (error instanceof Failure) throw error;
      const said = gitStderr(error).split("\n")[0] ?? "";
      if (!said.includes("index.lock") || signal.aborted || Date.now() > until) {
        return `it is committed, but git's index did not follow: ${said}`;
      }
      await setTimeout(LONGEST_WAIT_MS * Math.random());
    }
  }
}

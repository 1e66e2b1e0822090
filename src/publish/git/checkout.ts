import path from "node:path";
import { setTimeout } from "node:timers/promises";

import type { EvidenceFile, ByteSource } from "../../evidence/file.ts";
import { Failure } from "../../failure.ts";
import type { LandedCommit } from "../branch.ts";
import { isRunPath } from "../../bundle/run-path.ts";
import type { BlobAt } from "../layout.ts";
import { runGit, isGitError, gitStderr, gitProblem } from "./git.ts";
import { listBlobs, listIndexed, indexInfo, listLatestDays } from "./tree.ts";
import { ensureNoLinks, writeOnce, writeRunFolder } from "../write-folder.ts";

/** How long we wait for another git process that holds the index. */
const INDEX_TIMEOUT_MS = 3000;
const LONGEST_WAIT_MS = 100;

/** What the commit holds, and which work tree to update. */
interface WorkTreeUpdate {
  /** The files of the commit. */
  readonly blobs: readonly BlobAt[];
  /** Paths from the top of the repository: the folders of the streams, and the files beside the runs. */
  readonly streams: readonly string[];
  readonly files: readonly string[];
  readonly folder: string;
  /** The top of the work tree. */
  readonly root: string;
  readonly read: (blob: BlobAt) => Promise<ByteSource>;
  readonly signal: AbortSignal;
}

/** The result of updating the work tree. */
type Updated = Pick<LandedCommit, "undone" | "warnings">;

/**
 * Updates the work tree and the index to a commit that has landed. `undone` says what could not be written. The next
 * commit writes that.
 */
export async function updateWorkTree(commit: string, following: WorkTreeUpdate): Promise<Updated> {
  const { blobs, streams, files, folder } = following;
  try {
    const ends = [await listBlobs(folder, commit, files)];
    for (const stream of streams) {
      // An earlier run may have been killed before it updated the work tree. It is then the last run of its stream.
      const days = await listLatestDays(folder, commit, stream);
      const paths = days.map((day) => `${stream}/${day}/`);
      ends.push(await listBlobs(folder, commit, paths));
    }
    return await writeMissing([...blobs, ...ends.flat()], following);
  } catch (error) {
    if (!(error instanceof Failure) && !isGitError(error)) throw error;
    return { undone: [notUpdated(gitProblem(error), error)], warnings: [] };
  }
}

/** Writes and adds the files that the index does not know. The others belong to the user, who may have changed or removed them. */
async function writeMissing(
  blobs: readonly BlobAt[],
  { folder, root, read, signal }: WorkTreeUpdate,
): Promise<Updated> {
  const unique = [...new Map(blobs.map((blob) => [blob.path, blob])).values()];
  const known = await listIndexed(
    folder,
    unique.map(({ path: file }) => file),
  );
  const missing = unique.filter(({ path: file }) => !known.has(file));
  if (missing.length === 0) return { undone: [], warnings: [] };

  const undone: Failure[] = [];
  const written: BlobAt[] = [];
  for (const [place, files] of Map.groupBy(missing, ({ path: file }) => path.posix.dirname(file))) {
    try {
      const contents = await Promise.all(
        files.map(async (blob) => {
          const content = await read(blob);
          return { name: path.posix.basename(blob.path), pieces: () => content.pieces() };
        }),
      );
      await ensureNoLinks(root, place);
      const isRun = isRunPath(place.split("/").slice(-3).join("/"));
      await writeAll({ folder: path.join(root, place), isRun }, contents);
      for (const blob of files) written.push(blob);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      undone.push(notUpdated(error.message, error));
    }
  }
  // A file that is not written stays out of the index, so that the next commit writes it.
  const added =
    written.length === 0 ? { undone: [], warnings: [] } : await addToIndex(written, folder, signal);
  return { undone: [...undone, ...added.undone], warnings: added.warnings };
}

function notUpdated(why: string, cause: Error): Failure {
  return new Failure("not-published", `the commit landed, but the work tree was not updated: ${why}`, {
    hint: "correct the cause; the next run writes what is missing",
    cause,
  });
}

/** Writes a missing run folder as a whole. Any other folder gets the files that it lacks. */
async function writeAll(
  { folder, isRun }: { folder: string; isRun: boolean },
  files: readonly Pick<EvidenceFile, "name" | "pieces">[],
): Promise<void> {
  try {
    if (isRun) return await writeRunFolder(folder, files);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // Another process may have written the same folder first.
  }
  for (const file of files) await writeOnce(path.join(folder, file.name), file.pieces());
  return undefined;
}

/** Adds the blobs to the index of the user. Many processes may wait for it, so this gives up after a while with a warning. */
async function addToIndex(blobs: readonly BlobAt[], folder: string, signal: AbortSignal): Promise<Updated> {
  const until = Date.now() + INDEX_TIMEOUT_MS;
  for (;;) {
    try {
      await runGit(folder, ["update-index", "-z", "--index-info"], { input: indexInfo(blobs) });
      return { undone: [], warnings: [] };
    } catch (error) {
      if (!isGitError(error)) throw error;
      const stderr = gitStderr(error).split("\n")[0] ?? "";
      if (!/index\.lock': File exists/.test(stderr))
        return { undone: [notUpdated(stderr, error)], warnings: [] };
      if (signal.aborted || Date.now() > until) {
        return { undone: [], warnings: [`the commit landed, but git's index was not updated: ${stderr}`] };
      }
      await setTimeout(LONGEST_WAIT_MS * Math.random());
    }
  }
}

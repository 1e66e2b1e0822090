import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

import { errorCode } from "../../failure.ts";
import { BUNDLE_NAME } from "../../evidence/files/evidence-files.ts";
import type { StoredFile, StoredRun } from "../branch.ts";
import { runGitList } from "./git.ts";
import { isLink } from "../write-folder.ts";
import { LATEST_DAYS, latestDays, type BlobAt, type StoredBlob } from "../layout.ts";
import { isRunPath } from "../../bundle/run-path.ts";

/** More arguments could exceed what the system allows on a command line. */
const MOST_ARGUMENTS = 500;

/** Lists the regular files of the commit at these paths; a path of a folder ends with a slash. */
export async function listBlobs(
  folder: string,
  commit: string,
  paths: readonly string[],
): Promise<readonly StoredBlob[]> {
  if (paths.length === 0) return [];
  const listed = await runGitList(folder, [
    "ls-tree",
    "-r",
    "-l",
    "-z",
    "--full-tree",
    commit,
    "--",
    ...paths,
  ]);
  return listed.flatMap((line) => {
    // Git gives the size BAD for a blob that is lost. Reading that blob fails with a sentence.
    const [, mode = "", id = "", size, file = ""] = /^(\d+) blob (\w+) +(\d+|BAD)\t(.*)$/s.exec(line) ?? [];
    return mode.startsWith("100") ? [{ path: file, id, size: Number(size) || 0 }] : [];
  });
}

/** Returns the paths at which the commit holds something, whatever that is; none where there is no commit. */
export async function listNames(
  folder: string,
  commit: string | null,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (commit === null || paths.length === 0) return [];
  return runGitList(folder, ["ls-tree", "-z", "--full-tree", "--name-only", commit, "--", ...paths]);
}

/** Lists the latest days of the stream's folder in the commit: `2026/2026-11-22`. */
export async function listLatestDays(
  folder: string,
  commit: string,
  stream: string,
): Promise<readonly string[]> {
  const days: string[] = [];
  for (const year of (await foldersIn(folder, commit, stream)).toSorted().toReversed()) {
    const inYear = await foldersIn(folder, commit, `${stream}/${year}`);
    days.push(...latestDays(inYear.map((day) => `${year}/${day}`)));
    if (days.length >= LATEST_DAYS) break;
  }
  return latestDays(days);
}

async function foldersIn(folder: string, commit: string, below: string): Promise<readonly string[]> {
  const listed = await runGitList(folder, [
    "ls-tree",
    "-d",
    "-z",
    "--full-tree",
    "--name-only",
    commit,
    "--",
    `${below}/`,
  ]);
  return listed.map((name) => path.posix.basename(name));
}

/** Lists the signed run folders of the latest days in the work tree that are not committed. */
export async function listUncommittedRuns(
  stream: string,
  committed: ReadonlySet<string>,
): Promise<readonly StoredRun[]> {
  // A link may lead out of the repository.
  if (await isLink(stream)) return [];
  const years = await namesIn(stream);
  const days = await Promise.all(
    years.map(async (year) => (await namesIn(path.join(stream, year))).map((day) => `${year}/${day}`)),
  );
  const runs: StoredRun[] = [];
  for (const day of latestDays(days.flat())) {
    for (const name of await namesIn(path.join(stream, day))) {
      const place = `${day}/${name}`;
      if (!isRunPath(place) || committed.has(place)) continue;
      const files = await filesIn(path.join(stream, place));
      if (files.has(BUNDLE_NAME)) runs.push({ place, isCommitted: false, files });
    }
  }
  return runs;
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(folder, entry.name);
    files.set(entry.name, { size: (await stat(file)).size, read: async () => readFile(file) });
  }
  return files;
}

/** Returns the names of the folders in a folder; none where it does not exist. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return [];
    throw error;
  }
}

/** Returns the files among these that the index knows. */
export async function listIndexed(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let at = 0; at < files.length; at += MOST_ARGUMENTS) {
    const some = files.slice(at, at + MOST_ARGUMENTS).map((file) => `:(top,literal)${file}`);
    for (const file of await runGitList(folder, ["ls-files", "-z", "--full-name", "--", ...some]))
      known.add(file);
  }
  return known;
}

/** Returns the input of `git update-index --index-info` that adds the blobs to an index. */
export function indexInfo(blobs: readonly BlobAt[]): string {
  return blobs.map(({ id, path: file }) => `100644 blob ${id}\t${file}\0`).join("");
}

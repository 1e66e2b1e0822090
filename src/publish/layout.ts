import { isRunPath, sortDayFolders } from "../bundle/run-path.ts";
import { DAY_MS, dayOf } from "../platform/time.ts";
import path from "node:path";

import { LARGEST_BUNDLE } from "../bundle/read-bundle.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import type { StoredFile, StoredRun } from "./branch.ts";

/** A file in a commit: its path from the top of the repository, and the id of its blob. */
export interface BlobAt {
  readonly path: string;
  readonly id: string;
}

/** A blob that a commit holds. */
export interface StoredBlob extends BlobAt {
  /** In bytes. */
  readonly size: number;
}

/** Evidence may be hours late, so the end of a chain is in the last day or the one before. */
export const LATEST_DAYS = 2;

/**
 * The latest days among these folders of a stream, `2026/2026-11-22`, in order. Those yet to come are left out: a folder
 * that anybody puts there would hide the end of the chain for good. Clocks may differ by a day.
 */
export function latestDays(folders: readonly string[]): readonly string[] {
  const tomorrow = dayOf(Date.now() + DAY_MS);
  return sortDayFolders(folders)
    .filter((folder) => path.posix.basename(folder) <= tomorrow)
    .slice(-LATEST_DAYS);
}

/** Two days have at most 48 runs by schedule; what is beyond this number is not looked at. */
const MOST_RUNS = 1000;
/** Bytes of bundles that are read to find the end of a chain. Ours have some kilobytes. */
const MOST_BUNDLE_BYTES = 64_000_000;

/** Whether this is the bundle of a run; those are fetched together. */
export function isBundle({ path: file }: BlobAt): boolean {
  return path.posix.basename(file) === BUNDLE_NAME;
}

/** Those of the bundles that are read: the newest first, until they are too many. */
export function readableBundles<Bundle extends { readonly path: string; readonly size: number }>(
  bundles: readonly Bundle[],
): readonly Bundle[] {
  let room = MOST_BUNDLE_BYTES;
  return bundles
    .filter(({ size }) => size <= LARGEST_BUNDLE)
    .toSorted((a, b) => (a.path < b.path ? 1 : -1))
    .slice(0, MOST_RUNS)
    .filter(({ size }) => {
      room -= size;
      return room >= 0;
    });
}

/** Groups blobs below the stream's folder by run folder. */
export function groupRuns(
  blobs: readonly StoredBlob[],
  stream: string,
  read: (blob: BlobAt) => Promise<Buffer>,
): readonly StoredRun[] {
  const runs = new Map<string, Map<string, StoredFile>>();
  for (const blob of blobs) {
    const place = path.posix.dirname(path.posix.relative(stream, blob.path));
    if (!isRunPath(place)) continue;
    const files = runs.get(place) ?? new Map<string, StoredFile>();
    files.set(path.posix.basename(blob.path), { size: blob.size, read: async () => read(blob) });
    runs.set(place, files);
  }
  return [...runs].map(([place, files]) => ({ place, isCommitted: true, files }));
}

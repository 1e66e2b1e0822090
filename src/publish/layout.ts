import path from "node:path";

import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import type { RunAt } from "./branch.ts";

/** A file in a commit: its path from the top of the repository, and the id of its blob. */
export interface BlobAt {
  readonly path: string;
  readonly id: string;
}

export const GUIDE_NAME = "VERIFY.md";
/** Evidence may arrive late by hours, so it lies in the last day or the one before. */
export const LATEST_DAYS = 2;

/** The days among these folders of a stream, `2026/2026-11-22`, in order. */
export function daysAmong(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => /^\d{4}\/\d{4}-\d{2}-\d{2}$/.test(folder)).toSorted();
}

/** Whether the place below a stream is that of a run: `2026/2026-11-22/061731Z-123-1`. */
export function isRunPlace(place: string): boolean {
  return /^\d{4}\/\d{4}-\d{2}-\d{2}\/\d{6}Z-[A-Za-z0-9-]+-\d+$/.test(place);
}

/** Whether this is the file that tells what a run says; those are fetched together. */
export function isBundle({ path: file }: BlobAt): boolean {
  return path.posix.basename(file) === BUNDLE_NAME;
}

/** The run folders among the blobs, which lie below the stream's folder. */
export function runsAmong(
  blobs: readonly BlobAt[],
  stream: string,
  read: (blob: BlobAt) => Promise<Buffer>,
): readonly RunAt[] {
  const runs = new Map<string, Map<string, () => Promise<Buffer>>>();
  for (const blob of blobs) {
    const place = path.posix.dirname(path.posix.relative(stream, blob.path));
    if (!isRunPlace(place)) continue;
    const files = runs.get(place) ?? new Map<string, () => Promise<Buffer>>();
    files.set(path.posix.basename(blob.path), async () => read(blob));
    runs.set(place, files);
  }
  return [...runs].map(([place, files]) => ({ place, isCommitted: true, files }));
}

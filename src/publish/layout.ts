import { isRunPath } from "../bundle/run-path.ts";
import path from "node:path";

import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import type { StoredRun } from "./branch.ts";

/** A file in a commit: its path from the top of the repository, and the id of its blob. */
export interface BlobAt {
  readonly path: string;
  readonly id: string;
}

/** Evidence may be hours late, so the end of a chain is in the last day or the one before. */
export const LATEST_DAYS = 2;

/** Whether this is the bundle of a run; those are fetched together. */
export function isBundle({ path: file }: BlobAt): boolean {
  return path.posix.basename(file) === BUNDLE_NAME;
}

/** Groups blobs below the stream's folder by run folder. */
export function groupRuns(
  blobs: readonly BlobAt[],
  stream: string,
  read: (blob: BlobAt) => Promise<Buffer>,
): readonly StoredRun[] {
  const runs = new Map<string, Map<string, () => Promise<Buffer>>>();
  for (const blob of blobs) {
    const place = path.posix.dirname(path.posix.relative(stream, blob.path));
    if (!isRunPath(place)) continue;
    const files = runs.get(place) ?? new Map<string, () => Promise<Buffer>>();
    files.set(path.posix.basename(blob.path), async () => read(blob));
    runs.set(place, files);
  }
  return [...runs].map(([place, files]) => ({ place, isCommitted: true, files }));
}

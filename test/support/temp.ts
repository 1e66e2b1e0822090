import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/** A new, empty folder that is gone at the end of its `await using`. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  // The real path: on macOS the temporary folder is a link, and some clients compare path prefixes.
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "datadog-evidence-")));
  return {
    path: folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

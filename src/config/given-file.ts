import { open, realpath, stat } from "node:fs/promises";
import path from "node:path";

import { errorCode, Failure } from "../failure.ts";
import { diskFiles } from "../platform/disk.ts";

/** Keys, trusted roots and policies are some kilobytes. */
const LARGEST_FILE = 2_000_000;

/** The bytes of a file that the user names on the command line. Throws a `Failure` where it cannot be read. */
export async function readGivenFile(file: string, what: string): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size > LARGEST_FILE) throw new Failure("input", `the ${what} ${file} is too large (${size} bytes)`);
    return await handle.readFile();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = errorCode(error);
    throw new Failure("unreadable", `the ${what} ${file} cannot be read (${code})`, { cause: error });
  }
}

/**
 * The bytes of a regular file of the job's workspace. Throws a `Failure` for a
 * file outside of it, a folder, a link on the way, and a file that is too large: what the workflow names
 * must be what its repository holds.
 */
export async function readWorkspaceFile(
  file: string,
  { input, workspace }: { input: string; workspace: string | undefined },
): Promise<Buffer> {
  if (!workspace) {
    throw new Failure("input", `${input}: GITHUB_WORKSPACE is not set, so there is no file to read`, {
      hint: "check out the repository before this step",
    });
  }
  const below = path.relative(workspace, path.resolve(workspace, file));
  if (below === "" || below.split(path.sep)[0] === ".." || path.isAbsolute(below)) {
    throw new Failure("input", `${input}: must be a file inside the workspace of the job`);
  }
  const root = await realPathOf(workspace, input);
  if ((await realPathOf(path.join(root, below), input)) !== path.join(root, below)) {
    throw new Failure("input", `${input}: is a link or behind one, and links are not followed`);
  }
  const folder = diskFiles(path.join(root, path.dirname(below)));
  const name = path.basename(below);
  if (folder.list("").find((entry) => entry.name === name)?.kind !== "file") {
    throw new Failure("input", `${input}: is not a regular file`);
  }
  const { size } = await stat(path.join(root, below));
  if (size > LARGEST_FILE) throw new Failure("input", `${input}: the file is too large (${size} bytes)`);
  return folder.read(name, LARGEST_FILE);
}

async function realPathOf(file: string, input: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    throw new Failure("input", `${input}: the file cannot be read (${errorCode(error)})`, {
      hint: "check its name, and that the repository is checked out before this step",
      cause: error,
    });
  }
}

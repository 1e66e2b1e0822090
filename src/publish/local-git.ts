import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { Failure } from "../failure.ts";

const run = promisify(execFile);

/** Throws unless the folder is a git work tree; used before anything is collected. */
export async function ensureWorkTree(folder: string): Promise<void> {
  try {
    const { stdout } = await git(folder, ["rev-parse", "--is-inside-work-tree"]);
    if (stdout.trim() === "true") return;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("input", `repository: ${folder} is not a git work tree`, {
      hint: `make it one with: git init ${path.basename(folder)}`,
      cause: error,
    });
  }
  throw new Failure("input", `repository: ${folder} is a git repository without a work tree`);
}

/** Commits exactly these paths, whatever else lies in the index, and answers with the commit's id. */
export async function commitPaths(
  folder: string,
  { paths, message }: { readonly paths: readonly string[]; readonly message: string },
): Promise<string> {
  try {
    await git(folder, ["add", "--force", "--", ...paths]);
    await git(folder, [
      ...(await author(folder)),
      "commit",
      "--quiet",
      "--no-verify",
      "--message",
      message,
      "--only",
      "--",
      ...paths,
    ]);
    const { stdout } = await git(folder, ["rev-parse", "HEAD"]);
    return stdout.trim();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const said =
      error instanceof Error && "stderr" in error ? String(error.stderr).trim().split("\n").at(-1) : "";
    throw new Failure("not-published", `git could not commit in ${folder}${said ? `: ${said}` : ""}`, {
      hint: "the run folder is written; commit it by hand once git works",
      cause: error,
    });
  }
}

/** A machine without an identity can commit too; one with an identity keeps it. */
async function author(folder: string): Promise<readonly string[]> {
  try {
    await git(folder, ["config", "user.email"]);
    return [];
  } catch {
    // git exits with 1 where the setting is absent.
    return ["-c", "user.name=datadog-evidence", "-c", "user.email=datadog-evidence@localhost"];
  }
}

async function git(folder: string, args: readonly string[]): Promise<{ stdout: string }> {
  try {
    return await run("git", ["-C", folder, ...args], { maxBuffer: 10_000_000 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Failure("not-published", "git is not installed, or the folder is gone", { cause: error });
    }
    throw error;
  }
}

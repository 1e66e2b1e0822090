import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { Failure } from "../failure.ts";

const run = promisify(execFile);

/** Throws unless the folder is a git work tree on a branch; used before anything is collected. */
export async function ensureWorkTree(folder: string): Promise<void> {
  const { stdout } = await git(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
  if (stdout.trim() !== "true") {
    throw new Failure("input", `repository: ${folder} is a git repository without a work tree`);
  }
  if (await succeeds(folder, ["symbolic-ref", "--quiet", "HEAD"])) return;
  throw new Failure("input", `repository: HEAD of ${folder} is detached, so a commit would be on no branch`, {
    hint: "check out the branch that holds the evidence: git switch BRANCH",
  });
}

function noWorkTree(folder: string) {
  return (error: unknown): never => {
    if (error instanceof Failure) throw error;
    if (lastWords(error).includes("safe.directory")) {
      throw new Failure("input", `repository: ${folder} belongs to another user, so git refuses it`, {
        hint: `allow it with: git config --global --add safe.directory ${path.resolve(folder)}`,
        cause: error,
      });
    }
    throw new Failure("input", `repository: ${folder} is not a git work tree`, {
      hint: `make it one with: git init ${path.basename(folder)}`,
      cause: error,
    });
  };
}

/** Whether git knows the file at the path. */
export async function isTracked(folder: string, file: string): Promise<boolean> {
  return succeeds(folder, ["ls-files", "--error-unmatch", "--", file]);
}

/** Commits exactly these paths, whatever else lies in the index, and answers with the commit's id. */
export async function commitPaths(
  folder: string,
  {
    paths,
    message,
    signal,
  }: { readonly paths: readonly string[]; readonly message: string; readonly signal: AbortSignal },
): Promise<string> {
  try {
    await git(folder, ["add", "--force", "--", ...paths], signal);
    const commit = ["commit", "--quiet", "--no-verify", "--message", message, "--only", "--", ...paths];
    await git(folder, [...(await author(folder)), ...commit], signal);
    const { stdout } = await git(folder, ["rev-parse", "HEAD"], signal);
    return stdout.trim();
  } catch (error) {
    await unstage(folder, paths);
    if (error instanceof Failure) throw error;
    const said = signal.aborted ? "it took too long" : lastWords(error).trim().split("\n").at(-1);
    throw new Failure("not-published", `git could not commit in ${folder}${said ? `: ${said}` : ""}`, {
      hint: "the run folder is written; commit it by hand once git works",
      cause: error,
    });
  }
}

/** What could not be committed must not slip into somebody's next commit. */
async function unstage(folder: string, paths: readonly string[]): Promise<void> {
  const isDone = await succeeds(folder, ["reset", "--quiet", "--", ...paths]);
  // Before the first commit there is nothing to reset to.
  if (!isDone)
    await succeeds(folder, ["rm", "-r", "--cached", "--quiet", "--ignore-unmatch", "--", ...paths]);
}

/** A machine without an identity can commit too; one with an identity keeps it. */
async function author(folder: string): Promise<readonly string[]> {
  const fallback = { "user.name": "datadog-evidence", "user.email": "datadog-evidence@localhost" };
  const missing: string[] = [];
  for (const [setting, value] of Object.entries(fallback)) {
    if (!(await succeeds(folder, ["config", setting]))) missing.push("-c", `${setting}=${value}`);
  }
  return missing;
}

async function succeeds(folder: string, args: readonly string[]): Promise<boolean> {
  try {
    await git(folder, args);
    return true;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return false;
  }
}

/**
 * What git must not inherit: our secrets, which no program that git starts
 * needs, and the repository of a git that started us.
 */
const WITHHELD =
  /^(?:DD_|SIGNING_KEY|PSEUDONYM_KEY|INPUT_|ACTIONS_|GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|PREFIX)$)/;

/** No hook runs: one could change the evidence after it was signed, or stop it. */
const WITHOUT_HOOKS = ["-c", "core.hooksPath=/dev/null"];

async function git(
  folder: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<{ stdout: string }> {
  const environment = Object.entries(process.env).filter(([name]) => !WITHHELD.test(name));
  try {
    return await run("git", ["-C", folder, ...WITHOUT_HOOKS, ...args], {
      maxBuffer: 10_000_000,
      env: Object.fromEntries(environment),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Failure("not-published", "git is not installed", { cause: error });
    }
    throw error;
  }
}

function lastWords(error: unknown): string {
  return error instanceof Error && "stderr" in error ? String(error.stderr) : "";
}

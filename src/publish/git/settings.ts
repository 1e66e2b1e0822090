import path from "node:path";

import { Failure, errorCode } from "../../failure.ts";
import { runGit, runGitText, gitStderr } from "./git.ts";

/** Throws unless the folder is a git work tree on a branch. Call it before collecting. */
export async function ensureWorkTree(folder: string): Promise<void> {
  const answer = await runGitText(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
  if (answer !== "true") {
    throw new Failure("input", `repository: ${folder} is a git repository without a work tree`);
  }
  await ensureBranch(folder);
}

/** Throws where a commit would be on no branch. */
export async function ensureBranch(folder: string): Promise<void> {
  try {
    await runGit(folder, ["symbolic-ref", "--quiet", "HEAD"]);
  } catch (error) {
    // So git ends where HEAD is detached.
    if (errorCode(error) !== "1") throw error;
    throw new Failure(
      "input",
      `repository: HEAD of ${folder} is detached, so a commit would belong to no branch`,
      {
        hint: "check out the branch that holds the evidence: git switch BRANCH",
        cause: error,
      },
    );
  }
}

function noWorkTree(folder: string) {
  return (error: unknown): never => {
    if (error instanceof Failure) throw error;
    if (gitStderr(error).includes("safe.directory")) {
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

/** Facts about a work tree that do not change while we run. */
export interface WorkTreeFacts {
  /** The folder's path below the top of its repository; empty at the top. */
  readonly prefix: string;
  /** The top of the work tree. */
  readonly top: string;
  /** A file that exists while a merge is not finished. */
  readonly mergeHead: string;
  /** Configuration and flags of a commit: signed where the user's settings say so, and with an author in any case. */
  readonly commit: { readonly config: readonly string[]; readonly flags: readonly string[] };
}

/** Asks git for the facts. Rejects as `runGit` does. */
export async function readWorkTreeFacts(folder: string): Promise<WorkTreeFacts> {
  const args = ["rev-parse", "--show-cdup", "--git-path", "MERGE_HEAD", "--show-prefix"];
  const [cdup = "", mergeHead = "", prefix = ""] = (await runGit(folder, args)).toString("utf8").split("\n");
  const top = path.resolve(folder, cdup);
  return { prefix, top, mergeHead: path.resolve(folder, mergeHead), commit: await commitSettings(folder) };
}

async function commitSettings(folder: string): Promise<WorkTreeFacts["commit"]> {
  const wanted = ["config", "--get-regexp", "^(user\\.(name|email)|commit\\.gpgsign)$"];
  const set = await runGitText(folder, wanted).catch(() => "");
  const isSet = (name: string): boolean => set.split("\n").some((line) => line.startsWith(`${name} `));
  const fallback = { "user.name": "datadog-evidence", "user.email": "datadog-evidence@localhost" };
  const signs = isSet("commit.gpgsign")
    ? await runGitText(folder, ["config", "--type=bool", "commit.gpgsign"])
    : "false";
  return {
    // Used only where the user has not set a name and an e-mail address.
    config: Object.entries(fallback).flatMap(([name, value]) =>
      isSet(name) ? [] : ["-c", `${name}=${value}`],
    ),
    flags: signs === "true" ? ["-S"] : [],
  };
}

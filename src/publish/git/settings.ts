import { existsSync } from "node:fs";
import path from "node:path";

import { Failure, errorCode } from "../../failure.ts";
import { readGitConfig, runGit, runGitText, gitStderr } from "./git.ts";

/** Throws unless the folder is a git work tree on a branch. Call it before collecting. */
export async function ensureWorkTree(folder: string): Promise<void> {
  refuseRepositoryName(folder);
  const answer = await runGitText(folder, ["rev-parse", "--is-inside-work-tree"]).catch(noWorkTree(folder));
  if (answer !== "true") {
    throw new Failure("input", `repository: ${folder} is a git repository without a work tree`);
  }
  await ensureBranch(folder);
}

/** Throws where the folder is the name of a repository on GitHub, which is what the Action takes. */
function refuseRepositoryName(folder: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/.test(folder) || existsSync(folder)) return;
  throw new Failure(
    "input",
    `repository: there is no folder ${folder}; on the command line --repository takes a git work tree, not a repository on GitHub`,
    {
      hint: `clone https://github.com/${folder} and name the clone; or collect with --commit false and use npx datadog-evidence publish --github ${folder}`,
    },
  );
}

/** Throws where HEAD is detached, because a commit would then be on no branch. */
export async function ensureBranch(folder: string): Promise<void> {
  try {
    await runGit(folder, ["symbolic-ref", "--quiet", "HEAD"]);
  } catch (error) {
    // Git ends with 1 where HEAD is detached.
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
  /** The configuration and flags that make a commit. */
  readonly commit: { readonly config: readonly string[]; readonly flags: readonly string[] };
}

/** Asks git for the facts. Rejects as `runGit` does. */
export async function readWorkTreeFacts(folder: string): Promise<WorkTreeFacts> {
  const args = ["rev-parse", "--show-cdup", "--git-path", "MERGE_HEAD", "--show-prefix"];
  const [cdup = "", mergeHead = "", prefix = ""] = (await runGit(folder, args)).toString("utf8").split("\n");
  const top = path.resolve(folder, cdup);
  return {
    prefix,
    top,
    mergeHead: path.resolve(folder, mergeHead),
    commit: await readCommitSettings(folder),
  };
}

/** The values that git uses where the user sets none. They replace those that a repository sets. */
const SIGNING_DEFAULTS: Readonly<Record<string, string>> = {
  "gpg.program": "gpg",
  "gpg.x509.program": "gpgsm",
  "gpg.ssh.program": "ssh-keygen",
  "gpg.ssh.defaultkeycommand": "",
  "gpg.format": "openpgp",
};
const AUTHOR_FALLBACK: Readonly<Record<string, string>> = {
  "user.name": "datadog-evidence",
  "user.email": "datadog-evidence@localhost",
};
/** The scopes of the user and the system. Anybody who may write the repository can set the other ones. */
const USER_SCOPES: ReadonlySet<string> = new Set(["system", "global", "command"]);

/**
 * Reads how commits are made. Every commit has an author. Only the config of the user and the system decides whether a
 * commit is signed, and with which program: the config of the repository could name any program.
 */
async function readCommitSettings(folder: string): Promise<WorkTreeFacts["commit"]> {
  const all = await readSettings(folder, { pattern: "^(user\\.(name|email)|gpg\\..*)$" });
  const signs = await readSettings(folder, { pattern: "^commit\\.gpgsign$", type: ["--type=bool"] });
  const names = new Set(all.map(({ key }) => key));
  const author = Object.entries(AUTHOR_FALLBACK).filter(([key]) => !names.has(key));
  const isUsers = new Map(ofUser(all).map(({ key, value }) => [key, value]));
  const signing = [...names]
    .filter((key) => key.startsWith("gpg."))
    .flatMap((key): readonly (readonly [string, string])[] => {
      const value = isUsers.get(key) ?? SIGNING_DEFAULTS[key];
      return value === undefined ? [] : [[key, value]];
    });
  return {
    config: [...author, ...signing].flatMap(([key, value]) => ["-c", `${key}=${value}`]),
    flags: ofUser(signs).at(-1)?.value === "true" ? ["-S"] : [],
  };
}

function ofUser(settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(({ scope }) => USER_SCOPES.has(scope));
}

/** A value in the config of git. Where a key is set several times, the last value counts. */
interface Setting {
  readonly scope: string;
  /** In lower case, as git prints it. */
  readonly key: string;
  readonly value: string;
}

/** Asks git for settings by a pattern. Rejects as `runGit` does where one is malformed. */
async function readSettings(
  folder: string,
  { pattern, type = [] }: { pattern: string; type?: readonly string[] },
): Promise<readonly Setting[]> {
  const parts = await readGitConfig(folder, ["--show-scope", ...type, "--get-regexp", pattern]);
  const settings: Setting[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [scope = "", setting = ""] = [parts[at], parts[at + 1]];
    const [key = "", ...value] = setting.split("\n");
    // Both names are the same setting, and the last value counts.
    const name = key === "gpg.openpgp.program" ? "gpg.program" : key;
    settings.push({ scope, key: name, value: value.join("\n") });
  }
  return settings;
}

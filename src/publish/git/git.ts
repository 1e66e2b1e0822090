import { execFile } from "node:child_process";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { errorCode, Failure } from "../../failure.ts";
import { gitEnvironment, withoutHooks } from "./environment.ts";

/**
 * Git runs no program that the config of the repository names: no hook, which could change the evidence after it was
 * signed, and no monitor of the file system. `readCommitSettings` does the same for programs that sign.
 */
const WITHOUT_PROGRAMS = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"];

/** The commands of ours that start hooks. Since git 2.54 the config of a repository, too, can name hooks. */
const STARTS_HOOKS = new Set(["read-tree", "update-index", "update-ref"]);
/** The events for which those commands start hooks. Git 2.55 can turn off all hooks of an event. */
const HOOK_EVENTS = ["post-index-change", "reference-transaction"];

/** The largest file of a run, with room to spare. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Options of a call of git. */
export interface GitCall {
  /** A text, or bytes in pieces. We read a piece when git has taken the one before. */
  readonly input?: string | Iterable<Buffer>;
  readonly index?: string;
  readonly signal?: AbortSignal;
  /** The date of a commit; the default is now. */
  readonly date?: Date | undefined;
}

/** Runs git in the folder and returns its output. Rejects as `execFile` does, with `stderr` on the error. */
export async function runGit(folder: string, args: readonly string[], call: GitCall = {}): Promise<Buffer> {
  const date = call.date?.toISOString();
  const startsHooks = args.some((arg) => STARTS_HOOKS.has(arg));
  const env = {
    ...(startsHooks
      ? withoutHooks(process.env, [...HOOK_EVENTS, ...(await hookNames(folder))])
      : gitEnvironment(process.env)),
    ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
    ...(date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const child = execFile(
    "git",
    ["-C", folder, ...WITHOUT_PROGRAMS, ...args],
    { maxBuffer: MOST_BYTES, encoding: "buffer", env, ...(call.signal ? { signal: call.signal } : {}) },
    (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (error.code === "ENOENT")
        reject(new Failure("not-published", "git is not installed", { cause: error }));
      else reject(Object.assign(error, { stderr: stderr.toString() }));
    },
  );
  // Git may end before it has read everything. Its exit then says why.
  child.stdin?.on("error", () => {});
  const { input } = call;
  if (typeof input !== "object") child.stdin?.end(input);
  const fed = typeof input !== "object" || child.stdin === null ? null : feed(child.stdin, input);
  const output = await promise;
  const trouble = await fed;
  if (trouble !== null) throw trouble;
  return output;
}

/** Lists the names of the hooks in every configuration that git reads for the folder. Rejects as `runGit` does. */
async function hookNames(folder: string): Promise<readonly string[]> {
  const keys = await readGitConfig(folder, ["--name-only", "--get-regexp", String.raw`^hook\..*\.`]);
  return [...new Set(keys.map((key) => key.slice("hook.".length, key.lastIndexOf("."))))];
}

/** Returns the parts that `git config` prints; none where nothing is set. Rejects as `runGit` does. */
export async function readGitConfig(folder: string, args: readonly string[]): Promise<readonly string[]> {
  try {
    return await runGitList(folder, ["config", "-z", ...args]);
  } catch (error) {
    // Git ends with 1 where nothing is set.
    if (errorCode(error) === "1") return [];
    throw error;
  }
}

/** Writes the input piece by piece. Returns the error, if any: git would take an input that ends early for the whole. */
async function feed(stdin: Writable, input: Iterable<Buffer>): Promise<unknown> {
  try {
    await pipeline(Readable.from(input, { highWaterMark: 1 }), stdin);
    return null;
  } catch (error) {
    return error;
  }
}

/** Runs git and returns its output as trimmed text. */
export async function runGitText(
  folder: string,
  args: readonly string[],
  call: GitCall = {},
): Promise<string> {
  return (await runGit(folder, args, call)).toString("utf8").trim();
}

/** Runs git with `-z` among its arguments and returns the parts of its output, which NUL separates. */
export async function runGitList(folder: string, args: readonly string[]): Promise<readonly string[]> {
  const text = (await runGit(folder, args)).toString("utf8");
  return text.split("\0").filter((part) => part !== "");
}

/** Returns the error output of a git that failed; empty for any other error. */
export function gitStderr(error: unknown): string {
  return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
}

/** Whether the error is of git or of the file system, and not yet a `Failure`. */
export function isGitError(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof Failure) return false;
  return "stderr" in error || "code" in error;
}

/** Returns the last line of git's error output, or the message of the error. */
export function gitProblem(error: Error): string {
  return gitStderr(error).split("\n").at(-1) || error.message;
}

import { execFile } from "node:child_process";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { errorCode, Failure } from "../../failure.ts";
import { gitEnvironment, withoutHooks } from "./environment.ts";

/**
 * No program that the repository's own config names is run: not a hook, which could change the evidence after it was
 * signed, and not a monitor of the file system. Programs for signing: see `readCommitSettings`.
 */
const WITHOUT_PROGRAMS = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"];

/** Those of our commands that tell a hook of it. Since git 2.54 a repository's config names hooks beside those in its folder. */
const TELLS_HOOKS = new Set(["read-tree", "update-index", "update-ref"]);
/** What hooks are told, by which git 2.55 turns them off together. */
const HOOK_EVENTS = ["post-index-change", "reference-transaction"];

/** The largest file of a run, with room to spare. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Options of a call of git. */
export interface GitCall {
  /** A text, or bytes in pieces; each piece is read when git has taken the one before. */
  readonly input?: string | Iterable<Buffer>;
  readonly index?: string;
  readonly signal?: AbortSignal;
  /** The date of a commit; the default is now. */
  readonly date?: Date | undefined;
}

/** Runs git in the folder and returns its output. Rejects as `execFile` does, with `stderr` on the error. */
export async function runGit(folder: string, args: readonly string[], call: GitCall = {}): Promise<Buffer> {
  const tellsHooks = args.some((arg) => TELLS_HOOKS.has(arg));
  const env = {
    ...(tellsHooks
      ? withoutHooks(process.env, [...HOOK_EVENTS, ...(await hookNames(folder))])
      : gitEnvironment(process.env)),
    ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
    ...(call.date === undefined ? {} : commitDates(call.date)),
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
  // Where git ends before it has read everything, its exit says why.
  child.stdin?.on("error", () => {});
  const { input } = call;
  if (typeof input !== "object") child.stdin?.end(input);
  const fed = typeof input !== "object" || child.stdin === null ? null : feed(child.stdin, input);
  const output = await promise;
  const trouble = await fed;
  if (trouble !== null) throw trouble;
  return output;
}

/** The names of the hooks in every configuration that git reads there. Rejects as `runGit` does. */
async function hookNames(folder: string): Promise<readonly string[]> {
  const args = ["config", "-z", "--name-only", "--get-regexp", String.raw`^hook\..*\.`];
  const found = await runGit(folder, args).catch((error: unknown) => {
    // So git ends where nothing is set.
    if (errorCode(error) === "1") return Buffer.alloc(0);
    throw error;
  });
  const keys = found.toString("utf8").split("\0").filter(Boolean);
  return [...new Set(keys.map((key) => key.slice("hook.".length, key.lastIndexOf("."))))];
}

/** Writes the input piece by piece. Returns what went wrong: git would take an input that ends early for the whole. */
async function feed(stdin: Writable, input: Iterable<Buffer>): Promise<unknown> {
  try {
    await pipeline(Readable.from(input, { highWaterMark: 1 }), stdin);
    return null;
  } catch (error) {
    return error;
  }
}

function commitDates(date: Date): Readonly<Record<string, string>> {
  return { GIT_AUTHOR_DATE: date.toISOString(), GIT_COMMITTER_DATE: date.toISOString() };
}

/** Runs git and returns its output as trimmed text. */
export async function runGitText(
  folder: string,
  args: readonly string[],
  call: GitCall = {},
): Promise<string> {
  return (await runGit(folder, args, call)).toString("utf8").trim();
}

/** The error output of a git that failed; empty for any other error. */
export function gitStderr(error: unknown): string {
  return error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
}

/** Whether it is an error of git or of the file system that is not yet a `Failure`. */
export function isGitError(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof Failure) return false;
  return "stderr" in error || "code" in error;
}

/** The last line of git's error output, or the error's message. */
export function gitProblem(error: Error): string {
  return gitStderr(error).split("\n").at(-1) || error.message;
}

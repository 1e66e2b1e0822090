import { execFile } from "node:child_process";
import path from "node:path";

import { temporaryFolder, type TemporaryFolder } from "./temp.ts";

interface GitOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: Buffer;
}

/** Runs git and answers with the bytes that it wrote. */
export async function gitBytes(
  folder: string,
  args: readonly string[],
  { env = {}, input }: GitOptions = {},
): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const options = { encoding: "buffer", maxBuffer: 100_000_000, env: { ...process.env, ...env } } as const;
  const child = execFile("git", ["-C", folder, ...args], options, (error, stdout) => {
    if (error === null) resolve(stdout);
    else reject(error);
  });
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  return promise;
}

/** Runs git and answers with what it wrote, without white space at its ends. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  return (await gitBytes(folder, args)).toString("utf8").trim();
}

/** A new git repository on the branch main, of somebody whom git knows, in a folder that is gone in the end. */
export async function newRepository(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  await git(folder.path, "init", "--quiet", "--initial-branch=main");
  await git(folder.path, "config", "user.name", "Alice");
  await git(folder.path, "config", "user.email", "alice@example.com");
  await git(folder.path, "config", "commit.gpgsign", "false");
  return folder;
}

/** The files that a commit holds, sorted. */
export async function filesIn(folder: string, commit = "HEAD"): Promise<readonly string[]> {
  const names = await git(folder, "ls-tree", "-r", "--name-only", commit);
  return names === "" ? [] : names.split("\n").toSorted();
}

/** The statements of a stream in a commit, by sequence, as they stand in their bundles. */
export async function statementsIn(
  folder: string,
  stream: string,
  commit = "HEAD",
): Promise<readonly { sequence: number; previous: { statement: string } | null; payload: Buffer }[]> {
  const bundles = (await filesIn(folder, commit)).filter(
    (name) => name.split("/").at(-5) === stream && path.basename(name) === "evidence.sigstore.json",
  );
  const statements = await Promise.all(
    bundles.map(async (name) => {
      const { dsseEnvelope } = JSON.parse(await git(folder, "show", `${commit}:${name}`));
      const payload = Buffer.from(dsseEnvelope.payload, "base64");
      const { sequence, previous } = JSON.parse(payload.toString()).predicate;
      return { sequence, previous, payload };
    }),
  );
  return statements.toSorted((a, b) => a.sequence - b.sequence);
}

import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";

import { z } from "zod";

import { COMPILED } from "./cache.ts";
import { git, newRepository, statementsIn } from "./git.ts";
import { startGitHub } from "./github.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { ROOT } from "./runner.ts";
import { temporaryFolder } from "./temp.ts";

const Said = z.object({
  commit: z.string().nullable(),
  sequence: z.number().nullable(),
  signatures: z.number(),
  retries: z.number(),
  undone: z.array(z.string()),
});
export type Said = z.infer<typeof Said>;

/** What came of many processes that committed to one branch at once. */
export interface Race {
  readonly runs: readonly Said[];
  /** Sequences of each stream as they stand in the repository. */
  readonly chains: Readonly<Record<string, readonly number[]>>;
  /** Links that do not name the statement before. */
  readonly broken: number;
  readonly fsck: string;
  readonly commits: number;
  readonly ms: number;
}

/** Starts that many processes, each with one run, of a stream of its own or all of one, and lets them go at once. */
export async function race({
  processes,
  streams,
  on,
}: {
  readonly processes: number;
  readonly streams: "own" | "one";
  readonly on: "git" | "GitHub";
}): Promise<Race> {
  await using stack = new AsyncDisposableStack();
  const key = await keyFile(stack.use(await temporaryFolder()).path);
  const tree = on === "git" ? stack.use(await newRepository()) : null;
  const github = on === "git" ? null : stack.use(await startGitHub());
  const names = Array.from({ length: processes }, (_, nth) => (streams === "own" ? `stream-${nth}` : "prod"));

  const children = await Promise.all(
    names.map(async (stream, nth) =>
      committer({
        folder: tree?.path ?? null,
        url: github?.url ?? null,
        stream,
        from: new Date(Date.parse("2026-11-22T06:00:00Z") + nth * 1000).toISOString(),
        runs: 1,
        key,
      }),
    ),
  );
  const began = performance.now();
  for (const { go } of children) go();
  const runs = (await Promise.all(children.map(({ ended }) => ended))).flat();
  const ms = performance.now() - began;

  const folder = tree?.path ?? github?.folder("acme/evidence") ?? "";
  const chains = await Promise.all(
    [...new Set(names)].map(async (name) => [name, await statementsIn(folder, name, "main")] as const),
  );
  return {
    runs,
    chains: Object.fromEntries(
      chains.map(([name, statements]) => [name, statements.map(({ sequence }) => sequence)]),
    ),
    broken: chains.reduce((sum, [, statements]) => sum + brokenLinks(statements), 0),
    fsck: await git(folder, "fsck", "--strict", "--no-dangling"),
    commits: Number(await git(folder, "rev-list", "--count", "main")),
    ms,
  };
}

/** How many statements do not name the one before. */
export function brokenLinks(statements: Awaited<ReturnType<typeof statementsIn>>): number {
  return statements.filter(({ sequence, previous }, nth) => {
    const before = statements[nth - 1];
    const expected = before === undefined ? undefined : sha256(before.payload);
    return sequence !== nth + 1 || previous?.statement !== expected;
  }).length;
}

/** A process that waits to be let go, and what it says until it ends. */
export interface Committer {
  readonly child: ChildProcess;
  readonly go: () => void;
  /** What it has said so far. */
  readonly said: readonly Said[];
  readonly ended: Promise<readonly Said[]>;
}

/** Starts a process that commits as ordered, once it is let go. */
export async function committer(order: {
  readonly folder: string | null;
  readonly url: string | null;
  readonly stream: string;
  readonly from: string;
  readonly runs: number;
  readonly key: string;
}): Promise<Committer> {
  const program = path.join(ROOT, "test/support/committer.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...COMPILED },
  });
  const said: Said[] = [];
  const ready = Promise.withResolvers<void>();
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const read: unknown = JSON.parse(line);
    const run = Said.safeParse(read);
    if (run.success) said.push(run.data);
    else ready.resolve();
  });
  const closed = once(child, "close").then(() => said);
  await Promise.race([ready.promise, closed]);
  return { child, go: () => void child.stdin.end(), said, ended: closed };
}

/** A new private key as a file in the folder. */
export async function keyFile(folder: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const file = path.join(folder, "signing-key.pem");
  await writeFile(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  return file;
}

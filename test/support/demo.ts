import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { NO_GIT_CONFIG } from "../e2e/world.ts";
import { madeOnce } from "./made-once.ts";
import { runCli, type Ended } from "./runner.ts";

/** Thirty runs and their commits, on a machine that does other things too. */
export const DEMO_TIMEOUT_MS = 120_000;

/** What the command `demo` leaves in an empty folder, and what it answers. */
export interface Demo {
  readonly folder: string;
  readonly output: string;
  readonly repository: string;
  /** The public key as a file. */
  readonly key: string;
  readonly ended: Ended;
}

/** The demo by the built program: run once for all test files, none of which may change it. */
export async function demoOnce(): Promise<Demo> {
  const folder = await madeOnce("demo", async (made) => {
    const ended = await runDemo(made);
    await writeFile(`${made}.json`, JSON.stringify(ended));
  });
  const output = path.join(folder, "demo-output");
  return {
    folder,
    output,
    repository: path.join(output, "compliance-evidence"),
    key: path.join(output, "signing-key.pub.pem"),
    ended: JSON.parse(await readFile(`${folder}.json`, "utf8")),
  };
}

/** Runs the command `demo` in the folder. */
export async function runDemo(folder: string): Promise<Ended> {
  return runCli(["demo"], { cwd: folder, env: NO_GIT_CONFIG, timeoutMs: DEMO_TIMEOUT_MS });
}

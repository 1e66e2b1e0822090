import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { generateSigningKey } from "../../src/sign/signing-key.ts";
import { makeNorthwind, type DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { startDatadog, type DatadogOptions, type TestDatadog } from "../support/datadog.ts";
import { Evidence } from "../../src/evidence/schema.ts";
import { ROOT, runCli, type CliOptions, type Ended } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";

/** A Datadog with the demo's organisation, a key to sign with, and a folder for what comes of it. */
export interface World extends AsyncDisposable {
  readonly datadog: TestDatadog;
  readonly organisation: DatadogOrganisation;
  /** All that a run needs by environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly privatePem: string;
  /** The public key as a file. */
  readonly key: string;
  /** Below which the test may write. */
  readonly folder: string;
}

export interface WorldOptions extends DatadogOptions {
  readonly changed?: (organisation: DatadogOrganisation) => DatadogOrganisation;
}

export async function startWorld({ changed, ...options }: WorldOptions = {}): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const { path: folder } = stack.use(await temporaryFolder());
  const usual = makeNorthwind(new Date());
  const northwind = changed === undefined ? usual : changed(usual);
  const datadog = stack.use(await startDatadog(northwind, options));
  const { privatePem, publicPem } = generateSigningKey(null);
  const key = path.join(folder, "signing-key.pub.pem");
  await writeFile(key, publicPem);
  const disposables = stack.move();
  return {
    datadog,
    organisation: northwind,
    env: {
      DD_API_URL: datadog.url,
      DD_API_KEY: northwind.apiKey,
      DD_APP_KEY: northwind.appKey,
      SIGNING_KEY: privatePem,
    },
    privatePem,
    key,
    folder,
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

/** Tests ask no timestamp authority but their own. */
export const NO_TIME = ["--timestamp-url", "none"];

/** Runs `collect` with what the world gives, into its folder `evidence` unless the flags say where. */
export async function collect(
  world: World,
  flags: readonly string[] = [],
  { env, ...options }: CliOptions = {},
): Promise<Ended> {
  const out = flags.includes("--repository") ? [] : ["--out", path.join(world.folder, "evidence")];
  const time = flags.includes("--timestamp-url") ? [] : NO_TIME;
  return runCli(["collect", ...out, ...time, ...flags], { env: { ...world.env, ...env }, ...options });
}

/** The run folder that a collection printed. */
export function printed({ stdout }: Ended): string {
  return stdout.replace(/\n$/, "");
}

export async function evidenceIn(folder: string): Promise<Evidence> {
  return Evidence.parse(JSON.parse(await readFile(path.join(folder, "evidence.json"), "utf8")));
}

/** Every file below a folder but git's own, relative to it, sorted. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(path.sep).includes(".git"))
    .toSorted();
}

/** Verifies with `dist/verify.js`, the program of those who only check. */
export async function verify(folder: string, key: string): Promise<{ code: number; stdout: string }> {
  const program = path.join(ROOT, "dist/verify.js");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, folder, "--key", key]);
    return { code: 0, stdout };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout) };
  }
}

/** Runs git as somebody whom it does not know. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder, ...NO_GIT_CONFIG };
  const { stdout } = await promisify(execFile)("git", ["-C", folder, ...args], { env });
  return stdout.trim();
}

/** Keeps the settings of this machine out of git. */
export const NO_GIT_CONFIG = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };

/** A new git repository on the branch main, in a folder of the world. */
export async function repository(world: World, name = "repository"): Promise<string> {
  await git(world.folder, "init", "--quiet", "--initial-branch=main", name);
  return path.join(world.folder, name);
}

/** Lines of a log that a runner would obey: what a name from Datadog must never become. */
export function commandsIn(log: string): readonly string[] {
  return log.split(/\r?\n/).filter((line) => /^\s*::|##\[/.test(line));
}

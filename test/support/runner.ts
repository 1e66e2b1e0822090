import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

import { parse } from "yaml";
import { z } from "zod";

import { COMPILED } from "./cache.ts";
import { linesOf, StepLog, type Annotation } from "./commands.ts";
import { temporaryFolder } from "./temp.ts";

/** The checkout under test. */
export const ROOT = path.resolve(import.meta.dirname, "../..");

/** A cancelled job gets SIGINT, after this long SIGTERM, and then SIGKILL (actions/runner, ProcessInvoker.cs). */
const PATIENCE_MS = { SIGINT: 7_500, SIGTERM: 2_500 };

const DEFAULT_TIMEOUT_MS = 20_000;

export interface ActionOptions {
  /** The entry to run, absolute or relative to the checkout: `dist/index.js`. */
  readonly main: string;
  /** As under `with:`; an input that action.yml does not name is only warned of, and is handed on. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Added to, or in place of, what the runner sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the machine of the runner has in its environment: a step inherits it, and what the runner sets overrules it. */
  readonly machine?: Readonly<Record<string, string>>;
  /** The default is a schedule in a private repository. A given payload stands as it is. */
  readonly event?: { readonly name?: string; readonly payload?: object };
  /** Cancels the job after this time, as the runner does. */
  readonly signalAfterMs?: number;
  /** Cancels the job when this aborts: for a test that waits for something to have happened. */
  readonly cancel?: AbortSignal;
  /** The run is killed and rejected after this time: a hang is no result. */
  readonly timeoutMs?: number;
  /** The action.yml whose inputs and defaults apply; ours unless given. */
  readonly manifest?: string;
}

export interface ActionRun extends Ended, AsyncDisposable {
  /** A step also fails where the runner could not obey a command of it. */
  readonly conclusion: "success" | "failure";
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** As it was written, for tests of what may stand in it; empty where GitHub would drop it. */
  readonly summary: string;
  readonly masks: readonly string[];
  /** As GitHub keeps them: ten of each kind, and 4096 characters of each. */
  readonly annotations: readonly Annotation[];
  /** The log as GitHub shows it: what is masked is hidden. */
  readonly log: string;
  /** `GITHUB_WORKSPACE`; there until the run is disposed of. */
  readonly workspace: string;
  /** `RUNNER_TEMP`; there until the run is disposed of. */
  readonly temp: string;
}

export interface Ended {
  /** The exit code; 128 and the signal's number for a process that died of one. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a built Action as a real runner would: an own process with the environment of the runner's machine (not ours),
 * the defaults of action.yml applied, empty command files. Its folders are removed with `await using`.
 */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const defined = await definedInputs(options);
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const at = (name: string): string => path.join(folder.path, name);
  const event = options.event?.name ?? "schedule";
  const files = {
    GITHUB_OUTPUT: at("output"),
    GITHUB_STATE: at("state"),
    GITHUB_ENV: at("env"),
    GITHUB_PATH: at("path"),
    GITHUB_STEP_SUMMARY: at("summary"),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
  await Promise.all(["home", "temp", "tools", "workspace"].map((name) => mkdir(at(name))));
  await writeFile(at("event.json"), JSON.stringify(options.event?.payload ?? SCHEDULED));

  const environment: Record<string, string> = {
    CI: "true",
    ...(options.machine ?? MACHINE),
    ...JOB,
    ...files,
    PATH: process.env["PATH"] ?? "",
    HOME: at("home"),
    RUNNER_TEMP: at("temp"),
    RUNNER_TOOL_CACHE: at("tools"),
    GITHUB_WORKSPACE: at("workspace"),
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: at("event.json"),
    ...options.env,
  };
  const step = new StepLog();
  for (const [name, value] of Object.entries(givenInputs(options, defined, step)))
    environment[inputVariable(name)] = value;
  for (const [name, { default: value = "" }] of Object.entries(defined))
    environment[inputVariable(name)] ??= evaluated(String(value), environment);

  const ended = await execute({
    args: [path.resolve(ROOT, options.main)],
    env: environment,
    cwd: at("workspace"),
    cancel: options.cancel,
    signalAfterMs: options.signalAfterMs,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    onLine: (line) => step.read(line),
  });
  const summary = step.summaryOf(await readFile(files.GITHUB_STEP_SUMMARY, "utf8"));
  step.readFile("state", await readFile(files.GITHUB_STATE, "utf8"));
  step.readFile("output", await readFile(files.GITHUB_OUTPUT, "utf8"));
  const kept = stack.move();

  return {
    ...ended,
    conclusion: ended.code === 0 && !step.hasFailed ? "success" : "failure",
    outputs: step.outputs,
    state: step.state,
    summary,
    masks: step.masks,
    annotations: step.annotations,
    log: step.shown.join("\n"),
    workspace: at("workspace"),
    temp: at("temp"),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The program; the built one of the checkout unless given. */
  readonly program?: string;
  /** Written to standard input, which is empty and closed unless this is given. */
  readonly input?: string;
  readonly timeoutMs?: number;
  readonly signalAfterMs?: number;
  readonly cancel?: AbortSignal;
}

/** Runs the built command line with nothing of our environment but `PATH` and compiled programs, in a home of its own. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<Ended> {
  await using home = await temporaryFolder();

  return await execute({
    args: [options.program ?? path.join(ROOT, "dist/cli.js"), ...args],
    env: { PATH: process.env["PATH"] ?? "", HOME: home.path, ...options.env },
    cwd: options.cwd ?? home.path,
    input: options.input,
    cancel: options.cancel,
    signalAfterMs: options.signalAfterMs,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
}

/** Some of what a machine of GitHub has in its environment. */
const MACHINE = {
  ACCEPT_EULA: "Y",
  AGENT_TOOLSDIRECTORY: "/opt/hostedtoolcache",
  ImageOS: "ubuntu24",
  LANG: "C.UTF-8",
  RUNNER_USER: "runner",
  SHELL: "/bin/bash",
  USER: "runner",
};

/** The rest of what the runner tells a job. */
const JOB = {
  RUNNER_OS: "Linux",
  RUNNER_ARCH: "X64",
  RUNNER_NAME: "test",
  RUNNER_ENVIRONMENT: "github-hosted",
  GITHUB_ACTIONS: "true",
  GITHUB_ACTION: "evidence",
  GITHUB_ACTOR: "octocat",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_JOB: "collect",
  GITHUB_REF: "refs/heads/main",
  GITHUB_REF_NAME: "main",
  GITHUB_REF_TYPE: "branch",
  GITHUB_REPOSITORY: "acme/compliance",
  GITHUB_REPOSITORY_ID: "1001",
  GITHUB_REPOSITORY_OWNER: "acme",
  GITHUB_REPOSITORY_OWNER_ID: "2002",
  GITHUB_RETENTION_DAYS: "90",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_RUN_ID: "4242",
  GITHUB_RUN_NUMBER: "7",
  GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
  GITHUB_WORKFLOW: "Evidence",
  GITHUB_WORKFLOW_REF: "acme/compliance/.github/workflows/evidence.yml@refs/heads/main",
  GITHUB_WORKFLOW_SHA: "0123456789abcdef0123456789abcdef01234567",
};

const SCHEDULED = {
  schedule: "17 6 * * *",
  workflow: ".github/workflows/evidence.yml",
  repository: {
    id: 1001,
    name: "compliance",
    full_name: "acme/compliance",
    private: true,
    visibility: "private",
    default_branch: "main",
    owner: { id: 2002, login: "acme" },
  },
};

const Input = z.object({
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  deprecationMessage: z.string().optional(),
});
const Manifest = z.object({ inputs: z.record(z.string(), Input).default({}) });

type DefinedInputs = z.infer<typeof Manifest>["inputs"];

/** Every input of action.yml: the runner sets one without a value and a default to the empty string. */
async function definedInputs({ manifest = "action.yml" }: ActionOptions): Promise<DefinedInputs> {
  return Manifest.parse(parse(await readFile(path.resolve(ROOT, manifest), "utf8"))).inputs;
}

/** What stands under `with:`. The runner compares names in any case and warns of those it does not know (ActionRunner.cs). */
function givenInputs(
  { inputs = {} }: ActionOptions,
  defined: DefinedInputs,
  step: StepLog,
): Readonly<Record<string, string>> {
  const named = new Map(Object.entries(defined).map(([name, input]) => [name.toLowerCase(), input]));
  for (const name of Object.keys(inputs)) {
    const deprecated = named.get(name.toLowerCase())?.deprecationMessage;
    if (deprecated !== undefined)
      step.annotate("warning", `Input '${name}' has been deprecated with message: ${deprecated}`);
  }
  const unexpected = Object.keys(inputs).filter((name) => !named.has(name.toLowerCase()));
  if (unexpected.length > 0)
    step.annotate(
      "warning",
      `Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(Object.keys(defined))}]`,
    );
  return inputs;
}

function quoted(names: readonly string[]): string {
  return `'${names.join("', '")}'`;
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

/** The only expressions a default may hold: `${{ github.something }}`. */
function evaluated(value: string, environment: Readonly<Record<string, string>>): string {
  return value.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (expression, inner: string) => {
    const name = /^github\.(\w+)$/.exec(inner)?.[1];
    if (name === undefined) throw new Error(`the test runner cannot evaluate ${expression}`);
    return environment[`GITHUB_${name.toUpperCase()}`] ?? "";
  });
}

interface Execution {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly input?: string | undefined;
  readonly cancel: AbortSignal | undefined;
  readonly signalAfterMs: number | undefined;
  readonly timeoutMs: number;
  /** Gets every line of both streams, in the order in which they arrive. */
  readonly onLine?: (line: string) => void;
}

async function execute(execution: Execution): Promise<Ended> {
  const { args, env, cwd, input, cancel, signalAfterMs, timeoutMs, onLine } = execution;
  const child = spawn(process.execPath, args, { env: { ...COMPILED, ...env }, cwd, stdio: "pipe" });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  if (onLine !== undefined) for (const stream of [child.stdout, child.stderr]) forEachLine(stream, onLine);
  // A program that does not read what it is given closes the pipe; its exit code tells the story.
  child.stdin.on("error", () => {});
  child.stdin.end(input);

  const timers: NodeJS.Timeout[] = [];
  const after = (ms: number, act: () => void): number => timers.push(setTimeout(act, ms));
  let timedOut = false;
  after(timeoutMs, () => {
    timedOut = true;
    child.kill("SIGKILL");
  });
  const onCancel = (): void => {
    child.kill("SIGINT");
    after(PATIENCE_MS.SIGINT, () => child.kill("SIGTERM"));
    after(PATIENCE_MS.SIGINT + PATIENCE_MS.SIGTERM, () => child.kill("SIGKILL"));
  };
  if (signalAfterMs !== undefined) after(signalAfterMs, onCancel);
  if (cancel?.aborted) onCancel();
  cancel?.addEventListener("abort", onCancel, { once: true });

  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.on("error", reject);
  child.on("close", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]));
  try {
    const code = await promise;
    const ended = {
      code,
      stdout: Buffer.concat(stdout).toString(),
      stderr: Buffer.concat(stderr).toString(),
    };
    if (timedOut) throw new Error(`${args.join(" ")} did not end within ${timeoutMs} ms`, { cause: ended });
    return ended;
  } finally {
    timers.forEach((timer) => clearTimeout(timer));
    cancel?.removeEventListener("abort", onCancel);
  }
}

function forEachLine(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const read = (text: string): void => {
    // A carriage return at the end may be half of a line end.
    const [whole, later] = text.endsWith("\r") ? [text.slice(0, -1), "\r"] : [text, ""];
    const lines = linesOf(whole);
    rest = `${lines.pop() ?? ""}${later}`;
    lines.forEach(onLine);
  };
  stream.on("data", (chunk: Buffer) => read(rest + decoder.write(chunk)));
  stream.on("end", () => {
    if (rest !== "") linesOf(rest).forEach(onLine);
  });
}

import { vi } from "vitest";

import { runCommandLine } from "../../src/cli/main.ts";
import { runWatchAction } from "../../src/action/watch.ts";

/** Where and when a program runs. */
export interface Around {
  /** Its working folder, so that it prints no path of this machine. */
  readonly cwd: string;
  /** What its clock shows from beginning to end. */
  readonly at: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program said, and how it ended. */
export interface Told {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line from its source, in this process: dozens of processes would take minutes. */
export async function runProgram(
  args: readonly string[],
  { dist, ...around }: Around & { /** What counts as the program's files. */ readonly dist: string },
): Promise<Told> {
  return running(async () => runCommandLine(dist, args), around);
}

/** Runs the second watcher from its source, with these inputs. */
export async function runWatcher(
  inputs: Readonly<Record<string, string>>,
  { env, ...around }: Around,
): Promise<Told> {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return running(runWatchAction, { ...around, env: { ...env, ...Object.fromEntries(given) } });
}

/** Puts a program's surroundings in the place of ours while it runs. */
async function running(program: () => Promise<void>, { cwd, at, env = {} }: Around): Promise<Told> {
  const ours = { cwd: process.cwd(), env: { ...process.env }, exitCode: process.exitCode };
  const forget = listeners();
  const stdout = captured(process.stdout);
  const stderr = captured(process.stderr);
  process.chdir(cwd);
  // Nobody watches, whoever runs the tests.
  surround({ PATH: ours.env["PATH"], HOME: cwd, CI: "true", NO_COLOR: "1", ...env });
  vi.setSystemTime(at);
  try {
    process.exitCode = undefined;
    await program();
    return { code: exitCode(), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    vi.useRealTimers();
    surround(ours.env);
    process.chdir(ours.cwd);
    stdout.restore();
    stderr.restore();
    forget();
    process.exitCode = ours.exitCode;
  }
}

function exitCode(): number {
  return Number(process.exitCode ?? 0);
}

function surround(environment: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined) process.env[name] = value;
  }
}

function captured(stream: NodeJS.WriteStream) {
  const pieces: string[] = [];
  const spy = vi.spyOn(stream, "write").mockImplementation((piece: string | Uint8Array) => {
    pieces.push(typeof piece === "string" ? piece : Buffer.from(piece).toString());
    return true;
  });
  return { text: () => pieces.join(""), restore: () => spy.mockRestore() };
}

/** A program runs once in its process and leaves its listeners there; the answer removes those that came since. */
function listeners(): () => void {
  const places: readonly (readonly [NodeJS.EventEmitter, string])[] = [
    [process, "SIGINT"],
    [process, "SIGTERM"],
    [process, "uncaughtException"],
    [process.stdout, "error"],
    [process.stderr, "error"],
  ];
  const before = places.map(([emitter, event]) => new Set(emitter.listeners(event)));
  return () => {
    for (const [index, [emitter, event]] of places.entries()) {
      const isNew = (listener: unknown): listener is (...given: unknown[]) => void =>
        typeof listener === "function" && before[index]?.has(listener) !== true;
      for (const listener of emitter.listeners(event).filter(isNew)) emitter.off(event, listener);
    }
  };
}

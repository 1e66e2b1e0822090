import type { ParseArgsConfig } from "node:util";

import { Failure } from "../failure.ts";
import type { Log } from "../platform/log.ts";

/** Where a command runs: data goes to `print`, talk to `log`. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the program lies in. */
  readonly dist: string;
  /** A signal that is aborted when the user stops the program, which from then on ends by itself alone. */
  readonly cancellation: () => AbortSignal;
  /** Hides from now on what came up as a secret. */
  readonly conceal: (secret: string) => void;
  readonly log: Log;
  readonly print: (text: string) => void;
}

/** What parseArgs found. */
export interface Arguments {
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
}

/** One command of the command line. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Arguments after the name. */
  readonly synopsis: string;
  /** Flag, and what it is, for `--help`. */
  readonly flags: readonly (readonly [flag: string, meaning: string])[];
  /** Closing paragraphs of `--help`, parted by empty lines. */
  readonly notes: string;
  /** Commands to copy, each with what it does. */
  readonly examples?: readonly (readonly [what: string, command: string])[];
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Resolves to the exit code. */
  run(given: Arguments, terminal: Terminal): Promise<number>;
}

/** The value of a flag that takes one; undefined when it was not given. */
export function flag({ flags }: Arguments, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of a flag that may be repeated. */
export function flagList({ flags }: Arguments, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** The one run folder that a command was given. Throws when there is none, or more. */
export function oneRunFolder({ words }: Arguments, name: string): string {
  const [folder, ...more] = words;
  if (folder !== undefined && more.length === 0) return folder;
  throw new Failure("input", `${name} takes one run folder`, {
    hint: `see: datadog-evidence ${name} --help`,
  });
}

/** The one folder that a command was given: of a run, a stream or a repository. */
export function oneFolder({ words }: Arguments, name: string): string {
  const [folder, ...more] = words;
  if (folder !== undefined && more.length === 0) return folder;
  throw new Failure("input", `${name} takes one folder: of a run, a stream or a repository`, {
    hint: `see: datadog-evidence ${name} --help`,
  });
}

/** Throws when words were given to a command that takes only flags. */
export function refuseWords({ words }: Arguments, name: string): void {
  if (words.length === 0) return;
  throw new Failure("input", `${name} takes no ${JSON.stringify(words.join(" "))}`, {
    hint: `see: datadog-evidence ${name} --help`,
  });
}

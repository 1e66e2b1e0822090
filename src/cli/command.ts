import type { Flags, FlagValues } from "../config/flags.ts";
import { Failure } from "../failure.ts";
import type { Log } from "../platform/log.ts";
import type { Paint } from "./terminal-style.ts";
import type { SecretSearch } from "../platform/secrets.ts";
import type { Environment } from "../platform/environment.ts";

/** Where a command runs: results go to `print`, messages to `log`. */
export interface Terminal {
  readonly environment: Environment;
  /** The folder of the program. */
  readonly dist: string;
  /** Returns a signal that aborts when the user stops the program. From then on the program ends by itself. */
  readonly cancellation: () => AbortSignal;
  /** Hides a secret that came up during the run from now on. */
  readonly conceal: (secret: string) => void;
  /** The secrets that nothing may hold: those of the environment, and those that came up. */
  readonly secrets: SecretSearch;
  readonly log: Log;
  readonly print: (text: string) => void;
  /** Colours for what is printed, where somebody sees them. */
  readonly paint: Paint;
  /** Columns to write lines for. */
  readonly width: number;
}

/** The arguments that the user gave to a command. */
export interface Arguments extends FlagValues {
  /** The words that are no flags. There are as many as the command takes. */
  readonly words: readonly string[];
}

/** One command of the command line. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Arguments after the name. */
  readonly synopsis: string;
  /** The words beside the flags; absent where there are none. */
  readonly words?: { readonly what: string; readonly count: number | "many" };
  /** The command names surplus words itself, together with all else that is wrong. */
  readonly namesEveryProblem?: true;
  readonly flags: Flags;
  /** Closing paragraphs of `--help`. */
  readonly notes: readonly string[];
  /** Commands to copy, each with what it does. */
  readonly examples?: readonly (readonly [what: string, command: string])[];
  /** Resolves to the exit code. Throws a `Failure` for exit 2. */
  run(given: Arguments, terminal: Terminal): Promise<number>;
}

/** The failure of arguments that a command cannot use. Its hint names the help of the command. */
export function argumentFailure(name: string, message: string): Failure {
  return new Failure("input", message, { hint: `see: datadog-evidence ${name} --help` });
}

/** The words of a command that takes a run, a stream or a repository. */
export const ONE_FOLDER = {
  what: "one folder: of a run, a stream or a repository",
  count: 1,
} as const;

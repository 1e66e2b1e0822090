import { parseArgs, type ParseArgsConfig } from "node:util";

import type { Flags } from "../config/flags.ts";
import { argumentFailure, type Arguments, type Command } from "./command.ts";

/** Flags of every command. */
const COMMON_FLAGS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const satisfies ParseArgsConfig["options"];

/**
 * What the user gave to the command, under the names of its flags. Throws a `Failure` for an unknown flag, a
 * missing value, or too many or too few words.
 */
export function parseArguments(
  name: string,
  { command, args }: { command: Command; args: readonly string[] },
): Arguments {
  const { flags } = command;
  const { values, positionals } = parseStrictly(name, { flags, args });
  for (const [flag, { alias }] of Object.entries(flags)) {
    if (alias === undefined || values[alias] === undefined) continue;
    if (values[flag] !== undefined) {
      throw argumentFailure(name, `--${alias} is another name for --${flag}; give one of them`);
    }
    values[flag] = values[alias];
  }
  const given = { flags: values, words: positionals };
  if (values["help"] === true || values["version"] === true) return given;
  const { what, count } = command.words ?? { what: "", count: 0 };
  if (command.namesEveryProblem === true) return given;
  if (count === 0 && positionals.length > 0) {
    throw argumentFailure(name, `${name} takes no ${JSON.stringify(positionals.join(" "))}`);
  }
  const isRight = count === "many" ? positionals.length > 0 : positionals.length === count;
  if (!isRight) throw argumentFailure(name, `${name} takes ${what}`);
  return given;
}

function parseStrictly(name: string, { flags, args }: { flags: Flags; args: readonly string[] }) {
  const rows = Object.entries(flags).flatMap(([flag, { argument, isRepeatable = false, alias }]) => {
    const option = { type: argument === undefined ? "boolean" : "string", multiple: isRepeatable } as const;
    return [flag, ...(alias === undefined ? [] : [alias])].map((each) => [each, option] as const);
  });
  const options: NonNullable<ParseArgsConfig["options"]> = { ...Object.fromEntries(rows), ...COMMON_FLAGS };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, unknown] = /^Unknown option '(--?[^']*)'/.exec(error.message) ?? [];
    if (unknown === undefined)
      throw argumentFailure(name, `${name}: ${error.message.split(/\. |\.?\n|\.$/)[0]}`);
    const known = Object.keys(options).map((flag) => `--${flag}`);
    // Of -out the parser names -o alone.
    const short = args.find((arg) => /^-[^-]./.test(arg) && arg.startsWith(unknown));
    const word = short === undefined ? unknown : `-${short}`;
    throw argumentFailure(name, withSuggestion(`${name} has no flag ${short ?? unknown}`, { word, known }));
  }
}

/** The message with `did you mean collect?` after it where a known word is near to the misspelt one. */
export function withSuggestion(
  message: string,
  { word, known }: { readonly word: string; readonly known: readonly string[] },
): string {
  const far = Math.max(1, Math.floor(word.replace(/^-+/, "").length / 3));
  const [nearest] = known
    .map((each) => ({ each, distance: editDistance(word, each) }))
    .filter(({ distance }) => distance <= far)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined ? message : `${message}; did you mean ${nearest.each}?`;
}

/** The number of letters to add, remove, replace or swap with a neighbour. */
function editDistance(a: string, b: string): number {
  let [before, row] = [[Infinity], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced, swapped));
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

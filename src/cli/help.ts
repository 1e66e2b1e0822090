import type { Flag } from "../config/flags.ts";
import { wrapLabelled, WIDTH, wrapText } from "../report/render/wrap.ts";
import type { Command } from "./command.ts";

const HELP_COLUMNS = 28;

/** The list of commands. */
export function helpText(commands: ReadonlyMap<string, Command>): string {
  const longest = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(longest + 2)}${summary}`);
  return [
    "datadog-evidence: signed compliance evidence from Datadog",
    "",
    "usage: datadog-evidence COMMAND [flags]",
    "",
    ...lines,
    "",
    "Start here:",
    "  datadog-evidence demo                  a full demo; no account needed",
    "  datadog-evidence COMMAND --help        the flags of a command",
    "  datadog-evidence --version             the version of this program",
    "",
    "Secrets come from the environment or a file, never from a flag. Results go to",
    "stdout, messages to stderr. Exit codes: 0 success, 1 finding, 2 error,",
    "3 incomplete.",
    "",
  ].join("\n");
}

/** `--help` of one command. */
export function commandHelp(
  name: string,
  { summary, synopsis, flags, notes, examples = [] }: Command,
): string {
  return [
    ...wrapLabelled("usage:", `datadog-evidence ${name} ${synopsis}`.trimEnd(), "usage: ".length),
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    "",
    ...Object.entries(flags).flatMap(([flag, row]) => entryLines(flagTerm(flag, row), row.description)),
    ...(Object.keys(flags).length > 0 ? [""] : []),
    ...notes.split("\n\n").flatMap((text) => wrapText(text.replaceAll("\n", " "), WIDTH).concat("")),
    ...exampleLines(examples),
  ].join("\n");
}

/** A flag as a user types it: `--out DIR`. */
export function flagTerm(name: string, { argument, alias }: Flag): string {
  const names = [name, ...(alias === undefined ? [] : [alias])].map((each) => `--${each}`).join(", ");
  return argument === undefined ? names : `${names} ${argument}`;
}

function exampleLines(examples: readonly (readonly [what: string, command: string])[]): readonly string[] {
  if (examples.length === 0) return [];
  return ["Examples:", ...examples.flatMap(([what, command]) => [`  # ${what}`, `  ${command}`]), ""];
}

function entryLines(term: string, meaning: string): readonly string[] {
  const [first = "", ...rest] = wrapText(meaning, WIDTH - HELP_COLUMNS);
  const head = `  ${term}`;
  const lines = [...rest].map((line) => " ".repeat(HELP_COLUMNS) + line);
  if (head.length >= HELP_COLUMNS - 1) return [head, " ".repeat(HELP_COLUMNS) + first, ...lines];
  return [head.padEnd(HELP_COLUMNS) + first, ...lines];
}

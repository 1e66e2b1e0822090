import type { Flag } from "../config/flags.ts";
import { sentenceCase } from "../failure.ts";
import { wrapLabelled, wrapText } from "../report/render/wrap.ts";
import type { Command } from "./command.ts";

const USAGE = "usage: ";
const HELP_COLUMNS = 28;
/** Beside the flags, a narrower column of descriptions cannot be read, so it goes below them. */
const SHORTEST_COLUMN = 30;
const NARROW_INDENT = 6;

/** The list of commands, in lines of that width. */
export function helpText(commands: ReadonlyMap<string, Command>, width: number): string {
  const longest = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands].flatMap(([name, { summary }]) =>
    wrapLabelled(`  ${name}`, summary, { indent: longest + 4, width }),
  );
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
    "  datadog-evidence --version             version and digest of this program",
    "",
    ...wrapText(NOTES, width),
    "",
  ].join("\n");
}

const NOTES =
  "Secrets come from the environment or a file, never from a flag. Results go to stdout, messages to stderr. Exit codes: 0 success, 1 finding, 2 error, 3 incomplete.";

/** `--help` of one command, in lines of that width. */
export function commandHelp(
  name: string,
  { summary, synopsis, flags, notes, examples = [] }: Command,
  width: number,
): string {
  return [
    ...wrapLabelled(USAGE, `datadog-evidence ${name} ${synopsis}`.trimEnd(), { indent: USAGE.length, width }),
    "",
    ...wrapText(`${sentenceCase(summary)}.`, width),
    "",
    ...Object.entries(flags).flatMap(([flag, row]) =>
      entryLines(flagTerm(flag, row), row.description, width),
    ),
    ...(Object.keys(flags).length > 0 ? [""] : []),
    ...notes.flatMap((text) => wrapText(text, width).concat("")),
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

function entryLines(term: string, meaning: string, width: number): readonly string[] {
  const indent = width - HELP_COLUMNS < SHORTEST_COLUMN ? NARROW_INDENT : HELP_COLUMNS;
  const [first = "", ...rest] = wrapText(meaning, width - indent);
  const head = `  ${term}`;
  const lines = rest.map((line) => " ".repeat(indent) + line);
  if (head.length >= indent - 1) return [head, " ".repeat(indent) + first, ...lines];
  return [head.padEnd(indent) + first, ...lines];
}

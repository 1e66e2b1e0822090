import { labelled, WIDTH, wrapped } from "../report/render/wrap.ts";
import type { Command } from "./command.ts";

const INDENT = 28;

/** The list of commands. */
export function overview(commands: ReadonlyMap<string, Command>): string {
  const longest = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(longest + 2)}${summary}`);
  return [
    "datadog-evidence: signed, honest compliance evidence from Datadog",
    "",
    "usage: datadog-evidence COMMAND [flags]",
    "",
    ...lines,
    "",
    "Start here:",
    "  datadog-evidence demo                  the whole job, without an account",
    "  datadog-evidence COMMAND --help        each command, with its flags",
    "",
    "Secrets come from the environment or a file, never as a flag. Data goes to",
    "stdout, talk to stderr. Exit 0: good. 1: a finding. 2: could not. 3: incomplete.",
    "",
  ].join("\n");
}

/** `--help` of one command. */
export function help(name: string, { summary, synopsis, flags, notes, examples = [] }: Command): string {
  return [
    ...labelled("usage:", `datadog-evidence ${name} ${synopsis}`.trimEnd(), "usage: ".length),
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    "",
    ...flags.flatMap(([flag, meaning]) => entry(flag, meaning)),
    ...(flags.length > 0 ? [""] : []),
    ...notes.split("\n\n").flatMap((text) => wrapped(text.replaceAll("\n", " "), WIDTH).concat("")),
    ...exampleLines(examples),
  ].join("\n");
}

function exampleLines(examples: readonly (readonly [what: string, command: string])[]): readonly string[] {
  if (examples.length === 0) return [];
  return ["Examples:", ...examples.flatMap(([what, command]) => [`  # ${what}`, `  ${command}`]), ""];
}

function entry(flag: string, meaning: string): readonly string[] {
  const [first = "", ...rest] = wrapped(meaning, WIDTH - INDENT);
  const head = `  ${flag}`;
  const lines = [...rest].map((line) => " ".repeat(INDENT) + line);
  if (head.length >= INDENT - 1) return [head, " ".repeat(INDENT) + first, ...lines];
  return [head.padEnd(INDENT) + first, ...lines];
}

import { cancellation } from "../platform/cancellation.ts";
import { isFlagSet } from "../config/flags.ts";
import { INPUT_NOTES } from "../config/inputs.ts";
import type { Command, Terminal } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { commandHelp, helpText } from "./help.ts";
import { parseArguments, withSuggestion } from "./parse-arguments.ts";
import { explainError, Failure } from "../failure.ts";
import { collectorIdentity } from "../run/identity.ts";
import type { Log } from "../platform/log.ts";
import { wrapText } from "../report/render/wrap.ts";
import { logLine, printableText } from "../report/render/sanitize.ts";
import { SecretSearch } from "../platform/secrets.ts";
import { painterFor, widthOf } from "./terminal-style.ts";
import { isWatched, StatusLine } from "./status-line.ts";

/** Variables whose values are never printed. */
const SECRET_VARIABLES = [
  ...[...INPUT_NOTES.values()].flatMap(({ variable, isSecret }) => (isSecret ? (variable ?? []) : [])),
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "GITHUB_TOKEN",
];

/** Runs the command line. `dist` is the folder of the program. Sets the exit code and never throws. */
export async function runCommandLine(
  dist: string,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const secrets = new SecretSearch(SECRET_VARIABLES.map((name) => process.env[name]));
  const conceal = (secret: string): void => secrets.add(secret);
  const status = new StatusLine(process.stderr);
  const watches = isWatched(process.stderr, process.env);
  const paint = painterFor(process.stdout);
  const hasColours = paint("good", "x") !== "x";
  // Nothing is printed anywhere else.
  const say = (line: string): void => status.print(printableText(secrets.conceal(line)));
  const print = (text: string): void =>
    void process.stdout.write(printableText(secrets.conceal(text), { hasColours }));
  process.stdout.on("error", ignoreClosed);
  process.stderr.on("error", ignoreClosed);
  const fail = (error: unknown): void => {
    status.show(null);
    say(`datadog-evidence: ${explainError(error)}`);
    process.exitCode = 2;
  };
  process.on("uncaughtException", (error) => {
    fail(error);
    process.exit();
  });

  try {
    const show = watches ? (line: string | null) => status.show(line) : null;
    const log = logOf({ say, show }, secrets);
    const width = widthOf(process.stdout);
    if (args.length === 0) say(helpText(COMMANDS, width));
    process.exitCode = await runCommand(args, { dist, print, conceal, secrets, log, paint, width });
    status.show(null);
  } catch (error) {
    fail(error);
  }
}

/** A reader of only the beginning, such as head, closes the pipe. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

async function runCommand(
  [name, ...args]: readonly string[],
  terminal: Omit<Terminal, "environment" | "cancellation">,
): Promise<number> {
  if (name === undefined) throw new Failure("input", "no command was given");
  if (name === "help" || name === "--help" || name === "-h") {
    const [topic] = args;
    const { width } = terminal;
    terminal.print(
      topic === undefined ? helpText(COMMANDS, width) : commandHelp(topic, commandNamed(topic), width),
    );
    return 0;
  }
  if (name === "--version") return printVersion(terminal);
  const command = commandNamed(name);
  const given = parseArguments(name, { command, args });
  if (isFlagSet(given, "help")) terminal.print(commandHelp(name, command, terminal.width));
  else if (isFlagSet(given, "version")) return printVersion(terminal);
  else return command.run(given, { ...terminal, environment: process.env, cancellation });
  return 0;
}

/** Version and digest of the program, as evidence names them. */
async function printVersion({ dist, print }: Pick<Terminal, "dist" | "print">): Promise<number> {
  const { version, sha256 } = await collectorIdentity(dist);
  print(`${version} sha256:${sha256}\n`);
  return 0;
}

function commandNamed(name: string): Command {
  const command = COMMANDS.get(name);
  if (command !== undefined) return command;
  const known = [...COMMANDS.keys()];
  throw new Failure(
    "input",
    withSuggestion(`there is no command ${JSON.stringify(name)}`, { word: name, known }),
    { hint: `the commands are ${known.join(", ")}` },
  );
}

/** The log of the terminal. It is sanitised, because GitHub Actions also reads it for commands. */
function logOf(
  {
    say,
    show,
  }: {
    say: (line: string) => void;
    /** Null if no user watches. */
    show: ((line: string | null) => void) | null;
  },
  secrets: SecretSearch,
): Log {
  const safe = (line: string): string => logLine(secrets.conceal(line));
  // Lines are wrapped for a user who watches. Other logs keep whole lines for searching.
  const width = show === null ? Infinity : (process.stderr.columns ?? 80);
  const write = (line: string, indent = ""): void => {
    for (const part of wrapText(line, width - indent.length)) say(`${indent}${part}`);
  };
  return {
    info: (line) => write(safe(line)),
    warning: (line) => write(`warning: ${safe(line)}`),
    debug: () => {},
    group(title, lines) {
      write(safe(title));
      for (const line of lines) write(safe(line), "  ");
    },
    status: (line) => show?.(line === null ? null : safe(line)),
  };
}

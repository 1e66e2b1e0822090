import { parseArgs } from "node:util";

import { cancellation } from "../platform/cancellation.ts";
import { attest } from "./commands/attest.ts";
import { collect } from "./commands/collect.ts";
import type { Arguments, Command, Terminal } from "./command.ts";
import { declareGap } from "./commands/declare-gap.ts";
import { diff } from "./commands/diff.ts";
import { help, overview } from "./help.ts";
import { keygen } from "./commands/keygen.ts";
import { publish } from "./commands/publish.ts";
import { report } from "./commands/report.ts";
import { sample } from "./commands/sample.ts";
import { verify } from "./commands/verify.ts";
import { demo } from "./commands/demo.ts";
import { explain, Failure } from "../failure.ts";
import { VERSION } from "../platform/version.ts";
import type { Log } from "../platform/log.ts";
import { wrapped } from "../report/render/wrap.ts";
import { logLine } from "../report/render/sanitize.ts";
import { concealed, formsOf } from "../platform/secrets.ts";
import { isWatched, StatusLine } from "./status-line.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    collect,
    demo,
    verify,
    diff,
    report,
    sample,
    attest,
    publish,
    "declare-gap": declareGap,
    keygen,
  }),
);

/** Variables whose values are never repeated. */
const SECRET_VARIABLES = [
  "DD_API_KEY",
  "DD_APP_KEY",
  "SIGNING_KEY",
  "SIGNING_KEY_PASSPHRASE",
  "PSEUDONYM_KEY",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "GITHUB_TOKEN",
];

/** The command line. `dist` is the folder the program lies in. Sets the exit code and throws nothing. */
export async function cli(dist: string, args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const secrets = [...formsOf(SECRET_VARIABLES.map((name) => process.env[name]))];
  const conceal = (secret: string): void => void secrets.unshift(...formsOf([secret]));
  const status = new StatusLine(process.stderr);
  const watches = isWatched(process.stderr, process.env);
  const say = (line: string): void => status.print(concealed(line, secrets));
  const print = (text: string): void => void process.stdout.write(concealed(text, secrets));
  process.stdout.on("error", ignoreClosed);
  process.stderr.on("error", ignoreClosed);

  try {
    const show = watches ? (line: string | null) => status.show(line) : null;
    const log = logOf({ say, show }, secrets);
    process.exitCode = await dispatched(args, { dist, print, conceal, log });
    status.show(null);
  } catch (error) {
    status.show(null);
    say(`datadog-evidence: ${explain(error)}`);
    process.exitCode = 2;
  }
}

/** Who reads only the beginning, such as head, closes the pipe. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

async function dispatched(
  [name, ...rest]: readonly string[],
  around: Omit<Terminal, "environment" | "cancellation">,
): Promise<number> {
  if (name === undefined) {
    throw new Failure("input", "no command was given", { hint: "see: datadog-evidence --help" });
  }
  if (name === "help" || name === "--help" || name === "-h") {
    const [about = ""] = rest;
    const command = COMMANDS.get(about);
    around.print(command === undefined ? overview(COMMANDS) : help(about, command));
    return 0;
  }
  if (name === "--version") {
    around.print(`${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new Failure("input", `there is no command ${JSON.stringify(name)}`, {
      hint: `the commands are ${[...COMMANDS.keys()].join(", ")}`,
    });
  }
  const given = argumentsOf(name, { command, rest });
  if (given.flags["help"] === true) {
    around.print(help(name, command));
    return 0;
  }
  return command.run(given, { ...around, environment: process.env, cancellation });
}

function argumentsOf(
  name: string,
  { command, rest }: { readonly command: Command; readonly rest: readonly string[] },
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    return { flags: values, words: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Failure("input", `${name}: ${error.message.split(/\. |\.?\n|\.$/)[0]}`, {
      hint: `see: datadog-evidence ${name} --help`,
      cause: error,
    });
  }
}

/** In a job of GitHub Actions the log of this program is read for commands too. */
function logOf(
  {
    say,
    show,
  }: {
    readonly say: (line: string) => void;
    /** Null where nobody watches. */
    readonly show: ((line: string | null) => void) | null;
  },
  secrets: readonly string[],
): Log {
  const safe = (line: string): string => logLine(concealed(line, secrets));
  // Whoever watches reads; whoever does not may want to search whole lines.
  const width = show === null ? Infinity : (process.stderr.columns ?? 80);
  const tell = (line: string, indent = ""): void => {
    for (const part of wrapped(line, width - indent.length)) say(`${indent}${part}`);
  };
  return {
    info: (line) => tell(safe(line)),
    warning: (line) => tell(`warning: ${safe(line)}`),
    debug: () => {},
    group(title, lines) {
      tell(safe(title));
      for (const line of lines) tell(safe(line), "  ");
    },
    status: (line) => show?.(line === null ? null : safe(line)),
  };
}

/**
 * What GitHub's runner makes of the output of a step. Every rule is from actions/runner (`src/Runner.Worker` and
 * `src/Runner.Common` at 258d6c8, v2.336.0), and runner.test.ts has a row for each.
 */

export interface LogCommand {
  /** In lower case: the runner reads names in any case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface Annotation {
  readonly kind: "error" | "warning" | "notice";
  readonly message: string;
  readonly title?: string;
}

/** The commands that the runner registers (ActionCommandManager.cs). */
const COMMANDS: ReadonlySet<string> = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/** An annotation has so many UTF-16 units, and a step so many of each kind (ExecutionContext.cs). */
const LONGEST_ANNOTATION = 4096;
const MOST_ANNOTATIONS = 10;

/** Bytes of a summary; a larger one is dropped as a whole (FileCommandManager.cs). */
const LARGEST_SUMMARY = 1024 * 1024;

/**
 * The workflow commands in a log, as the runner reads them. What a test of injected commands has to see is this, not
 * what we meant to write.
 */
export function logCommands(log: string): LogCommand[] {
  const step = new StepLog();
  for (const line of linesOf(log)) step.read(line);
  return step.commands;
}

/** .NET's `ReadLine` ends a line at a carriage return, too. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** A step while it runs: reads its output line by line, and keeps what GitHub would show and do. */
export class StepLog {
  readonly commands: LogCommand[] = [];
  readonly annotations: Annotation[] = [];
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};
  /** Every value that the log hides: what was given to `add-mask`, and each line of it. */
  readonly masks: string[] = [];
  /** The log as GitHub shows it. */
  readonly shown: string[] = [];
  /** Whether the step fails whatever its exit code is: a command could not be obeyed. */
  hasFailed = false;
  #stopToken: string | undefined;
  #hasStopped = false;
  #echoes = false;

  read(line: string): void {
    // An exception outside of a command ends the step (OutputManager.cs catches none).
    if (this.#hasStopped) return;
    const command = this.#parsed(line);
    if (command === undefined) this.#show(line);
    else if (this.#stopToken === undefined) this.#obey(command, line);
    else {
      if (command.name === this.#stopToken) this.#stopToken = undefined;
      this.#show(line);
    }
  }

  annotate(kind: Annotation["kind"], text: string, title?: string): void {
    const message = this.mask(text).slice(0, LONGEST_ANNOTATION);
    this.#show(`##[${kind}]${message}`);
    if (this.annotations.filter((annotation) => annotation.kind === kind).length === MOST_ANNOTATIONS) return;
    this.annotations.push({ kind, message, ...(title === undefined ? {} : { title }) });
  }

  /** Reads a command file such as `GITHUB_OUTPUT`. What stands before a line that is refused counts. */
  readFile(context: "output" | "state", text: string): void {
    const values = context === "output" ? this.outputs : this.state;
    try {
      for (const [name, value] of pairsOf(text)) values[name] = value;
    } catch (error) {
      this.#fail(`Unable to process file command '${context}' successfully.`, error);
    }
  }

  /** The summary as GitHub keeps it; empty where it is too large. */
  summaryOf(text: string): string {
    const size = Buffer.byteLength(text);
    if (size <= LARGEST_SUMMARY) return text;
    const [limit, got] = [LARGEST_SUMMARY / 1024, Math.floor(size / 1024)];
    this.annotate(
      "error",
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${got}k. ${SUMMARY_HELP}`,
    );
    return "";
  }

  /** Hides every masked value; values that overlap or touch become one mark (SecretMasker.cs). */
  mask(text: string): string {
    const places = this.masks
      .flatMap((value) => occurrences(text, value))
      .toSorted(([first], [second]) => first - second);
    const merged: [number, number][] = [];
    for (const [start, end] of places) {
      const last = merged.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged.reduceRight((left, [start, end]) => `${left.slice(0, start)}***${left.slice(end)}`, text);
  }

  #parsed(line: string): LogCommand | undefined {
    const isKnown = (name: string): boolean => COMMANDS.has(name) || name === this.#stopToken;
    return current(line, isKnown) ?? older(line, isKnown);
  }

  #obey(command: LogCommand, line: string): void {
    const { name, properties, message } = command;
    this.commands.push(command);
    if (this.#echoes && !SILENT.has(name)) this.#show(line);
    switch (name) {
      case "error":
      case "warning":
      case "notice":
        return this.annotate(name, message, properties["title"]);
      case "group":
        return this.#show(`##[group]${message}`);
      case "endgroup":
        return this.#show("##[endgroup]");
      case "add-mask":
        return this.#addMask(message);
      case "set-output":
        return this.#set(this.outputs, command, line);
      case "save-state":
        return this.#set(this.state, command, line);
      case "set-env":
      case "add-path":
        return this.#fail(`Unable to process command '${line}' successfully.`, disabled(name));
      case "echo":
        return this.#echo(message, line);
      case "stop-commands":
        return this.#stop(message, line);
      default:
    }
  }

  #addMask(message: string): void {
    if (message.trim() === "")
      return this.annotate("warning", "Can't add secret mask for empty string in ##[add-mask] command.");
    const lines = message.split(/[\r\n]/).map((line) => line.trim());
    this.masks.push(...new Set([message, ...lines.filter((line) => line !== "")]));
  }

  #set(values: Record<string, string>, { name, properties, message }: LogCommand, line: string): void {
    this.annotate(
      "warning",
      `The \`${name}\` command is deprecated and will be disabled soon. ${FILES_HELP}`,
    );
    const key = properties["name"];
    if (key !== undefined) values[key] = message;
    else {
      const reason = new Error(`Required field 'name' is missing in ##[${name}] command.`);
      this.#fail(`Unable to process command '${line}' successfully.`, reason);
    }
  }

  #echo(message: string, line: string): void {
    const value = message.trim().toUpperCase();
    if (value === "ON" || value === "OFF") this.#echoes = value === "ON";
    else {
      const reason = new Error(
        `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${message}'.`,
      );
      this.#fail(`Unable to process command '${line}' successfully.`, reason);
    }
  }

  #stop(message: string, line: string): void {
    const token = message.toLowerCase();
    if (token === "" || token === "pause-logging" || COMMANDS.has(token)) {
      this.annotate("error", STOP_TOKEN_REFUSED);
      this.hasFailed = true;
      this.#hasStopped = true;
      return;
    }
    this.#stopToken = token;
    if (message.length > 6) this.masks.push(message);
    this.#show(line);
  }

  #fail(what: string, reason: unknown): void {
    this.annotate("error", what);
    this.annotate("error", reason instanceof Error ? reason.message : String(reason));
    this.hasFailed = true;
  }

  #show(line: string): void {
    this.shown.push(this.mask(line));
  }
}

/** Commands that `echo` does not show; `add-mask` would show its secret. */
const SILENT: ReadonlySet<string> = new Set(["add-mask", "debug", "error", "notice", "warning"]);

// The sentences of the runner (Constants.cs).
const SUMMARY_HELP =
  "For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary";
const FILES_HELP =
  "Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/";
const STOP_TOKEN_REFUSED =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command. For more information see: https://docs.github.com/actions/learn-github-actions/workflow-commands-for-github-actions#example-stopping-and-starting-workflow-commands or opt into insecure command execution by setting the `ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS` environment variable to `true`.";

function disabled(name: string): Error {
  return new Error(
    `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`,
  );
}

/** What .NET takes for white space at the start of a line. */
const LEADING_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** `::name key=value,key=value::message` after any leading space (ActionCommand.cs, TryParseV2). */
function current(line: string, isKnown: (name: string) => boolean): LogCommand | undefined {
  const text = line.replace(LEADING_SPACE, "");
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  const [name, properties] = nameAndProperties(text.slice(2, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: propertiesOf(properties.trim(), ",", IN_PROPERTY),
    message: unescaped(text.slice(end + 2), IN_MESSAGE),
  };
}

/** `##[name key=value;key=value]message` anywhere in a line (ActionCommand.cs, TryParse). */
function older(line: string, isKnown: (name: string) => boolean): LogCommand | undefined {
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  const [name, properties] = nameAndProperties(line.slice(start + 3, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: propertiesOf(properties, ";", IN_OLDER),
    message: unescaped(line.slice(end + 1), IN_OLDER),
  };
}

function nameAndProperties(text: string): [string, string] {
  const space = text.indexOf(" ");
  return space < 0 ? [text.toLowerCase(), ""] : [text.slice(0, space).toLowerCase(), text.slice(space + 1)];
}

function propertiesOf(text: string, separator: string, escapes: Escapes): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const pair of text.split(separator)) {
    const equals = pair.indexOf("=");
    if (equals > 0 && equals < pair.length - 1)
      properties[pair.slice(0, equals).toLowerCase()] = unescaped(pair.slice(equals + 1), escapes);
  }
  return properties;
}

type Escapes = Readonly<Record<string, string>>;

// In each, the percent sign comes last: what it escapes is no escape itself.
const IN_MESSAGE: Escapes = { "%0D": "\r", "%0A": "\n", "%25": "%" };
const IN_PROPERTY: Escapes = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
const IN_OLDER: Escapes = { "%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%" };

function unescaped(text: string, escapes: Escapes): string {
  return Object.entries(escapes).reduce(
    (result, [escape, character]) => result.replaceAll(escape, character),
    text,
  );
}

function occurrences(text: string, value: string): [number, number][] {
  const places: [number, number][] = [];
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1))
    places.push([start, start + value.length]);
  return places;
}

/** What a command file such as `GITHUB_OUTPUT` sets; throws what the runner throws (FileCommandManager.cs). */
export function fileCommands(text: string): Record<string, string> {
  return Object.fromEntries(pairsOf(text));
}

function* pairsOf(text: string): Generator<[string, string]> {
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") continue;

    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
    if (name === "" || delimiter === "")
      throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);

    const end = lines.indexOf(delimiter, index + 1);
    if (end < 0) {
      const isCut = index + 1 < lines.length && lines.at(-1) !== "";
      const reason = isCut ? "EOF marker missing new line." : `Matching delimiter not found '${delimiter}'`;
      throw new Error(`Invalid value. ${reason}`);
    }
    yield [name, lines.slice(index + 1, end).join("\n")];
    index = end;
  }
}

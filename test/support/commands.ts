export interface LogCommand {
  readonly name: string;
  readonly title: string | undefined;
  readonly message: string;
}

const COMMANDS = new Set([
  "add-mask",
  "debug",
  "endgroup",
  "error",
  "group",
  "notice",
  "stop-commands",
  "warning",
]);

/**
 * The workflow commands in a log, as the runner reads them: `::name key=value::message` after any leading space,
 * else `##[name key=value]message` anywhere in the line, and none between `::stop-commands::token` and `::token::`.
 * See actions/runner, ActionCommand.cs. What a test of injected commands has to see is this, not what we meant to write.
 */
export function logCommands(log: string): LogCommand[] {
  const commands: LogCommand[] = [];
  let resumedBy: string | undefined;
  for (const line of log.split(/\r?\n/)) {
    if (resumedBy !== undefined) {
      if (line.trimStart().startsWith(`::${resumedBy}::`)) resumedBy = undefined;
      continue;
    }
    const command = current(line) ?? legacy(line);
    if (command?.name === "stop-commands") resumedBy = command.message;
    else if (command !== undefined) commands.push(command);
  }
  return commands;
}

function current(line: string): LogCommand | undefined {
  const [, name, properties = "", message = ""] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (name === undefined || !COMMANDS.has(name)) return undefined;
  return { name, title: titleIn(properties, ",", IN_PROPERTY), message: unescaped(message, IN_MESSAGE) };
}

function legacy(line: string): LogCommand | undefined {
  const [, name, properties = "", message = ""] = /##\[([\w-]+)(?: ([^\]]*))?\](.*)$/.exec(line) ?? [];
  if (name === undefined || !COMMANDS.has(name)) return undefined;
  return { name, title: titleIn(properties, ";", IN_LEGACY), message: unescaped(message, IN_LEGACY) };
}

function titleIn(properties: string, separator: string, escapes: Escapes): string | undefined {
  const property = properties.split(separator).find((pair) => pair.trim().startsWith("title="));
  return property === undefined ? undefined : unescaped(property.trim().slice("title=".length), escapes);
}

type Escapes = Readonly<Record<string, string>>;

// In each, the percent sign comes last: what it escapes is no escape itself.
const IN_MESSAGE: Escapes = { "%0D": "\r", "%0A": "\n", "%25": "%" };
const IN_PROPERTY: Escapes = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
const IN_LEGACY: Escapes = { "%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%" };

function unescaped(text: string, escapes: Escapes): string {
  return Object.entries(escapes).reduce(
    (result, [escape, character]) => result.replaceAll(escape, character),
    text,
  );
}

/** What a command file such as `GITHUB_OUTPUT` sets; refuses what the runner refuses (FileCommandManager.cs). */
export function fileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") continue;

    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 1) throw new Error(`the runner refuses the line ${JSON.stringify(line)}`);

    const end = lines.indexOf(line.slice(heredoc + 2), index + 1);
    if (end < 0) throw new Error(`the runner finds no end for ${JSON.stringify(line)}`);
    values[line.slice(0, heredoc)] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return values;
}

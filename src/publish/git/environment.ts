import type { Environment } from "../../platform/environment.ts";

/**
 * The variables of our environment that git needs. It gets no other ones, because git may start programs, and our
 * environment may hold secrets under any name.
 */
const PASSED_VARIABLES = new RegExp(
  `^(?:${[
    "PATH|HOME|USER|USERNAME|LOGNAME|LANG|LC_[A-Z_]+|TZ|TERM|TMPDIR|TMP|TEMP|XDG_[A-Z_]+|LD_LIBRARY_PATH",
    // The user sets these for git.
    "GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL)|GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_EXEC_PATH",
    // gpg and ssh-keygen need these to ask an agent or the user for a passphrase.
    "GNUPGHOME|GPG_TTY|GPG_AGENT_INFO|SSH_AUTH_SOCK|SSH_AGENT_PID|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS",
    // No program runs on Windows without these.
    "SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\\(X86\\))?",
  ].join("|")})$`,
  "i",
);

/** Settings that a caller may give in `GIT_CONFIG_KEY_0` and so on. Another one may hold a token, such as an HTTP header. */
const PASSED_SETTINGS = /^(?:user|commit|gpg|safe|init)\./i;

/** Returns the environment of a git that we start, without any secret and without the repository of a git that started us. */
export function gitEnvironment(environment: Environment): Record<string, string> {
  const passed: Record<string, string> = {
    // We need no object from elsewhere, and a repository could name any program that fetches one.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && PASSED_VARIABLES.test(name)) passed[name] = value;
  }
  return { ...passed, ...settingVariables(settingsIn(environment)) };
}

/** Returns the same environment, but with the hooks of these names off, whatever any configuration says. */
export function withoutHooks(environment: Environment, names: readonly string[]): Record<string, string> {
  const off = names.map((name) => ({ key: `hook.${name}.enabled`, value: "false" }));
  return { ...gitEnvironment(environment), ...settingVariables([...settingsIn(environment), ...off]) };
}

interface Setting {
  readonly key: string;
  readonly value: string;
}

/** Returns the variables that give git these settings. A name in them may have any characters. */
function settingVariables(settings: readonly Setting[]): Record<string, string> {
  if (settings.length === 0) return {};
  const pairs = settings.flatMap(({ key, value }, index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return Object.fromEntries([...pairs, ["GIT_CONFIG_COUNT", String(settings.length)]]);
}

function settingsIn(environment: Environment): readonly Setting[] {
  const count = Math.min(100, Number(environment["GIT_CONFIG_COUNT"] ?? 0) || 0);
  return Array.from({ length: count }, (_, index) => ({
    key: environment[`GIT_CONFIG_KEY_${index}`] ?? "",
    value: environment[`GIT_CONFIG_VALUE_${index}`] ?? "",
  })).filter(({ key }) => PASSED_SETTINGS.test(key));
}

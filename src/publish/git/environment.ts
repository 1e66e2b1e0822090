import type { Environment } from "../../platform/environment.ts";

/**
 * What git needs of our environment. Everything else stays here: git may start programs, and our environment may hold
 * secrets under any name.
 */
const PASSED_VARIABLES = new RegExp(
  `^(?:${[
    "PATH|HOME|USER|USERNAME|LOGNAME|LANG|LC_[A-Z_]+|TZ|TERM|TMPDIR|TMP|TEMP|XDG_[A-Z_]+|LD_LIBRARY_PATH",
    // Of the user's own git.
    "GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL)|GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_EXEC_PATH",
    // For gpg and ssh-keygen, which ask an agent or the user for a passphrase.
    "GNUPGHOME|GPG_TTY|GPG_AGENT_INFO|SSH_AUTH_SOCK|SSH_AGENT_PID|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS",
    // Without these no program runs on Windows.
    "SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES(?:\\(X86\\))?",
  ].join("|")})$`,
  "i",
);

/** Settings that a caller may give in `GIT_CONFIG_KEY_0` and so on. Others may hold a token, such as a header of HTTP. */
const PASSED_SETTINGS = /^(?:user|commit|gpg|safe|init)\./i;

/** The environment of a git that we start: no secret, and no repository of a git that started us. */
export function gitEnvironment(environment: Environment): Record<string, string> {
  const passed: Record<string, string> = {
    // The objects are here. A repository could name any program for fetching what it lacks.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && PASSED_VARIABLES.test(name)) passed[name] = value;
  }
  return { ...passed, ...settingVariables(settingsIn(environment)) };
}

/** The same environment, in which the hooks of these names are off, whatever any configuration says. */
export function withoutHooks(environment: Environment, names: readonly string[]): Record<string, string> {
  const off = names.map((name) => ({ key: `hook.${name}.enabled`, value: "false" }));
  return { ...gitEnvironment(environment), ...settingVariables([...settingsIn(environment), ...off]) };
}

interface Setting {
  readonly key: string;
  readonly value: string;
}

/** Settings as git takes them from its environment, where a name may have any characters. */
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

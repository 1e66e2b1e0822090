import type { Terminal } from "../../src/cli/command.ts";
import type { Environment } from "../../src/platform/environment.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";

/** A terminal for a command that runs in this process. It keeps what is printed and the lines of the log. */
export class KeptTerminal implements Terminal {
  readonly environment: Environment;
  readonly dist = "";
  readonly width = 80;
  readonly secrets = new SecretSearch();
  readonly remarks: string[] = [];
  readonly warnings: string[] = [];
  readonly log = {
    info: (line: string) => void this.remarks.push(line),
    warning: (line: string) => void this.warnings.push(line),
    debug: () => {},
    group: () => {},
  };
  printed = "";

  constructor(environment: Environment = {}) {
    this.environment = environment;
  }

  readonly cancellation = (): AbortSignal => new AbortController().signal;
  readonly conceal = (): void => {};
  readonly paint: Terminal["paint"] = (_, text) => text;
  readonly print = (text: string): void => {
    this.printed += text;
  };
}

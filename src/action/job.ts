import type * as actionsCore from "@actions/core";

import type { Log } from "../platform/log.ts";
import { logLine, printableText } from "../report/render/sanitize.ts";
import { SecretSearch } from "../platform/secrets.ts";

type Toolkit = typeof actionsCore;

/**
 * The job of GitHub Actions that we run in: its inputs, log, outputs and
 * result. What is said is said in order, and not before every secret is masked.
 * The toolkit is loaded when it is first needed, or while Datadog answers.
 */
export class Job {
  readonly #secrets: SecretSearch;
  #toolkit: Promise<Toolkit> | null = null;
  #said: Promise<void> = Promise.resolve();

  constructor(secrets: SecretSearch = new SecretSearch()) {
    this.#secrets = secrets;
  }

  /** Text from Datadog is made harmless before it gets here; secrets are hidden once more. */
  get log(): Log {
    const safe = (line: string): string => logLine(this.#secrets.conceal(line));
    return {
      info: (line) => this.#say((core) => core.info(safe(line))),
      warning: (line) => this.#say((core) => core.warning(safe(line))),
      debug: (line) => this.#say((core) => core.debug(safe(line))),
      group: (title, lines) =>
        this.#say((core) => {
          core.startGroup(safe(title));
          for (const line of lines) core.info(safe(line));
          core.endGroup();
        }),
    };
  }

  setOutput(name: string, value: string): void {
    this.#say((core) => core.setOutput(name, this.#secrets.conceal(value)));
  }

  /** Masks a secret that came up during the run. */
  conceal(secret: string): void {
    this.#secrets.add(secret);
    const { masks } = new SecretSearch([secret]);
    this.#say((core) => {
      for (const mask of masks) core.setSecret(mask);
    });
  }

  /** Ends the job with an annotation and this exit code. */
  fail(message: string, code: number): void {
    this.#say((core) => {
      core.setFailed(printableText(this.#secrets.conceal(message)));
      process.exitCode = code;
    });
  }

  /** Loads the toolkit, so that the first line need not wait for it. */
  async prepare(): Promise<void> {
    await this.#loaded();
  }

  /** Resolves when everything is said. */
  async finished(): Promise<void> {
    await this.#said;
  }

  #say(line: (core: Toolkit) => void): void {
    this.#said = this.#said.then(async () => line(await this.#loaded()));
  }

  async #loaded(): Promise<Toolkit> {
    this.#toolkit ??= import("@actions/core").then((core) => {
      for (const mask of this.#secrets.masks) core.setSecret(mask);
      return core;
    });
    return this.#toolkit;
  }
}

/** The value of an input as the runner gives it; empty where it was left out. */
export function inputOf(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  return environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "";
}

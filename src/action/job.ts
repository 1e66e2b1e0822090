import { appendFileSync } from "node:fs";

import type * as actionsCore from "@actions/core";

import type { Log } from "../platform/log.ts";
import { errorCode, explainError, Failure } from "../failure.ts";
import { refusalSummary } from "../report/job-summary/refusal.ts";
import { logLine, printableText } from "../report/render/sanitize.ts";
import { annotationText } from "./annotation.ts";
import { SecretSearch } from "../platform/secrets.ts";
import type { Environment } from "../platform/environment.ts";

type Toolkit = typeof actionsCore;

/**
 * The job of GitHub Actions that we run in: its inputs, log, outputs and result. Lines come out in order, and only
 * after every secret is masked. The toolkit is loaded when it is first needed, or while Datadog answers.
 */
export class Job {
  /** What nothing may show: the secrets of the inputs, and those that came up. */
  readonly secrets: SecretSearch;
  #toolkit: Promise<Toolkit> | null = null;
  #written: Promise<void> = Promise.resolve();
  /** Outputs that could not be written, each with the reason. */
  readonly #unwritten: string[] = [];

  constructor(secrets: SecretSearch = new SecretSearch()) {
    this.secrets = secrets;
  }

  /** Text from Datadog is made harmless before it gets here; secrets are hidden once more. */
  get log(): Log {
    const safe = (line: string): string => logLine(this.secrets.conceal(line));
    return {
      info: (line) => this.#write((core) => core.info(safe(line))),
      warning: (line) => this.#write((core) => core.warning(safe(line))),
      debug: (line) => this.#write((core) => core.debug(safe(line))),
      group: (title, lines) =>
        this.#write((core) => {
          core.startGroup(safe(title));
          for (const line of lines) core.info(safe(line));
          core.endGroup();
        }),
    };
  }

  setOutput(name: string, value: string): void {
    this.#write((core) => {
      try {
        core.setOutput(name, this.secrets.conceal(value));
      } catch (error) {
        const code = errorCode(error);
        // The toolkit has an error without a code for a file that is missing.
        this.#unwritten.push(`${name} (${code === "unknown error" ? "no such file" : code})`);
      }
    });
  }

  /** Masks a secret that came up during the run. */
  conceal(secret: string): void {
    this.secrets.add(secret);
    const { masks } = new SecretSearch([secret]);
    this.#write((core) => {
      for (const mask of masks) core.setSecret(mask);
    });
  }

  /** Ends the job with this exit code and an annotation, which is shortened where GitHub would cut its end. */
  fail(message: string, code: number): void {
    this.#write((core) => {
      const whole = printableText(this.secrets.conceal(message));
      const shown = annotationText(whole);
      // The log of GitHub shows an annotation as it was cut.
      if (shown !== whole) core.info(whole);
      core.setFailed(shown);
      process.exitCode = code;
    });
  }

  /** Ends the job with exit 2 for the error, and with a summary of that title; null writes none. */
  failWith(error: unknown, title: string | null): void {
    const explained = explainError(error);
    const shown = error instanceof Failure ? explained : "this is a bug; the log of this step has more";
    const unwritten = title === null ? null : this.writeSummary(refusalSummary(title, shown));
    this.fail([explained, ...(unwritten === null ? [] : [unwritten.message])].join("\n"), 2);
  }

  /**
   * Appends the text to the summary of the job. Returns why it could not: the evidence is published by then, and that
   * must still be said. A job without a summary is fine.
   */
  writeSummary(text: string): Failure | null {
    // The summary of @actions/core keeps a buffer of its own and knows no limit.
    const file = process.env["GITHUB_STEP_SUMMARY"];
    if (!file) return null;
    try {
      appendFileSync(file, this.secrets.conceal(text));
      return null;
    } catch (error) {
      return new Failure("input", `the summary of the job cannot be written (${errorCode(error)})`, {
        hint: "free space on the disk of the runner, and check the file that GITHUB_STEP_SUMMARY names",
        cause: error,
      });
    }
  }

  /** Loads the toolkit, so that the first line need not wait for it. */
  async prepare(): Promise<void> {
    await this.#loaded();
  }

  /**
   * Resolves when all lines and outputs are written. Outputs that could not be written fail the job, with
   * `published`: a sentence about what was published before.
   */
  async finished(published: string | null = null): Promise<void> {
    await this.#written;
    if (this.#unwritten.length === 0) return;
    const lines = [
      `outputs of this step cannot be written: ${this.#unwritten.join(", ")}`,
      ...(published === null ? [] : [published]),
      "free space on the disk of the runner, and check the file that GITHUB_OUTPUT names",
    ];
    this.fail(lines.join("\n"), 2);
    await this.#written;
  }

  #write(line: (core: Toolkit) => void): void {
    this.#written = this.#written.then(async () => line(await this.#loaded()));
  }

  async #loaded(): Promise<Toolkit> {
    this.#toolkit ??= import("@actions/core").then((core) => {
      for (const mask of this.secrets.masks) core.setSecret(mask);
      return core;
    });
    return this.#toolkit;
  }
}

/** The value of an input as the runner gives it; empty where it was left out. */
export function inputOf(environment: Environment, name: string): string {
  return environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "";
}

import type { Environment } from "../platform/environment.ts";

/** The terminal of the status line. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Clears the line and goes back to its start. */
const CLEARED = "\r\u001b[K";

/** Whether a user watches: it is a terminal, and not that of a program. */
export function isWatched(screen: Screen, environment: Environment): boolean {
  const { NO_COLOR: noColor, CI: ci, TERM: kind } = environment;
  return screen.isTTY === true && !noColor && !ci && kind !== "dumb";
}

/** Prints lines that stay, and below them a status that is replaced and removed at the end. */
export class StatusLine {
  readonly #screen: Screen;
  #shown = "";

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Shows the status, cut to the width of the screen; null removes it. */
  show(line: string | null): void {
    // The last column stays free: some terminals wrap there.
    const room = (this.#screen.columns ?? 80) - 1;
    const next = line === null || line.length <= room ? (line ?? "") : `${line.slice(0, room - 1)}…`;
    if (next === this.#shown) return;
    this.#screen.write(`${CLEARED}${next}`);
    this.#shown = next;
  }

  /** Prints a line above the status. */
  print(line: string): void {
    if (this.#shown === "") this.#screen.write(`${line}\n`);
    else this.#screen.write(`${CLEARED}${line}\n${this.#shown}`);
  }
}

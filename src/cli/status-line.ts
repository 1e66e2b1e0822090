/** Where lines go that people read while they wait. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Back to the start of the line, and nothing on it. */
const CLEARED = "\r\u001b[K";

/** Whether somebody watches: a terminal, and none of the signs that it is a program's. */
export function isWatched(
  screen: Screen,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR: noColor, CI: ci, TERM: kind } = environment;
  return screen.isTTY === true && !noColor && !ci && kind !== "dumb";
}

/** Lines that stay, and below them one that does not: it is gone before the next line and at the end. */
export class StatusLine {
  readonly #screen: Screen;
  #shown = "";

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Shows the line in place of the last one, cut to the width of the screen; null shows none. */
  show(line: string | null): void {
    // The last column stays free: some terminals wrap there.
    const room = (this.#screen.columns ?? 80) - 1;
    const next = line === null || line.length <= room ? (line ?? "") : `${line.slice(0, room - 1)}…`;
    if (next === this.#shown) return;
    this.#screen.write(`${CLEARED}${next}`);
    this.#shown = next;
  }

  /** A line that stays, above the status. */
  print(line: string): void {
    if (this.#shown === "") this.#screen.write(`${line}\n`);
    else this.#screen.write(`${CLEARED}${line}\n${this.#shown}`);
  }
}

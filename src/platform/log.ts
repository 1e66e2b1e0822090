/** Where the program talks to people. Text that came from Datadog is made harmless before it gets here. */
export interface Log {
  /** What a user would ask for afterwards: counts, periods, where it went. */
  info(line: string): void;
  warning(line: string): void;
  /** Method, path, status, attempt; never headers or bodies. */
  debug(line: string): void;
  group(title: string, lines: readonly string[]): void;
  /** What is being done right now, for somebody who watches; null when it is done. Nobody finds it afterwards. */
  status?(line: string | null): void;
}

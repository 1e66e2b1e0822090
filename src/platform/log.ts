/** The log for people. Callers sanitise text from Datadog first. */
export interface Log {
  /** What a user asks for afterwards: counts, periods, places. */
  info(line: string): void;
  warning(line: string): void;
  /** Method, path, status, attempt; never headers or bodies. */
  debug(line: string): void;
  group(title: string, lines: readonly string[]): void;
  /** The current step, for a user who watches, or null. It does not stay in the log. */
  status?(line: string | null): void;
}

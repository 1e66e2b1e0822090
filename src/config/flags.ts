/** One flag of the command line. An input of the watcher reads the same rows. */
export interface Flag {
  readonly description: string;
  /** The word for its value in `--help`, such as DIR; a flag without one is a switch. */
  readonly argument?: string;
  /** Another name for the same flag. */
  readonly alias?: string;
  readonly isRepeatable?: true;
}

/** Flags by name. Parsing, `--help` and docs/reference.md are made from these rows. */
export type Flags = Readonly<Record<string, Flag>>;

/** The values that a user gave, by the name of the flag. */
export interface FlagValues {
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** The value of a flag that takes one; undefined when it was not given. */
export function flagText({ flags }: FlagValues, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

/** The values of a flag that may be repeated. */
export function flagList({ flags }: FlagValues, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** Whether a switch was given. */
export function isFlagSet({ flags }: FlagValues, name: string): boolean {
  return flags[name] === true;
}

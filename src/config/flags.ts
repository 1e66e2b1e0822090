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

/** Inputs as text, by name. An empty text is an absent input. */
export type RawInputs = Readonly<Partial<Record<string, string>>>;

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

/** The values of the flags that take one and were given, as inputs of the same names. */
export function flagTexts(given: FlagValues, names: readonly string[]): RawInputs {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = flagText(given, name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** Whether a switch was given. */
export function isFlagSet({ flags }: FlagValues, name: string): boolean {
  return flags[name] === true;
}

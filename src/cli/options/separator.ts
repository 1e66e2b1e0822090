import { flagText, type Flags, type FlagValues } from "../../config/flags.ts";
import { Failure } from "../../failure.ts";
import { SEPARATORS, type Separator } from "../../report/render/csv.ts";

/** The flag of commands that print CSV. */
export const SEPARATOR_FLAG = {
  separator: {
    argument: "NAME",
    description: `With csv: ${Object.keys(SEPARATORS).join(", ")}, or the character itself. Default: comma.`,
  },
} as const satisfies Flags;

/** The separator that was asked for; undefined where none was. Throws a `Failure` for another word, or without CSV. */
export function separatorFrom(given: FlagValues, format: string): Separator | undefined {
  const said = flagText(given, "separator");
  if (said === undefined) return undefined;
  if (format !== "csv") throw new Failure("input", "--separator belongs to --format csv");
  const found = Object.entries(SEPARATORS).find(([name, sign]) => said === name || said === sign);
  if (found !== undefined) return found[1];
  throw new Failure("input", `--separator is one of ${Object.keys(SEPARATORS).join(", ")}`);
}

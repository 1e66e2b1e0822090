import { readFile } from "node:fs/promises";

import { Failure, errorCode } from "../../failure.ts";
import { flag } from "../command.ts";
import type { Arguments, Terminal } from "../command.ts";

/** The shortest key that we take, in base64, has 160 characters. */
const LONGEST_NAME = 150;

/** The private key as text, from the file of `--signing-key`, else SIGNING_KEY; undefined where neither is given. */
export async function signingKeyText(
  given: Arguments,
  environment: Terminal["environment"],
): Promise<string | undefined> {
  const file = flag(given, "signing-key");
  if (!file) return environment["SIGNING_KEY"] || undefined;
  if (file.includes("PRIVATE KEY")) {
    throw new Failure("input", "signing-key: the flag takes the name of a file, never the key itself", {
      hint: "give the key as SIGNING_KEY, and replace it: other users of this machine could have read it",
    });
  }
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    // A name that is too long for one may be the key itself, in base64 for instance.
    const name = file.length <= LONGEST_NAME ? file : "that --signing-key names";
    const code = errorCode(error);
    throw new Failure("input", `signing-key: the file ${name} cannot be read (${code})`, {
      cause: error,
    });
  }
}

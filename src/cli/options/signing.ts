import { readFile } from "node:fs/promises";

import { flagText, flagTexts, type Flags, type FlagValues } from "../../config/flags.ts";
import { inputFlags } from "../../config/inputs.ts";
import { readSigning } from "../../config/read-config.ts";
import type { Signing } from "../../config/signing.ts";
import { errorCode, Failure } from "../../failure.ts";
import { localServiceProblems } from "../../sign/keyless/sigstore-instance.ts";
import type { Terminal } from "../command.ts";

const SIGNING_INPUTS = ["signing", "timestamp-url", "allow-public-log"] as const;

/** The flag that names the file of the private key. */
export const SIGNING_KEY_FLAG = {
  "signing-key": { argument: "FILE", description: "Private key, PKCS#8 PEM (or SIGNING_KEY)." },
} as const satisfies Flags;

/** The flags of commands that sign and do not collect. */
export const SIGNING_FLAGS: Flags = { ...SIGNING_KEY_FLAG, ...inputFlags(SIGNING_INPUTS) };

/** How to sign, as for `collect`; the key is one of the secrets from then on. Throws one `Failure` that names every problem. */
export async function signingFrom(
  given: FlagValues,
  { environment, secrets }: Pick<Terminal, "environment" | "secrets">,
): Promise<Signing> {
  const key = await signingKeyText(given, environment);
  secrets.add(key);
  const inputs = {
    ...flagTexts(given, SIGNING_INPUTS),
    "signing-key": key,
    "signing-key-passphrase": environment["SIGNING_KEY_PASSPHRASE"] || undefined,
  };
  return readSigning(inputs, { environment, otherProblems: localServiceProblems(environment) });
}

/** Shorter than any key in base64, of which the shortest has 160 characters. */
const LONGEST_FILE_NAME = 150;

/** The text of the private key from the file of `--signing-key`, else from SIGNING_KEY; undefined without both. */
export async function signingKeyText(
  given: FlagValues,
  environment: Terminal["environment"],
): Promise<string | undefined> {
  const file = flagText(given, "signing-key");
  if (!file) return environment["SIGNING_KEY"] || undefined;
  if (file.includes("PRIVATE KEY")) {
    throw new Failure("input", "signing-key: give the name of a file, not the key itself", {
      hint: "set the key as SIGNING_KEY, and replace it: other users of this machine could have read it",
    });
  }
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    // A very long name may be the key itself, for example in base64.
    const name = file.length <= LONGEST_FILE_NAME ? file : "that --signing-key names";
    throw new Failure("input", `signing-key: the file ${name} cannot be read (${errorCode(error)})`, {
      cause: error,
    });
  }
}

import { canIdentify } from "../../sign/keyless/identity-token.ts";
import { localProblems } from "../../sign/keyless/sigstore-instance.ts";
import { signingAlone } from "../../config/inputs.ts";
import type { Signing } from "../../config/signing.ts";
import { flag } from "../command.ts";
import type { Arguments, Command, Terminal } from "../command.ts";
import { signingKeyText } from "./signing-key.ts";

/** The inputs that say how to sign, as flags. */
const FLAGS = ["signing", "timestamp-url", "allow-public-log"] as const;

/** The flags of commands that sign and do not collect. */
export const SIGNING_FLAGS: Command["flags"] = [
  ["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"],
  ["--signing HOW", "auto (the default), keyless or key"],
  ["--timestamp-url URL", "RFC 3161 timestamp authority, or none"],
  ["--allow-public-log true", "sign for a repository that is not public in the public Sigstore"],
];

export const SIGNING_OPTIONS: Command["options"] = Object.fromEntries(
  ["signing-key", ...FLAGS].map((name) => [name, { type: "string" }]),
);

/** How to sign, as for `collect`. Throws all that speaks against it at once. */
export async function signingAsked(given: Arguments, environment: Terminal["environment"]): Promise<Signing> {
  const flags = FLAGS.flatMap((name) => {
    const value = flag(given, name);
    return value ? [[name, value] as const] : [];
  });
  const inputs = {
    ...Object.fromEntries(flags),
    "signing-key": await signingKeyText(given, environment),
    "signing-key-passphrase": environment["SIGNING_KEY_PASSPHRASE"] || undefined,
  };
  return signingAlone(inputs, {
    hasIdentity: canIdentify(environment),
    otherProblems: localProblems(environment),
  });
}

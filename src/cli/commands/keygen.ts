import { access, open } from "node:fs/promises";
import path from "node:path";

import { Failure, errorCode } from "../../failure.ts";
import { generateSigningKey } from "../../sign/signing-key.ts";
import { makeFolder } from "../../publish/write-folder.ts";
import { flag, refuseWords } from "../command.ts";
import type { Command } from "../command.ts";

const PRIVATE_NAME = "signing-key.pem";
const PUBLIC_NAME = "signing-key.pub.pem";

export const keygen: Command = {
  summary: "make a key to sign with",
  synopsis: "[--out DIR]",
  flags: [["--out DIR", `write ${PRIVATE_NAME} and ${PUBLIC_NAME} there (default: here)`]],
  notes: [
    "The private key is encrypted when SIGNING_KEY_PASSPHRASE is set. Nothing is overwritten.",
    "Prints the fingerprint; note it where auditors look, such as the ISMS.",
  ].join("\n"),
  options: { out: { type: "string" } },

  async run(given, { environment, log, print }) {
    refuseWords(given, "keygen");
    const folder = flag(given, "out") || ".";
    // Both, before either is written: a half of a pair is of no use to anybody.
    await Promise.all(
      [PRIVATE_NAME, PUBLIC_NAME].map(async (name) => refuseExisting(path.join(folder, name))),
    );
    const { privatePem, publicPem, fingerprint } = generateSigningKey(
      environment["SIGNING_KEY_PASSPHRASE"] || null,
    );
    await writeNew(path.join(folder, PRIVATE_NAME), { text: privatePem, mode: 0o600 });
    await writeNew(path.join(folder, PUBLIC_NAME), { text: publicPem, mode: 0o644 });
    log.info(`${PRIVATE_NAME} is secret: keep it in a vault and as a secret of the repository`);
    log.info(`${PUBLIC_NAME} goes to everybody who verifies; its fingerprint (sha256):`);
    print(`${fingerprint}\n`);
    return 0;
  },
};

async function refuseExisting(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    // Not there, or not to be looked at: then writing says why.
    return;
  }
  throw taken(file);
}

async function writeNew(
  file: string,
  { text, mode }: { readonly text: string; readonly mode: number },
): Promise<void> {
  try {
    await makeFolder(path.dirname(file));
    const handle = await open(file, "wx", mode);
    await handle.writeFile(text);
    await handle.close();
  } catch (error) {
    const code = errorCode(error);
    throw new Failure("input", `${file} cannot be written (${code})`, { cause: error });
  }
}

function taken(file: string): Failure {
  return new Failure("input", `${file} exists already; a key is never overwritten`);
}

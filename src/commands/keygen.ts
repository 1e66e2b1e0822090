import { open } from "node:fs/promises";
import path from "node:path";

import { generatedKey } from "../attest/key.ts";
import { Failure } from "../failure.ts";
import { flag } from "./command.ts";
import type { Command } from "./command.ts";

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
    const folder = flag(given, "out") ?? ".";
    const { privatePem, publicPem, fingerprint } = generatedKey(
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

async function writeNew(
  file: string,
  { text, mode }: { readonly text: string; readonly mode: number },
): Promise<void> {
  try {
    const handle = await open(file, "wx", mode);
    await handle.writeFile(text);
    await handle.close();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    if (code === "EEXIST")
      throw new Failure("input", `${file} exists already; a key is never overwritten`, { cause: error });
    throw new Failure("input", `${file} cannot be written (${code})`, { cause: error });
  }
}

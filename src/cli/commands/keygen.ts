import { existsSync } from "node:fs";
import path from "node:path";

import { Failure } from "../../failure.ts";
import { writeNewFile } from "../../setup/write-setup.ts";
import { generateSigningKey } from "../../sign/signing-key.ts";
import { flagText } from "../../config/flags.ts";
import type { Command } from "../command.ts";

const PRIVATE_NAME = "signing-key.pem";
const PUBLIC_NAME = "signing-key.pub.pem";

export const keygenCommand: Command = {
  summary: "create a key pair for signing",
  synopsis: "[--out DIR]",
  flags: {
    out: {
      argument: "DIR",
      description: `Folder for ${PRIVATE_NAME} and ${PUBLIC_NAME} (default: the current folder).`,
    },
  },
  notes: [
    "The private key is encrypted if SIGNING_KEY_PASSPHRASE is set. Nothing is overwritten. Prints the fingerprint; record it where auditors look, such as the ISMS.",
  ],

  async run(given, { environment, log, print }) {
    const folder = flagText(given, "out") || ".";
    // Check both before writing one: half of a pair is useless.
    const existing = [PRIVATE_NAME, PUBLIC_NAME].map((name) => path.join(folder, name)).find(existsSync);
    if (existing !== undefined) throw existingFile(existing);
    const { privatePem, publicPem, fingerprint } = generateSigningKey(
      environment["SIGNING_KEY_PASSPHRASE"] || null,
    );
    await writeNew(path.join(folder, PRIVATE_NAME), { text: privatePem, mode: 0o600 });
    await writeNew(path.join(folder, PUBLIC_NAME), { text: publicPem, mode: 0o644 });
    log.info(`${PRIVATE_NAME} is secret: store it in a vault and as a secret of the repository`);
    log.info(`give ${PUBLIC_NAME} to everyone who verifies; its fingerprint (sha256):`);
    print(`${fingerprint}\n`);
    return 0;
  },
};

async function writeNew(file: string, { text, mode }: { text: string; mode: number }): Promise<void> {
  if (!(await writeNewFile(file, text, mode))) throw existingFile(file);
}

function existingFile(file: string): Failure {
  return new Failure("input", `${file} already exists; a key is never overwritten`);
}

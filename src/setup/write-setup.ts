import { open, readFile } from "node:fs/promises";
import path from "node:path";

import { errorCode, Failure } from "../failure.ts";
import { makeFolder } from "../publish/write-folder.ts";
import { generateSigningKey, readSigningKey } from "../sign/signing-key.ts";

/** A key pair, and whether it was made now. */
export interface KeyPair {
  readonly file: string;
  readonly publicPem: string;
  readonly fingerprint: string;
  readonly isNew: boolean;
}

/** The key pair in the folder; a new one where there is none. Throws a `Failure` where it cannot be read or written. */
export async function makeKeyPair(folder: string, passphrase: string | null): Promise<KeyPair> {
  const file = path.join(folder, "signing-key.pem");
  const made = generateSigningKey(passphrase);
  if (await writeNewFile(file, made.privatePem, 0o600)) {
    return { file, publicPem: made.publicPem, fingerprint: made.fingerprint, isNew: true };
  }
  const { publicPem, fingerprint } = readSigningKey(await readFile(file, "utf8"), passphrase);
  return { file, publicPem, fingerprint, isNew: false };
}

/** Writes a file that is not there; false where one is. Throws a `Failure` where it cannot be written. */
export async function writeNewFile(file: string, text: string, mode = 0o644): Promise<boolean> {
  try {
    await makeFolder(path.dirname(file));
    await using handle = await open(file, "wx", mode);
    await handle.writeFile(text);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw new Failure("input", `${file} cannot be written (${errorCode(error)})`, { cause: error });
  }
}

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, lstat, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

import type { EvidenceFile } from "../evidence/file.ts";
import { Failure, errorCode } from "../failure.ts";

/**
 * Throws where a name of the path below the root is a link: a link that somebody committed would lead what we write to
 * any place of this machine.
 */
export async function ensureNoLinks(root: string, below: string): Promise<void> {
  let folder = root;
  for (const name of below.split(/[/\\]/)) {
    folder = path.join(folder, name);
    if (!(await isLink(folder))) continue;
    throw new Failure("not-published", `${folder} is a link, and evidence is never written through a link`, {
      hint: "remove the link, and find out who made it",
    });
  }
}

/** Whether the file itself is a link. */
export async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch (error) {
    // What does not exist yet is made as a folder; other trouble is found when it is written.
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errorCode(error))) return false;
    throw new Failure("not-published", `${file} cannot be read (${errorCode(error)})`, { cause: error });
  }
}

/** Writes the files as one folder, complete or not at all. Throws where the folder exists or cannot be written. */
export async function writeRunFolder(
  folder: string,
  files: readonly Pick<EvidenceFile, "name" | "pieces">[],
): Promise<void> {
  const parent = path.dirname(folder);
  const draft = draftOf(folder);
  try {
    await makeFolder(parent);
    if (await exists(folder)) throw existsFailure(folder);
    await mkdir(draft);
    for (const file of files) await writeThrough(path.join(draft, file.name), file.pieces());
    // On one file system a rename is one step, and it fails where the folder exists and is not empty.
    await rename(draft, folder);
  } catch (error) {
    await discard(draft);
    if (error instanceof Failure) throw error;
    // A rename fails in this way when another process was first.
    if (errorCode(error) === "ENOTEMPTY") throw existsFailure(folder);
    throw new Failure("not-published", `${folder} cannot be written (${errorCode(error)})`, {
      hint: "check the permissions of the folder and the free space of the disk",
      cause: error,
    });
  }
}

/** Writes a file, complete or not at all, unless it exists. Returns whether it wrote. Throws where it cannot. */
export async function writeOnce(file: string, content: Content): Promise<boolean> {
  const draft = draftOf(file);
  try {
    await makeFolder(path.dirname(file));
    if (await exists(file)) return false;
    await writeThrough(draft, content);
    await rename(draft, file);
    return true;
  } catch (error) {
    await discard(draft);
    throw new Failure("not-published", `${file} cannot be written (${errorCode(error)})`, { cause: error });
  }
}

/** Makes the folder and those above it, one by one: Node's own recursion never ends below /proc. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const parent = path.dirname(path.resolve(folder));
    if (errorCode(error) !== "ENOENT" || parent === path.resolve(folder)) throw error;
    await makeFolder(parent);
    await makeOne(folder);
  }
}

/** Another process may make it at the same time. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
  }
}

/** Makes the folder where it does not exist. Throws where it cannot be written. Call it before collecting. */
export async function ensureWritable(folder: string, input: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure("input", `${input}: the folder ${folder} cannot be written (${errorCode(error)})`, {
      cause: error,
    });
  }
}

/** Throws where the folder could not be made and written to: as `ensureWritable`, but makes nothing. */
export async function ensureCreatable(folder: string, input: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  const parent = path.dirname(path.resolve(folder));
  if (found === null && parent !== path.resolve(folder)) return ensureCreatable(parent, input);
  if (found?.isDirectory() === false) throw new Failure("input", `${input}: ${folder} is not a folder`);
  // The folder is there, so nothing is made.
  return ensureWritable(folder, input);
}

function existsFailure(folder: string): Failure {
  return new Failure("not-published", `${folder} already exists, and evidence is never overwritten`);
}

/** A hidden name in the same folder: a rename is then one step, and no reader takes the draft for the result. */
function draftOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString("hex")}`);
}

async function discard(draft: string): Promise<void> {
  try {
    await rm(draft, { recursive: true, force: true });
  } catch {
    // A draft that is left over does no harm, and the error before this one matters.
  }
}

/** A text, or bytes piece by piece. */
type Content = string | Iterable<Buffer>;

async function writeThrough(file: string, content: Content): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

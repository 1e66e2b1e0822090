import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

import type { EvidenceFile } from "../evidence/file.ts";
import { Failure, errorCode } from "../failure.ts";

/**
 * Writes the files as one folder: complete, or not at all. A folder that is
 * there already is never touched.
 */
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
    // On one file system a rename is one step, and it fails where a folder with files stands.
    await rename(draft, folder);
  } catch (error) {
    await discard(draft);
    if (error instanceof Failure) throw error;
    // So says a rename when somebody else was first.
    if (errorCode(error) === "ENOTEMPTY") throw existsFailure(folder);
    throw new Failure("not-published", `${folder} cannot be written (${errorCode(error)})`, {
      hint: "check that the folder may be written and the disk has room",
      cause: error,
    });
  }
}

/** Writes a file, complete or not at all, unless there is one by that name. Answers whether it did. */
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

/** Makes the folder and those above it, one by one: Node's own recursion never ends below /proc, where none can be made. */
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

/** Somebody else may make it at the same time. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
  }
}

/** Throws unless a folder can be made and written at the path; used before anything is collected, and leaves no trace. */
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

function existsFailure(folder: string): Failure {
  return new Failure("not-published", `${folder} exists already; evidence is never overwritten`);
}

/** Beside what it becomes, so that a rename is one step; hidden, so that nobody takes it for the thing itself. */
function draftOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString("hex")}`);
}

async function discard(draft: string): Promise<void> {
  try {
    await rm(draft, { recursive: true, force: true });
  } catch {
    // What stays of a draft harms nobody, and the failure before it is the one to tell.
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

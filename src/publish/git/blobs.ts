import type { EvidenceFile, ByteSource } from "../../evidence/file.ts";
import { Failure } from "../../failure.ts";
import { runGit, runGitText } from "./git.ts";

/** Blobs up to this size stay in memory. A larger one is read again each time. */
const LARGEST_KEPT = 10_000_000;

/** The blobs of a repository. Each is read or written once, unless it is large. */
export class LocalBlobs {
  readonly #folder: string;
  /** The content that was read or written, by the id of its blob. */
  readonly #known = new Map<string, ByteSource>();
  /** The ids of the blobs that were written, by the sha256 of their content. */
  readonly #ids = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads these blobs with one git process, so that `content` has them. */
  async fetch(ids: readonly string[]): Promise<void> {
    await this.#read(ids.filter((id) => !this.#known.has(id)));
  }

  /** Returns the content of the blob. */
  async content(id: string): Promise<ByteSource> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const [bytes = Buffer.alloc(0)] = await this.#read([id]);
    return inMemory(bytes);
  }

  /** Writes the file as a blob and returns its id. No filter of the repository changes what was signed. */
  async write(file: EvidenceFile): Promise<string> {
    const known = this.#ids.get(file.sha256);
    if (known !== undefined) return known;
    const id = await runGitText(this.#folder, ["hash-object", "-w", "--stdin", "--no-filters"], {
      input: file.pieces(),
    });
    this.#ids.set(file.sha256, id);
    this.#known.set(id, file);
    return id;
  }

  async #read(ids: readonly string[]): Promise<readonly Buffer[]> {
    const read = await readFrom(this.#folder, ids);
    for (const [index, id] of ids.entries()) {
      const bytes = read[index] ?? Buffer.alloc(0);
      if (bytes.length <= LARGEST_KEPT) this.#known.set(id, inMemory(bytes));
    }
    return read;
  }
}

function inMemory(bytes: Buffer): ByteSource {
  return { pieces: () => [bytes] };
}

/** Reads many blobs with one git process. Returns their bytes in the order of the ids. */
async function readFrom(folder: string, ids: readonly string[]): Promise<readonly Buffer[]> {
  if (ids.length === 0) return [];
  const all = await runGit(folder, ["cat-file", "--batch"], { input: `${ids.join("\n")}\n` });
  let at = 0;
  return ids.map(() => {
    const end = all.indexOf(10, at);
    const [, size] = /^\w+ blob (\d+)$/.exec(all.subarray(at, end).toString()) ?? [];
    if (size === undefined) {
      throw new Failure(
        "not-published",
        `${folder} is damaged: git does not find a blob that a commit names`,
        {
          hint: "run git fsck; another clone may have what is missing",
        },
      );
    }
    const start = end + 1;
    at = start + Number(size) + 1;
    return all.subarray(start, start + Number(size));
  });
}

import { constants, copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

import { findLeak } from "../evidence/secret-scan.ts";
import type { SecretFinder } from "../evidence/projection/projection.ts";
import type { Evidence, Item, Page } from "../evidence/schema.ts";
import { Failure, errorCode } from "../failure.ts";
import { makeFolder } from "./write-folder.ts";

const gzipAsync = promisify(gzip);
/** Position of the operating system in a gzip header, and the value for unknown (RFC 1952, 2.3.1). */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;

/**
 * Datadog's responses as they arrive, each body once, on disk and not in memory. All pages that the evidence names are
 * written beside it, without those that hold a secret; or none.
 */
export class RawPages implements AsyncDisposable {
  readonly #folder: string;
  readonly #secrets: SecretFinder;
  /** For each sha256 of a body: the kind of secret in it, null where there is none. */
  readonly #kept = new Map<string, string | null>();
  /** Why a page could not be kept; the others are of no use without it. */
  #lost: string | null = null;

  private constructor(folder: string, secrets: SecretFinder) {
    this.#folder = folder;
    this.#secrets = secrets;
  }

  /** An empty collection in a new folder below the one given. */
  static async below(folder: string, secrets: SecretFinder): Promise<RawPages> {
    return new RawPages(await mkdtemp(path.join(folder, "datadog-evidence-pages-")), secrets);
  }

  /** Keeps the body of a page. Never throws, because collecting must not fail for it. */
  async keep({ sha256 }: Page, bytes: Buffer): Promise<void> {
    if (this.#lost !== null || this.#kept.has(sha256)) return;
    this.#kept.set(sha256, findLeak(bytes, this.#secrets));
    try {
      const zipped = await gzipAsync(bytes);
      // Without time, name and system, equal input gives equal bytes.
      zipped[SYSTEM_AT] = UNKNOWN_SYSTEM;
      await writeFile(this.#fileOf(sha256), zipped);
    } catch (error) {
      this.#lost = errorCode(error);
      // Pages must not take the room that the evidence needs.
      await this.#discard();
    }
  }

  /**
   * Writes `raw/<item>/<nnn>.json.gz` below the folder, numbered as in the item's requests; a page without a response
   * has no file, and one that holds a secret is left out. Throws where one of them cannot be written or was not kept.
   */
  async writeBelow(root: string, evidence: Evidence): Promise<WrittenPages> {
    const all = evidence.items.flatMap(pageFiles);
    this.#refuse(evidence, all);
    const leftOut = all.flatMap(({ name, sha256 }) => {
      const leak = this.#kept.get(sha256) ?? null;
      return leak === null ? [] : [`${name} holds ${leak}`];
    });
    const pages = all.filter(({ sha256 }) => this.#kept.get(sha256) === null);
    try {
      for (const { name, sha256 } of pages) {
        const file = path.join(root, name);
        await makeFolder(path.dirname(file));
        await copyFile(this.#fileOf(sha256), file, constants.COPYFILE_EXCL);
      }
    } catch (error) {
      throw withheldFailure("they cannot be written", error);
    }
    return { names: pages.map(({ name }) => name), leftOut };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#discard();
  }

  #refuse({ items }: Evidence, pages: readonly PageFile[]): void {
    if (this.#lost !== null) throw withheldFailure(`a raw page could not be kept (${this.#lost})`);
    // A runner that is stopped leaves seconds, and the evidence needs them.
    if (items.some(({ collection }) => collection.reason?.code === "cancelled"))
      throw withheldFailure("the run was cancelled");
    for (const { name, sha256 } of pages) {
      if (!this.#kept.has(sha256)) throw withheldFailure(`${name} was not kept`);
    }
  }

  #fileOf(sha256: string): string {
    return path.join(this.#folder, `${sha256}.json.gz`);
  }

  async #discard(): Promise<void> {
    try {
      await rm(this.#folder, { recursive: true, force: true });
    } catch {
      // The runner empties its temporary folder itself.
    }
  }
}

function withheldFailure(reason: string, cause?: unknown): Failure {
  return new Failure("not-published", reason, { cause });
}

/** The result of writing the raw pages. */
export interface WrittenPages {
  readonly names: readonly string[];
  /** Each page that holds a secret, and of which kind. */
  readonly leftOut: readonly string[];
}

interface PageFile {
  readonly name: string;
  readonly sha256: string;
}

/** The pages of an item that have a response, numbered from 1 across its requests. */
function pageFiles({ id, collection }: Item): readonly PageFile[] {
  const pages = collection.requests.flatMap((request) => request.pages);
  return pages.flatMap(({ status, sha256 }, index) =>
    status === 0 ? [] : [{ name: `raw/${id}/${String(index + 1).padStart(3, "0")}.json.gz`, sha256 }],
  );
}

import path from "node:path";

import { z } from "zod";

import { readBytes } from "../../evidence/file.ts";
import { Failure } from "../../failure.ts";
import type { Addition, AppendResult, Branch, BranchHead, StoredRun } from "../branch.ts";
import { GitHubClient, UnansweredWrite, type GitHubAccess } from "./client.ts";
import { archivedFailure, tooLargeRefusal } from "./errors.ts";
import {
  listFilesOfFolder,
  listFilesOfFolders,
  readIds,
  readLatestDays,
  readRepositoryState,
  readTexts,
} from "./tree.ts";
import { isBundle, groupRuns, readableBundles, type BlobAt, type StoredBlob } from "../layout.ts";
import { VERIFY_NAME, repositoryPaths } from "../repository-files.ts";

/** A branch of a repository on GitHub, and what is allowed there. */
export interface GitHubRepository extends GitHubAccess {
  /** The folder that holds the streams. */
  readonly path: string;
  readonly allowPublic: boolean;
  /** Whether to create what is not there: the first commit of an empty repository, or the named branch. */
  readonly seed: boolean;
}

/** In base64, as GitHub counts; it refuses 40 MiB. */
const LARGEST_COMMIT = 40_000_000;

const Committed = z.looseObject({
  createCommitOnBranch: z.looseObject({ commit: z.looseObject({ oid: z.string(), url: z.string() }) }),
});

const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;

/**
 * A branch on GitHub. Each commit is one mutation that names the head it expects, and GitHub signs it. Nothing is ever
 * forced, overwritten or deleted.
 */
export class GitHubBranch implements Branch {
  readonly name: string;
  readonly workTree = null;
  /** GitHub limits writes to about 80 a minute. */
  readonly firstWaitMs = 500;
  readonly #repository: GitHubRepository;
  readonly #client: GitHubClient;
  /** The latest runs of a stream, by name and tree id: they never change under the same id. */
  readonly #latest = new Map<string, Promise<readonly StoredRun[]>>();
  /** The name of the branch, once it is known. */
  #branch: string | null;
  /** Whether the repository has no branch at all. */
  #isEmpty = false;
  /** The signal of the latest call; files of an earlier head are read with it too. */
  #signal: AbortSignal = AbortSignal.abort();

  constructor(repository: GitHubRepository) {
    this.name = repository.repository;
    this.#repository = repository;
    this.#branch = repository.branch;
    this.#client = new GitHubClient(repository);
  }

  async head(streams: readonly string[], signal: AbortSignal): Promise<BranchHead> {
    this.#signal = signal;
    const state = await readRepositoryState(this.#repository.branch, this.#where());
    this.#refuse(state);
    this.#branch = state.branch;
    this.#isEmpty = state.isEmpty;
    const { head: commit } = state;
    if (commit === null) {
      return { commit, existing: new Set(), latest: async () => [], runAt: async () => null };
    }

    const folders = streams.map((stream) => this.#below(stream));
    const files = repositoryPaths(streams);
    const paths = [...folders, ...files.map((file) => this.#below(file))];
    const ids = await readIds(paths, commit, this.#where());
    const trees = ids.slice(0, folders.length);
    const fileIds = ids.slice(folders.length);
    return {
      commit,
      existing: new Set(files.filter((_, index) => fileIds[index] !== null)),
      latest: async (stream) => {
        const tree = trees[streams.indexOf(stream)] ?? null;
        if (tree === null) return [];
        return cached(this.#latest, `${stream} ${tree}`, async () => this.#latestIn(stream, commit));
      },
      runAt: async (stream, place) => {
        const blobs = await listFilesOfFolder(this.#below(`${stream}/${place}`), commit, this.#where());
        return this.#runs(stream, commit, blobs)[0] ?? null;
      },
    };
  }

  async append(
    { runs, files, message }: Addition,
    onto: BranchHead,
    signal: AbortSignal,
  ): Promise<AppendResult> {
    this.#signal = signal;
    const sizes = runs.flatMap((run) => run.files.map(({ size }) => 4 * Math.ceil(size / 3)));
    if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_COMMIT) {
      throw tooLargeRefusal(this.#repository).failure;
    }
    const additions = runs.flatMap(({ stream, place, files: runFiles }) =>
      runFiles.map((file) => ({
        path: this.#below(`${stream}/${place}/${file.name}`),
        contents: readBytes(file).toString("base64"),
      })),
    );
    try {
      const seeded = onto.commit === null ? await this.#seed(files, signal) : null;
      for (const { path: file, text } of files) {
        if (file === VERIFY_NAME && seeded !== null) continue;
        additions.push({ path: this.#below(file), contents: Buffer.from(text).toString("base64") });
      }
      const [headline = "", ...body] = message.split("\n");
      const input = {
        branch: { repositoryNameWithOwner: this.name, branchName: this.#branch },
        expectedHeadOid: seeded ?? onto.commit,
        message: { headline, ...(body.length === 0 ? {} : { body: body.join("\n").trim() }) },
        fileChanges: { additions },
      };
      const { createCommitOnBranch: landed } = await this.#client.mutate(
        Committed,
        { text: COMMIT, variables: { input } },
        signal,
      );
      return { commit: landed.commit.oid, url: landed.commit.url, undone: [], warnings: [] };
    } catch (error) {
      // The commit may have landed: the next read of the head shows it.
      if (error instanceof UnansweredWrite) return { again: error };
      throw error;
    }
  }

  /** Creates the first commit where there is no branch to append to. A new branch begins with it, and holds nothing else. */
  async #seed(files: Addition["files"], signal: AbortSignal): Promise<string> {
    const text = files.find(({ path: file }) => file === VERIFY_NAME)?.text ?? "";
    const file = { path: this.#below(VERIFY_NAME), text };
    const { branch: named } = this.#repository;
    const commit =
      this.#isEmpty || named === null
        ? await this.#client.seed(file, signal)
        : await this.#client.seedBranch(file, named, signal);
    const { branch } = await readRepositoryState(this.#repository.branch, this.#where());
    this.#branch = branch;
    return commit;
  }

  #refuse(state: Awaited<ReturnType<typeof readRepositoryState>>): void {
    const { allowPublic, seed, branch } = this.#repository;
    if (state.isPublic && !allowPublic) {
      throw new Failure(
        "input",
        `the evidence repository ${this.name} is public, so anyone could read the evidence`,
        { hint: "make it private, or set allow-public: true to publish anyway" },
      );
    }
    if (state.isArchived) throw archivedFailure(this.#repository);
    if (state.head !== null || (seed && (state.isEmpty || this.#repository.branch !== null))) return;
    if (state.isEmpty) {
      throw new Failure("not-published", `${this.name} is empty, so there is no branch to add to`, {
        hint: "give it a first commit, such as a README.md, or set seed: true",
      });
    }
    throw new Failure("not-published", `${this.name} has no branch ${branch ?? "by default"}`, {
      hint: "correct the input branch, or set seed: true, and the run creates it",
    });
  }

  async #latestIn(stream: string, commit: string): Promise<readonly StoredRun[]> {
    const folder = this.#below(stream);
    const days = await readLatestDays(folder, commit, this.#where());
    const folders = days.map((day) => `${folder}/${day}`);
    return this.#runs(stream, commit, await listFilesOfFolders(folders, commit, this.#where()));
  }

  #runs(stream: string, commit: string, blobs: readonly StoredBlob[]): readonly StoredRun[] {
    const read = new Map<string, Promise<Buffer>>();
    const texts = new Map<"bundles", ReturnType<typeof readTexts>>();
    const bytes = async (blob: BlobAt): Promise<Buffer> => {
      // Reading a chain needs all bundles, so one request fetches them all.
      const ids = readableBundles(blobs.filter(isBundle)).map(({ id }) => id);
      const bundles = isBundle(blob)
        ? await cached(texts, "bundles", async () => readTexts(ids, this.#where()))
        : null;
      return bundles?.get(blob.id) ?? this.#client.file(blob.path, commit, this.#signal);
    };
    return groupRuns(blobs, this.#below(stream), async (blob) =>
      cached(read, blob.path, async () => bytes(blob)),
    );
  }

  #where() {
    return { repository: this.name, client: this.#client, signal: this.#signal };
  }

  /** The path from the top of the repository. */
  #below(name: string): string {
    return path.posix.join(this.#repository.path, name);
  }
}

/** The result of the first call for this key, unless it failed. */
async function cached<K, T>(map: Map<K, Promise<T>>, key: K, load: () => Promise<T>): Promise<T> {
  const result = map.get(key) ?? load();
  map.set(key, result);
  try {
    return await result;
  } catch (error) {
    map.delete(key);
    throw error;
  }
}

import path from "node:path";

import { z } from "zod";

import { readBytes } from "../../evidence/file.ts";
import { Failure } from "../../failure.ts";
import type { Addition, AppendResult, Branch, BranchHead, StoredRun } from "../branch.ts";
import { GitHubClient, UnansweredWrite } from "./client.ts";
import type { GitHubAccess } from "./client.ts";
import { archivedFailure, tooLargeRefusal } from "./errors.ts";
import {
  listFilesOfFolder,
  listFilesOfFolders,
  readIds,
  readLatestDays,
  readRepositoryState,
  readTexts,
} from "./tree.ts";
import { VERIFY_NAME, isBundle, groupRuns } from "../layout.ts";
import type { BlobAt } from "../layout.ts";

/** A branch of a repository on GitHub, and what may be done there. */
export interface GitHubRepository extends GitHubAccess {
  /** The folder that holds the streams. */
  readonly path: string;
  readonly allowPublic: boolean;
  /** Whether a repository without any commit gets its first one. */
  readonly seed: boolean;
}

/** As GitHub counts it, in base64; with 40 MiB it refuses. */
const LARGEST_COMMIT = 40_000_000;

const Committed = z.looseObject({
  createCommitOnBranch: z.looseObject({ commit: z.looseObject({ oid: z.string(), url: z.string() }) }),
});

const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;

/**
 * A branch on GitHub. Each commit is one mutation that names the head it goes
 * onto, and GitHub signs it. Nothing is ever forced, overwritten or deleted.
 */
export class GitHubBranch implements Branch {
  readonly name: string;
  readonly workTree = null;
  /** GitHub counts what is written: about 80 a minute. */
  readonly firstWaitMs = 500;
  readonly #repository: GitHubRepository;
  readonly #client: GitHubClient;
  /** The latest runs of a stream's folder, which never change under the same id. */
  readonly #latest = new Map<string, Promise<readonly StoredRun[]>>();
  /** The branch by its name, once it is known. */
  #branch: string | null;
  /** Of whoever asks now: what was read before may be read further later. */
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
    const { head: commit } = state;
    if (commit === null) {
      return { commit, hasVerifyInstructions: false, latest: async () => [], runAt: async () => null };
    }

    const folders = streams.map((stream) => this.#below(stream));
    const [guide, ...trees] = await readIds([this.#below(VERIFY_NAME), ...folders], commit, this.#where());
    return {
      commit,
      hasVerifyInstructions: guide !== null,
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
    { runs, verifyInstructions, message }: Addition,
    onto: BranchHead,
    signal: AbortSignal,
  ): Promise<AppendResult> {
    this.#signal = signal;
    const sizes = runs.flatMap(({ files }) => files.map(({ size }) => 4 * Math.ceil(size / 3)));
    if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_COMMIT) {
      throw tooLargeRefusal(this.#repository).failure;
    }
    const additions = runs.flatMap(({ stream, place, files }) =>
      files.map((file) => ({
        path: this.#below(`${stream}/${place}/${file.name}`),
        contents: readBytes(file).toString("base64"),
      })),
    );
    try {
      const seeded = onto.commit === null ? await this.#seeded(verifyInstructions, signal) : null;
      if (verifyInstructions !== null && seeded === null) {
        additions.push({
          path: this.#below(VERIFY_NAME),
          contents: Buffer.from(verifyInstructions).toString("base64"),
        });
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
      return { commit: landed.commit.oid, url: landed.commit.url, warnings: [] };
    } catch (error) {
      // It may be there all the same: whoever looks at the head again will see.
      if (error instanceof UnansweredWrite) return { again: error };
      throw error;
    }
  }

  /** The first commit of an empty repository, for which there is no branch to append to. */
  async #seeded(guide: string | null, signal: AbortSignal): Promise<string> {
    const commit = await this.#client.seed({ path: this.#below(VERIFY_NAME), text: guide ?? "" }, signal);
    const { branch } = await readRepositoryState(this.#repository.branch, this.#where());
    this.#branch = branch;
    return commit;
  }

  #refuse(state: Awaited<ReturnType<typeof readRepositoryState>>): void {
    const { allowPublic, seed, branch } = this.#repository;
    if (state.isPublic && !allowPublic) {
      throw new Failure(
        "input",
        `the evidence repository ${this.name} is public, so everybody could read the evidence`,
        { hint: "make it private, or set allow-public: true if that is what you want" },
      );
    }
    if (state.isArchived) throw archivedFailure(this.#repository);
    if (state.head !== null || (state.isEmpty && seed)) return;
    if (state.isEmpty) {
      throw new Failure("not-published", `${this.name} is empty, so there is no branch to add to`, {
        hint: "give it a first commit, such as a README.md, or set seed: true",
      });
    }
    throw new Failure("not-published", `${this.name} has no branch ${branch ?? "by default"}`, {
      hint: "create it from the default branch, or correct the input branch",
    });
  }

  async #latestIn(stream: string, commit: string): Promise<readonly StoredRun[]> {
    const folder = this.#below(stream);
    const days = await readLatestDays(folder, commit, this.#where());
    const folders = days.map((day) => `${folder}/${day}`);
    return this.#runs(stream, commit, await listFilesOfFolders(folders, commit, this.#where()));
  }

  #runs(stream: string, commit: string, blobs: readonly BlobAt[]): readonly StoredRun[] {
    const read = new Map<string, Promise<Buffer>>();
    const texts = new Map<"bundles", ReturnType<typeof readTexts>>();
    const bytes = async (blob: BlobAt): Promise<Buffer> => {
      // A chain is read by its bundles, so one question brings them all.
      const ids = blobs.filter(isBundle).map(({ id }) => id);
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

  /** From the top of the repository. */
  #below(name: string): string {
    return path.posix.join(this.#repository.path, name);
  }
}

/** What was asked once, unless that failed. */
async function cached<K, T>(map: Map<K, Promise<T>>, key: K, ask: () => Promise<T>): Promise<T> {
  const answer = map.get(key) ?? ask();
  map.set(key, answer);
  try {
    return await answer;
  } catch (error) {
    map.delete(key);
    throw error;
  }
}

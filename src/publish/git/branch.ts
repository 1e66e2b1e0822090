import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { readBytes, fileOf, type EvidenceFile } from "../../evidence/file.ts";
import { Failure } from "../../failure.ts";
import type { Addition, AppendResult, Branch, BranchHead, StoredRun } from "../branch.ts";
import { runGit, runGitText, isGitError, gitStderr, gitProblem } from "./git.ts";
import { isBundle, groupRuns, readableBundles, type BlobAt } from "../layout.ts";
import { repositoryPaths, type RepositoryFile } from "../repository-files.ts";
import { LocalBlobs } from "./blobs.ts";
import { ensureBranch, readWorkTreeFacts, type WorkTreeFacts } from "./settings.ts";
import { listBlobs, listIndexed, listNames, indexInfo, listLatestDays, listUncommittedRuns } from "./tree.ts";
import { updateWorkTree } from "./checkout.ts";

/**
 * The branch that a local work tree has checked out. A commit does not use the index of the user. It becomes the head in
 * one step, if the head has not moved. Then we update the work tree.
 */
export class LocalBranch implements Branch {
  readonly name: string;
  readonly workTree: string;
  readonly firstWaitMs = 25;
  readonly #folder: string;
  readonly #path: string;
  readonly #now: (() => Date) | undefined;
  readonly #blobs: LocalBlobs;
  #facts: Promise<WorkTreeFacts> | null = null;

  /** `now` gives the date of a commit. The default is the clock of git. */
  constructor({ folder, path: below, now }: { folder: string; path: string; now?: () => Date }) {
    this.#now = now;
    this.name = folder;
    this.#folder = folder;
    this.#blobs = new LocalBlobs(folder);
    this.#path = below;
    this.workTree = path.join(folder, below);
  }

  async head(streams: readonly string[] = []): Promise<BranchHead> {
    return this.#reading(async () => this.#head(streams));
  }

  async append(
    { runs, files, message }: Addition,
    onto: BranchHead,
    signal: AbortSignal,
  ): Promise<AppendResult> {
    const top = await this.#top();
    try {
      await this.#refuseMerge();
      const blobs: BlobAt[] = [];
      for (const run of runs) {
        for (const file of run.files) {
          const name = path.posix.join(top, run.stream, run.place, file.name);
          blobs.push({ path: name, id: await this.#blobs.write(file) });
        }
      }
      for (const file of files) {
        const id = await this.#blobs.write(await this.#repositoryFile(file));
        blobs.push({ path: path.posix.join(top, file.path), id });
      }
      const commit = await this.#commit(blobs, { parent: onto.commit, message, signal });
      const moved = await this.#moveHead(commit, onto.commit, message);
      if (moved !== null) return { again: moved };

      const streams = [...new Set(runs.map(({ stream }) => stream))];
      const { top: root } = await this.#known();
      const updated = await updateWorkTree(commit, {
        blobs,
        streams: streams.map((stream) => path.posix.join(top, stream)),
        files: repositoryPaths(streams).map((file) => path.posix.join(top, file)),
        folder: this.#folder,
        root,
        read: async ({ id }) => this.#blobs.content(id),
        signal,
      });
      return { commit, url: null, ...updated };
    } catch (error) {
      if (!isGitError(error)) throw error;
      throw this.#failed(signal.aborted ? "it took too long" : gitStderr(error), error);
    }
  }

  async #head(streams: readonly string[]): Promise<BranchHead> {
    const folder = this.#folder;
    await ensureBranch(folder);
    const commit = await this.#commitAtHead();
    const top = await this.#top();
    const files = repositoryPaths(streams).map((file) => path.posix.join(top, file));
    // A file that is staged or committed belongs to the people of the repository, so we never write it again.
    const known = new Set([
      ...(await listIndexed(folder, files)),
      ...(await listNames(folder, commit, files)),
    ]);

    const below = (stream: string): string => path.posix.join(top, stream);
    return {
      commit,
      existing: new Set([...known].map((file) => path.posix.relative(top, file))),
      latest: async (stream) =>
        this.#reading(async () => {
          const days = commit === null ? [] : await listLatestDays(folder, commit, below(stream));
          const runs = await this.#runsIn(commit, below(stream), days);
          const places = new Set(runs.map(({ place }) => place));
          const uncommitted = await listUncommittedRuns(path.join(this.workTree, stream), places);
          return [...runs, ...uncommitted].map((run) => this.#readable(run));
        }),
      runAt: async (stream, place) =>
        this.#reading(async () => {
          const [run] = await this.#runsIn(commit, below(stream), [place]);
          return run === undefined ? null : this.#readable(run);
        }),
    };
  }

  async #commitAtHead(): Promise<string | null> {
    try {
      return await runGitText(this.#folder, ["rev-parse", "--verify", "--quiet", "HEAD"]);
    } catch (error) {
      if (error instanceof Failure) throw error;
      // The branch has no commit yet.
      return null;
    }
  }

  async #runsIn(commit: string | null, stream: string, below: readonly string[]) {
    if (commit === null) return [];
    const folders = below.map((each) => `${stream}/${each}/`);
    const blobs = await listBlobs(this.#folder, commit, folders);
    // A chain needs all bundles, so the first read fetches all of them.
    let bundles: Promise<void> | null = null;
    return groupRuns(blobs, stream, async (blob) => {
      if (isBundle(blob)) {
        const ids = readableBundles(blobs.filter(isBundle)).map(({ id }) => id);
        await (bundles ??= this.#blobs.fetch(ids));
      }
      return readBytes(await this.#blobs.content(blob.id));
    });
  }

  async #commit(
    blobs: readonly BlobAt[],
    { parent, message, signal }: { parent: string | null; message: string; signal: AbortSignal },
  ): Promise<string> {
    const folder = this.#folder;
    const temporary = await mkdtemp(path.join(tmpdir(), "datadog-evidence-index-"));
    const index = path.join(temporary, "index");
    try {
      await runGit(folder, ["read-tree", ...(parent === null ? ["--empty"] : [parent])], { index });
      await runGit(folder, ["update-index", "-z", "--index-info"], { index, input: indexInfo(blobs) });
      const tree = await runGitText(folder, ["write-tree"], { index });
      const { config, flags } = (await this.#known()).commit;
      const parents = parent === null ? [] : ["-p", parent];
      return await runGitText(folder, [...config, "commit-tree", ...flags, ...parents, "-F", "-", tree], {
        input: `${message}\n`,
        signal,
        date: this.#now?.(),
      });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }

  /** Makes the commit the head. Returns a failure where the head has moved. */
  async #moveHead(commit: string, parent: string | null, message: string): Promise<Failure | null> {
    try {
      // This gets no signal: after an abort we would not know whether the head has moved.
      await runGit(this.#folder, ["update-ref", "-m", `commit: ${message}`, "HEAD", commit, parent ?? ""]);
      return null;
    } catch (error) {
      const stderr = gitStderr(error);
      if (!/cannot lock ref|unable to lock|File exists|reference already exists/i.test(stderr)) throw error;
      return this.#failed(stderr, error);
    }
  }

  /** Throws during a merge: git makes the commit that ends it from the index, and would lose the files that we add. */
  async #refuseMerge(): Promise<void> {
    if (!existsSync((await this.#known()).mergeHead)) return;
    throw new Failure("not-published", `git could not commit in ${this.name}: a merge is not finished`, {
      hint: "finish it with git commit or git merge --abort; the next commit adds the run",
    });
  }

  /** Returns the file for the commit: what somebody wrote in the work tree, else our own text. */
  async #repositoryFile({ path: file, text }: RepositoryFile): Promise<EvidenceFile> {
    try {
      return fileOf(path.posix.basename(file), await readFile(path.join(this.workTree, file)));
    } catch {
      return fileOf(path.posix.basename(file), text);
    }
  }

  /** Returns the path from the top of the repository to the folder of the streams. */
  async #top(): Promise<string> {
    return path.posix.join((await this.#known()).prefix, this.#path);
  }

  async #known(): Promise<WorkTreeFacts> {
    return (this.#facts ??= readWorkTreeFacts(this.#folder));
  }

  /** Turns an error of git into a `Failure`, so that a damaged repository does not cost the evidence. */
  async #reading<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (!isGitError(error)) throw error;
      throw new Failure("not-published", `${this.name} cannot be read: ${gitProblem(error)}`, {
        hint: "run git fsck, and check permissions and disk of the repository",
        cause: error,
      });
    }
  }

  #readable(run: StoredRun): StoredRun {
    const files = [...run.files].map(
      ([name, { size, read }]) => [name, { size, read: async () => this.#reading(read) }] as const,
    );
    return { ...run, files: new Map(files) };
  }

  #failed(stderr: string, cause: unknown): Failure {
    const last = stderr.split("\n").at(-1);
    const why = last ? `: ${last}` : "";
    return new Failure("not-published", `git could not commit in ${this.name}${why}`, {
      hint: "the run folder is written, and the next commit adds it once git works",
      cause,
    });
  }
}

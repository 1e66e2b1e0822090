import { buffer } from "node:stream/consumers";
import { ReadableStream } from "node:stream/web";

import type { getOctokit } from "@actions/github";
import { z } from "zod";

import { Failure } from "../../failure.ts";
import { ensureProxy } from "../../platform/connections.ts";
import { waitUnlessAborted } from "../../platform/waiting.ts";
import { classifyError, type RequestTarget } from "./errors.ts";

/** The repository, and how to reach it. */
export interface GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
  /** Null: its default branch. */
  readonly branch: string | null;
  readonly token: string;
  /** API of github.com, GHE.com or a GitHub Enterprise Server, as in `GITHUB_API_URL`. */
  readonly apiUrl: string;
}

/** A GraphQL document and its variables. */
export interface GraphqlRequest {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const Body = z.instanceof(ReadableStream);
const Seeded = z.looseObject({ commit: z.looseObject({ sha: z.string() }) });

/** A write whose answer is lost: it may have happened. */
export class UnansweredWrite extends Failure {}

const SEED_MESSAGE = "how to verify what comes";
const Refused = z.object({ status: z.literal(422), message: z.string() });

const ATTEMPT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends requests to GitHub, and waits as long as GitHub asks. Reads are sent again after a lost answer; a write whose
 * answer is lost throws `UnansweredWrite`. Every refusal is a `Failure`.
 */
export class GitHubClient {
  readonly #access: GitHubAccess;
  #octokit: Promise<ReturnType<typeof getOctokit>> | null = null;

  constructor(access: GitHubAccess) {
    this.#access = access;
  }

  async query<T>(shape: z.ZodType<T>, { text, variables }: GraphqlRequest, signal: AbortSignal): Promise<T> {
    return this.#sendWithRetry(false, signal, async (octokit, request) =>
      shape.parse(await octokit.graphql(text, { ...variables, request })),
    );
  }

  async mutate<T>(shape: z.ZodType<T>, { text, variables }: GraphqlRequest, signal: AbortSignal): Promise<T> {
    return this.#sendWithRetry(true, signal, async (octokit, request) =>
      shape.parse(await octokit.graphql(text, { ...variables, request })),
    );
  }

  /** Reads the bytes of a file in a commit. */
  async file(path: string, commit: string, signal: AbortSignal): Promise<Buffer> {
    const [owner = "", repo = ""] = this.#access.repository.split("/");
    return this.#sendWithRetry(false, signal, async (octokit, request) => {
      const { data } = await octokit.request("GET /repos/{owner}/{repo}/contents/{path}", {
        owner,
        repo,
        path,
        ref: commit,
        headers: { accept: "application/vnd.github.raw+json" },
        // The bytes as they are: signed content must not be parsed and written again.
        request: { ...request, parseSuccessResponseBody: false },
      });
      return buffer(Body.parse(data));
    });
  }

  /** Creates the first commit of an empty repository, with this one file, and returns its id. */
  async seed(file: { readonly path: string; readonly text: string }, signal: AbortSignal): Promise<string> {
    const { repository, branch } = this.#access;
    const [owner = "", repo = ""] = repository.split("/");
    return this.#sendWithRetry(true, signal, async (octokit, request) => {
      const { data } = await octokit.request("PUT /repos/{owner}/{repo}/contents/{path}", {
        owner,
        repo,
        path: file.path,
        message: SEED_MESSAGE,
        content: Buffer.from(file.text).toString("base64"),
        ...(branch === null ? {} : { branch }),
        request,
      });
      return Seeded.parse(data).commit.sha;
    });
  }

  /**
   * Creates the branch with this one file as its first commit, which has no commit before it, and returns the
   * commit's id. Throws `UnansweredWrite` where somebody else made the branch meanwhile.
   */
  async seedBranch(
    file: { readonly path: string; readonly text: string },
    branch: string,
    signal: AbortSignal,
  ): Promise<string> {
    const [owner = "", repo = ""] = this.#access.repository.split("/");
    return this.#sendWithRetry(true, signal, async (octokit, request) => {
      const where = { owner, repo, request };
      const entry = { path: file.path, mode: "100644", type: "blob", content: file.text } as const;
      const tree = await octokit.request("POST /repos/{owner}/{repo}/git/trees", { ...where, tree: [entry] });
      const commit = await octokit.request("POST /repos/{owner}/{repo}/git/commits", {
        ...where,
        message: SEED_MESSAGE,
        tree: tree.data.sha,
        parents: [],
      });
      const { sha } = commit.data;
      try {
        await octokit.request("POST /repos/{owner}/{repo}/git/refs", {
          ...where,
          ref: `refs/heads/${branch}`,
          sha,
        });
      } catch (error) {
        const refused = Refused.safeParse(error).data?.message ?? "";
        if (!refused.includes("Reference already exists")) throw error;
        throw new UnansweredWrite("not-published", `somebody else made the branch ${branch}`, {
          cause: error,
        });
      }
      return sha;
    });
  }

  async #sendWithRetry<T>(
    isWriting: boolean,
    signal: AbortSignal,
    step: (octokit: ReturnType<typeof getOctokit>, request: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const { repository, branch } = this.#access;
    const target: RequestTarget = { repository, branch, isWriting };
    for (let attempt = 0; ; attempt += 1) {
      try {
        const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]) };
        return await step(await this.#connected(), request);
      } catch (error) {
        if (error instanceof UnansweredWrite) throw error;
        const refusal = classifyError(error, target);
        if (refusal === null) throw error;
        const { failure, again, waitMs } = refusal;
        if (again === "never") throw failure;
        if (again === "look" && isWriting) throw new UnansweredWrite(failure.code, failure.message, failure);
        const ms = waitMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
        if (!(await waitUnlessAborted(ms, signal))) throw failure;
      }
    }
  }

  async #connected(): Promise<ReturnType<typeof getOctokit>> {
    const { token, apiUrl } = this.#access;
    ensureProxy(apiUrl);
    this.#octokit ??= import("@actions/github").then(({ getOctokit: connect }) =>
      connect(token, { baseUrl: apiUrl, userAgent: "datadog-evidence", log: SILENT }),
    );
    return this.#octokit;
  }
}

/** The client's own log would name addresses, and bypass ours. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // Silent.
}

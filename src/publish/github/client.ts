import { buffer } from "node:stream/consumers";
import { ReadableStream } from "node:stream/web";
import { setTimeout } from "node:timers/promises";

import type { getOctokit } from "@actions/github";
import { z } from "zod";

import { Failure } from "../../failure.ts";
import { ensureProxy } from "../../platform/connections.ts";
import { classifyError } from "./errors.ts";
import type { RequestTarget } from "./errors.ts";

/** How to reach the repository. */
export interface GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
  /** Null: its default branch. */
  readonly branch: string | null;
  readonly token: string;
  /** Of github.com, GHE.com or a GitHub Enterprise Server, as a job has it in `GITHUB_API_URL`. */
  readonly apiUrl: string;
}

/** A document of GraphQL and its variables. */
export interface GraphqlRequest {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const Body = z.instanceof(ReadableStream);
const Seeded = z.looseObject({ commit: z.looseObject({ sha: z.string() }) });

/** A write whose answer is lost: it may have happened. */
export class UnansweredWrite extends Failure {}

const ATTEMPT_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Talks to GitHub, and waits as long as GitHub asks. What only reads is asked
 * again; a write whose answer is lost is `Unanswered`. Every refusal is a
 * `Failure`.
 */
export class GitHubClient {
  readonly #access: GitHubAccess;
  #octokit: Promise<ReturnType<typeof getOctokit>> | null = null;

  constructor(access: GitHubAccess) {
    this.#access = access;
  }

  async query<T>(shape: z.ZodType<T>, { text, variables }: GraphqlRequest, signal: AbortSignal): Promise<T> {
    return this.#patiently(false, signal, async (octokit, request) =>
      shape.parse(await octokit.graphql(text, { ...variables, request })),
    );
  }

  async mutate<T>(shape: z.ZodType<T>, { text, variables }: GraphqlRequest, signal: AbortSignal): Promise<T> {
    return this.#patiently(true, signal, async (octokit, request) =>
      shape.parse(await octokit.graphql(text, { ...variables, request })),
    );
  }

  /** The bytes of a file in a commit. */
  async file(path: string, commit: string, signal: AbortSignal): Promise<Buffer> {
    const [owner = "", repo = ""] = this.#access.repository.split("/");
    return this.#patiently(false, signal, async (octokit, request) => {
      const { data } = await octokit.request("GET /repos/{owner}/{repo}/contents/{path}", {
        owner,
        repo,
        path,
        ref: commit,
        headers: { accept: "application/vnd.github.raw+json" },
        // The bytes themselves: what is signed must not be read as something and written again.
        request: { ...request, parseSuccessResponseBody: false },
      });
      return buffer(Body.parse(data));
    });
  }

  /** Gives an empty repository its first commit, with this one file, and answers with it. */
  async seed(file: { readonly path: string; readonly text: string }, signal: AbortSignal): Promise<string> {
    const { repository, branch } = this.#access;
    const [owner = "", repo = ""] = repository.split("/");
    return this.#patiently(true, signal, async (octokit, request) => {
      const { data } = await octokit.request("PUT /repos/{owner}/{repo}/contents/{path}", {
        owner,
        repo,
        path: file.path,
        message: "how to verify what comes",
        content: Buffer.from(file.text).toString("base64"),
        ...(branch === null ? {} : { branch }),
        request,
      });
      return Seeded.parse(data).commit.sha;
    });
  }

  async #patiently<T>(
    isWriting: boolean,
    signal: AbortSignal,
    step: (octokit: ReturnType<typeof getOctokit>, request: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const { repository, branch } = this.#access;
    const asked: RequestTarget = { repository, branch, isWriting };
    for (let attempt = 0; ; attempt += 1) {
      try {
        const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]) };
        return await step(await this.#connected(), request);
      } catch (error) {
        const refusal = classifyError(error, asked);
        if (refusal === null) throw error;
        const { failure, again, waitMs } = refusal;
        if (again === "never") throw failure;
        if (again === "look" && isWriting) throw new UnansweredWrite(failure.code, failure.message, failure);
        await pause(waitMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt), { signal, failure });
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

/** What the client has to say would name addresses and speak past our log. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // Not our voice.
}

async function pause(
  ms: number,
  { signal, failure }: { readonly signal: AbortSignal; readonly failure: Failure },
): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    // Only the signal ends a wait early, and then this is the last word.
    throw failure;
  }
}

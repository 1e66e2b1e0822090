import { z } from "zod";

import { Failure } from "../../failure.ts";

/** What GitHub was asked, as sentences name it. */
export interface RequestTarget {
  /** `owner/name`. */
  readonly repository: string;
  /** Null: its default branch. */
  readonly branch: string | null;
  readonly isWriting: boolean;
}

/** Why GitHub did not do it, and what follows from that. */
export interface Refusal {
  readonly failure: Failure;
  /** `never`: it will not. `wait`: it did not, and will later. `look`: it may have. */
  readonly again: "never" | "wait" | "look";
  /** As long as GitHub asks; null where it does not say. */
  readonly waitMs: number | null;
}

/** An answer that is an error: of HTTP, or of GraphQL inside a good one. */
const OfHttp = z.looseObject({
  status: z.number(),
  message: z.string(),
  response: z
    .looseObject({ headers: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
});
const OfGraphql = z.looseObject({
  headers: z.record(z.string(), z.unknown()),
  errors: z.array(z.looseObject({ type: z.string().optional(), message: z.string() })).min(1),
});

/** The refusal that an error of the client stands for; null for a bug, which is thrown on. */
export function classifyError(error: unknown, asked: RequestTarget): Refusal | null {
  const graphql = OfGraphql.safeParse(error);
  if (graphql.success) {
    const [{ type = "", message } = { message: "" }] = graphql.data.errors;
    return (
      rateLimitRefusal({ message: `${type} ${message}`, headers: graphql.data.headers }, error) ??
      byType({ type, message }, asked, error)
    );
  }
  // An answer that was cut off is half of a text, or the text ends with an error of its own.
  const isCut = error instanceof z.ZodError || (error instanceof TypeError && error.message === "terminated");
  if (isCut) return unansweredRefusal("what it sent was cut off or is of another shape", error);
  const http = OfHttp.safeParse(error);
  if (!http.success) return null;
  const { status, message, response } = http.data;
  if (response === undefined || status >= 500)
    return unansweredRefusal(response === undefined ? message : `status ${status}`, error);
  const hasLimit = status === 429 || (status === 403 && isLimit(message, response.headers));
  if (hasLimit) return rateLimitRefusal({ message: "rate limit", headers: response.headers }, error);
  return byStatus({ status, message }, asked, error);
}

function byStatus(
  { status, message }: { readonly status: number; readonly message: string },
  asked: RequestTarget,
  cause: unknown,
): Refusal {
  if (status === 401) {
    return finalRefusal("GitHub does not accept repository-token (401)", cause, {
      hint: "it is wrong, expired or revoked; the token of a GitHub App lives one hour, so make it in the same job",
    });
  }
  if (status === 404) return noAccessRefusal(asked, cause);
  if (status === 403) return forbiddenRefusal(message, asked, cause);
  if (status === 413) return tooLargeRefusal(asked, cause);
  // So says GitHub of a file that is there already.
  const isThere = status === 422 && message.includes("wasn't supplied");
  if (status === 409 || isThere)
    return { ...finalRefusal(`${nameOf(asked)} was changed at the same time`, cause), again: "look" };
  return byMessage(message, asked, cause);
}

function byType(
  { type, message }: { readonly type: string; readonly message: string },
  asked: RequestTarget,
  cause: unknown,
): Refusal {
  if (type === "STALE_DATA") {
    return {
      ...finalRefusal(`somebody else committed to ${nameOf(asked)} at the same time`, cause),
      again: "look",
    };
  }
  if (type === "BRANCH_PROTECTION_RULE_VIOLATION") return protectedRefusal(message, asked, cause);
  if (type === "NOT_FOUND") return noAccessRefusal(asked, cause);
  if (type === "INSUFFICIENT_SCOPES") return forbiddenRefusal(message, asked, cause);
  // So says GitHub, without a type, when it ran out of time.
  if (/something went wrong|timed? ?out|try again later/i.test(message) || type === "SERVICE_UNAVAILABLE") {
    return unansweredRefusal(firstLine(message), cause);
  }
  if (type === "FORBIDDEN" && !/archived|rule violation|pull request/i.test(message)) {
    return forbiddenRefusal(message, asked, cause);
  }
  return byMessage(message, asked, cause);
}

/** GitHub's types are not all documented; its sentences are what people search for. */
function byMessage(message: string, asked: RequestTarget, cause: unknown): Refusal {
  if (/archived/i.test(message))
    return { ...finalRefusal("", cause), failure: archivedFailure(asked, cause) };
  if (/protected branch/i.test(message)) return protectedRefusal(message, asked, cause);
  if (/rule violation|ruleset|pull request|signed commits|status check/i.test(message)) {
    return finalRefusal(`a ruleset of ${asked.repository} refuses the commit: ${firstLine(message)}`, cause, {
      hint: "add the GitHub App of repository-token to the bypass list of that ruleset; rules that block force pushes and deletions, and that require signed commits, may stay as they are",
    });
  }
  if (/not accessible/i.test(message)) return forbiddenRefusal(message, asked, cause);
  if (/too large|too big|exceeds|payload/i.test(message)) return tooLargeRefusal(asked, cause);
  const did = asked.isWriting ? "the commit to" : "a question about";
  return finalRefusal(`GitHub refused ${did} ${nameOf(asked)}: ${firstLine(message)}`, cause);
}

/** The repository takes nothing any more. */
export function archivedFailure({ repository }: Pick<RequestTarget, "repository">, cause?: unknown): Failure {
  return new Failure("not-published", `${repository} is archived, so nothing can be added`, {
    hint: "unarchive it, or name the repository that follows it",
    cause,
  });
}

/** One commit cannot carry it. */
export function tooLargeRefusal({ repository }: Pick<RequestTarget, "repository">, cause?: unknown): Refusal {
  return finalRefusal(
    `the run is too large for one commit to ${repository}: GitHub takes about 40 MB`,
    cause,
    {
      hint: "split the stream by items, or commit with git: datadog-evidence publish DIR --repository DIR",
    },
  );
}

/** A repository that is not there and one that may not be seen look the same. */
function noAccessRefusal({ repository, isWriting }: RequestTarget, cause?: unknown): Refusal {
  return finalRefusal(
    `there is no repository ${repository}, or repository-token may not ${isWriting ? "write" : "see"} it`,
    cause,
    {
      hint: "check the name; the token of a workflow only reaches its own repository, for another use the token of a GitHub App that is installed there with contents: write",
    },
  );
}

function forbiddenRefusal(message: string, asked: RequestTarget, cause: unknown): Refusal {
  if (!asked.isWriting) return noAccessRefusal(asked, cause);
  return finalRefusal(
    `repository-token may read ${asked.repository} but not write to it: ${firstLine(message)}`,
    cause,
    {
      hint: "give the job permissions: contents: write, or the GitHub App the permission contents: write on that repository",
    },
  );
}

function protectedRefusal(message: string, asked: RequestTarget, cause: unknown): Refusal {
  return finalRefusal(`${nameOf(asked)} is protected: ${firstLine(message)}`, cause, {
    hint: "let the GitHub App of repository-token bypass required pull requests in the protection of that branch, or name another branch",
  });
}

function unansweredRefusal(why: string, cause: unknown): Refusal {
  return {
    failure: new Failure("not-published", `GitHub did not answer: ${firstLine(why)}`, {
      hint: "see https://www.githubstatus.com; a re-run adds its own evidence",
      cause,
    }),
    again: "look",
    waitMs: null,
  };
}

function rateLimitRefusal(
  { message, headers }: { readonly message: string; readonly headers: Readonly<Record<string, unknown>> },
  cause: unknown,
): Refusal | null {
  if (!/rate.?limit/i.test(message)) return null;
  return {
    failure: new Failure("not-published", "GitHub's rate limit for repository-token is used up", {
      hint: "use the token of a GitHub App, which has a limit of its own",
      cause,
    }),
    again: "wait",
    waitMs: waitIn(headers),
  };
}

function isLimit(message: string, headers: Readonly<Record<string, unknown>>): boolean {
  return (
    /rate limit|abuse/i.test(message) || "retry-after" in headers || headers["x-ratelimit-remaining"] === "0"
  );
}

/** Seconds to wait come in `retry-after`; the moment of a new hour's points in `x-ratelimit-reset`. */
function waitIn(headers: Readonly<Record<string, unknown>>): number | null {
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (after >= 0) return after * 1000;
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  return headers["x-ratelimit-remaining"] === "0" && reset > 0
    ? Math.max(0, reset * 1000 - Date.now())
    : null;
}

function finalRefusal(message: string, cause: unknown, { hint }: { readonly hint?: string } = {}): Refusal {
  return { failure: new Failure("not-published", message, { hint, cause }), again: "never", waitMs: null };
}

function nameOf({ repository, branch }: RequestTarget): string {
  return branch === null ? repository : `the branch ${branch} of ${repository}`;
}

function firstLine(text: string): string {
  return text.split("\n")[0]?.slice(0, 300) ?? "";
}

import { z } from "zod";

import { Failure } from "../../failure.ts";

/** The target of a request, for messages. */
export interface RequestTarget {
  /** `owner/name`. */
  readonly repository: string;
  /** Null: its default branch. */
  readonly branch: string | null;
  readonly isWriting: boolean;
}

/** Why GitHub did not do what was requested, and what follows. */
export interface Refusal {
  readonly failure: Failure;
  /** `never`: it will not. `wait`: it did not, and will later. `look`: it may have done it. */
  readonly again: "never" | "wait" | "look";
  /** As long as GitHub asks; null where it does not say. */
  readonly waitMs: number | null;
}

/** Longer than any sentence; a page of a proxy may be of any length. */
const LONGEST_WORDS = 1500;

/** The two kinds of error: of HTTP, and of GraphQL in a response with status 200. */
const HttpError = z.looseObject({
  status: z.number(),
  message: z.string(),
  response: z
    .looseObject({ headers: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
});
const GraphqlError = z.looseObject({
  headers: z.record(z.string(), z.unknown()),
  errors: z.array(z.looseObject({ type: z.string().optional(), message: z.string() })).min(1),
});

/** The refusal that an error of the client means; null for any other error, which is a bug. */
export function classifyError(error: unknown, target: RequestTarget): Refusal | null {
  const graphql = GraphqlError.safeParse(error);
  if (graphql.success) {
    const [{ type = "", message } = { message: "" }] = graphql.data.errors;
    return (
      rateLimitRefusal({ message: `${type} ${message}`, headers: graphql.data.headers }, error) ??
      byType({ type, message }, target, error)
    );
  }
  // A response that was cut off does not parse, or reading it ends with an error.
  const isCut = error instanceof z.ZodError || (error instanceof TypeError && error.message === "terminated");
  if (isCut) return unansweredRefusal("its response was cut off or has an unexpected form", error);
  const http = HttpError.safeParse(error);
  if (!http.success) return null;
  const { status, response } = http.data;
  // The client adds a link to the documentation of its request.
  const message = http.data.message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
  if (response === undefined || status >= 500)
    return unansweredRefusal(response === undefined ? message : `status ${status}`, error);
  const hasLimit = status === 429 || (status === 403 && isLimit(message, response.headers));
  if (hasLimit) return rateLimitRefusal({ message: "rate limit", headers: response.headers }, error);
  return byStatus({ status, message }, target, error);
}

/** What any part of GitHub, or a proxy before it, says in its own words: they matter more than the status. */
function byWords(message: string, target: RequestTarget, cause: unknown): Refusal | null {
  if (/rule violation|ruleset|secret detected|push protection/i.test(message)) {
    return rulesetRefusal(message, target, cause);
  }
  if (/not authorized to push|push restriction|restricts? who can push/i.test(message)) {
    return finalRefusal(`${nameOf(target)} is protected: ${ownWords(message)}`, cause, {
      hint: "add the GitHub App of repository-token to those who may push to that branch, or name another branch",
    });
  }
  if (/SAML|single sign-on|\bSSO\b/i.test(message)) {
    return finalRefusal(accessSentence(message, target), cause, {
      hint: "authorize that token for single sign-on of the organization, or use the token of a GitHub App, which needs none",
    });
  }
  if (/IP allow list|\bIP address\b/i.test(message)) {
    return finalRefusal(accessSentence(message, target), cause, {
      hint: "use a runner whose address is on the allow list of the organization or enterprise",
    });
  }
  // A head that moved, in the words of git: for those GitHub has no type.
  if (/is at [0-9a-f]{7,64} but expected|expected branch to point to/i.test(message)) {
    return { ...finalRefusal(`another commit reached ${nameOf(target)} first`, cause), again: "look" };
  }
  return null;
}

function byStatus(
  { status, message }: { readonly status: number; readonly message: string },
  target: RequestTarget,
  cause: unknown,
): Refusal {
  if (status === 401) {
    return finalRefusal("GitHub does not accept repository-token (401)", cause, {
      hint: "it is wrong, expired or revoked; the token of a GitHub App is valid for one hour, so create it in the same job",
    });
  }
  const said = byWords(message, target, cause);
  if (said !== null) return said;
  if (status === 404) return noAccessRefusal(target, cause);
  if (status === 403) return forbiddenRefusal(message, target, cause);
  if (status === 413) return tooLargeRefusal(target, cause);
  // GitHub's error for a file that exists. A refusal by a rule of the repository has status 409 too.
  const isThere = status === 422 && message.includes("wasn't supplied");
  const isRule = /protected branch|pull request|signed commits|status check/i.test(message);
  if ((status === 409 && !isRule) || isThere)
    return { ...finalRefusal(`another change reached ${nameOf(target)} first`, cause), again: "look" };
  return byMessage(`${message} (status ${status})`, target, cause);
}

function byType(
  { type, message }: { readonly type: string; readonly message: string },
  target: RequestTarget,
  cause: unknown,
): Refusal {
  if (type === "STALE_DATA") {
    return {
      ...finalRefusal(`another commit reached ${nameOf(target)} first`, cause),
      again: "look",
    };
  }
  const said = byWords(message, target, cause);
  if (said !== null) return said;
  if (type === "BRANCH_PROTECTION_RULE_VIOLATION") return protectedRefusal(message, target, cause);
  // The next read of the repository shows whether the branch was deleted.
  if (
    target.isWriting &&
    /\b(?:branch|ref)\b/i.test(message) &&
    /not (?:be )?(?:found|exist)|resolve/i.test(message)
  ) {
    return { ...finalRefusal(`${nameOf(target)} is gone: ${ownWords(message)}`, cause), again: "look" };
  }
  if (type === "NOT_FOUND") return noAccessRefusal(target, cause);
  if (type === "INSUFFICIENT_SCOPES") return forbiddenRefusal(message, target, cause);
  // GitHub's messages, without a type, when it ran out of time.
  const isUnanswered = /something went wrong|couldn.t respond|timed? ?out|try again later/i.test(message);
  if (isUnanswered || type === "SERVICE_UNAVAILABLE") {
    return unansweredRefusal(message, cause);
  }
  if (type === "FORBIDDEN" && !/archived|rule violation|pull request/i.test(message)) {
    return forbiddenRefusal(message, target, cause);
  }
  return byMessage(message, target, cause);
}

/** Not all of GitHub's types are documented, and people search for its messages. */
function byMessage(message: string, target: RequestTarget, cause: unknown): Refusal {
  if (/archived/i.test(message))
    return { ...finalRefusal("", cause), failure: archivedFailure(target, cause) };
  if (/protected branch/i.test(message)) return protectedRefusal(message, target, cause);
  if (/pull request|signed commits|status check/i.test(message))
    return rulesetRefusal(message, target, cause);
  if (/not accessible/i.test(message)) return forbiddenRefusal(message, target, cause);
  if (/too large|too big|exceeds|payload/i.test(message)) return tooLargeRefusal(target, cause);
  const request = target.isWriting ? "the commit to" : "a request for";
  return finalRefusal(`GitHub refused ${request} ${nameOf(target)}: ${ownWords(message)}`, cause);
}

/** The rule is named after an empty line, so the whole message is kept. */
function rulesetRefusal(message: string, target: RequestTarget, cause: unknown): Refusal {
  const isSecret = /secret detected|push protection/i.test(message);
  return finalRefusal(`a ruleset of ${target.repository} refuses the commit: ${ownWords(message)}`, cause, {
    hint: isSecret
      ? "look in the run folder of the artifact for what GitHub takes for a secret; remove it from Datadog, or let an administrator allow it"
      : "add the GitHub App of repository-token to the bypass list of that ruleset; rules that block force pushes and deletions, and that require signed commits, may stay as they are",
  });
}

function accessSentence(message: string, { repository, isWriting }: RequestTarget): string {
  return `GitHub does not let repository-token ${isWriting ? "write to" : "read"} ${repository}: ${ownWords(message)}`;
}

/** The repository accepts no commits. */
export function archivedFailure({ repository }: Pick<RequestTarget, "repository">, cause?: unknown): Failure {
  return new Failure("not-published", `${repository} is archived, so GitHub accepts no commit`, {
    hint: "unarchive it, or name another repository",
    cause,
  });
}

/** The run does not fit in one commit. */
export function tooLargeRefusal({ repository }: Pick<RequestTarget, "repository">, cause?: unknown): Refusal {
  return finalRefusal(
    `the run is too large for one commit to ${repository}: GitHub accepts about 40 MB`,
    cause,
    {
      hint: "split the stream by items, or commit with git: datadog-evidence publish DIR --repository DIR",
    },
  );
}

const NO_ACCESS = {
  hint: "check the name; a workflow's token only works for its own repository; for another one, use the token of a GitHub App that is installed there with contents: write",
};

/** GitHub answers in the same way for a repository that does not exist and one that the token may not read. */
function noAccessRefusal({ repository, isWriting }: RequestTarget, cause?: unknown): Refusal {
  return finalRefusal(
    `there is no repository ${repository}, or repository-token may not ${isWriting ? "write" : "read"} it`,
    cause,
    NO_ACCESS,
  );
}

function forbiddenRefusal(message: string, target: RequestTarget, cause: unknown): Refusal {
  if (!target.isWriting) {
    const isUsual = /not accessible|^forbidden$|^$/i.test(message.trim());
    return isUsual
      ? noAccessRefusal(target, cause)
      : finalRefusal(accessSentence(message, target), cause, NO_ACCESS);
  }
  return finalRefusal(
    `repository-token may read ${target.repository} but may not write to it: ${ownWords(message)}`,
    cause,
    {
      hint: "give the job permissions: contents: write, or the GitHub App the permission contents: write on that repository",
    },
  );
}

function protectedRefusal(message: string, target: RequestTarget, cause: unknown): Refusal {
  return finalRefusal(`${nameOf(target)} is protected: ${ownWords(message)}`, cause, {
    hint: "allow the GitHub App of repository-token to bypass required pull requests in that branch's protection, or name another branch",
  });
}

function unansweredRefusal(reason: string, cause: unknown): Refusal {
  return {
    failure: new Failure("not-published", `GitHub did not answer: ${ownWords(reason)}`, {
      hint: "see https://www.githubstatus.com; a re-run collects its own evidence",
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
      hint: "use the token of a GitHub App, which has its own limit",
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

/** Seconds to wait are in `retry-after`; the time of the next hour's allowance is in `x-ratelimit-reset`. */
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

/** A sentence of GitHub or of a proxy as one line: it names the rule or the reason, often after an empty line. */
function ownWords(text: string): string {
  const words = text.includes("<") ? text.replaceAll(/<[^<>]*>/g, "\n") : text;
  const lines = words.split(/[\r\n]/).map((line) => line.replaceAll(/\s+/g, " ").trim());
  const whole = lines.filter((line) => line !== "").join("; ");
  return whole.length > LONGEST_WORDS ? `${whole.slice(0, LONGEST_WORDS)}…` : whole;
}

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
  const refusals = new Refusals(target, error);
  const graphql = GraphqlError.safeParse(error);
  if (graphql.success) {
    const { errors, headers } = graphql.data;
    const [{ type = "", message } = { message: "" }] = errors;
    const isLimited = /rate.?limit/i.test(`${type} ${message}`);
    return isLimited ? refusals.rateLimit(headers) : refusals.byType(type, message);
  }
  // A response that was cut off does not parse, or reading it ends with an error.
  const isCut = error instanceof z.ZodError || (error instanceof TypeError && error.message === "terminated");
  if (isCut) return refusals.unanswered("its response was cut off or has an unexpected form");
  const http = HttpError.safeParse(error);
  if (!http.success) return null;
  const { status, response } = http.data;
  // The client adds a link to the documentation of its request.
  const message = http.data.message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
  if (response === undefined) return refusals.unanswered(message);
  if (status >= 500) return refusals.unanswered(`status ${status}`);
  const { headers } = response;
  const saysLimit =
    /rate limit|abuse/i.test(message) || "retry-after" in headers || headers["x-ratelimit-remaining"] === "0";
  const isLimited = status === 429 || (status === 403 && saysLimit);
  return isLimited ? refusals.rateLimit(headers) : refusals.byStatus(status, message);
}

/** The refusals that one error can mean. */
class Refusals {
  readonly #target: RequestTarget;
  /** Names the target in sentences. */
  readonly #name: string;
  readonly #cause: unknown;

  constructor(target: RequestTarget, cause: unknown) {
    this.#target = target;
    this.#name =
      target.branch === null ? target.repository : `the branch ${target.branch} of ${target.repository}`;
    this.#cause = cause;
  }

  byStatus(status: number, message: string): Refusal {
    if (status === 401) {
      return this.#never(
        "GitHub does not accept repository-token (401)",
        "it is wrong, expired or revoked; the token of a GitHub App is valid for one hour, so create it in the same job",
      );
    }
    const byWords = this.#byWords(message);
    if (byWords !== null) return byWords;
    if (status === 404) return this.#noAccess();
    if (status === 403) return this.#forbidden(message);
    if (status === 413) return tooLargeRefusal(this.#target, this.#cause);
    // GitHub's error for a file that exists. A refusal by a rule of the repository has status 409 too.
    const isThere = status === 422 && message.includes("wasn't supplied");
    const isRule = /protected branch|pull request|signed commits|status check/i.test(message);
    if ((status === 409 && !isRule) || isThere)
      return this.#look(`another change reached ${this.#name} first`);
    return this.#byMessage(`${message} (status ${status})`);
  }

  byType(type: string, message: string): Refusal {
    if (type === "STALE_DATA") return this.#look(`another commit reached ${this.#name} first`);
    const byWords = this.#byWords(message);
    if (byWords !== null) return byWords;
    if (type === "BRANCH_PROTECTION_RULE_VIOLATION") return this.#protected(message);
    // The next read of the repository shows whether the branch was deleted.
    const isGone =
      /\b(?:branch|ref)\b/i.test(message) && /not (?:be )?(?:found|exist)|resolve/i.test(message);
    if (this.#target.isWriting && isGone) return this.#look(`${this.#name} is gone: ${ownWords(message)}`);
    if (type === "NOT_FOUND") return this.#noAccess();
    if (type === "INSUFFICIENT_SCOPES") return this.#forbidden(message);
    // GitHub's messages, without a type, when it ran out of time.
    const isUnanswered = /something went wrong|couldn.t respond|timed? ?out|try again later/i.test(message);
    if (isUnanswered || type === "SERVICE_UNAVAILABLE") return this.unanswered(message);
    const isForbidden = type === "FORBIDDEN" && !/archived|rule violation|pull request/i.test(message);
    return isForbidden ? this.#forbidden(message) : this.#byMessage(message);
  }

  unanswered(reason: string): Refusal {
    return this.#look(
      `GitHub did not answer: ${ownWords(reason)}`,
      "see https://www.githubstatus.com; a re-run collects its own evidence",
    );
  }

  rateLimit(headers: Readonly<Record<string, unknown>>): Refusal {
    const { failure } = this.#never(
      "GitHub's rate limit for repository-token is used up",
      "use the token of a GitHub App, which has its own limit",
    );
    return { failure, again: "wait", waitMs: waitIn(headers) };
  }

  /** What any part of GitHub, or a proxy before it, says in its own words: they matter more than the status. */
  #byWords(message: string): Refusal | null {
    if (/rule violation|ruleset|secret detected|push protection/i.test(message))
      return this.#ruleset(message);
    if (/not authorized to push|push restriction|restricts? who can push/i.test(message)) {
      return this.#never(
        `${this.#name} is protected: ${ownWords(message)}`,
        "add the GitHub App of repository-token to those who may push to that branch, or name another branch",
      );
    }
    if (/SAML|single sign-on|\bSSO\b/i.test(message)) {
      return this.#never(
        this.#accessSentence(message),
        "authorize that token for single sign-on of the organization, or use the token of a GitHub App, which needs none",
      );
    }
    if (/IP allow list|\bIP address\b/i.test(message)) {
      return this.#never(
        this.#accessSentence(message),
        "use a runner whose address is on the allow list of the organization or enterprise",
      );
    }
    // A head that moved, in the words of git: for those GitHub has no type.
    const hasMoved = /is at [0-9a-f]{7,64} but expected|expected branch to point to/i.test(message);
    return hasMoved ? this.#look(`another commit reached ${this.#name} first`) : null;
  }

  /** Not all of GitHub's types are documented, and people search for its messages. */
  #byMessage(message: string): Refusal {
    if (/archived/i.test(message)) {
      return { failure: archivedFailure(this.#target, this.#cause), again: "never", waitMs: null };
    }
    if (/protected branch/i.test(message)) return this.#protected(message);
    if (/pull request|signed commits|status check/i.test(message)) return this.#ruleset(message);
    if (/not accessible/i.test(message)) return this.#forbidden(message);
    if (/too large|too big|exceeds|payload/i.test(message)) return tooLargeRefusal(this.#target, this.#cause);
    const request = this.#target.isWriting ? "the commit to" : "a request for";
    return this.#never(`GitHub refused ${request} ${this.#name}: ${ownWords(message)}`);
  }

  /** The rule is named after an empty line, so the whole message is kept. */
  #ruleset(message: string): Refusal {
    const isSecret = /secret detected|push protection/i.test(message);
    return this.#never(
      `a ruleset of ${this.#target.repository} refuses the commit: ${ownWords(message)}`,
      isSecret
        ? "look in the run folder of the artifact for what GitHub takes for a secret; remove it from Datadog, or let an administrator allow it"
        : "add the GitHub App of repository-token to the bypass list of that ruleset; rules that block force pushes and deletions, and that require signed commits, may stay as they are",
    );
  }

  /** GitHub answers in the same way for a repository that does not exist and one that the token may not read. */
  #noAccess(): Refusal {
    const { repository, isWriting } = this.#target;
    return this.#never(
      `there is no repository ${repository}, or repository-token may not ${isWriting ? "write" : "read"} it`,
      NO_ACCESS_HINT,
    );
  }

  #forbidden(message: string): Refusal {
    if (!this.#target.isWriting) {
      const isUsual = /not accessible|^forbidden$|^$/i.test(message.trim());
      return isUsual ? this.#noAccess() : this.#never(this.#accessSentence(message), NO_ACCESS_HINT);
    }
    return this.#never(
      `repository-token may read ${this.#target.repository} but may not write to it: ${ownWords(message)}`,
      "give the job permissions: contents: write, or the GitHub App the permission contents: write on that repository",
    );
  }

  #protected(message: string): Refusal {
    return this.#never(
      `${this.#name} is protected: ${ownWords(message)}`,
      "allow the GitHub App of repository-token to bypass required pull requests in that branch's protection, or name another branch",
    );
  }

  #accessSentence(message: string): string {
    const { repository, isWriting } = this.#target;
    return `GitHub does not let repository-token ${isWriting ? "write to" : "read"} ${repository}: ${ownWords(message)}`;
  }

  #look(message: string, hint?: string): Refusal {
    return { ...this.#never(message, hint), again: "look" };
  }

  #never(message: string, hint?: string): Refusal {
    const failure = new Failure("not-published", message, { hint, cause: this.#cause });
    return { failure, again: "never", waitMs: null };
  }
}

const NO_ACCESS_HINT =
  "check the name; a workflow's token only works for its own repository; for another one, use the token of a GitHub App that is installed there with contents: write";

/** The repository accepts no commits. */
export function archivedFailure({ repository }: Pick<RequestTarget, "repository">, cause?: unknown): Failure {
  return new Failure("not-published", `${repository} is archived, so GitHub accepts no commit`, {
    hint: "unarchive it, or name another repository",
    cause,
  });
}

/** The run does not fit in one commit. */
export function tooLargeRefusal({ repository }: Pick<RequestTarget, "repository">, cause?: unknown): Refusal {
  const message = `the run is too large for one commit to ${repository}: GitHub accepts about 40 MB`;
  const hint =
    "split the stream by items, or commit with git: npx datadog-evidence publish DIR --repository DIR";
  return { failure: new Failure("not-published", message, { hint, cause }), again: "never", waitMs: null };
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

/** A sentence of GitHub or of a proxy as one line: it names the rule or the reason, often after an empty line. */
function ownWords(text: string): string {
  const words = text.includes("<") ? text.replaceAll(/<[^<>]*>/g, "\n") : text;
  const lines = words.split(/[\r\n]/).map((line) => line.replaceAll(/\s+/g, " ").trim());
  const whole = lines.filter((line) => line !== "").join("; ");
  return whole.length > LONGEST_WORDS ? `${whole.slice(0, LONGEST_WORDS)}…` : whole;
}

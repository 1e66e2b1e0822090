import { z } from "zod";

import type { Config } from "../config/read-config.ts";
import { readJson } from "../evidence/files/json.ts";
import { httpRequest } from "../platform/http.ts";
import { setupCheck, type SetupCheck } from "./check.ts";

/** How to ask GitHub. */
interface GitHubContext {
  /** As in `GITHUB_API_URL`, without a slash at the end. */
  readonly gitHubApiUrl: string;
  readonly signal: AbortSignal;
}

const Repository = z.object({
  private: z.boolean(),
  archived: z.boolean().default(false),
  default_branch: z.string(),
  permissions: z.object({ push: z.boolean() }).nullish(),
});
const Rules = z.array(z.object({ type: z.string() }));

const WITHOUT = "the run is signed and kept as an artifact, but not committed, and ends with exit 2";
/** Rules of a branch that refuse a commit by a program. */
const BLOCKING = ["pull_request", "required_status_checks", "update", "required_deployments"];
/** Rules without which somebody could rewrite what was committed. */
const PROTECTING = ["deletion", "non_fast_forward"];

/** Whether a run could commit to the evidence repository, and whether what it commits stays. */
export async function repositoryChecks(
  config: Config,
  context: GitHubContext,
): Promise<readonly SetupCheck[]> {
  const { repository, "repository-token": token } = config;
  if (repository === null || token === null) {
    return [
      setupCheck("warning", {
        id: "repository",
        needed: false,
        found: "no evidence repository is named, so a run is an artifact that GitHub deletes after some time",
        without: "runs do not follow one another in a chain",
        hint: "name one with repository and repository-token: this repository with github.token is the simplest",
      }),
    ];
  }
  const read = async (path: string) =>
    readGitHub(`${context.gitHubApiUrl}/repos/${repository}${path}`, { token, ...context });
  const answer = await read("");
  const found = answer.status === 200 ? Repository.safeParse(answer.json).data : undefined;
  if (found === undefined) {
    return [
      setupCheck(answer.status === 0 ? "unknown" : "error", {
        id: "repository",
        found: `${repository} cannot be read (${answer.status === 0 ? answer.reason : `status ${answer.status}`})`,
        without: WITHOUT,
        hint: "check the name; repository-token needs contents: write there, and a GitHub App must be installed on it",
      }),
    ];
  }
  const branch = config.branch ?? found.default_branch;
  const rules = await read(`/rules/branches/${encodeURIComponent(branch)}`);
  return [
    writeCheck(repository, found),
    visibilityCheck(repository, { isPublic: !found.private, isAllowed: config["allow-public"] }),
    branchCheck(branch, rules.status === 200 ? (Rules.safeParse(rules.json).data ?? null) : null),
  ];
}

function writeCheck(repository: string, { archived, permissions }: z.infer<typeof Repository>): SetupCheck {
  const about = { id: "repository", without: WITHOUT };
  if (archived) {
    return setupCheck("error", {
      ...about,
      found: `${repository} is archived`,
      hint: "unarchive it, or name another one",
    });
  }
  if (permissions?.push === true) {
    return setupCheck("ok", { ...about, found: `repository-token may write to ${repository}` });
  }
  // GitHub does not show the permissions of an App's token there.
  return setupCheck("unknown", {
    ...about,
    needed: false,
    found: `repository-token may read ${repository}; GitHub does not say whether it may write`,
    hint: "give the job, or the App, contents: write",
  });
}

function visibilityCheck(
  repository: string,
  { isPublic, isAllowed }: { isPublic: boolean; isAllowed: boolean },
): SetupCheck {
  const about = {
    id: "repository-visibility",
    without: "anybody can read the evidence, or the run refuses to commit it (exit 2)",
  };
  if (!isPublic) return setupCheck("ok", { ...about, found: `${repository} is not public` });
  return setupCheck(isAllowed ? "warning" : "error", {
    ...about,
    found: `${repository} is public`,
    hint: isAllowed
      ? "allow-public is set: anybody can read which weaknesses are open"
      : "use a private repository, or set allow-public: true to publish anyway",
  });
}

function branchCheck(branch: string, rules: z.infer<typeof Rules> | null): SetupCheck {
  const about = {
    id: "branch-protection",
    needed: false,
    without: "somebody with write access can rewrite the history, which only copies elsewhere would show",
  };
  if (rules === null) {
    return setupCheck("unknown", {
      ...about,
      found: `GitHub does not show the rules of the branch ${branch}`,
    });
  }
  const has = (types: readonly string[]) => types.filter((type) => rules.some((rule) => rule.type === type));
  const blocking = has(BLOCKING);
  if (blocking.length > 0) {
    return setupCheck("error", {
      ...about,
      needed: true,
      without: WITHOUT,
      found: `rules of the branch ${branch} refuse a commit by a program: ${blocking.join(", ")}`,
      hint: "let the App bypass these rules, or name another branch for the evidence",
    });
  }
  const missing = PROTECTING.filter((type) => !has(PROTECTING).includes(type));
  if (missing.length === 0) {
    return setupCheck("ok", { ...about, found: `the branch ${branch} can be neither deleted nor rewritten` });
  }
  return setupCheck("warning", {
    ...about,
    found: `no rule of the branch ${branch} forbids ${missing.map((type) => (type === "deletion" ? "deletion" : "force pushes")).join(" and ")}`,
    hint: "add a ruleset with Restrict deletions and Block force pushes (Settings > Rules)",
  });
}

async function readGitHub(
  url: string,
  { token, signal }: { token: string; signal: AbortSignal },
): Promise<{ readonly status: number; readonly json: unknown; readonly reason: string }> {
  const response = await httpRequest(
    { url, headers: { accept: "application/vnd.github+json", authorization: `Bearer ${token}` } },
    signal,
  );
  if (!response.ok) return { status: 0, json: null, reason: `GitHub ${response.reason}` };
  const json = readJson(response.bytes);
  return { status: response.status, json: "value" in json ? json.value : null, reason: "" };
}

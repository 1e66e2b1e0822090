import { z } from "zod";

import type { Config } from "../config/read-config.ts";
import { readJson } from "../evidence/files/json.ts";
import { httpRequest } from "../platform/http.ts";
import { checkOf, type SetupCheck } from "./check.ts";

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
const Branch = z.object({ protected: z.boolean().default(false) });
const Rules = z.array(z.object({ type: z.string(), ruleset_id: z.int().optional() }));
const Ruleset = z.object({ current_user_can_bypass: z.string().optional() });
type Rule = z.infer<typeof Rules>[number];

const WITHOUT = "the run is signed and kept as an artifact, but not committed, and ends with exit 2";
/** Rules of a branch that refuse a commit by a program. */
const BLOCKING = [
  "pull_request",
  "required_status_checks",
  "update",
  "required_deployments",
  "merge_queue",
  "workflows",
  "code_scanning",
];
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
      checkOf({
        id: "repository",
        needed: false,
        without: "an evidence repository, runs do not follow one another in a chain",
      }).warning(
        "no evidence repository is named, so a run is an artifact that GitHub deletes after some time",
        "name one with repository and repository-token: this repository with github.token is the simplest",
      ),
    ];
  }
  const read = async (path: string) =>
    readGitHub(`${context.gitHubApiUrl}/repos/${repository}${path}`, { token, ...context });
  const answer = await read("");
  const found = answer.status === 200 ? Repository.safeParse(answer.json).data : undefined;
  if (found === undefined) {
    return [
      checkOf({ id: "repository", without: `access to the evidence repository, ${WITHOUT}` })[
        answer.status === 0 ? "unknown" : "error"
      ](
        `${repository} cannot be read (${answer.status === 0 ? answer.reason : `status ${answer.status}`})`,
        "check the name; repository-token needs contents: write there, and a GitHub App must be installed on it",
      ),
    ];
  }
  const name = config.branch ?? found.default_branch;
  const [branch, ruled] = await Promise.all([
    read(`/branches/${encodeURIComponent(name)}`),
    // GitHub also shows the rules of a branch that is not there yet.
    read(`/rules/branches/${encodeURIComponent(name)}`),
  ]);
  const rules = ruled.status === 200 ? (Rules.safeParse(ruled.json).data ?? null) : null;
  const about = { name, isProtected: Branch.safeParse(branch.json).data?.protected === true, rules };
  return [
    writeCheck(repository, found),
    visibilityCheck(repository, { isPublic: !found.private, isAllowed: config["allow-public"] }),
    await branchCheck(about, { status: branch.status, config, read }),
    protectionCheck(about),
  ];
}

function writeCheck(repository: string, { archived, permissions }: z.infer<typeof Repository>): SetupCheck {
  const about = { id: "repository", without: `write access to the evidence repository, ${WITHOUT}` };
  const check = checkOf(about);
  if (archived) {
    return check.error(`${repository} is archived`, "unarchive it, or name another one");
  }
  if (permissions?.push === true) {
    return check.ok(`repository-token may write to ${repository}`);
  }
  // GitHub does not show the permissions of an App's token there.
  return checkOf({ ...about, needed: false }).unknown(
    `repository-token may read ${repository}; GitHub does not say whether it may write`,
    "give the job, or the App, contents: write",
  );
}

function visibilityCheck(
  repository: string,
  { isPublic, isAllowed }: { isPublic: boolean; isAllowed: boolean },
): SetupCheck {
  const check = checkOf({
    id: "repository-visibility",
    without: "a private repository, anybody can read the evidence, or the run refuses to commit it (exit 2)",
  });
  if (!isPublic) return check.ok(`${repository} is not public`);
  return check[isAllowed ? "warning" : "error"](
    `${repository} is public`,
    isAllowed
      ? "allow-public is set: anybody can read which weaknesses are open"
      : "use a private repository, or set allow-public: true to publish anyway",
  );
}

/** The branch that a run would commit to. */
interface EvidenceBranch {
  readonly name: string;
  readonly isProtected: boolean;
  /** Null where GitHub does not show them. */
  readonly rules: readonly Rule[] | null;
}

type ReadRepository = (path: string) => Promise<{ readonly status: number; readonly json: unknown }>;

/** Whether the branch is there, or the first run makes it, and whether a program may commit to it. */
async function branchCheck(
  { name, isProtected, rules }: EvidenceBranch,
  {
    status,
    config,
    read,
  }: { readonly status: number; readonly config: Config; readonly read: ReadRepository },
): Promise<SetupCheck> {
  const about = { id: "branch", without: `a branch to commit to, ${WITHOUT}` };
  const check = checkOf(about);
  const { unknown } = checkOf({ ...about, needed: false });
  if (status !== 200 && status !== 404)
    return unknown(`GitHub does not say whether the branch ${name} is there`);
  const isThere = status === 200;
  if (!isThere) {
    const isEmpty = (await read("/commits?per_page=1")).status === 409;
    if (!config.seed || (config.branch === null && !isEmpty)) {
      const found = isEmpty
        ? `the repository is empty, so the branch ${name} is not there`
        : `the branch ${name} is not there`;
      return check.error(found, "correct the input branch, or set seed: true, and the first run makes it");
    }
  }
  const there = isThere
    ? `the branch ${name} is there`
    : `the branch ${name} is not there yet; the first run makes it (seed: true)`;
  if (rules === null) {
    return unknown(`${there}; GitHub does not show its rules, so they may refuse a commit by a program`);
  }
  const types = isThere ? BLOCKING : [...BLOCKING, "creation"];
  const blocking = rules.filter(({ type }) => types.includes(type));
  const refusals = await refusalsOf(blocking, read);
  const named = [...new Set(blocking.map(({ type }) => type))].join(", ");
  if (refusals === "certain") {
    const found = `rules of the branch ${name} refuse a commit by a program: ${named}`;
    return check.error(found, BYPASS_HINT);
  }
  if (refusals === "possible") {
    const found = `rules of the branch ${name} refuse a commit by a program, and GitHub does not say whether repository-token may bypass them: ${named}`;
    return check.unknown(found, BYPASS_HINT);
  }
  if (isProtected && rules.length === 0) {
    return unknown(
      `${there}; a branch protection rule covers it, and GitHub does not show what it asks`,
      "in Settings > Branches, the rule must ask for no pull request and no status check, or let the App bypass it",
    );
  }
  if (!isThere) return check.ok(there);
  const may =
    blocking.length > 0
      ? `repository-token may bypass its rules (${named})`
      : "none of its rules refuses a commit by a program";
  return check.ok(`${there}, and ${may}`);
}

const BYPASS_HINT = "let the App bypass these rules, or name another branch for the evidence";

/** Whether rules refuse a commit by the holder of the token: one that may bypass a ruleset is not bound by it. */
async function refusalsOf(
  blocking: readonly Rule[],
  read: ReadRepository,
): Promise<"none" | "possible" | "certain"> {
  const rulesets = [...new Set(blocking.map((rule) => rule.ruleset_id))];
  const bypasses = await Promise.all(
    rulesets.map(async (id) => {
      if (id === undefined) return undefined;
      const { status, json } = await read(`/rulesets/${id}`);
      return status === 200 ? Ruleset.safeParse(json).data?.current_user_can_bypass : undefined;
    }),
  );
  if (bypasses.every((bypass) => bypass === "always")) return "none";
  return bypasses.some((bypass) => bypass !== undefined && bypass !== "always") ? "certain" : "possible";
}

/** Whether what is committed stays. */
function protectionCheck({ name, isProtected, rules }: EvidenceBranch): SetupCheck {
  const check = checkOf({
    id: "branch-protection",
    needed: false,
    without:
      "protection of the branch, somebody with write access can rewrite the history, which only copies elsewhere would show",
  });
  if (rules === null) {
    const found = `GitHub does not show the rules of the branch ${name}`;
    return check.unknown(found);
  }
  if (isProtected && rules.length === 0) {
    const found = `a branch protection rule covers the branch ${name}, and GitHub does not show what it forbids`;
    return check.unknown(found, "in Settings > Branches, leave Allow force pushes and Allow deletions off");
  }
  const missing = PROTECTING.filter((type) => rules.every((rule) => rule.type !== type));
  if (missing.length === 0) {
    return check.ok(`the branch ${name} can be neither deleted nor rewritten`);
  }
  return check.warning(
    `no rule of the branch ${name} forbids ${missing.map((type) => (type === "deletion" ? "deletion" : "force pushes")).join(" and ")}`,
    "add a ruleset with Restrict deletions and Block force pushes (Settings > Rules)",
  );
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

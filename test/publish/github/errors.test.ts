import { expect, test } from "vitest";

import { newKey } from "../../support/evidence.ts";
import { git } from "../../support/git.ts";
import { startGitHub, type GitHubFault } from "../../support/github.ts";
import { type RepositoryOnGitHub } from "../../support/github-graphql.ts";
import { evidenceAt, gitHubBranch, published, racing } from "../../support/streams.ts";
import { READ_TOKEN } from "../../support/tokens.ts";

const KEY = newKey();
const RUN = evidenceAt("2026-11-20T06:17:31Z");

type Row = readonly [
  what: string,
  sentence: string | RegExp,
  hint: string | RegExp,
  given: {
    readonly repository?: RepositoryOnGitHub;
    readonly branch?: Parameters<typeof gitHubBranch>[1];
    readonly commit?: GitHubFault;
    readonly question?: GitHubFault;
    readonly seed?: GitHubFault;
  },
];

const errors = (message: string, type?: string): GitHubFault => ({
  errors: [{ message, ...(type === undefined ? {} : { type }) }],
});

const ROWS: readonly Row[] = [
  [
    "classic branch protection",
    "the branch main of acme/evidence is protected: Changes must be made through a pull request.",
    "bypass required pull requests",
    {
      commit: errors("Changes must be made through a pull request.", "BRANCH_PROTECTION_RULE_VIOLATION"),
      branch: { branch: "main" },
    },
  ],
  [
    "a ruleset that wants pull requests",
    "a ruleset of acme/evidence refuses the commit: Repository rule violations found; Changes must be made through a pull request.",
    "bypass list of that ruleset",
    {
      commit: errors(
        "Repository rule violations found\n\nChanges must be made through a pull request.",
        "UNPROCESSABLE",
      ),
    },
  ],
  [
    "a ruleset without a type that we know",
    "a ruleset of acme/evidence refuses the commit: Changes must be made through a pull request.",
    "bypass list of that ruleset",
    { commit: errors("Changes must be made through a pull request.") },
  ],
  [
    "a missing branch",
    "acme/evidence has no branch evidence",
    "set seed: true",
    { branch: { branch: "evidence" } },
  ],
  [
    "an empty repository",
    "acme/evidence is empty, so there is no branch to add to",
    "set seed: true",
    { repository: { isEmpty: true } },
  ],
  [
    "no such repository, or one that may not be seen",
    "there is no repository acme/other, or repository-token may not read it",
    /own repository.*GitHub App/,
    { branch: { repository: "acme/other" } },
  ],
  [
    "404 of HTTP",
    "there is no repository acme/evidence, or repository-token may not read it",
    "GitHub App",
    { question: { status: 404, message: "Not Found" } },
  ],
  [
    "403 of HTTP",
    "there is no repository acme/evidence, or repository-token may not read it",
    "GitHub App",
    { question: { status: 403, message: "Resource not accessible by integration" } },
  ],
  [
    "access that an organisation protects",
    "GitHub does not let repository-token read acme/evidence: Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.",
    "single sign-on",
    {
      question: errors(
        "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.",
        "FORBIDDEN",
      ),
    },
  ],
  [
    "an address that is not on the list",
    "GitHub does not let repository-token read acme/evidence: Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.",
    "allow list",
    {
      question: {
        status: 403,
        message:
          "Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.",
      },
    },
  ],
  [
    "a refusal of a proxy",
    "GitHub refused a request for acme/evidence: Access denied by policy 7; ask the network team (status 400)",
    "",
    { question: { status: 400, message: "Access denied by policy 7\n\nask the network team" } },
  ],
  [
    "push protection",
    "a ruleset of acme/evidence refuses the commit: Repository rule violations found; Secret detected in content; Datadog API Key in prod/evidence.json",
    "takes for a secret",
    {
      commit: errors(
        "Repository rule violations found\n\nSecret detected in content\n\n  Datadog API Key in prod/evidence.json",
        "UNPROCESSABLE",
      ),
    },
  ],
  [
    "push restrictions",
    "acme/evidence is protected: You're not authorized to push to this branch. Visit https://docs.github.com for more information.",
    "those who may push",
    {
      commit: errors(
        "You're not authorized to push to this branch. Visit https://docs.github.com for more information.",
        "FORBIDDEN",
      ),
    },
  ],
  [
    "a ruleset that refuses the first commit of an empty repository",
    "a ruleset of acme/evidence refuses the commit: Repository rule violations found; Changes must be made through a pull request.",
    "bypass list of that ruleset",
    {
      repository: { isEmpty: true },
      branch: { seed: true },
      seed: {
        status: 409,
        message: "Repository rule violations found\n\nChanges must be made through a pull request.\n\n",
      },
    },
  ],
  [
    "a repository that went away",
    "there is no repository acme/evidence, or repository-token may not write it",
    "GitHub App",
    { commit: errors("Could not resolve to a Repository with the name 'acme/evidence'.", "NOT_FOUND") },
  ],
  [
    "a token that may only read",
    "repository-token may read acme/evidence but may not write to it: Resource not accessible by integration",
    "permissions: contents: write",
    { branch: { token: READ_TOKEN } },
  ],
  [
    "a token of a person without the scope",
    "repository-token may read acme/evidence but may not write to it: Your token has not been granted the required scopes",
    "contents: write",
    { commit: errors("Your token has not been granted the required scopes", "INSUFFICIENT_SCOPES") },
  ],
  [
    "a wrong token",
    "GitHub does not accept repository-token (401)",
    "is valid for one hour",
    { branch: { token: "ghs_expired" } },
  ],
  [
    "an archived repository",
    "acme/evidence is archived, so GitHub accepts no commit",
    "unarchive it",
    { repository: { isArchived: true } },
  ],
  [
    "a repository archived since",
    "acme/evidence is archived, so GitHub accepts no commit",
    "unarchive it",
    { commit: errors("Repository was archived so is read-only.", "FORBIDDEN") },
  ],
  [
    "a commit that GitHub finds too large",
    "the run is too large for one commit to acme/evidence: GitHub accepts about 40 MB",
    "publish DIR --repository DIR",
    { commit: { status: 413, message: "Payload Too Large" } },
  ],
  [
    "a public repository",
    "the evidence repository acme/evidence is public, so anyone could read the evidence",
    "allow-public: true",
    { repository: { visibility: "PUBLIC" } },
  ],
  [
    "whatever we do not know",
    "GitHub refused the commit to acme/evidence: A path was requested that is not allowed",
    "",
    { commit: errors("A path was requested that is not allowed", "UNPROCESSABLE") },
  ],
];

test.each(ROWS)(
  "%s has a sentence of its own",
  async (_, sentence, hint, { repository, branch, commit, question, seed }) => {
    await using github = await startGitHub({ "acme/evidence": repository ?? {} });
    if (commit !== undefined) github.fail("mutation", commit);
    if (question !== undefined) github.fail("query", question);
    if (seed !== undefined) github.fail("rest", seed);
    const folder = github.folder("acme/evidence");
    const before = await git(folder, "rev-parse", "--all");

    const result = await published(gitHubBranch(github, branch), RUN, KEY, {
      to: { out: "/dev/null/nowhere" },
    });

    const [first] = result.undone;
    expect(first?.message).toMatch(typeof sentence === "string" ? exactly(sentence) : sentence);
    expect(first?.hint ?? "").toMatch(typeof hint === "string" ? new RegExp(RegExp.escape(hint)) : hint);
    expect(first?.message).not.toContain("ghs_");
    // The evidence is signed all the same, and nobody was asked twice.
    expect(result).toMatchObject({ commit: null, signatures: 1, retries: 0 });
    expect(await git(folder, "rev-parse", "--all")).toBe(before);
    expect(github.violations).toEqual([]);
  },
);

test.each([
  [
    "a time-out in the words of GitHub",
    "We couldn't respond to your request in time. Sorry about that.",
    undefined,
  ],
  [
    "a head that moved, without a type",
    `refs/heads/main is at ${"a".repeat(40)} but expected ${"b".repeat(40)}`,
    undefined,
  ],
])("%s is looked up, and the commit lands", async (_, message, type) => {
  await using github = await startGitHub();
  github.fail("mutation", errors(message, type));

  const result = await published(gitHubBranch(github), RUN, KEY, { to: { out: "/dev/null/nowhere" } });

  expect(result).toMatchObject({ commit: expect.any(String), retries: 1 });
});

test("an empty repository that somebody else began meanwhile is looked at again", async () => {
  await using github = await startGitHub({ "acme/evidence": { isEmpty: true } });
  github.fail("rest", { status: 409, message: "Conflict" });

  const result = await published(gitHubBranch(github, { seed: true }), RUN, KEY, {
    to: { out: "/dev/null/nowhere" },
  });

  expect(result).toMatchObject({ commit: expect.any(String), retries: 1 });
});

test("a branch that is deleted meanwhile is named", async () => {
  await using github = await startGitHub();
  const folder = github.folder("acme/evidence");
  await git(folder, "update-ref", "refs/heads/evidence", "refs/heads/main");
  github.fail("mutation", errors("Could not resolve to a Ref with the name 'evidence'.", "NOT_FOUND"));
  const branch = racing(gitHubBranch(github, { branch: "evidence" }), async () =>
    git(folder, "update-ref", "-d", "refs/heads/evidence"),
  );

  const result = await published(branch, RUN, KEY, { to: { out: "/dev/null/nowhere" } });

  expect(result.undone[0]?.message).toBe("acme/evidence has no branch evidence");
});

test("a commit of more than 40 MB is neither read nor sent", async () => {
  await using github = await startGitHub();
  const branch = gitHubBranch(github);
  const head = await branch.head(["prod"], new AbortController().signal);
  const files = [{ name: "records-security-signals.ndjson", size: 30_000_001, sha256: "", pieces: unread }];

  const commit = branch.append(
    {
      runs: [{ stream: "prod", place: "2026/2026-11-20/061731Z-1-1", files }],
      files: [],
      message: "large",
    },
    head,
    new AbortController().signal,
  );

  await expect(commit).rejects.toThrow("the run is too large for one commit to acme/evidence");
  expect(github.asked).not.toContain("mutation");
});

function unread(): never {
  throw new Error("it was read");
}

test("a public repository takes evidence where that is allowed", async () => {
  await using github = await startGitHub({ "acme/evidence": { visibility: "PUBLIC" } });

  const result = await published(gitHubBranch(github, { allowPublic: true }), RUN, KEY, {
    to: { out: "/dev/null/nowhere" },
  });

  expect(result).toMatchObject({ commit: expect.any(String) });
});

function exactly(sentence: string): RegExp {
  return new RegExp(`^${RegExp.escape(sentence)}$`);
}

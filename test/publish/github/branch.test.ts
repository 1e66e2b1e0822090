import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

import { expect, test } from "vitest";

import { sha256 } from "../../../src/evidence/digest.ts";
import type { Branch } from "../../../src/publish/branch.ts";
import { newKey } from "../../support/evidence.ts";
import { filesIn, git, statementsIn } from "../../support/git.ts";
import { HAS_OPENAPI } from "../../support/github-rest.ts";
import { startGitHub, type GitHub } from "../../support/github.ts";
import { evidenceAt, gitHubBranch, NEVER, published, racing } from "../../support/streams.ts";

const KEY = newKey();
const FIRST = evidenceAt("2026-11-20T06:17:31Z");
const SECOND = evidenceAt("2026-11-21T06:17:31Z");
const THIRD = evidenceAt("2026-11-22T06:17:31Z");

/** The run lies nowhere but in the repository, so the folder that publish wants is one that it cannot write. */
const TO = { out: "/dev/null/nowhere" };

async function run(github: GitHub, evidence = FIRST, more: Parameters<typeof gitHubBranch>[1] = {}) {
  return publishedTo(gitHubBranch(github, more), evidence);
}

async function publishedTo(branch: Branch, evidence = FIRST, signal = NEVER) {
  const result = await published(branch, evidence, KEY, { to: TO, signal });
  return { ...result, undone: result.undone.filter(({ message }) => !message.includes("/dev/null")) };
}

test("each run is one commit that names the run before it, and the first brings the guide", async () => {
  await using github = await startGitHub();

  for (const evidence of [FIRST, SECOND, THIRD]) {
    expect(await run(github, evidence)).toMatchObject({
      undone: [],
      warnings: [],
      signatures: 1,
      retries: 0,
    });
  }

  const folder = github.folder("acme/evidence");
  const [first, second, third] = await statementsIn(folder, "prod", "main");
  expect([first?.previous, second?.previous?.statement, third?.previous?.statement]).toEqual([
    null,
    sha256(first?.payload ?? ""),
    sha256(second?.payload ?? ""),
  ]);
  expect(await git(folder, "rev-list", "--count", "main")).toBe("4");
  expect((await filesIn(folder, "main"))[0]).toBe("VERIFY.md");
  expect(await git(folder, "log", "-1", "--format=%s", "main")).toBe(
    "prod: evidence of 2026-11-22T06:17:31Z, complete",
  );
  expect(github.violations).toEqual([]);
});

test("the answer says which commit it is and where people see it", async () => {
  await using github = await startGitHub();

  const { commit, commitUrl } = await run(github);

  expect(commit).toBe(await git(github.folder("acme/evidence"), "rev-parse", "main"));
  expect(commitUrl).toBe(`https://github.com/acme/evidence/commit/${commit}`);
});

test("a GitHub Enterprise Server is reached where its jobs say", async () => {
  await using github = await startGitHub();

  const result = await run(github, FIRST, { apiUrl: `${github.url}/api/v3` });

  expect(result).toMatchObject({ undone: [], commit: expect.any(String) });
});

test("streams may lie in a folder of any branch", async () => {
  await using github = await startGitHub();
  const folder = github.folder("acme/evidence");
  await git(folder, "branch", "evidence", "main");

  await run(github, FIRST, { branch: "evidence", path: "compliance/datadog" });
  await run(github, SECOND, { branch: "evidence", path: "compliance/datadog" });

  expect(await filesIn(folder, "main")).toEqual([]);
  const files = await filesIn(folder, "evidence");
  expect(files).toHaveLength(6);
  expect(files.every((name) => name.startsWith("compliance/datadog/"))).toBe(true);
  expect((await statementsIn(folder, "prod", "evidence")).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test("another stream that was faster costs another try, and no signature", async () => {
  await using github = await startGitHub();
  await run(github);
  const stage = evidenceAt("2026-11-21T06:00:00Z", { stream: "stage" });

  const slower = racing(gitHubBranch(github), async () => run(github, stage));
  const result = await published(slower, SECOND, KEY, { to: TO });

  expect(result).toMatchObject({ signatures: 1, retries: 1, commit: expect.any(String) });
  expect(await sequences(github)).toEqual([1, 2]);
});

test("the stream itself that went on is linked and signed again", async () => {
  await using github = await startGitHub();
  await run(github);

  const slower = racing(gitHubBranch(github), async () => run(github, SECOND));
  const result = await published(slower, THIRD, KEY, { to: TO });

  expect(result).toMatchObject({ signatures: 2, retries: 1 });
  expect(result.attestation?.statement.predicate).toMatchObject({ sequence: 3 });
  expect(await sequences(github)).toEqual([1, 2, 3]);
});

test.each(["reset-after", "cut"] as const)(
  "a commit whose answer is lost (%s) is looked for, found, and not made twice",
  async (fault) => {
    await using github = await startGitHub();
    github.fail("mutation", fault);

    const result = await run(github);

    expect(result).toMatchObject({ undone: [], signatures: 1, retries: 1 });
    expect(result.commit).toBe(await git(github.folder("acme/evidence"), "rev-parse", "main"));
    expect(await sequences(github)).toEqual([1]);
  },
);

test.each([
  ["reset", "reset" as const],
  ["502", { status: 502, message: "Bad gateway" }],
  [
    "an error of GitHub's own inside a good answer",
    { errors: [{ message: "Something went wrong while executing your query." }] },
  ],
])("a commit that never arrived (%s) is made again with the same signature", async (_, fault) => {
  await using github = await startGitHub();
  github.fail("mutation", fault);

  const result = await run(github);

  expect(result).toMatchObject({ undone: [], signatures: 1, retries: 1 });
  expect(await sequences(github)).toEqual([1]);
});

test("questions are asked again after resets, half answers and errors of the server", async () => {
  await using github = await startGitHub();
  await run(github);
  github.fail("query", "reset", "pass", "cut", { status: 503, message: "unavailable" });
  github.fail("rest", "reset");

  const result = await run(github, SECOND);

  expect(result).toMatchObject({ undone: [], warnings: [], signatures: 1, retries: 0 });
  expect(await sequences(github)).toEqual([1, 2]);
});

test.each([
  [
    "retry-after",
    { status: 403, message: "You have exceeded a secondary rate limit", headers: { "retry-after": "1" } },
  ],
  ["429", { status: 429, message: "slow down", headers: { "retry-after": "1" } }],
  [
    "the points of an hour",
    {
      status: 403,
      message: "API rate limit exceeded for installation",
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000)) },
    },
  ],
  ["RATE_LIMITED", { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] }],
])("a rate limit (%s) is waited for as long as GitHub asks", async (_, fault) => {
  await using github = await startGitHub();
  github.fail("mutation", fault);

  const result = await run(github);

  expect(result).toMatchObject({ undone: [], signatures: 1, retries: 0, commit: expect.any(String) });
});

test("a rate limit that outlasts the time is said", async () => {
  await using github = await startGitHub();
  github.fail("mutation", { status: 429, message: "slow down", headers: { "retry-after": "600" } });

  const time = new AbortController();
  const publishing = publishedTo(gitHubBranch(github), FIRST, time.signal);
  while (!github.asked.includes("mutation")) await setTimeout(50);
  await setTimeout(1000);
  time.abort();
  const result = await publishing;

  expect(result.undone.map(({ message }) => message)).toEqual([
    "GitHub's rate limit for repository-token is used up",
  ]);
  expect(result).toMatchObject({ commit: null, signatures: 1 });
});

test("the same run with the same evidence is there already", async () => {
  await using github = await startGitHub();
  const first = await run(github);

  const again = await run(github);

  expect(again).toMatchObject({ undone: [], signatures: 0, commit: first.commit });
  expect(again.attestation?.bundle).toBe(first.attestation?.bundle);
});

test("a last run whose evidence was changed begins the chain anew", async () => {
  await using github = await startGitHub();
  await run(github);
  const folder = github.folder("acme/evidence");
  const file = (await filesIn(folder, "main")).find((name) => name.endsWith("evidence.json")) ?? "";
  await tampered(folder, file);

  const result = await run(github, SECOND);

  expect(result.attestation?.statement.predicate).toMatchObject({
    sequence: 2,
    previous: null,
    restart: { code: "changed" },
  });
});

test("what did not move is not read again", async () => {
  await using github = await startGitHub();
  const branch = gitHubBranch(github);
  await publishedTo(branch, FIRST);
  await publishedTo(branch, SECOND);
  const before = github.asked.length;

  await publishedTo(
    racing(branch, async () => run(github, evidenceAt("2026-11-22T06:00:00Z", { stream: "stage" }))),
    THIRD,
  );

  const ours = github.asked.slice(before).filter((what) => what.startsWith("GET"));
  expect(ours).toHaveLength(1);
});

test("an empty repository is given its first commit where that is asked for", async () => {
  await using github = await startGitHub({ "acme/evidence": { isEmpty: true } });

  const result = await run(github, FIRST, { seed: true });

  expect(result).toMatchObject({ undone: [], signatures: 1 });
  const folder = github.folder("acme/evidence");
  expect(await git(folder, "log", "--format=%s", "main")).toBe(
    "prod: evidence of 2026-11-20T06:17:31Z, complete\nhow to verify what comes",
  );
  expect(await git(folder, "show", "main:VERIFY.md")).toBe("how to verify");
  expect(github.violations).toEqual([]);
});

test("whoever is late to give a repository its first commit adds to it", async () => {
  await using github = await startGitHub({ "acme/evidence": { isEmpty: true } });
  const stage = evidenceAt("2026-11-20T06:00:00Z", { stream: "stage" });

  const slower = racing(gitHubBranch(github, { seed: true }), async () => run(github, stage, { seed: true }));
  const result = await published(slower, FIRST, KEY, { to: TO });

  expect(result).toMatchObject({ signatures: 1, retries: 1, commit: expect.any(String) });
  expect(await sequences(github)).toEqual([1]);
});

test("a branch that is not there is made by the first run, and holds evidence alone", async () => {
  await using github = await startGitHub();
  const ours = { seed: true, branch: "compliance-evidence", path: "kept" };

  await run(github, FIRST, ours);
  await run(github, SECOND, ours);

  const folder = github.folder("acme/evidence");
  expect(await git(folder, "log", "--format=%s", "compliance-evidence")).toBe(
    [
      "prod: evidence of 2026-11-21T06:17:31Z, complete",
      "prod: evidence of 2026-11-20T06:17:31Z, complete",
      "how to verify what comes",
    ].join("\n"),
  );
  const names = (await git(folder, "ls-tree", "-r", "--name-only", "compliance-evidence")).split("\n");
  expect(names.filter((name) => !name.startsWith("kept/"))).toEqual([]);
  expect(github.violations).toEqual([]);
});

test("whoever is late to make the branch adds to it", async () => {
  await using github = await startGitHub();
  const ours = { seed: true, branch: "compliance-evidence" };
  const stage = evidenceAt("2026-11-20T06:00:00Z", { stream: "stage" });

  const slower = racing(gitHubBranch(github, ours), async () => run(github, stage, ours));
  const result = await published(slower, FIRST, KEY, { to: TO });

  expect(result).toMatchObject({ signatures: 1, retries: 1, commit: expect.any(String) });
});

test("requests of REST are held against GitHub's own document", ({ skip }) => {
  if (!HAS_OPENAPI) {
    process.stderr.write("skipped: no OpenAPI document of GitHub in ../shared/prototypes\n");
    skip();
  }
  expect(HAS_OPENAPI).toBe(true);
});

async function sequences(github: GitHub): Promise<readonly number[]> {
  const folder = github.folder("acme/evidence");
  expect(await git(folder, "fsck", "--strict").catch((error: unknown) => String(error))).toBe("");
  return (await statementsIn(folder, "prod", "main")).map(({ sequence }) => sequence);
}

/** Replaces a file of the branch by another text, as somebody does who may write. */
async function tampered(folder: string, file: string): Promise<void> {
  await git(folder, "worktree", "add", "--quiet", `${folder}-tree`, "main");
  await writeFile(`${folder}-tree/${file}`, "{}\n");
  await git(
    `${folder}-tree`,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@b",
    "commit",
    "--quiet",
    "-am",
    "tampered",
  );
}

import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { filesIn, git, statementsIn } from "../support/git.ts";
import { startGitHub, type GitHub } from "../support/github.ts";
import { act, artifactFiles, startActionWorld, type ActionWorld } from "./action-world.ts";
import { READ_TOKEN, WRITE_TOKEN } from "../support/tokens.ts";

/** Runs the Action with an evidence repository on the loopback GitHub. */
async function committing(
  world: ActionWorld,
  github: GitHub,
  inputs: Readonly<Record<string, string>> = {},
  run = "4242",
) {
  return act(world, {
    inputs: { repository: "acme/evidence", "repository-token": WRITE_TOKEN, stream: "prod", ...inputs },
    env: { GITHUB_API_URL: github.url, GITHUB_RUN_ID: run },
  });
}

test("a run is committed, and then uploaded with the bundle that landed", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();

  await using first = await committing(world, github);
  await using second = await committing(world, github, {}, "4243");

  const folder = github.folder("acme/evidence");
  expect(first).toMatchObject({ code: 0, annotations: [] });
  expect(second).toMatchObject({
    code: 0,
    annotations: [],
    outputs: { commit: await git(folder, "rev-parse", "main"), "exit-code": "0" },
  });
  expect((await statementsIn(folder, "prod", "main")).map(({ sequence }) => sequence)).toEqual([1, 2]);
  const place = `prod/${second.outputs["folder"]?.split("/prod/")[1]}`;
  const uploaded = artifactFiles(world, second.outputs["artifact-name"]).get(
    `${place}/evidence.sigstore.json`,
  );
  expect(uploaded?.toString()).toBe(`${await git(folder, "show", `main:${place}/evidence.sigstore.json`)}\n`);
  expect(second.summary).toContain(`(https://github.com/acme/evidence/commit/${second.outputs["commit"]})`);
  expect(shown(second.summary)).toContain("of acme/evidence, run 2 of its chain");
  expect(second.stdout).toContain("run 2 of its chain, commit");
  expect(second.masks).toContain(WRITE_TOKEN);
  expect(github.violations).toEqual([]);
});

test("the last question before the upload is answered: the commit stands first", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();
  const seen: number[] = [];
  github.fail("mutation", async () => seen.push(world.results.created.length));

  await using run = await committing(world, github);

  expect(run.code).toBe(0);
  expect(seen).toEqual([0]);
  expect(world.results.finalized).toHaveLength(1);
});

test("a commit that is refused ends with 2, and the artifact is there all the same", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();

  await using run = await committing(world, github, { "repository-token": READ_TOKEN });

  expect(run).toMatchObject({ code: 2, outputs: { commit: "", "artifact-id": "1001", outcome: "complete" } });
  expect(run.annotations.at(-1)?.message).toContain("may read acme/evidence but may not write to it");
  expect(shown(run.summary)).toContain("may read acme/evidence but may not write to it");
  expect(run.summary).not.toContain("Commit [");
});

test("an artifact that is refused ends with 2, and the commit is there all the same", async () => {
  await using world = await startActionWorld({ artifactFaults: { CreateArtifact: [403] } });
  await using github = await startGitHub();

  await using run = await committing(world, github);

  expect(run).toMatchObject({ code: 2, outputs: { "artifact-id": "" } });
  expect(run.outputs["commit"]).toBe(await git(github.folder("acme/evidence"), "rev-parse", "main"));
  expect(run.summary).toContain("Commit [");
});

test("a public evidence repository stops the run before anything is collected", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub({ "acme/evidence": { visibility: "PUBLIC" } });

  await using run = await committing(world, github);

  expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" } });
  expect(run.annotations.at(-1)?.message).toContain("the evidence repository acme/evidence is public");
  expect(world.results.created).toEqual([]);
  expect(world.datadog.requests).toEqual([]);
});

test("a repository that does not answer before is asked again after", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();
  github.fail("query", { status: 404, message: "Not Found" });

  await using run = await committing(world, github);

  expect(run).toMatchObject({ code: 0, outputs: { "exit-code": "0" } });
  expect(run.annotations).toEqual([
    { kind: "warning", message: expect.stringContaining("the evidence repository will be asked again") },
  ]);
});

test("a run that is left to publish is in the chain and not in the repository", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();
  await using first = await committing(world, github);
  const head = await git(github.folder("acme/evidence"), "rev-parse", "main");

  await using run = await committing(world, github, { commit: "false" }, "4243");

  expect(first.code).toBe(0);
  expect(run).toMatchObject({ code: 0, outputs: { commit: "" } });
  expect(await git(github.folder("acme/evidence"), "rev-parse", "main")).toBe(head);
  const bundle = await readFile(path.join(run.outputs["folder"] ?? "", "evidence.sigstore.json"), "utf8");
  const payload = JSON.parse(Buffer.from(JSON.parse(bundle).dsseEnvelope.payload, "base64").toString());
  expect(payload.predicate).toMatchObject({ sequence: 2, previous: { sequence: 1 } });
});

test("unsigned evidence is never committed", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();

  await using run = await committing(world, github, { signing: "none" });

  expect(run.code).toBe(2);
  expect(await filesIn(github.folder("acme/evidence"), "main")).toEqual([]);
  expect(run.outputs["artifact-name"]).toMatch(/-UNSIGNED$/);
});

/** The summary as people see it, without what keeps text from being Markdown. */
function shown(summary: string): string {
  return summary.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { startGitHub } from "../support/github.ts";
import { runCli } from "../support/runner.ts";
import { collect, git, NO_GIT_CONFIG, printed, repository, startWorld, type World } from "./world.ts";
import { WRITE_TOKEN } from "../support/tokens.ts";

/** A run of the stream that is signed onto the chain of the repository and lies in the folder `out`. */
async function leftFor(world: World, tree: string, stream: string) {
  const out = path.join(world.folder, "out");
  const flags = ["--repository", tree, "--out", out, "--commit", "false", "--stream", stream];
  return collect(world, flags, { env: NO_GIT_CONFIG });
}

test("publish commits what collect left, from a folder of many", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const runs = [await leftFor(world, tree, "prod"), await leftFor(world, tree, "stage")];

  const published = await runCli(["publish", path.join(world.folder, "out"), "--repository", tree], {
    env: NO_GIT_CONFIG,
  });
  const again = await runCli(["publish", printed(runs[0] ?? published), "--repository", tree], {
    env: NO_GIT_CONFIG,
  });

  expect(published).toMatchObject({ code: 0, stdout: runs.map((run) => `${printed(run)}\n`).join("") });
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
  expect(await git(tree, "status", "--porcelain")).toBe("");
  expect(again).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("already") });
});

test("publish refuses by name what it would have to sign, and ends with 2", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const unchained = await collect(world);
  const good = await leftFor(world, tree, "prod");

  const published = await runCli(["publish", printed(unchained), printed(good), "--repository", tree], {
    env: NO_GIT_CONFIG,
  });

  expect(published).toMatchObject({ code: 2, stdout: `${printed(good)}\n` });
  expect(published.stderr).toContain(`${printed(unchained)} is signed outside of any chain`);
  expect(published.stderr).not.toMatch(/^ {4}at /m);
});

test("a stream that was expected and did not come is named, and those that came are committed", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const run = await leftFor(world, tree, "prod");
  const summary = path.join(world.folder, "summary.md");
  const flags = ["--repository", tree, "--expect", "prod,stage", "--summary", summary];

  const published = await runCli(["publish", path.join(world.folder, "out"), ...flags], {
    env: NO_GIT_CONFIG,
  });

  expect(published).toMatchObject({ code: 2, stdout: `${printed(run)}\n` });
  expect(published.stderr).toContain("stage: no run came");
  expect(await readFile(summary, "utf8")).toContain("| stage | none came |");
});

test("where no run came at all, every expected stream is named", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const nothing = path.join(world.folder, "nothing");
  await mkdir(nothing);

  const published = await runCli(["publish", nothing, "--repository", tree, "--expect", "prod,stage"], {
    env: NO_GIT_CONFIG,
  });

  expect(published).toMatchObject({ code: 2, stdout: "" });
  expect(published.stderr).toContain("prod: no run came");
  expect(published.stderr).toContain("stage: no run came");
});

test("publish to GitHub takes its token from the environment, and never repeats it", async () => {
  await using world = await startWorld();
  await using github = await startGitHub();
  const tree = await repository(world);
  const run = await leftFor(world, tree, "prod");
  const publishing = async (token: string) =>
    runCli(["publish", printed(run), "--github", "acme/evidence"], {
      env: { GITHUB_TOKEN: token, GITHUB_API_URL: github.url },
    });

  const refused = await publishing(`${WRITE_TOKEN}x`);
  const published = await publishing(WRITE_TOKEN);

  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("does not accept") });
  expect(refused.stderr).not.toContain(WRITE_TOKEN);
  expect(published).toMatchObject({ code: 0, stdout: `${printed(run)}\n` });
  expect(await git(github.folder("acme/evidence"), "log", "-1", "--format=%s", "main")).toBe("prod: 1 run");
});

test("publish sends no token to plain http", async () => {
  await using world = await startWorld();
  const run = await leftFor(world, await repository(world), "prod");

  const refused = await runCli(["publish", printed(run), "--github", "acme/evidence"], {
    env: { GITHUB_TOKEN: WRITE_TOKEN, GITHUB_API_URL: "http://ghes.example/api/v3" },
  });

  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("GITHUB_API_URL: is not an https address"),
  });
});

test("what was left unsigned is signed later onto its chain, and published", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  const first = await leftFor(world, tree, "prod");
  await runCli(["publish", printed(first), "--repository", tree], { env: NO_GIT_CONFIG });
  const unsigned = printed(await collect(world, ["--stream", "prod", "--signing", "none"]));
  const attest = ["attest", unsigned, "--repository", tree, "--timestamp-url", "none"];

  const signed = await runCli(attest, { env: { ...NO_GIT_CONFIG, SIGNING_KEY: world.privatePem } });
  const published = await runCli(["publish", unsigned, "--repository", tree], { env: NO_GIT_CONFIG });
  const verified = await runCli(["verify", tree, "--key", world.key, "--json"]);

  expect(signed).toMatchObject({ code: 0, stdout: `${unsigned}\n` });
  expect(published).toMatchObject({ code: 0, stdout: `${unsigned}\n` });
  expect(JSON.parse(verified.stdout)).toMatchObject({
    exitCode: 0,
    streams: [{ chain: { from: 1, to: 2, notChained: 0 }, problems: [] }],
  });
});

import { execFile } from "node:child_process";
import { mkdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { RecordSpool } from "../../src/collectors/store/spool.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { collectorIdentity } from "../../src/run/identity.ts";
import { artifactName } from "../../src/publish/publish-run.ts";
import { run } from "../../src/run/run.ts";
import { filesIn, git, statementsIn } from "../support/git.ts";
import { startGitHub, type GitHub } from "../support/github.ts";
import { ROOT, runCli, type Ended } from "../support/runner.ts";
import { gitHubBranch, NEVER } from "../support/streams.ts";
import { READ_TOKEN, WRITE_TOKEN } from "../support/tokens.ts";
import { act, artifactFiles, extracted, startActionWorld, type ActionWorld } from "./action-world.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";

const STREAMS = Array.from({ length: 50 }, (_, index) => `org-${String(index + 1).padStart(2, "0")}`);
/** Collected by the built Action, the others by the same program in this process. */
const BY_ACTION: ReadonlySet<string> = new Set(["org-01", "org-17", "org-33", "org-50"]);
const LOST = "org-17";
const UNSIGNED = "org-33";
const AT_ONCE = 4;

test("fifty streams are one commit a round, and what two of them lack is named and hides nothing", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub();
  const repository = github.folder("acme/evidence");

  await collectAll(world, github, "4201", {
    // A job that stops before it collects leaves nothing; one that cannot sign leaves what must not be committed.
    [LOST]: { "app-key": "" },
    [UNSIGNED]: { signing: "none", "signing-key": "" },
  });
  const first = await fanIn(world, github, "4201");
  const askedInFirst = github.asked.length;
  const afterFirst = await git(repository, "rev-list", "--count", "main");
  await collectAll(world, github, "4202");
  const second = await fanIn(world, github, "4202");

  expect(first).toMatchObject({ code: 2 });
  expect(first.stderr).toContain(`${LOST}: no run came, its job left no evidence`);
  expect(first.stderr).toMatch(
    new RegExp(`artifacts/datadog-evidence-${UNSIGNED}-\\S+-UNSIGNED/\\S+ is not signed`),
  );
  expect(first.stdout.split("\n").filter(Boolean)).toHaveLength(48);
  const [heading, ...rows] = first.summary.split("\n").filter((line) => /^(?:##|\| org)/.test(shown(line)));
  expect(shown(heading ?? "")).toBe("## 48 of 50 streams are in acme/evidence");
  expect(rows.map(shown)).toHaveLength(50);
  expect(shown(rows[0] ?? "")).toBe(`| ${LOST} | none came | – | its job left no evidence |`);
  expect(shown(rows[1] ?? "")).toContain(`| ${UNSIGNED} | not published | complete | artifacts/`);

  expect(second).toMatchObject({ code: 0 });
  expect(shown(second.summary)).toContain("## 50 of 50 streams are in acme/evidence");
  const count = Number(await git(repository, "rev-list", "--count", "main"));
  // The repository begins with one commit of its own.
  expect([Number(afterFirst), count]).toEqual([2, 3]);
  // Beside the runs: VERIFY.md once, and .gitattributes in each stream.
  expect((await filesIn(repository, "main")).length).toBe(2 * (48 + 50) + 50 + 1);
  expect((await statementsIn(repository, "org-50", "main")).map(({ sequence }) => sequence)).toEqual([1, 2]);
  // What docs/scale.md counts with.
  expect(github.asked.length - askedInFirst).toBeLessThanOrEqual(50 * 14);
  expect(github.violations).toEqual([]);

  const clone = path.join(world.folder, "clone");
  await git(world.folder, "clone", "--quiet", repository, clone);
  const verified = JSON.parse((await runCli(["verify", clone, "--key", world.key, "--json"])).stdout);
  expect(verified).toMatchObject({ exitCode: 0 });
  const chains = verified.streams.map(({ stream, chain, problems }: StreamFound) => [
    stream,
    chain.from,
    chain.to,
    problems,
  ]);
  expect(chains).toEqual(STREAMS.map((name) => [name, 1, name === LOST || name === UNSIGNED ? 1 : 2, []]));
}, 300_000);

interface StreamFound {
  readonly stream: string;
  readonly chain: { readonly from: number; readonly to: number };
  readonly problems: readonly unknown[];
}

/** What the jobs of the matrix do: each stream leaves its artifact below the round's folder, or none. */
async function collectAll(
  world: ActionWorld,
  github: GitHub,
  round: string,
  troubles: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<void> {
  const waiting = [...STREAMS];
  const worker = async (): Promise<void> => {
    for (let stream = waiting.shift(); stream !== undefined; stream = waiting.shift()) {
      const inputs = { stream, ...troubles[stream] };
      if (BY_ACTION.has(stream)) await byAction(world, github, round, inputs);
      else await inProcess(world, github, round, inputs);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function byAction(
  world: ActionWorld,
  github: GitHub,
  round: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  await using ended = await act(world, {
    inputs: { ...leaving, "repository-token": READ_TOKEN, ...inputs },
    env: { GITHUB_API_URL: github.url, GITHUB_RUN_ID: round },
    timeoutMs: 60_000,
  });
  const name = ended.outputs["artifact-name"];
  if (name) await extracted(artifactFiles(world, name), artifacts(world, round, name));
}

const leaving = { repository: "acme/evidence", commit: "false" };

/** The same, without the start of a process. */
async function inProcess(
  world: ActionWorld,
  github: GitHub,
  round: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const config = readConfig({ ...world.inputs, ...leaving, "repository-token": READ_TOKEN, ...inputs });
  const log = { info() {}, warning() {}, debug() {}, group() {} };
  const out = path.join(world.folder, round, "collected", config.stream);
  const { published, exit } = await run(config, {
    run: { id: round, attempt: 1, github: null },
    collector: async () => collectorIdentity(path.join(ROOT, "dist")),
    apiUrl: world.datadog.url,
    repository: gitHubBranch(github, { token: READ_TOKEN }),
    to: { out, artifact: null },
    environment: {},
    conceal() {},
    signal: NEVER,
    spool: new RecordSpool(),
    secrets: new SecretSearch(),
    now: () => new Date(),
    log,
  });
  expect(exit).toMatchObject({ code: 0 });
  const name = artifactName(published.evidence, published.attestation !== null);
  await mkdir(path.join(world.folder, round, "artifacts"), { recursive: true });
  await rename(out, artifacts(world, round, name));
}

/** Runs the step of the reusable workflow as it stands there, where the artifacts were downloaded to. */
async function fanIn(
  world: ActionWorld,
  github: GitHub,
  round: string,
): Promise<Ended & { summary: string }> {
  const { jobs } = parse(await readFile(path.join(ROOT, ".github/workflows/fleet.yml"), "utf8"));
  const step = jobs.publish.steps.find(({ name }: { name?: string }) => name === "Publish");
  const folder = path.join(world.folder, round);
  const summary = path.join(folder, "summary.md");
  await symlink(ROOT, path.join(folder, "program"));
  await writeFile(summary, "");
  const env = {
    PATH: `${path.dirname(process.execPath)}:${process.env["PATH"]}`,
    HOME: folder,
    GITHUB_API_URL: github.url,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_TOKEN: WRITE_TOKEN,
    REPOSITORY: "acme/evidence",
    FOLDER: ".",
    STREAMS: STREAMS.join(","),
  };
  expect(Object.keys(env)).toEqual(expect.arrayContaining(Object.keys(step.env)));
  const ended = await bash(step.run, { cwd: folder, env });
  return { ...ended, summary: await readFile(summary, "utf8") };
}

/** As the runner runs a step: it ends with the first command that fails. */
async function bash(
  script: string,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ended> {
  try {
    return { code: 0, ...(await promisify(execFile)("bash", ["-e", "-c", script], options)) };
  } catch (error) {
    if (!(error instanceof Error && "stdout" in error && "stderr" in error && "code" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

/** Where the artifact of that name is downloaded to. */
function artifacts(world: ActionWorld, round: string, name: string): string {
  return path.join(world.folder, round, "artifacts", name);
}

/** The summary as people see it, without what keeps text from being Markdown. */
function shown(summary: string): string {
  return summary.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

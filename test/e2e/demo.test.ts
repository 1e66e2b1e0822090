import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { DEMO_TIMEOUT_MS, demoOnce, runDemo } from "../support/demo.ts";
import { runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { evidenceIn, filesBelow, git, verify } from "./world.ts";

test(
  "the demo does the whole job in an empty folder, and again, replacing nothing but its own",
  { timeout: 2 * DEMO_TIMEOUT_MS },
  async () => {
    await using folder = await temporaryFolder();
    const output = path.join(folder.path, "demo-output");
    await cp((await demoOnce()).output, output, { recursive: true });
    await writeFile(path.join(output, "mine.txt"), "mine");

    const run = await runDemo(folder.path);

    const repository = path.join(output, "compliance-evidence");
    const files = await filesBelow(output);
    const runs = files.filter((file) => file.endsWith("/evidence.json"));
    expect(run.code).toBe(0);
    expect(files).toEqual([
      "compliance-evidence/VERIFY.md",
      "compliance-evidence/demo/.gitattributes",
      ...runs.flatMap((file) => [
        file,
        file.replace(".json", ".sigstore.json"),
        file.replace("evidence.json", "policy.json"),
      ]),
      "mine.txt",
      "report.html",
      "signing-key.pub.pem",
    ]);
    expect(await git(repository, "status", "--porcelain")).toBe("");
    const place = path.dirname(path.join(output, runs.at(-1) ?? ""));
    expect(await evidenceIn(place)).toMatchObject({ stream: { name: "demo" }, outcome: "complete" });
    expect(await verify(place, path.join(output, "signing-key.pub.pem"))).toMatchObject({ code: 0 });
    expect(await readFile(path.join(output, "report.html"), "utf8")).toMatch(/^<!doctype html>/);
  },
);

test(
  "the demo leaves a month of dated commits with what can happen in it, and prints its page",
  { timeout: 2 * DEMO_TIMEOUT_MS },
  async () => {
    const { folder, repository, key, ended: run } = await demoOnce();

    const commits = (await git(repository, "log", "--reverse", "--format=%aI %cI %s")).split("\n");
    expect(commits).toHaveLength(30);
    for (const commit of commits) {
      expect(commit).toMatch(/^(\S{10})T\S+ \1T\S+ demo: evidence of \1T\S+Z, (?:complete|partial)$/);
    }
    const days = commits.map((commit) => commit.slice(0, 10));
    expect(new Set(days).size).toBe(29);
    const complete = commits.filter((line) => line.endsWith(" complete")).map((line) => line.slice(0, 10));
    expect(longestStreak(complete)).toBeGreaterThanOrEqual(10);
    const verified = await runCli(["verify", repository, "--key", key, "--json"], { cwd: folder });
    expect(verified.code).toBe(3);
    expect(JSON.parse(verified.stdout)).toMatchObject({
      exitCode: 3,
      streams: [
        {
          runs: { genuine: 30, complete: 29, partial: 1 },
          slots: { due: 30, met: 28, partial: 1, missing: 1 },
          chain: { from: 1, to: 30 },
          policy: {
            given: 30,
            absent: 0,
            expectations: [
              { id: "named-monitors", met: 21, accepted: 4, broken: 4, unknown: 1, last: "met" },
              { id: "ntp-watched", met: 29, unknown: 1 },
              { id: "critical-3d", met: 27, broken: 3, last: "met" },
              { id: "rules-on", met: 30 },
              { id: "all-tagged", met: 6, broken: 0 },
            ],
          },
          problems: [],
        },
      ],
    });

    expect(run.stdout).toMatch(/^Genuine, but not complete: stream demo, /);
    expect(run.stdout).toContain("\nNot proven\n");
    const lines = run.stdout.split("\n").slice(-6);
    expect(lines[0]).toContain("exit 3, as expected");
    expect(lines.at(-1)).toBe("");
    const [, report = "", evidence = "", again = ""] = lines.map(
      (line) => line.split(": ").at(-1)?.trim() ?? "",
    );
    const [node, program = "", ...args] = again.split(" ");
    expect(await readFile(path.join(folder, report), "utf8")).toContain("Northwind Freight");
    expect(await readFile(path.join(folder, evidence), "utf8")).toContain("Northwind Freight");
    expect([node, path.basename(program)]).toEqual(["node", "cli.js"]);
    expect(await runCli(args, { cwd: folder })).toMatchObject({ code: 3 });
  },
);

/** How many days in a row are among these, in order. */
function longestStreak(days: readonly string[]): number {
  const times = new Set(days.map((day) => Date.parse(day)));
  let streak = 0;
  return [...times].reduce((longest, time) => {
    streak = times.has(time - 86_400_000) ? streak + 1 : 1;
    return Math.max(longest, streak);
  }, 0);
}

test.each([
  ["demo-output is a file", "demo-output", "cannot be written"],
  ["there is no git", null, "the demo needs git"],
])("where %s, the demo says so in a sentence", async (_, file, sentence) => {
  await using folder = await temporaryFolder();
  if (file !== null) await writeFile(path.join(folder.path, file), "");

  const run = await runCli(["demo"], { cwd: folder.path, env: file === null ? { PATH: "" } : {} });

  expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
  expect(run.stderr).not.toMatch(/^ {4}at /m);
});

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { evidenceIn, filesBelow, git, NO_GIT_CONFIG, verify } from "./world.ts";

test("the demo does the whole job in an empty folder, and again", async () => {
  await using folder = await temporaryFolder();
  await runCli(["demo"], { cwd: folder.path, env: NO_GIT_CONFIG });

  const run = await runCli(["demo"], { cwd: folder.path, env: NO_GIT_CONFIG });

  const output = path.join(folder.path, "demo-output");
  const repository = path.join(output, "compliance-evidence");
  const files = await filesBelow(output);
  expect(run.code).toBe(0);
  expect(files).toEqual([
    "compliance-evidence/VERIFY.md",
    expect.stringMatching(/^compliance-evidence\/demo\/.*\/evidence\.json$/),
    expect.stringMatching(/^compliance-evidence\/demo\/.*\/evidence\.sigstore\.json$/),
    "report.html",
    "signing-key.pub.pem",
  ]);
  expect(await git(repository, "log", "--format=%s")).toMatch(/^demo: evidence of \S+Z, complete$/);
  expect(await git(repository, "status", "--porcelain")).toBe("");
  const place = path.dirname(path.join(output, files[1] ?? ""));
  expect(await evidenceIn(place)).toMatchObject({ stream: { name: "demo" }, outcome: "complete" });
  expect(await verify(place, path.join(output, "signing-key.pub.pem"))).toMatchObject({ code: 0 });
  expect(await readFile(path.join(output, "report.html"), "utf8")).toMatch(/^<!doctype html>/);
});

test("the demo ends with five lines, and the files that they name are there", async () => {
  await using folder = await temporaryFolder();

  const run = await runCli(["demo"], { cwd: folder.path, env: NO_GIT_CONFIG });

  const lines = run.stdout.split("\n");
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toBe("");
  const [, report = "", evidence = "", again = ""] = lines.map(
    (line) => line.split(": ").at(-1)?.trim() ?? "",
  );
  const [node, program = "", ...args] = again.split(" ");
  expect(await readFile(path.join(folder.path, report), "utf8")).toContain("Northwind Freight");
  expect(await readFile(path.join(folder.path, evidence), "utf8")).toContain("Northwind Freight");
  expect([node, path.basename(program)]).toEqual(["node", "cli.js"]);
  expect(await runCli(args, { cwd: folder.path })).toMatchObject({ code: 0 });
});

test("the demo replaces what it made, and nothing else", async () => {
  await using folder = await temporaryFolder();
  await runCli(["demo"], { cwd: folder.path, env: NO_GIT_CONFIG });
  const mine = path.join(folder.path, "demo-output/mine.txt");
  await writeFile(mine, "mine");

  await runCli(["demo"], { cwd: folder.path, env: NO_GIT_CONFIG });

  expect(await readFile(mine, "utf8")).toBe("mine");
});

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

import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { git } from "../support/git.ts";
import { startGitHub } from "../support/github.ts";
import { installPacked } from "../support/packed.ts";
import { runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { WRITE_TOKEN } from "../support/tokens.ts";
import { act, startActionWorld } from "./action-world.ts";
import { NO_TIME } from "./world.ts";

const Workflow = z.looseObject({
  jobs: z.looseObject({
    collect: z.looseObject({
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()) })),
    }),
  }),
});

test(
  "the first hour: the packed program in an empty repository, init, doctor, the workflow twice, status, verify",
  { timeout: 180_000 },
  async () => {
    await using world = await startActionWorld();
    await using github = await startGitHub();
    await using folder = await temporaryFolder();
    const installed = await installPacked(folder.path);
    const [dir, home] = [path.join(folder.path, "acme"), path.join(folder.path, "home")];
    await mkdir(dir);
    await git(dir, "init", "--quiet");
    const datadogEvidence = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      runCli(args, { program: installed.command, cwd: dir, env: { HOME: home, ...env } });

    const begun = await datadogEvidence(["init", "--yes", "--organization", "Northwind Freight"]);
    const key = path.join(home, ".datadog-evidence", "acme-prod", "signing-key.pem");
    const examined = await datadogEvidence(["doctor", "--signing-key", key, ...NO_TIME], {
      ...world.env,
      SIGNING_KEY: "",
    });
    expect(begun.code).toBe(0);
    expect(begun.stdout).toContain(`gh secret set SIGNING_KEY < ${key}`);
    expect(examined.code).toBe(3);
    // Only the tests ask no authority for the time.
    expect(examined.stdout.match(/^(?!ok|\s|$).*$/gm)).toEqual([
      "warning  timestamp (optional)",
      "Nearly ready: a run would be incomplete or prove less.",
    ]);

    const written = await readFile(path.join(dir, ".github/workflows/datadog-evidence.yml"), "utf8");
    const { steps, permissions } = Workflow.parse(parse(written)).jobs.collect;
    const values: Readonly<Record<string, string>> = {
      "secrets.DD_API_KEY": world.organisation.apiKey,
      "secrets.DD_APP_KEY": world.organisation.appKey,
      "secrets.SIGNING_KEY": await readFile(key, "utf8"),
      "vars.DD_SITE": "datadoghq.com",
      "inputs.check || false": "false",
      "github.repository": "acme/evidence",
      "github.token": WRITE_TOKEN,
    };
    const inputs = Object.fromEntries(
      Object.entries(steps[0]?.with ?? {}).map(([name, value]) => [
        name,
        String(value).replaceAll(
          /\$\{\{ ([\w.| ]+) \}\}/g,
          (_, expression: string) => values[expression] ?? "?",
        ),
      ]),
    );
    const run = async (id: string, more: Readonly<Record<string, string>> = {}) =>
      act(world, {
        main: path.join(installed.folder, "dist/index.js"),
        inputs: { ...inputs, "timestamp-url": "none", ...more },
        env: { GITHUB_API_URL: github.url, GITHUB_RUN_ID: id },
      });
    await using checked = await run("0", { check: "true" });
    await using first = await run("1");
    await using second = await run("2");

    expect(steps).toHaveLength(1);
    expect(permissions).toEqual({ contents: "write" });
    expect(checked.outputs).toEqual({ "exit-code": "3" });
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(second.summary).toContain("run 2 of its chain");

    await git(
      dir,
      "clone",
      "--quiet",
      "--branch",
      "compliance-evidence",
      github.folder("acme/evidence"),
      "kept",
    );
    const kept = "kept/compliance-evidence";
    const pem = ".github/datadog-evidence/signing-key.pub.pem";
    const status = await datadogEvidence(["status", kept, "--key", pem, "--json"]);
    const shown = await datadogEvidence(["status", kept, "--key", pem]);
    const verdict = await datadogEvidence(["verify", kept, "--key", pem]);

    expect(JSON.parse(status.stdout)).toMatchObject({
      streams: [{ name: "prod", verified: true, runs: 2, chain: { from: 1, to: 2 } }],
    });
    expect(shown.stdout.replaceAll(/\s+/g, " ")).toMatch(
      /prod, datadoghq\.com, Northwind Freight, .*2 runs \(no\. 1 to 2\), verified/,
    );
    expect([status.code, shown.code]).toEqual([0, 0]);
    expect(verdict).toMatchObject({ code: 0, stdout: expect.stringContaining("no. 1 to 2, unbroken") });
    expect(await git(path.join(dir, "kept"), "ls-tree", "--name-only", "HEAD")).toBe("compliance-evidence");
    expect(github.violations).toEqual([]);
  },
);

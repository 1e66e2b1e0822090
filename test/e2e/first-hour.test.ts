import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { git } from "../support/git.ts";
import { startGitHub } from "../support/github.ts";
import { runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { WRITE_TOKEN } from "../support/tokens.ts";
import { act, startActionWorld } from "./action-world.ts";

const Workflow = z.looseObject({
  jobs: z.looseObject({
    collect: z.looseObject({
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()) })),
    }),
  }),
});

test(
  "the first hour: init, doctor, the workflow that init wrote twice, status, verify",
  { timeout: 120_000 },
  async () => {
    await using world = await startActionWorld();
    await using github = await startGitHub();
    await using folder = await temporaryFolder();
    const [dir, home] = [path.join(folder.path, "acme"), path.join(folder.path, "home")];
    await mkdir(dir);

    const begun = await runCli(["init", "--yes", "--dir", dir, "--organization", "Northwind Freight"], {
      cwd: folder.path,
      env: { HOME: home },
    });
    const key = path.join(home, ".datadog-evidence", "acme-prod", "signing-key.pem");
    const examined = await runCli(["doctor", "--json", "--signing-key", key, "--timestamp-url", "none"], {
      env: world.env,
    });
    expect(begun.code).toBe(0);
    expect(begun.stdout).toContain(`gh secret set SIGNING_KEY < ${key}`);
    expect(JSON.parse(examined.stdout)).toMatchObject({ exitCode: examined.code });
    expect([0, 3]).toContain(examined.code);

    const written = await readFile(path.join(dir, ".github/workflows/datadog-evidence.yml"), "utf8");
    const { steps, permissions } = Workflow.parse(parse(written)).jobs.collect;
    const values: Readonly<Record<string, string>> = {
      "secrets.DD_API_KEY": world.organisation.apiKey,
      "secrets.DD_APP_KEY": world.organisation.appKey,
      "secrets.SIGNING_KEY": await readFile(key, "utf8"),
      "vars.DD_SITE": "datadoghq.com",
      "github.repository": "acme/evidence",
      "github.token": WRITE_TOKEN,
    };
    const inputs = Object.fromEntries(
      Object.entries(steps[0]?.with ?? {}).map(([name, value]) => [
        name,
        String(value).replaceAll(
          /\$\{\{ ([\w.]+) \}\}/g,
          (_, expression: string) => values[expression] ?? "?",
        ),
      ]),
    );
    const run = async (id: string) =>
      act(world, {
        inputs: { ...inputs, "timestamp-url": "none" },
        env: { GITHUB_API_URL: github.url, GITHUB_RUN_ID: id },
      });
    await using first = await run("1");
    await using second = await run("2");

    expect(steps).toHaveLength(1);
    expect(permissions).toEqual({ contents: "write" });
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(second.summary).toContain("run 2 of its chain");

    const clone = path.join(folder.path, "clone");
    await git(
      folder.path,
      "clone",
      "--quiet",
      "--branch",
      "compliance-evidence",
      github.folder("acme/evidence"),
      clone,
    );
    const pem = path.join(folder.path, "key.pub.pem");
    await writeFile(pem, await readFile(path.join(dir, ".github/datadog-evidence/signing-key.pub.pem")));
    const kept = path.join(clone, "compliance-evidence");
    const status = await runCli(["status", kept, "--key", pem, "--json"]);
    const verdict = await runCli(["verify", kept, "--key", pem]);

    expect(JSON.parse(status.stdout)).toMatchObject({ streams: [{ name: "prod", verified: true }] });
    expect(status.code).toBe(0);
    expect(verdict).toMatchObject({ code: 0, stdout: expect.stringContaining("no. 1 to 2, unbroken") });
    expect(await git(clone, "ls-tree", "--name-only", "HEAD")).toBe("compliance-evidence");
    expect(github.violations).toEqual([]);
  },
);

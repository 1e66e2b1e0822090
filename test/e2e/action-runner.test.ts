import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runAction } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { act, startActionWorld } from "./action-world.ts";

test("every line of the signing key is masked, whoever prints it", async () => {
  await using world = await startActionWorld();

  await using run = await act(world);

  const lines = world.privatePem.trim().split("\n");
  expect(lines.length).toBeGreaterThan(2);
  expect(run.masks).toEqual(expect.arrayContaining(lines));
  expect(run.conclusion).toBe("success");
});

// A machine of one's own that runs a runner: its environment is no input of the Action.
test("what a machine has in its environment changes nothing of a run", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, {
    machine: {
      DD_API_KEY: "0".repeat(32),
      DD_APP_KEY: "1".repeat(40),
      DD_SITE: "datadoghq.eu",
      DD_ACCESS_TOKEN: "of-the-machine",
      SIGNING_KEY: "of the machine",
      POLICY: "of-the-machine.json",
      GIT_DIR: "/nowhere",
      LANG: "de_DE.UTF-8",
      TZ: "Pacific/Kiritimati",
      FORCE_COLOR: "1",
    },
  });

  expect(run).toMatchObject({ code: 0, conclusion: "success", annotations: [] });
  expect(run.stdout).not.toContain("\u001b");
  expect(new Set(world.proxy.connects)).toEqual(new Set(["api.datadoghq.com"]));
});

test("an input with a typing error is warned of by the runner, and the run goes on without it", async () => {
  await using world = await startActionWorld();

  await using run = await runAction({
    main: "dist/index.js",
    inputs: { ...world.inputs, retention: "30" },
    env: { ...world.proxy.environment(), ...world.results.environment() },
  });

  const [warning, ...more] = run.annotations;
  expect(warning?.message).toMatch(/^Unexpected input\(s\) 'retention', valid inputs are \['api-key', /);
  expect({ code: run.code, more }).toEqual({ code: 0, more: [] });
});

test("more problems than an annotation holds: it begins and ends as it should, and the log has them all", async () => {
  await using world = await startActionWorld();
  await using folder = await temporaryFolder();
  const names = Array.from({ length: 60 }, (_, index) => `${"unknown ".repeat(30)}${index}`);
  const policy = {
    schema: "datadog-evidence/policy/v1",
    expect: [],
    ...Object.fromEntries(names.map((name) => [name, 1])),
  };
  await writeFile(path.join(folder.path, "policy.json"), JSON.stringify(policy, null, 1));

  await using run = await act(world, {
    inputs: { policy: "policy.json", deadline: "soon" },
    env: { GITHUB_WORKSPACE: folder.path },
  });

  const [annotation, ...more] = run.annotations;
  expect({ code: run.code, more, kind: annotation?.kind }).toEqual({ code: 2, more: [], kind: "error" });
  expect(annotation?.message.length).toBeLessThanOrEqual(4096);
  expect(annotation?.message).toMatch(/^\d+ inputs need attention:\n  deadline: must be a duration/);
  expect(annotation?.message).toMatch(
    /\n… \d+ more lines, which are in the log of this step …\n.*\n.*and 11 more problems$/,
  );
  expect(run.stdout).toContain("policy.json:40: ");
});

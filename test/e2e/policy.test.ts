import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { policyText } from "../policy/policies.ts";
import { runCli } from "../support/runner.ts";
import { collect, evidenceIn, printed, repository, startWorld, verify } from "./world.ts";

const MUTES = { id: "mutes-end", item: "compliance-monitors", atLeast: 1 };

/** The monitors that carry the tag and are not OK. */
function troubled({ monitors }: DatadogOrganisation): readonly number[] {
  return monitors
    .filter(({ tags, overall_state: state }) => tags.includes("compliance") && state !== "OK")
    .map(({ id }) => id)
    .slice(0, 4);
}

function untagged(organisation: DatadogOrganisation): DatadogOrganisation {
  const chosen = troubled(organisation);
  return {
    ...organisation,
    monitors: organisation.monitors.map((monitor) =>
      chosen.includes(monitor.id)
        ? { ...monitor, tags: monitor.tags.filter((tag) => tag !== "compliance") }
        : monitor,
    ),
  };
}

test("a quiet untagging ends with exit 1, and deleting the expectation is named by the next run and by verify", async () => {
  await using world = await startWorld();
  await using later = await startWorld({ changed: untagged });
  const ids = troubled(world.organisation);
  const named = { id: "named-monitors", item: "compliance-monitors", present: ids };
  const file = path.join(world.folder, "policy.json");
  const flags = ["--repository", await repository(world), "--stream", "prod", "--policy", file];
  const repo = flags[1] ?? "";
  const env = { DD_API_URL: later.datadog.url };

  await writeFile(file, policyText({ expect: [named, MUTES] }));
  const before = await collect(world, flags);
  const broken = await collect(world, flags, { env });
  await writeFile(file, policyText({ expect: [MUTES] }));
  const deleted = await collect(world, flags, { env });

  expect(ids).toHaveLength(4);
  expect([before.code, broken.code, deleted.code]).toEqual([0, 1, 0]);
  const { policy } = await evidenceIn(printed(broken));
  expect(policy?.results).toMatchObject([
    { id: "named-monitors", result: "broken", measured: 0, limit: 4, offenders: { count: 4, ids } },
    { id: "mutes-end", result: "met" },
  ]);
  expect(broken.stderr).toContain(`named-monitors: broken, 4 of 4 not there: ${ids.join(", ")}`);
  expect(deleted.stderr).toContain("policy: expectations dropped: named-monitors");

  const { stdout } = await verify(repo, world.key);
  const page = stdout.replaceAll(/\s+/g, " ");
  expect(page).toContain("policy: expectations dropped: named-monitors");
  expect(page).toContain("named-monitors: 1 broken, 1 met, broken since");
  expect(page).toContain("The run itself gave the policy");
  const required = await runCli(["verify", repo, "--key", world.key, "--require-expectations"]);
  expect(required.code).toBe(3);
});

test("untagging and deleting the expectation in one commit is named by the run that follows, and by verify", async () => {
  await using world = await startWorld();
  await using later = await startWorld({ changed: untagged });
  const named = { id: "named-monitors", item: "compliance-monitors", present: troubled(world.organisation) };
  const file = path.join(world.folder, "policy.json");
  const repo = await repository(world);
  const flags = ["--repository", repo, "--stream", "prod", "--policy", file];

  await writeFile(file, policyText({ expect: [named, MUTES] }));
  await collect(world, flags);
  await writeFile(file, policyText({ expect: [MUTES] }));
  const run = await collect(world, flags, { env: { DD_API_URL: later.datadog.url } });

  expect(run.code).toBe(0);
  expect(run.stderr).toContain("policy: expectations dropped: named-monitors");
  expect(run.stderr).toMatch(/compliance monitors: .*4 (?:gone|no longer)/);
  const { stdout } = await verify(repo, world.key);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("policy: expectations dropped: named-monitors");
});

test("a policy that cannot be used stops the run before anything is asked, with every problem at once", async () => {
  await using world = await startWorld();
  const file = path.join(world.folder, "policy.json");
  await writeFile(
    file,
    '{ "schema": "datadog-evidence/policy/v1",\n "expect": [\n  { "id": "A B!", "item": "x", "surprise": 1 } ] }',
  );

  const run = await collect(world, ["--policy", file, "--cadence", "monthly"]);

  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(/policy\.json:3: .*id must be/);
  expect(run.stderr).toContain("surprise");
  expect(run.stderr).toContain("cadence");
  expect(world.datadog.requests).toEqual([]);
});

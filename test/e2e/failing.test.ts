import { expect, test } from "vitest";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { collect, evidenceIn, filesBelow, printed, startWorld, verify } from "./world.ts";

const MONITORS = "GET /api/v1/monitor";
const SIGNALS = "POST /api/v2/security_monitoring/signals/search";

test.concurrent("an organisation without posture findings has a complete run that says so", async () => {
  await using world = await startWorld({
    changed: (northwind) => ({
      ...without("security_monitoring_findings_read")(northwind),
      cloudAccounts: {
        aws: { configured: 0, partially: 0, total: 0 },
        azure: { configured: 0, partially: 0, total: 0 },
        gcp: { configured: 0, partially: 0, total: 0 },
      },
    }),
  });

  const run = await collect(world);
  const required = await collect(world, ["--cspm", "required"]);

  expect([run.code, required.code]).toEqual([0, 3]);
  const { outcome, items } = await evidenceIn(printed(run));
  expect(outcome).toBe("complete");
  expect(items.at(-1)).toMatchObject({
    collection: { status: "skipped" },
    result: { state: "unknown", counts: null },
  });
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 0 });
});

test.concurrent("an organisation in which no monitor carries the tag is told how to tag", async () => {
  await using world = await startWorld();

  const run = await collect(world, ["--monitor-tag", "nobody-has-this"]);

  expect(run).toMatchObject({ code: 3, stderr: expect.stringMatching(/tag.*nobody-has-this/) });
  const { items } = await evidenceIn(printed(run));
  expect(items[1]).toMatchObject({ result: { state: "unknown", reason: { code: "no-monitors" } } });
});

test.concurrent("--fail-on ends a complete run with 1, after it was published", async () => {
  await using world = await startWorld();

  const run = await collect(world, ["--fail-on", "critical-signals>0"]);

  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("critical-signals is 5") });
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 0 });
});

test.concurrent("--fail-on never makes nothing of what is missing, but the evidence does", async () => {
  await using world = await startWorld({ faults: { [MONITORS]: () => ({ status: 403, body: {} }) } });

  const run = await collect(world, ["--fail-on", "never"]);

  expect(run.code).toBe(0);
  expect(await evidenceIn(printed(run))).toMatchObject({ outcome: "partial" });
});

test.concurrent("a key that Datadog repeats in an error is repeated nowhere", async () => {
  await using world = await startWorld({
    faults: { [SIGNALS]: () => ({ status: 400, body: { errors: [echo()] } }) },
  });
  const { DD_API_KEY = "", DD_APP_KEY = "" } = world.env;
  const echo = () => `bad keys ${DD_API_KEY} and ${encodeURIComponent(DD_APP_KEY)} sent`;

  const run = await collect(world);

  const evidence = await evidenceIn(printed(run));
  expect(evidence.items[0]?.collection.reason?.message).toMatch(/bad keys \S.* and \S.* sent/);
  expect(run.stderr).toMatch(/bad keys \S.* and \S.* sent/);
  expect(JSON.stringify(evidence) + run.stderr).not.toContain(DD_API_KEY);
  expect(JSON.stringify(evidence) + run.stderr).not.toContain(DD_APP_KEY);
});

test.concurrent(
  "a wrong key leaves signed evidence of the failure, in the same place as any other",
  async () => {
    await using world = await startWorld();

    const run = await collect(world, ["--stream", "prod"], { env: { DD_API_KEY: "f".repeat(32) } });

    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("the API key is not valid on the server of DD_API_URL"),
    });
    expect(await evidenceIn(printed(run))).toMatchObject({ outcome: "failed" });
    expect(await verify(printed(run), world.key)).toMatchObject({ code: 3 });
    expect(await filesBelow(`${world.folder}/evidence/prod`)).toEqual([
      ".gitattributes",
      expect.stringMatching(/^\d{4}\/.*\/evidence\.json$/),
      expect.stringMatching(/^\d{4}\/.*\/evidence\.sigstore\.json$/),
    ]);
  },
);

function without(permission: string) {
  return (northwind: DatadogOrganisation): DatadogOrganisation => {
    const permissions = new Set(northwind.permissions);
    permissions.delete(permission);
    return { ...northwind, permissions };
  };
}

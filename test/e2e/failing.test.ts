import { expect, test } from "vitest";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { collect, evidenceIn, filesBelow, printed, startWorld, verify } from "./world.ts";

const MONITORS = "GET /api/v1/monitor";
const SIGNALS = "POST /api/v2/security_monitoring/signals/search";

test.concurrent.each([
  ["API", { DD_API_KEY: "f".repeat(32) }, "the API key is not valid on datadoghq.com"],
  ["application", { DD_APP_KEY: "f".repeat(40) }, "the application key is not valid on datadoghq.com"],
])("a wrong %s key leaves signed evidence of the failure", async (_, env, sentence) => {
  await using world = await startWorld();

  const run = await collect(world, [], { env });

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
  const { outcome, items } = await evidenceIn(printed(run));
  expect(outcome).toBe("failed");
  for (const { collection, result } of items) {
    expect(collection).toMatchObject({ status: "failed", reason: { code: "refused" } });
    expect(result).toMatchObject({ state: "unknown", counts: null });
  }
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 3 });
});

test.concurrent("a permission that is missing is named, and the other items are there", async () => {
  await using world = await startWorld({ changed: without("security_monitoring_signals_read") });

  const run = await collect(world);

  expect(run).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("security_monitoring_signals_read"),
  });
  const { outcome, items } = await evidenceIn(printed(run));
  expect(outcome).toBe("partial");
  expect(items.map(({ collection }) => collection.status)).toEqual(["failed", "complete", "complete"]);
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 3 });
});

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

test.concurrent.each([
  ["critical-signals>0", 1, "critical-signals is 5"],
  ["critical-signals>5", 0, ""],
  ["attention", 1, "security-signals needs attention"],
  ["never", 0, ""],
])("--fail-on %s ends a complete run with %i, after it was published", async (gates, code, sentence) => {
  await using world = await startWorld();

  const run = await collect(world, ["--fail-on", gates]);

  expect(run).toMatchObject({ code, stderr: expect.stringContaining(sentence) });
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

test.concurrent("evidence of a failure is written in the same place as any other", async () => {
  await using world = await startWorld();

  await collect(world, ["--stream", "prod"], { env: { DD_API_KEY: "f".repeat(32) } });

  expect(await filesBelow(`${world.folder}/evidence/prod`)).toEqual([
    ".gitattributes",
    expect.stringMatching(/^\d{4}\/.*\/evidence\.json$/),
    expect.stringMatching(/^\d{4}\/.*\/evidence\.sigstore\.json$/),
  ]);
});

function without(permission: string) {
  return (northwind: DatadogOrganisation): DatadogOrganisation => {
    const permissions = new Set(northwind.permissions);
    permissions.delete(permission);
    return { ...northwind, permissions };
  };
}

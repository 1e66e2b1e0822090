import { expect, test } from "vitest";

import { runCli } from "../support/runner.ts";
import { collect, repository, startWorld } from "./world.ts";

test("two runs in a repository are one register, and a collection that fails is told", async () => {
  await using world = await startWorld({
    faults: {
      "GET /api/v1/monitor": (nth) => (nth <= 2 ? "ok" : { status: 403, body: { errors: ["Forbidden"] } }),
    },
  });
  const folder = await repository(world);
  const status = async (...flags: readonly string[]) => runCli(["status", folder, ...flags]);

  await collect(world, ["--repository", folder, "--stream", "prod"]);
  const fresh = await status("--key", world.key, "--json");
  const text = await status();

  expect(fresh.code).toBe(0);
  expect(JSON.parse(fresh.stdout)).toMatchObject({
    streams: [{ name: "prod", verified: true, items: [{ freshness: "fresh" }, { freshness: "fresh" }, {}] }],
  });
  expect(text).toMatchObject({ code: 0, stderr: "" });
  expect(text.stdout.split("\n")[0]).toContain("not from Datadog");
  expect(text.stdout).toContain("Nothing was verified");

  await collect(world, ["--repository", folder, "--stream", "prod"]);
  const behind = await status("--key", world.key, "--format", "md");

  expect(behind.code).toBe(3);
  expect(behind.stdout).toContain("Compliance monitors of prod are missing");
});

test.each(["html", "md", "csv", "text"])(
  "--format %s goes to stdout and nothing to stderr",
  async (format) => {
    await using world = await startWorld();
    const folder = await repository(world);
    await collect(world, ["--repository", folder, "--stream", "prod"]);

    const ended = await runCli(["status", folder, "--format", format]);

    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/security.signals/i);
  },
);

test("a run folder, a folder without evidence and an unknown format are exit 2 with what to do", async () => {
  await using world = await startWorld();
  const folder = await repository(world);
  const run = await collect(world, []);

  const oneRun = await runCli(["status", run.stdout.trim()]);
  const none = await runCli(["status", folder]);
  const unknown = await runCli(["status", folder, "--format", "pdf"]);

  expect(oneRun).toMatchObject({ code: 2, stderr: expect.stringContaining("status covers streams") });
  expect(none).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("neither a run folder nor a stream"),
  });
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining("text, html, md, csv") });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

import { expect, test } from "vitest";

import { ROOT } from "../support/runner.ts";
import { collect, evidenceIn, printed, startWorld, verify, type World, NO_TIME } from "./world.ts";

/** A cancelled job has so long. */
const RUNNER_KILLS_AFTER_MS = 10_000;

const MONITORS = "GET /api/v1/monitor";

test.concurrent.each(["SIGINT", "SIGTERM"] as const)(
  "%s leaves signed evidence of what there was, in time",
  async (signal) => {
    await using world = await startWorld({ faults: { [MONITORS]: () => "hang" } });

    const { code, stdout, ms } = await interrupted(world, signal);

    expect(code).toBe(3);
    expect(ms).toBeLessThan(RUNNER_KILLS_AFTER_MS);
    const { outcome, items } = await evidenceIn(stdout.trimEnd());
    expect(outcome).toBe("partial");
    expect(items.map(({ collection }) => collection.reason?.code ?? null)).toEqual([null, "cancelled", null]);
    expect(await verify(stdout.trimEnd(), world.key)).toMatchObject({ code: 3 });
  },
);

test.concurrent("a run that is cancelled before it has anything leaves evidence of that", async () => {
  await using world = await startWorld({ faults: { "GET /api/v2/validate_keys": () => "hang" } });

  const { code, stdout } = await interrupted(world, "SIGINT");

  expect(code).toBe(2);
  const { outcome, items } = await evidenceIn(stdout.trimEnd());
  expect(outcome).toBe("failed");
  for (const { collection } of items) expect(collection.reason?.code).toBe("cancelled");
  expect(await verify(stdout.trimEnd(), world.key)).toMatchObject({ code: 3 });
});

test.concurrent("being asked twice to stop changes nothing", async () => {
  await using world = await startWorld({ faults: { [MONITORS]: () => "hang" } });

  const { code, stdout } = await interrupted(world, "SIGINT", "SIGTERM");

  expect(code).toBe(3);
  expect(await verify(stdout.trimEnd(), world.key)).toMatchObject({ code: 3 });
});

test.concurrent("a wait between two attempts ends with the run", async () => {
  await using world = await startWorld({
    faults: { [MONITORS]: () => ({ status: 429, headers: { "x-ratelimit-reset": "100" } }) },
  });

  const { code, ms } = await interrupted(world, "SIGTERM");

  expect(code).toBe(3);
  expect(ms).toBeLessThan(RUNNER_KILLS_AFTER_MS);
});

test.concurrent("the deadline ends a run that hangs, and the evidence names it", async () => {
  await using world = await startWorld({ faults: { [MONITORS]: () => "hang" } });
  const began = Date.now();

  const run = await collect(world, ["--deadline", "PT10S"]);

  expect(Date.now() - began).toBeLessThan(20_000);
  expect(run.code).toBe(3);
  const { items } = await evidenceIn(printed(run));
  expect(items[1]).toMatchObject({
    collection: { status: "failed", reason: { code: "deadline" } },
    result: { state: "unknown", counts: null },
  });
  expect(await verify(printed(run), world.key)).toMatchObject({ code: 3 });
});

/** Sends the signals once nothing more is asked, and measures how long the end takes. */
async function interrupted(world: World, ...signals: readonly NodeJS.Signals[]) {
  const out = path.join(world.folder, "evidence");
  const child = spawn(
    process.execPath,
    [path.join(ROOT, "dist/cli.js"), "collect", "--out", out, ...NO_TIME],
    {
      env: { PATH: process.env["PATH"], ...world.env },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const stdout: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  const closed = once(child, "close");
  for (let seen = -1; seen !== world.datadog.requests.length || seen === 0;) {
    seen = world.datadog.requests.length;
    await setTimeout(700);
  }

  const began = Date.now();
  for (const signal of signals) {
    child.kill(signal);
    await setTimeout(20);
  }
  await closed;

  return { code: child.exitCode, stdout: Buffer.concat(stdout).toString(), ms: Date.now() - began };
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { ROOT } from "../support/runner.ts";
import { collect, startWorld } from "./world.ts";

/** From util-linux: runs a command on a terminal of its own. */
const SCRIPT = "/usr/bin/script";
const CLEARED = "\r\u001b[K";

test.skipIf(!existsSync(SCRIPT) || process.platform !== "linux")(
  "on a terminal a run says what it fetches, and takes that away at the end",
  async () => {
    await using world = await startWorld({
      faults: { "GET /api/v1/monitor": [{ status: 429, headers: { "x-ratelimit-reset": "1" }, body: {} }] },
    });

    const seen = await onTerminal(
      ["collect", "--timestamp-url", "none", "--out", path.join(world.folder, "evidence")],
      world.env,
    );

    expect(seen).toContain("waiting 1 s for Datadog's rate limit on GET /api/v1/monitor");
    expect(seen).toMatch(/fetching .*signals 25 \(1 page\)/);
    expect(seen).toMatch(/monitors 16 \(\d pages?\)/);
    const [, ...after] = seen.split(CLEARED).toReversed();
    expect(after.length).toBeGreaterThan(3);
    expect(seen.split(CLEARED).at(-1)).not.toContain("fetching");
    const lines = seen.split("\r\n").map((line) => line.split(CLEARED).at(-1) ?? "");
    expect(lines.filter((line) => line.length > 80 && line.includes(" "))).toEqual([]);
  },
);

test("in a pipe nothing moves", async () => {
  await using world = await startWorld();

  const run = await collect(world);

  for (const sign of ["\r", "\u001b", "fetching"]) expect(run.stderr).not.toContain(sign);
});

test("collect --json tells what came of the run, and nothing else", async () => {
  await using world = await startWorld();

  const run = await collect(world, ["--json", "--fail-on", "attention"]);

  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({
    outcome: "complete",
    exitCode: 1,
    reasons: expect.arrayContaining(["compliance-monitors needs attention"]),
    folder: expect.stringContaining(path.join(world.folder, "evidence")),
    signed: true,
    commit: null,
    items: [
      { id: "security-signals", status: "complete", grade: "reconciled", state: "attention" },
      { id: "compliance-monitors", counts: { total: 14, failing: 2 } },
      { id: "cspm-findings", grade: "drained" },
    ],
  });
});

/** What a person sees of the command line, 80 columns wide. */
async function onTerminal(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const command = [process.execPath, path.join(ROOT, "dist/cli.js"), ...args]
    .map((word) => `'${word}'`)
    .join(" ");
  const { stdout } = await promisify(execFile)(SCRIPT, ["-qec", `stty cols 80; ${command}`, "/dev/null"], {
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", ...env },
  });
  return stdout;
}

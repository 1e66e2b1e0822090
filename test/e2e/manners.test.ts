import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { ROOT, runCli } from "../support/runner.ts";
import { collect, evidenceIn, printed, startWorld } from "./world.ts";

const SCRIPT = "/usr/bin/script";
const COLOUR = "\u001b[3";

/** Runs the command line in a terminal of so many columns; answers with what it shows. */
async function inTerminal(
  args: readonly string[],
  { columns = 80, env = {} }: { readonly columns?: number; readonly env?: Record<string, string> } = {},
): Promise<string> {
  const words = [process.execPath, path.join(ROOT, "dist/cli.js"), ...args].map((word) => `'${word}'`);
  const command = `stty cols ${columns}; ${words.join(" ")}; true`;
  const { stdout } = await promisify(execFile)(SCRIPT, ["-qec", command, "/dev/null"], {
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", ...env },
  });
  return stdout;
}

test.each([[["--version"]], [["verify", "--version"]]])(
  "%j is the version and the digest that evidence names, and nothing else",
  async (args) => {
    await using world = await startWorld();
    const { collector } = await evidenceIn(printed(await collect(world)));

    const ended = await runCli(args);

    expect(ended).toEqual({
      code: 0,
      stdout: `${collector.version} sha256:${collector.sha256}\n`,
      stderr: "",
    });
  },
);

test("the digest is the one that sha256sum gives", async () => {
  const { stdout } = await promisify(execFile)("sh", ["-c", "LC_ALL=C; sha256sum * | sha256sum"], {
    cwd: path.join(ROOT, "dist"),
  });

  expect((await runCli(["--version"])).stdout).toContain(` sha256:${stdout.slice(0, 64)}\n`);
});

test.skipIf(!existsSync(SCRIPT))("colours are for a terminal, and never where NO_COLOR is set", async () => {
  await using world = await startWorld();
  const args = ["doctor", "--timestamp-url", "none"];

  const seen = await inTerminal(args, { env: world.env });
  const plain = await inTerminal(args, { env: { ...world.env, NO_COLOR: "1" } });
  const piped = await runCli(args, { env: world.env });

  expect(seen).toContain(COLOUR);
  expect(plain).not.toContain(COLOUR);
  expect(piped.stdout).not.toContain("\u001b");
});

test.skipIf(!existsSync(SCRIPT)).each([60, 110])("help fills a terminal of %i columns", async (columns) => {
  const text = await inTerminal(["status", "--help"], { columns });

  const longest = Math.max(...(text.split("Examples:")[0] ?? "").split(/\r?\n/).map((line) => line.length));
  expect(longest).toBeLessThanOrEqual(columns);
  expect(longest).toBeGreaterThan(columns - 12);
});

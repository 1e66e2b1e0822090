import { execFile } from "node:child_process";
import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "vitest";

import { ROOT } from "../support/runner.ts";
import { days, WrittenStream } from "../support/stream.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";

/** The page for people who only audit: what it tells them to type is typed here. */
const PAGE = await readFile(path.join(ROOT, "docs/auditors.md"), "utf8");
const SHELL = blocksOf("sh").filter((block) => !block.startsWith("cosign"));
const [POWERSHELL = ""] = blocksOf("powershell");

const made = new AsyncDisposableStack();
let folder = "";

beforeAll(async () => {
  folder = made.use(await temporaryFolder()).path;
  const repository = path.join(folder, "compliance-evidence");
  await new WrittenStream(repository).addAll(days("2026-04-01", 183));
  await cp(repository, path.join(folder, "copies"), { recursive: true });
  await writeFile(path.join(folder, "signing-key.pub.pem"), SIGNER.publicPem);
  // Nothing is fetched by a test: the program is the one that was built.
  await program("npx", `shift; exec "${process.execPath}" "${path.join(ROOT, "dist/cli.js")}" "$@"`);
}, 120_000);

afterAll(async () => {
  await made.disposeAsync();
});

test("the page begins with the browser, then the command line, then the working papers", () => {
  const titles = [...PAGE.matchAll(/^## (.*)$/gm)].map(([, title]) => title);

  expect(titles.slice(0, 3)).toEqual([
    "Verify in a browser, with nothing installed",
    "Verify with the command line",
    "What to write into your working papers",
  ]);
});

test("every block for a terminal does what it says, one after the other", { timeout: 300_000 }, async () => {
  const outputs: string[] = [];
  for (const block of SHELL) outputs.push(await typed(block));

  expect(SHELL.length).toBeGreaterThanOrEqual(4);
  expect(outputs[0]).toContain("Genuine and complete");
  expect(outputs[0]).toContain("exit code 0");
  expect(outputs.join("\n")).not.toMatch(/not genuine|datadog-evidence: |usage:/i);
  expect(await readFile(path.join(folder, "period.html"), "utf8")).toContain("Genuine and complete");
  expect(await readFile(path.join(folder, "sample-by-days/sample.json"), "utf8")).toContain("2026-04-17");
});

test("the block for PowerShell has the same commands as the one for a terminal", () => {
  expect(ownCommands(POWERSHELL)).toEqual(ownCommands(SHELL[0] ?? ""));
  // What would mean something else in PowerShell.
  expect(POWERSHELL).not.toMatch(/\\$|\$\?|&&|~\/| > /m);
});

function ownCommands(block: string): readonly string[] {
  return block.split("\n").filter((line) => line.startsWith("npx datadog-evidence "));
}

function blocksOf(language: string): readonly string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, block = ""]) => block,
  );
}

async function program(name: string, does: string): Promise<void> {
  const file = path.join(folder, "bin", name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${does}\n`);
  await chmod(file, 0o755);
}

/** What a terminal shows of the block; a command that fails ends it. */
async function typed(block: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)("bash", ["-e", "-c", block], {
    cwd: folder,
    env: { PATH: `${path.join(folder, "bin")}:${process.env["PATH"] ?? ""}`, HOME: folder, NO_COLOR: "1" },
    maxBuffer: 20_000_000,
  });
  return `${stdout}${stderr}`;
}

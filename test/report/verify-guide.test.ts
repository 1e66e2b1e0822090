import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { BUNDLE_NAME } from "../../src/evidence/files/evidence-files.ts";
import { verifyGuide } from "../../src/report/verify-guide.ts";
import { temporaryFolder } from "../support/temp.ts";

/** What `each` of the guide does with the names of a statement that nobody has verified yet. */
async function runEach(names: readonly string[], command = "echo"): Promise<string> {
  await using folder = await temporaryFolder();
  const payload = JSON.stringify({ subject: names.map((name) => ({ name })) });
  const dsseEnvelope = { payload: Buffer.from(payload).toString("base64") };
  await writeFile(path.join(folder.path, BUNDLE_NAME), JSON.stringify({ dsseEnvelope }));
  const [each = ""] = /^each\(\).*$/m.exec(verifyGuide()) ?? [];
  const script = `${each}\neach ${command} verify && echo all`;
  const shell = promisify(execFile)("sh", ["-c", script], { cwd: folder.path });
  const { stdout } = await shell.catch((error: unknown) => ({ stdout: String(error) }));
  return stdout.trim();
}

test("a statement that names no file does not pass the commands of the guide", async () => {
  expect(await runEach([])).toMatch(/^Error: Command failed/);
});

test("a name of a file is no flag of the program that verifies it", async () => {
  expect(await runEach(["--help", "evidence.json"])).toBe("verify ./--help\nverify ./evidence.json\nall");
});

test("the commands of the guide fail where one file fails", async () => {
  expect(await runEach(["evidence.json"], "false")).toMatch(/^Error: Command failed/);
});

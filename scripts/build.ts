import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { buildPage } from "./build-page.ts";

/**
 * Builds `dist/`: TypeScript to JavaScript, then one bundle, then the entries
 * of two lines each, then the page for browsers. The same source gives the same bytes on every machine.
 * With `--check` it builds beside and fails where `dist/` differs.
 */
const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..");
const lib = path.join(root, "lib");
const bin = (name: string): string => path.join(root, "node_modules", ".bin", name);

const ENTRIES = {
  index: "runAction",
  cli: "runCli",
  verify: "runVerify",
  "verify-thread": "runVerifyThread",
  watch: "runWatch",
} as const;

async function build(target: string): Promise<void> {
  await rm(lib, { recursive: true, force: true });
  await run(bin("tsc"), ["-p", "tsconfig.build.json"], { cwd: root });

  // ncc leaves old chunks behind, so it gets a fresh folder; inside the project, so that paths stay relative.
  const fresh = await mkdtemp(path.join(lib, "ncc-"));
  const bundle = [
    "build",
    path.join(lib, "index.js"),
    "--out",
    fresh,
    "--license",
    "licenses.txt",
    "--no-cache",
  ];
  await run(bin("ncc"), bundle, { cwd: root, maxBuffer: 50_000_000 });

  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  for (const name of await readdir(fresh)) {
    await copyFile(path.join(fresh, name), path.join(target, name === "index.js" ? "bundle.js" : name));
  }
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const lines = [
      "#!/usr/bin/env node",
      `await (await import("./bundle.js")).${entry}(import.meta.dirname);`,
      "",
    ];
    await writeFile(path.join(target, `${name}.js`), lines.join("\n"), { mode: 0o755 });
  }
  await writeFile(path.join(target, "verify.html"), await buildPage());
  for (const [name, bytes] of await contents(target)) {
    if (bytes.includes(root)) throw new Error(`dist/${name} names a path of this machine`);
  }
}

async function contents(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder);
  const files = names
    .toSorted()
    .map(async (name) => [name, await readFile(path.join(folder, name))] as const);
  return new Map(await Promise.all(files));
}

async function differences(one: string, other: string): Promise<readonly string[]> {
  const [ours, theirs] = [await contents(one), await contents(other)];
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  return [...names].filter((name) => !(ours.get(name)?.equals(theirs.get(name) ?? Buffer.alloc(0)) ?? false));
}

const dist = path.join(root, "dist");
if (process.argv.includes("--check")) {
  const rebuilt = path.join(root, "lib-check");
  await build(rebuilt);
  const different = await differences(dist, rebuilt);
  await rm(rebuilt, { recursive: true, force: true });
  for (const name of different) console.error(`dist/${name} is not what npm run build makes`);
  if (different.length > 0) process.exitCode = 1;
} else {
  await build(dist);
  console.log(`dist: ${(await readdir(dist)).length} files`);
}

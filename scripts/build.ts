import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/**
 * Builds `dist/`: TypeScript to JavaScript, then one bundle, then the entries
 * of two lines each. The same source gives the same bytes on every machine.
 */
const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..");
const bin = (name: string): string => path.join(root, "node_modules", ".bin", name);

const ENTRIES = { index: "runAction", cli: "runCli", verify: "runVerify" } as const;

async function build(): Promise<void> {
  const lib = path.join(root, "lib");
  const dist = path.join(root, "dist");
  await rm(lib, { recursive: true, force: true });
  await run(bin("tsc"), ["-p", "tsconfig.build.json"], { cwd: root });

  // ncc leaves old chunks behind, so it gets a fresh folder inside the project: paths stay relative.
  const fresh = await mkdtemp(path.join(root, "lib", "ncc-"));
  await run(
    bin("ncc"),
    ["build", path.join(lib, "bundle.js"), "--out", fresh, "--license", "licenses.txt", "--no-cache"],
    {
      cwd: root,
      maxBuffer: 50_000_000,
    },
  );
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  for (const name of await readdir(fresh)) {
    await copyFile(path.join(fresh, name), path.join(dist, name === "index.js" ? "bundle.js" : name));
  }
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const lines = [
      "#!/usr/bin/env node",
      `await (await import("./bundle.js")).${entry}(import.meta.dirname);`,
      "",
    ];
    await writeFile(path.join(dist, `${name}.js`), lines.join("\n"), { mode: 0o755 });
  }
  const files = await readdir(dist);
  for (const name of files) {
    const text = await readFile(path.join(dist, name), "utf8");
    if (text.includes(root)) throw new Error(`dist/${name} names a path of this machine`);
  }
  console.log(`dist: ${files.length} files`);
}

await build();

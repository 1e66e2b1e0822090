import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { z } from "zod";

import { ROOT } from "./runner.ts";

const run = promisify(execFile);

const Packed = z.tuple([
  z.object({
    filename: z.string(),
    unpackedSize: z.int(),
    files: z.array(z.object({ path: z.string() })),
  }),
]);

export interface InstalledPackage {
  /** Where npm put it. */
  readonly folder: string;
  /** The command that npm put beside it. */
  readonly command: string;
  readonly unpackedSize: number;
  /** The paths of all packed files. */
  readonly files: readonly string[];
}

/** Packs the built program and installs the tarball, as a user would, into a new folder below the given one. */
export async function installPacked(below: string): Promise<InstalledPackage> {
  const copy = path.join(below, "copy");
  const home = path.join(below, "installed");
  // Packing rewrites `package.json` for a moment.
  for (const name of [
    "dist",
    "schemas",
    "LICENSE",
    "README.md",
    "package.json",
    "scripts/packed-manifest.ts",
  ]) {
    await cp(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", below], { cwd: copy });
  const [{ filename, unpackedSize, files }] = Packed.parse(JSON.parse(stdout.slice(stdout.indexOf("["))));
  await mkdir(home);
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", path.join(below, filename)], {
    cwd: home,
  });
  const modules = path.join(home, "node_modules");
  return {
    folder: path.join(modules, "datadog-evidence"),
    command: path.join(modules, ".bin", "datadog-evidence"),
    unpackedSize,
    files: files.map((file) => file.path),
  };
}

import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { CACHE } from "../support/cache.ts";
import { monthOf } from "../support/month.ts";
import { installPacked } from "../support/packed.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";

const run = promisify(execFile);
const LONG = 180_000;

/** The newest line of Node that the package runs on; fetched once, into the cache of the tests. */
const NEWEST = "26.12.1";

test(
  "the packed program has no dependency, and runs in an empty folder on both lines of Node",
  { timeout: LONG },
  async ({ skip }) => {
    await using folder = await temporaryFolder();
    const packed = await installPacked(folder.path);
    const manifest = JSON.parse(await readFile(path.join(packed.folder, "package.json"), "utf8"));
    const tops = [...new Set(packed.files.map((file) => file.split("/")[0]))].toSorted((a = "", b = "") =>
      a < b ? -1 : 1,
    );

    expect(await readdir(path.dirname(packed.folder))).toEqual([
      ".bin",
      ".package-lock.json",
      "datadog-evidence",
    ]);
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/dependencies|scripts/i)]),
    );
    expect(tops).toEqual(["LICENSE", "README.md", "dist", "package.json", "schemas"]);
    expect(packed.files).toEqual(expect.arrayContaining(["dist/licenses.txt", "dist/verify.html"]));
    expect(packed.unpackedSize).toBeLessThan(14_000_000);

    await using month = await monthOf("untimed");
    const key = path.join(folder.path, "key.pem");
    await writeFile(key, SIGNER.publicPem);
    const program = path.join(packed.folder, "dist", "cli.js");
    const args = [program, "verify", month.folder, "--key", key];
    for (const node of [process.execPath, await newestNode()]) {
      if (node === null) {
        skip(`Node ${NEWEST} cannot be had here`);
        return;
      }
      const { stdout } = await run(node, [program, "--version"]);
      expect(stdout).toContain(String(manifest.version));
      // The month lies ahead of the clock of this machine, and that is what it says.
      await expect(run(node, args)).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining("Not genuine"),
      });
    }
  },
);

/** The Node of the newest line; null where there is none for this machine, or no registry. */
async function newestNode(): Promise<string | null> {
  const name = `node-linux-${process.arch}`;
  const node = path.join(CACHE, "node_modules", name, "bin", "node");
  if ((await stat(node).catch(() => null)) !== null) return node;
  await mkdir(CACHE, { recursive: true });
  try {
    await run("npm", ["install", "--no-save", "--no-package-lock", "--prefix", CACHE, `${name}@${NEWEST}`]);
    return node;
  } catch {
    // No registry, or a platform without such a package.
    return null;
  }
}

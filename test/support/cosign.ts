import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { CACHE } from "./cache.ts";

const run = promisify(execFile);
const SOURCES = "/etc/apt";

/** Which suite of Debian has which cosign. */
const COSIGN_SUITES = { "3": "sid", "2.5": "trixie" } as const;

/** The folder of that cosign, for PATH; null where it cannot be had. Unpacked once into the cache of the tests, never installed. */
export async function cosignFolder(version: keyof typeof COSIGN_SUITES): Promise<string | null> {
  const suite = COSIGN_SUITES[version];
  const folder = path.join(CACHE, `cosign-${suite}`);
  const bin = path.join(folder, "usr", "bin");
  const isThere = await access(path.join(bin, "cosign")).then(
    () => true,
    () => false,
  );
  if (isThere) return bin;
  try {
    await unpackCosign(suite, folder);
    return bin;
  } catch {
    // Another system than Debian, or no mirror.
    return null;
  }
}

async function unpackCosign(suite: string, folder: string): Promise<void> {
  const mirror = await mirrorAddress();
  const own = path.join(CACHE, `cosign-${suite}-${process.pid}`);
  await mkdir(own, { recursive: true });
  try {
    const arch = (await run("dpkg", ["--print-architecture"])).stdout.trim();
    const list = path.join(own, "Packages.xz");
    await download(`${mirror}/dists/${suite}/main/binary-${arch}/Packages.xz`, list);
    const { stdout } = await run("xz", ["-dc", list], { maxBuffer: 1_000_000_000 });
    const [entry = ""] = /^Package: cosign\n(?:.+\n)*/m.exec(stdout) ?? [];
    const [, file = ""] = /^Filename: (.+)$/m.exec(entry) ?? [];
    const [, digest = ""] = /^SHA256: (.+)$/m.exec(entry) ?? [];
    const deb = path.join(own, "cosign.deb");
    await download(`${mirror}/${file}`, deb);
    const found = createHash("sha256")
      .update(await readFile(deb))
      .digest("hex");
    if (found !== digest) throw new Error("the package is not the one that the list names");
    await run("dpkg", ["-x", deb, path.join(own, "unpacked")]);
    await rename(path.join(own, "unpacked"), folder);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function download(address: string, file: string): Promise<void> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
}

/** The first mirror that this machine is configured for. Throws where there is none. */
async function mirrorAddress(): Promise<string> {
  const names = await readdir(SOURCES, { recursive: true });
  for (const name of names.filter((each) => /sources(?:\.list)?$|\.list$/.test(each)).toSorted()) {
    const text = await readFile(path.join(SOURCES, name), "utf8").catch(() => "");
    const [, address] = /^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(https?:\S+?)\/?(?:\s|$)/m.exec(text) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error("no mirror is configured");
}

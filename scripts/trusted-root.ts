import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { format } from "prettier";

/**
 * Where the shipped snapshot of Sigstore's public-good trusted root comes from.
 * A newer release of the package makes a newer snapshot: name its date here.
 */
const SEEDS = { version: "5.0.1", released: "2026-11-05" };
const MIRROR = "https://tuf-repo-cdn.sigstore.dev";

const { resolve } = createRequire(import.meta.url);

export const SNAPSHOT = `src/verify/trust/public-good-${SEEDS.released}.ts`;

/** The source of the snapshot, from the seeds of `@sigstore/tuf`. */
export async function publicGoodRoot(): Promise<string> {
  const { version } = JSON.parse(await readFile(resolve("@sigstore/tuf/package.json"), "utf8"));
  if (version !== SEEDS.version) throw new Error(`@sigstore/tuf is ${version}: name its release date`);

  const seeds = JSON.parse(await readFile(resolve("@sigstore/tuf/seeds.json"), "utf8"));
  const root = Buffer.from(seeds[MIRROR].targets["trusted_root.json"], "base64").toString("utf8");
  const lines = [
    `/** Sigstore's public-good trusted root as of ${SEEDS.released}. Written by npm run generate. */`,
    `export const PUBLIC_GOOD = ${root.trim()};`,
  ];
  return format(lines.join("\n"), { parser: "typescript", printWidth: 110 });
}

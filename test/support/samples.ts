import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { Sample } from "../../src/verify/stream/sample.ts";

/** What the `sample.json` of a folder says. */
export async function sampleIn(folder: string): Promise<Sample> {
  return Sample.parse(JSON.parse(await readFile(path.join(folder, "sample.json"), "utf8")));
}

/** Rewrites what `sample.json` says, which nobody signed. */
export async function rewriteSample(folder: string, change: (sample: Sample) => object): Promise<void> {
  const sample = await sampleIn(folder);
  await writeFile(path.join(folder, "sample.json"), JSON.stringify({ ...sample, ...change(sample) }));
}

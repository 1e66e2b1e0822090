import { deflateSync } from "node:zlib";

import { manyFindings, manyMonitors, manySignals } from "../test/support/many-records.ts";
import { readBytes } from "../src/evidence/file.ts";
import { evidenceFiles } from "../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../src/evidence/schema.ts";
import { LocalBranch } from "../src/publish/git/branch.ts";
import { collected, northwind, NOW } from "../test/collectors/collecting.ts";
import { newKey } from "../test/support/evidence.ts";
import { git, newRepository } from "../test/support/git.ts";
import { published } from "../test/support/streams.ts";

/**
 * `node bench/sizes.ts`: what a year of evidence takes in a repository, measured
 * on evidence of the embedded Datadog. `packed` is what git needs after
 * `git gc` where records stay the same from run to run, which is the least;
 * `loose` is each file compressed alone, which is the most.
 */
const RUNS = 48;
const YEAR = { P1D: 365, PT12H: 730, PT6H: 1460, PT1H: 8760 } as const;
const KEY = newKey();

const rows: Record<string, Record<string, string>> = {};
for (const records of [0, 300, 3000]) {
  const { evidence } = await collected(
    records === 0
      ? {}
      : {
          organisation: northwind({
            signals: manySignals(records / 3, NOW),
            monitors: manyMonitors(records / 3, NOW),
            findings: manyFindings(records / 3, NOW),
          }),
        },
  );
  const kept = evidence.items.reduce((sum, item) => sum + item.records.length, 0);
  const one = await sizes(evidence);
  const years = Object.entries(YEAR).map(([cadence, runs]) => [
    `${cadence}, MB a year (work tree / loose / packed)`,
    `${inMb(one.plain * runs)} / ${inMb(one.loose * runs)} / ${inMb(one.packed * runs)}`,
  ]);
  rows[`${kept} records`] = { "one run, kB": (one.plain / 1000).toFixed(0), ...Object.fromEntries(years) };
}
console.table(rows);

function inMb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}

async function sizes(evidence: Evidence): Promise<{ plain: number; loose: number; packed: number }> {
  await using tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  let plain = 0;
  let loose = 0;
  for (let nth = 0; nth < RUNS; nth += 1) {
    const at = new Date(NOW.getTime() + nth * 3_600_000).toISOString().replace(".000Z", "Z");
    const next = { ...evidence, collectedAt: at, run: { ...evidence.run, id: `local-${nth}` } };
    const { attestation, undone } = await published(branch, next, KEY);
    if (attestation === null || undone.length > 0) throw new Error("a run was not committed");
    const files = [...evidenceFiles(next).map(readBytes), Buffer.from(attestation.bundle)];
    plain = files.reduce((sum, bytes) => sum + bytes.length, 0);
    loose = files.reduce((sum, bytes) => sum + deflateSync(bytes).length, 0);
  }
  await git(tree.path, "gc", "--quiet", "--prune=now");
  const counted = await git(tree.path, "count-objects", "-v");
  const packed = (Number(/size-pack: (\d+)/.exec(counted)?.[1] ?? 0) * 1024) / RUNS;
  return { plain, loose, packed };
}

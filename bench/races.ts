import os from "node:os";

import { killing } from "../test/support/killing.ts";
import { race } from "../test/support/races.ts";

/**
 * `node bench/races.ts`: processes that commit to one branch at once, and one
 * that is killed while it commits. Figures of this machine, counted, not written.
 */
for (const on of ["git", "GitHub"] as const) {
  for (const streams of ["own", "one"] as const) {
    for (const processes of [2, 8, 32]) {
      const name = `${on}, ${processes} processes, ${streams === "own" ? "a stream each" : "one stream"}`;
      const { runs, broken, ms, chains } = await race({ processes, streams, on });
      const signatures = runs.reduce((sum, run) => sum + run.signatures, 0);
      // One by one: with many processes each takes a while.
      console.log(name, {
        landed: Object.values(chains).flat().length,
        "broken links": broken,
        "tried again": runs.reduce((sum, { retries }) => sum + retries, 0),
        signatures,
        seconds: (ms / 1000).toFixed(1),
      });
    }
  }
}

const { kills, reported, lost, halfWritten, brokenLinks, undone, fsck } = await killing(50);
console.table({
  "killed while committing": kills,
  "runs reported before that": reported,
  "of those lost": lost,
  "half-written run folders": halfWritten.length,
  "broken links": brokenLinks,
  "next runs that could not continue": undone.length,
  "complaints of git fsck": fsck === "" ? 0 : fsck.split("\n").length,
});
console.log(`Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.cpus().length} cores`);

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { instant } from "../src/evidence/canonical.ts";
import { outsideWindow } from "../src/evidence/caveats.ts";
import { isWithin } from "../src/evidence/moments.ts";
import { tallied } from "../src/evidence/records.ts";
import type { Item, Window } from "../src/evidence/schema.ts";
import { collected } from "../test/collectors/collecting.ts";
import { WrittenStream } from "../test/support/stream.ts";
import { SIGNER } from "../test/support/tampering.ts";

/**
 * `node bench/year.ts [RUNS]`: a year of hourly runs, each with the evidence of
 * the embedded Datadog, verified in one command by the built program: its time
 * and its peak memory. Writing the runs takes longer than verifying them.
 */
const RUNS = Number(process.argv[2] ?? 8760);
const HOUR_MS = 3_600_000;
const FROM = Date.parse("2025-11-01T00:17:00Z");

const temp = await mkdtemp(path.join(os.tmpdir(), "datadog-evidence-year-"));
try {
  const { evidence } = await collected();
  const stream = new WrittenStream(path.join(temp, "compliance-evidence"));
  for (let index = 0; index < RUNS; index += 1) {
    const at = FROM + index * HOUR_MS;
    const window = { from: iso(at - 7 * 24 * HOUR_MS), to: iso(at) };
    await stream.add({
      ...evidence,
      stream: { name: "prod", cadence: "PT1H" },
      startedAt: iso(at),
      collectedAt: iso(at + 9000),
      validUntil: iso(at + 9000 + 7 * HOUR_MS),
      run: { ...evidence.run, id: `run-${index}` },
      items: evidence.items.map((item) => within(item, window)),
    });
  }
  const key = path.join(temp, "key.pub.pem");
  await writeFile(key, SIGNER.publicPem);
  const { seconds, peakMb, slots } = await verified(path.join(temp, "compliance-evidence"), key);
  console.table({
    [`verify, ${RUNS} hourly runs, s`]: seconds,
    "runs a second": Math.round(RUNS / seconds),
    "peak memory, MB": peakMb,
    "slots met": slots,
  });
  console.log(`Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.cpus().length} cores`);
} finally {
  await rm(temp, { recursive: true, force: true });
}

function within(item: Item, window: Window): Item {
  if (item.id !== "security-signals") return item;
  const outside = tallied(item.records, ({ timestamp }) => !isWithin(timestamp, window));
  return { ...item, window, caveats: [...item.caveats, outsideWindow(outside)] };
}

function iso(ms: number): string {
  return instant(new Date(ms));
}

/** The command as a whole process. */
async function verified(folder: string, key: string) {
  const peak = path.join(temp, "peak");
  const hook = path.join(temp, "peak.cjs");
  const note = `process.on("exit",()=>require("node:fs").writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`;
  await writeFile(hook, note);
  const program = path.resolve(import.meta.dirname, "../dist/cli.js");
  const began = performance.now();
  const child = spawn(process.execPath, ["--require", hook, program, "verify", folder, "--key", key], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const page = (await Array.fromAsync(child.stdout, String)).join("");
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const [, slots = "none"] = /(\d+) met/.exec(page) ?? [];
  return { seconds, peakMb: Math.round(Number(await readFile(peak, "utf8")) / 1024), slots };
}

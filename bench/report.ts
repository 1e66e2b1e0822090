import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { instant } from "../src/evidence/canonical.ts";
import { periodReport } from "../src/report/period-report.ts";
import { reportedAt, variedEvidence, writtenPeriod } from "../test/support/reported.ts";
import { WrittenStream } from "../test/support/stream.ts";

/** `node bench/report.ts`: what the report on a period costs. Figures, not tests: nothing fails here. */
const HOUR = 3_600_000;

const temp = await mkdtemp(path.join(os.tmpdir(), "datadog-evidence-bench-"));
try {
  const daily = path.join(temp, "daily");
  await writtenPeriod(daily, 3 * 365, "2023-06-01");
  const hourly = path.join(temp, "hourly");
  await writtenHours(hourly, 90 * 24);
  console.table({
    "three years of days": await figures(daily),
    "a quarter of hours": await figures(hourly),
  });
  console.log(`Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.cpus().length} cores`);
} finally {
  await rm(temp, { recursive: true, force: true });
}

async function figures(root: string) {
  const began = performance.now();
  const report = await reportedAt(root);
  const read = performance.now();
  const html = periodReport(report);
  const rendered = performance.now();
  return {
    runs: report.runs.length,
    "read and verified, s": round((read - began) / 1000),
    "rendered, ms": round(rendered - read),
    "page, kB": round(Buffer.byteLength(html) / 1000),
  };
}

async function writtenHours(root: string, count: number): Promise<void> {
  const stream = new WrittenStream(root);
  const first = Date.parse("2025-01-01T00:05:00Z");
  for (let hour = 0; hour < count; hour += 1) {
    const at = instant(new Date(first + hour * HOUR));
    await stream.add(variedEvidence(at, hour, { stream: { name: "prod", cadence: "PT1H" } }));
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

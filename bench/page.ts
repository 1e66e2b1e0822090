import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { chromium } from "playwright-core";

import { writtenStreams } from "./period.ts";
import { DIST } from "./processes.ts";
import { table } from "./table.ts";
import type { Section } from "./table.ts";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** A folder of a year by the hour takes the driver of the browser minutes to hand over, and nobody else. */
const CASES = [
  { runs: 365, as: "folder" },
  { runs: 365, as: "zip" },
  { runs: 8760, as: "zip" },
] as const;

/** `dist/verify.html` over the streams that `verify` is measured with, in a browser that is opened for each. */
export async function page(temp: string): Promise<Section> {
  const { key, streams } = await writtenStreams(temp);
  const rows: string[][] = [];
  for (const { runs, as } of CASES) {
    const stream = streams.get(runs) ?? "";
    const zip = path.join(temp, `runs-${runs}.zip`);
    if (as === "zip") {
      await promisify(execFile)("zip", ["-qr", "-1", zip, "prod"], { cwd: path.dirname(stream) });
    }
    const cost = await verified(as === "zip" ? zip : stream, key);
    await rm(zip, { force: true });
    rows.push([
      `${runs}, ${as}`,
      (cost.ms / 1000).toFixed(1),
      (cost.cpuMs / 1000).toFixed(1),
      (cost.cpuMs / runs).toFixed(1),
      cost.peakMb.toFixed(0),
      cost.longestPauseMs.toFixed(0),
    ]);
  }
  return {
    title: "Verifying in the page",
    text: [
      "The same streams in `verify.html`, in Chromium, from pressing the button until the verdict and its report are there.",
      "_CPU_ is that of all processes of the browser. _Peak_ is the memory of the process that holds the page and its worker.",
      "_Pause_ is the longest time for which the page itself did not answer.",
    ].join(" "),
    rows: table(["Runs", "Whole, s", "CPU, s", "CPU per run, ms", "Peak, MB", "Pause, ms"], rows),
  };
}

async function verified(given: string, keyFile: string) {
  const server = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const { pid } = server.process();
    if (pid === undefined) throw new Error("the browser has no process");
    const browser = await chromium.connect(server.wsEndpoint());
    const desk = await browser.newPage();
    await desk.goto(pathToFileURL(path.join(DIST, "verify.html")).href);
    await desk.fill("#key", await readFile(keyFile, "utf8"));
    await desk.setInputFiles(given.endsWith(".zip") ? "#files" : "#folder", given);
    await desk.evaluate(PAUSES);

    const [before, began] = [costOf(pid), performance.now()];
    await desk.click("#run");
    await desk.waitForSelector("#verdict[data-exit-code]", { timeout: 600_000 });
    const [after, ms] = [costOf(pid), performance.now() - began];
    const exit = await desk.getAttribute("#verdict", "data-exit-code");
    if (exit !== "0") throw new Error(`the page answered with ${exit}`);
    const longestPauseMs = Number(await desk.evaluate("longestPause"));
    await browser.close();
    return { ms, cpuMs: after.cpuMs - before.cpuMs, peakMb: after.peakMb, longestPauseMs };
  } finally {
    await server.close();
  }
}

/** In the page: how long after the last one a timer of 20 ms came, at most. */
const PAUSES = `
  globalThis.longestPause = 0;
  let last = performance.now();
  setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last - 20);
    last = performance.now();
  }, 20);
`;

const TICK_MS = 10;

/** The time of a process with those below it, and the peak of the largest that shows a page. Linux only. */
function costOf(root: number): { readonly cpuMs: number; readonly peakMb: number } {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? processNamed(name) : []));
  const inTree = new Set([root]);
  // Children have greater numbers than their parents, but where numbers begin again.
  for (const { pid, parent } of all) if (inTree.has(parent)) inTree.add(pid);
  const ours = all.filter(({ pid }) => inTree.has(pid));
  return {
    cpuMs: ours.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    peakMb: Math.max(...ours.map(({ peakMb }) => peakMb)),
  };
}

function processNamed(name: string) {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const isPage = readFileSync(`/proc/${name}/cmdline`, "utf8").includes("--type=renderer");
    const peak = isPage ? /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1] : "0";
    const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    return [{ pid: Number(name), parent: Number(fields[1]), cpuMs, peakMb: Number(peak) / 1024 }];
  } catch {
    // It ended while it was looked at.
    return [];
  }
}

import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

import { verifying } from "./verify.ts";

/**
 * `npm run bench`: what the built program costs, as medians of whole processes,
 * and what verifying costs. Figures, not tests: nothing fails here.
 */
const ROUNDS = 15;
const root = path.resolve(import.meta.dirname, "..");
const entry = (name: string): string => path.join(root, "dist", name);

const temp = await mkdtemp(path.join(os.tmpdir(), "datadog-evidence-bench-"));
try {
  const empty = await repeated(ROUNDS, async () => (await timed(["-e", "0"])).ms);
  const first = await firstRequests(ROUNDS);
  const demos = await repeated(5, () => timed([entry("cli.js"), "demo"]));
  console.table({
    "an empty Node script, ms": figures(empty),
    "dist/index.js to its first request, ms": figures(first),
    "npm start (the demo run), ms": figures(demos.map(({ ms }) => ms)),
    "npm start, peak memory, MB": figures(demos.map(({ peakMb }) => peakMb)),
  });
  console.table(await verifying(temp));
  console.log(`Node ${process.version}, ${os.platform()} ${os.arch()}, ${os.cpus().length} cores`);
} finally {
  await rm(temp, { recursive: true, force: true });
}

/** Time from the start of the Action's process to its first connection, seen by a proxy that then hangs up. */
async function firstRequests(rounds: number): Promise<number[]> {
  const proxy = createServer();
  await new Promise<void>((resolve) => {
    proxy.listen(0, "127.0.0.1", resolve);
  });
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const environment = await actionEnvironment(address.port);
  const times = await repeated(rounds, async () => {
    const began = performance.now();
    const asked = Promise.withResolvers<number>();
    proxy.once("connection", (socket) => {
      asked.resolve(performance.now() - began);
      socket.destroy();
    });
    const child = spawn(process.execPath, [entry("index.js")], { env: environment, stdio: "ignore" });
    const ms = await asked.promise;
    child.kill("SIGKILL");
    await new Promise((resolve) => {
      child.once("close", resolve);
    });
    return ms;
  });
  proxy.close();
  return times;
}

async function actionEnvironment(port: number): Promise<Record<string, string>> {
  const file = async (name: string, text = ""): Promise<string> => {
    await writeFile(path.join(temp, name), text);
    return path.join(temp, name);
  };
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    PATH: process.env["PATH"] ?? "",
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    GITHUB_ACTIONS: "true",
    GITHUB_RUN_ID: "1",
    GITHUB_OUTPUT: await file("output"),
    GITHUB_STEP_SUMMARY: await file("summary"),
    GITHUB_EVENT_PATH: await file("event.json", JSON.stringify({ repository: { visibility: "private" } })),
    RUNNER_TEMP: temp,
    "INPUT_API-KEY": "0".repeat(32),
    "INPUT_APP-KEY": "1".repeat(40),
    "INPUT_SIGNING-KEY": privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** A whole Node process: its time, and its peak resident memory. */
async function timed(args: readonly string[]): Promise<{ ms: number; peakMb: number }> {
  const peak = path.join(temp, "peak");
  const note = `process.on("exit",()=>require("node:fs").writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`;
  const hook = path.join(temp, "peak.cjs");
  await writeFile(hook, note);
  const began = performance.now();
  const child = spawn(process.execPath, ["--require", hook, ...args], { cwd: temp, stdio: "ignore" });
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  const ms = performance.now() - began;
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}`);
  return { ms, peakMb: Number(await readFile(peak, "utf8")) / 1024 };
}

async function repeated<T>(rounds: number, once: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await once());
  return results;
}

function figures(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = values.toSorted((a, b) => a - b).map(Math.round);
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

import { fork, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Asked, Wanted } from "./datadog.ts";

export const ROOT = path.resolve(import.meta.dirname, "..");
export const DIST = path.join(ROOT, "dist");

/** What a process cost, and what it said. */
export interface Ran {
  readonly ms: number;
  readonly peakMb: number;
  /** On all cores. */
  readonly cpuMs: number;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  readonly stdout: string;
}

/** In kB. On Linux a process begins with the peak of the one that started it, unless its own memory is asked. */
const PEAK = `(()=>{try{return /VmHWM:\\s+(\\d+)/.exec(require("node:fs").readFileSync("/proc/self/status","utf8"))[1]}catch{return String(process.resourceUsage().maxRSS)}})()`;

const CPU = "(({user,system})=>(user+system)/1000)(process.cpuUsage())";

/** Runs Node to its end in a folder; a bench whose process fails is no bench. */
export async function ran(
  args: readonly string[],
  { folder, env = {} }: { readonly folder: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  const peak = path.join(folder, "peak");
  const hook = path.join(folder, "peak.cjs");
  await writeFile(
    hook,
    `process.on("exit",()=>require("node:fs").writeFileSync(${JSON.stringify(peak)},${PEAK}+" "+${CPU}))`,
  );
  const began = performance.now();
  const child = spawn(process.execPath, ["--require", hook, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  const ms = performance.now() - began;
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}: ${said.stderr.slice(-2000)}`);
  const [peakKb, cpuMs] = (await readFile(peak, "utf8")).split(" ").map(Number);
  const peakMb = (peakKb ?? Number.NaN) / 1024;
  return { ms, peakMb, cpuMs: cpuMs ?? Number.NaN, endedAt: Date.now(), stdout: said.stdout };
}

/** A Datadog of many records, in a process of its own. */
export interface BenchDatadog extends AsyncDisposable {
  readonly url: string;
  /** What was asked since the last time. */
  asked(): Promise<Asked>;
}

export async function startBenchDatadog(wanted: Wanted): Promise<BenchDatadog> {
  const child = fork(path.join(import.meta.dirname, "datadog.ts"), [JSON.stringify(wanted)], {
    // The log of bodies and the records are large, and its garbage is nobody's measure.
    execArgv: ["--max-old-space-size=2000"],
  });
  const told = async <T>(): Promise<T> =>
    new Promise((resolve) => {
      child.once("message", resolve);
    });
  const { port } = await told<{ port: number }>();
  return {
    url: `http://127.0.0.1:${port}`,
    asked: async () => {
      const answer = told<Asked>();
      child.send("asked");
      return answer;
    },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => {
        child.once("close", resolve);
      });
      child.kill();
      await closed;
    },
  };
}

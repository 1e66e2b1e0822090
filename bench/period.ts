import { stat } from "node:fs/promises";
import path from "node:path";

import { DIST, ran, type Ran } from "./processes.ts";
import { median, table, type Section } from "./table.ts";

/** A year of days and a year of hours; one run tells what starting takes. */
const RUNS = [1, 365, 8760] as const;
const ROUNDS = 3;

/** `verify` over streams of hourly runs, as whole processes. */
export async function periods(temp: string): Promise<Section> {
  return {
    title: "Verifying a stream",
    text: [
      "Hourly runs with the evidence of the embedded Datadog, signed by a key and chained, verified by one command.",
      "_CPU_ is the time of all cores together. _Per run_ is the additional time for each further run.",
      "_Needed_ is the time of a bare loop that lists and reads the same folders, hashes files and statements, and checks",
      "the signatures, in a separate process. _Ours_ is the difference.",
    ].join(" "),
    rows: await measured(temp, "verify"),
  };
}

/** `report` over the same streams. */
export async function reports(temp: string): Promise<Section> {
  return {
    title: "Reporting on a stream",
    text: "The same streams and columns. The report is HTML, and includes verifying the stream.",
    rows: await measured(temp, "report"),
  };
}

async function measured(temp: string, command: "verify" | "report"): Promise<string> {
  const { key, streams } = await writtenStreams(temp);
  const args = [path.join(DIST, "cli.js"), command];
  const rows: string[][] = [];
  let start = 0;
  for (const [runs, stream] of streams) {
    const whole: Ran[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      whole.push(await ran([...args, stream, "--key", key], { folder: temp }));
      const loop = [path.join(import.meta.dirname, "bare-runs.ts"), stream, key];
      bare.push(Number((await ran(loop, { folder: temp })).stdout));
    }
    const ms = median(whole.map((each) => each.ms));
    if (runs === 1) start = ms;
    const [each, needed] = [(ms - start) / (runs - 1), median(bare) / runs];
    rows.push([
      String(runs),
      (ms / 1000).toFixed(2),
      (median(whole.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(2),
      ...(runs === 1 ? ["", "", ""] : [each, needed, each - needed].map((figure) => figure.toFixed(2))),
      median(whole.map(({ peakMb }) => peakMb)).toFixed(0),
    ]);
  }
  return table(["Runs", "Whole, s", "CPU, s", "Per run, ms", "Needed, ms", "Ours, ms", "Peak, MB"], rows);
}

/** The streams by their number of runs, written once: each is the beginning of the longest. */
export async function writtenStreams(
  temp: string,
): Promise<{ readonly key: string; readonly streams: ReadonlyMap<number, string> }> {
  const key = path.join(temp, "key.pub.pem");
  const streams = new Map(RUNS.map((runs) => [runs, path.join(temp, `runs-${runs}`, "prod")] as const));
  const isThere = await stat(key).catch(() => null);
  if (isThere !== null) return { key, streams };

  // In a process of its own: what is written is large, and none of it is measured.
  await ran([path.join(import.meta.dirname, "hourly.ts"), temp, RUNS.join(","), key], { folder: temp });
  return { key, streams };
}

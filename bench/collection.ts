import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Asked } from "./datadog.ts";
import { DIST, ran, startBenchDatadog, type BenchDatadog } from "./processes.ts";
import { median, table, type Section } from "./table.ts";

/** What a client took to read the three sets, from its first request to its end. */
interface Measured {
  /** When its first request came, in milliseconds since 1970. */
  readonly firstAt: number;
  readonly ms: number;
  readonly peakMb: number;
  readonly requests: number;
  readonly refused: number;
  readonly log: Asked["log"];
}

const SIGNAL_BYTES = 15_000;
const SMALL_SIGNAL_BYTES = 1000;
const WEEK_MS = 7 * 86_400_000;
const SIGNALS = "POST /api/v2/security_monitoring/signals/search";

const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const ENV = {
  DD_API_KEY: randomBytes(16).toString("hex"),
  DD_APP_KEY: randomBytes(20).toString("hex"),
  SIGNING_KEY: key.export({ type: "pkcs8", format: "pem" }).toString(),
};

/** Nothing beyond this machine is asked: a timestamp would measure somebody else's network. */
const ALONE = ["--timestamp-url", "none"];

/** The whole program: it also projects, proves, signs and writes. */
async function ours(server: BenchDatadog, folder: string): Promise<Measured> {
  const out = path.join(folder, "out");
  await rm(out, { recursive: true, force: true });
  const args = [path.join(DIST, "cli.js"), "collect", "--out", out, "--deadline", "PT30M", ...ALONE];
  return measured(server, ran(args, { folder, env: { ...ENV, DD_API_URL: server.url } }));
}

/** Datadog's own client, which keeps nothing. */
async function official(
  server: BenchDatadog,
  folder: string,
  order: "in-turn" | "at-once",
): Promise<Measured> {
  const to = new Date();
  const from = new Date(to.getTime() - WEEK_MS);
  const script = path.join(import.meta.dirname, "official.mjs");
  return measured(server, ran([script, server.url, order, from.toISOString(), to.toISOString()], { folder }));
}

async function bare(server: BenchDatadog, folder: string, log: Asked["log"]): Promise<Measured> {
  const file = path.join(folder, "log.json");
  await writeFile(file, JSON.stringify(log));
  return measured(server, ran([path.join(import.meta.dirname, "bare.ts"), server.url, file], { folder }));
}

async function measured(server: BenchDatadog, run: ReturnType<typeof ran>): Promise<Measured> {
  const { endedAt, peakMb } = await run;
  const { firstAt, requests, refused, log } = await server.asked();
  const total = Object.values(requests).reduce((sum, count) => sum + count, 0);
  return { firstAt, ms: endedAt - firstAt, peakMb, requests: total, refused, log };
}

const COMPARED = [
  { signals: 5000, latencyMs: 0, rounds: 5 },
  { signals: 5000, latencyMs: 50, rounds: 5 },
  { signals: 5000, latencyMs: 300, rounds: 3 },
  { signals: 20_000, latencyMs: 0, rounds: 3 },
  { signals: 20_000, latencyMs: 50, rounds: 3 },
  { signals: 20_000, latencyMs: 300, rounds: 2 },
] as const;

/** Beside Datadog's own client and beside plain undici, in turns, so that whatever else the machine does meets all. */
export async function compared(folder: string): Promise<Section> {
  if (!existsSync(path.join(import.meta.dirname, "node_modules"))) throw new Error("npm ci in bench/ first");
  const rows: (readonly string[])[] = [];
  for (const { signals, latencyMs, rounds } of COMPARED) {
    await using server = await startBenchDatadog({
      signals,
      signalBytes: SIGNAL_BYTES,
      latencyMs,
      limit: null,
    });
    const runs = {
      ours: [] as Measured[],
      inTurn: [] as Measured[],
      atOnce: [] as Measured[],
      bare: [] as Measured[],
    };
    for (let round = 0; round < rounds; round += 1) {
      const mine = await ours(server, folder);
      runs.ours.push(mine);
      runs.bare.push(await bare(server, folder, mine.log));
      runs.inTurn.push(await official(server, folder, "in-turn"));
      if (round === 0) runs.atOnce.push(await official(server, folder, "at-once"));
    }
    const of = (all: readonly Measured[], what: "ms" | "peakMb" | "requests"): number =>
      median(all.map((each) => each[what]));
    const mine = of(runs.ours, "ms");
    const times = (all: readonly Measured[]): string => `${(of(all, "ms") / mine).toFixed(1)} ×`;
    const share = (what: "peakMb" | "requests"): string =>
      (of(runs.ours, what) / of(runs.inTurn, what)).toFixed(2);
    const row = [
      `${signals} signals, ${latencyMs} ms`,
      `${(mine / 1000).toFixed(1)} s`,
      times(runs.inTurn),
      times(runs.atOnce),
      (mine / of(runs.bare, "ms")).toFixed(2),
      `${Math.round(of(runs.ours, "peakMb"))} MB`,
      share("peakMb"),
      String(of(runs.ours, "requests")),
      share("requests"),
    ];
    console.log(row.join("  "));
    rows.push(row);
  }
  return {
    title: "Compared with Datadog's own client and with the bare limit",
    text: [
      "Signals of 15 kB, 4,000 findings, and 2,000 monitors of which 800 carry the tag, a hundred records a page, from",
      "one server on loopback with the latency of the row. _Ours_ is the whole `collect`, which also projects, proves, signs",
      "and writes. The _client_ (`@datadog/datadog-api-client` with its pagination helpers and its retry) reads and keeps",
      "nothing, one set after another or the three at once. The _bare limit_ is the same requests by plain `undici`: each",
      "starts after as many answers as in our run; bodies are hashed, parsed and dropped. Time is from the first request to",
      "the end of the process. Memory and requests are shares of the client's, one set after another. Medians of two to five",
      "rounds; one round for the three at once.",
    ].join("\n"),
    rows: table(
      [
        "",
        "ours",
        "faster than one by one",
        "than at once",
        "of the bare limit",
        "peak memory",
        "of the client's",
        "requests",
        "of the client's",
      ],
      rows,
    ),
  };
}

const PERIOD_MS = 60_000;
const LIMIT = 60;

/** Requests of an endpoint are let through in whole minutes, so that is how long they take at least. */
export async function limited(folder: string): Promise<Section> {
  const limit = { requests: LIMIT, periodMs: PERIOD_MS };
  await using server = await startBenchDatadog({
    signals: 14_000,
    signalBytes: SMALL_SIGNAL_BYTES,
    latencyMs: 50,
    limit,
  });
  await untilNextPeriod();
  const { firstAt, ms, requests, refused, log } = await ours(server, folder);
  const listed = log.filter(({ method, url }) => `${method} ${url}` === SIGNALS).length;
  const dictated = (Math.ceil(listed / LIMIT) - 1) * PERIOD_MS - (firstAt % PERIOD_MS);
  return {
    title: "Under a rate limit of 60 requests a minute",
    text: `14,000 signals; the search alone takes ${listed} requests. The limit sets the minimum time: until its last period begins.`,
    rows: table(
      ["", ""],
      [
        ["minimum time under the limit", `${(dictated / 1000).toFixed(1)} s`],
        ["ours", `${(ms / 1000).toFixed(1)} s, ${((ms / dictated - 1) * 100).toFixed(1)} % more`],
        ["requests, of them refused with 429", `${requests}, ${refused}`],
      ],
    ),
  };
}

async function untilNextPeriod(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, PERIOD_MS - (Date.now() % PERIOD_MS) + 500);
  });
}

/** Whether time for each signal and memory stay as they are when there are many. */
export async function many(folder: string): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const signals of [20_000, 100_000, 300_000]) {
    await using server = await startBenchDatadog({
      signals,
      signalBytes: SMALL_SIGNAL_BYTES,
      latencyMs: 0,
      limit: null,
    });
    const { ms, peakMb, requests } = await ours(server, folder);
    const row = [
      `${signals} signals`,
      `${(ms / 1000).toFixed(1)} s`,
      `${((ms / signals) * 1000).toFixed(0)} µs`,
      `${Math.round(peakMb)} MB`,
      String(requests),
    ];
    console.log(row.join("  "));
    rows.push(row);
  }
  return {
    title: "Many signals",
    text: "Small signals, of about 1 kB, without latency; all records move to a separate file.",
    rows: table(["", "time", "for each", "peak memory", "requests"], rows),
  };
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";

import { manyFindings, manyMonitors, manySignals } from "../test/support/many-records.ts";

/**
 * A Datadog of many records in a process of its own, for the benches: it holds
 * no more than it must, answers after a latency, and counts what it is asked.
 * The embedded Datadog of the tests is true in more, and too slow for this.
 */
export interface Wanted {
  readonly signals: number;
  /** Of the body of one signal, about. */
  readonly signalBytes: number;
  readonly latencyMs: number;
  /** Requests of an endpoint in a period, calendar aligned; null for no limit. */
  readonly limit: { readonly requests: number; readonly periodMs: number } | null;
}

/** What a client did. */
export interface Asked {
  /** Milliseconds since 1970; the clock is the same for all processes. */
  readonly firstAt: number;
  /** By method and path. */
  readonly requests: Readonly<Record<string, number>>;
  readonly refused: number;
  /** In the order in which they came. */
  readonly log: readonly Logged[];
}

export interface Logged {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** How many requests had been answered when it came. */
  readonly after: number;
}

const FINDINGS = 4000;
const MONITORS = 2000;
const TAGGED = 800;
const WEEK_MS = 7 * 86_400_000;
const MINUTE_MS = 60_000;

const now = new Date();
const wanted: Wanted = JSON.parse(process.argv[2] ?? "{}");
const times = timesOf(wanted.signals);
const signalAt = signalMaker(wanted.signalBytes);
const findings = manyFindings(FINDINGS, now)
  .map((finding) => ({ at: finding.attributes.timestamp, bytes: Buffer.from(JSON.stringify(finding)) }))
  .toSorted((a, b) => a.at - b.at);
const monitors = manyMonitors(MONITORS, now).map((monitor, nth) => {
  const isTagged = nth % (MONITORS / TAGGED) < 1;
  const tags = isTagged ? monitor.tags : ["team:platform"];
  return { id: monitor.id, isTagged, bytes: Buffer.from(JSON.stringify({ ...monitor, tags })) };
});

let firstAt = 0;
let refused = 0;
let requests: Record<string, number> = {};
let log: Logged[] = [];
let answered = 0;
let taken = new Map<string, number>();

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
    response.destroy();
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.send?.({ port: address.port });
});
process.on("message", () => {
  const asked: Asked = { firstAt, requests, refused, log };
  process.send?.(asked);
  [firstAt, refused, requests, log, answered, taken] = [0, 0, {}, [], 0, new Map()];
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (firstAt === 0) firstAt = Date.now();
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const route = `${request.method} ${url.pathname}`;
  const body = await text(request);
  requests[route] = (requests[route] ?? 0) + 1;
  log.push({ method: request.method ?? "GET", url: request.url ?? "/", body, after: answered });
  response.setHeader("content-type", "application/json");
  const isRefused = isOverLimit(route, response);
  if (wanted.latencyMs > 0) await setTimeout(wanted.latencyMs);
  if (isRefused) {
    refused += 1;
    answered += 1;
    response.writeHead(429).end();
    return;
  }
  const parts = bodyOf(route, url.searchParams, body === "" ? {} : JSON.parse(body));
  answered += 1;
  response.writeHead(parts === null ? 404 : 200).end(Buffer.concat(parts ?? []));
}

function isOverLimit(route: string, response: ServerResponse): boolean {
  if (wanted.limit === null) return false;
  const { requests: limit, periodMs } = wanted.limit;
  const at = Date.now();
  const period = Math.floor(at / periodMs);
  const key = `${period} ${route}`;
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  response.setHeader("x-ratelimit-limit", String(limit));
  response.setHeader("x-ratelimit-period", String(periodMs / 1000));
  response.setHeader("x-ratelimit-remaining", String(Math.max(0, limit - count)));
  response.setHeader(
    "x-ratelimit-reset",
    String(Math.max(1, Math.ceil(((period + 1) * periodMs - at) / 1000))),
  );
  return count > limit;
}

// oxlint-disable-next-line typescript/no-explicit-any -- bodies of our own clients, in a bench
function bodyOf(route: string, query: URLSearchParams, body: any): readonly Buffer[] | null {
  const { attributes = {} } = body.data ?? {};
  if (route === "POST /api/v2/security_monitoring/signals/search") {
    const [from, to] = [Date.parse(body.filter.from), Date.parse(body.filter.to)];
    const first = body.page.cursor === undefined ? firstAtOrAfter(from) : Number(body.page.cursor);
    const end = Math.min(firstAtOrAfter(to + 1), first + Number(body.page.limit));
    if (end <= first) return [Buffer.from('{"data":[]}')];
    return listed(
      Array.from({ length: end - first }, (_, at) => signalAt(first + at)),
      { page: { after: String(end) } },
    );
  }
  if (route === "POST /api/v2/security/findings/search") {
    const filter = String(attributes.filter);
    const [, from = "0"] = /-@detection_changed_at:<(\d+)/.exec(filter) ?? [];
    const [, to = "9e15"] = /\s@detection_changed_at:<(\d+)/.exec(filter) ?? [];
    const inside = findings.filter(({ at }) => at >= Number(from) && at < Number(to));
    const first = Number(attributes.page.cursor ?? 0);
    const page = inside.slice(first, first + Number(attributes.page.limit));
    if (page.length === 0) return [Buffer.from('{"data":[],"meta":{"status":"done"}}')];
    const meta = { status: "done", page: { after: String(first + page.length) } };
    return listed(
      page.map(({ bytes }) => [bytes]),
      meta,
    );
  }
  if (route === "GET /api/v1/monitor") {
    const tagged = monitors.filter(({ isTagged }) => isTagged);
    const size = Number(query.get("page_size"));
    const after = query.get("id_offset");
    const start =
      after === null ? Number(query.get("page")) * size : tagged.findIndex(({ id }) => id > Number(after));
    const page = start === -1 ? [] : tagged.slice(start, start + size);
    return [Buffer.from("["), ...joined(page.map(({ bytes }) => [bytes])), Buffer.from("]")];
  }
  if (route === "POST /api/v2/query/scalar") {
    const count = firstAtOrAfter(attributes.to + 1) - firstAtOrAfter(attributes.from);
    return [
      json({ data: { type: "scalar_response", attributes: { columns: [{ name: "a", values: [count] }] } } }),
    ];
  }
  const fixed = FIXED[route];
  if (fixed !== undefined) return [json(fixed)];
  if (route !== "GET /api/v1/monitor/search") return null;
  return [json({ metadata: { total_count: query.get("query") === "" ? MONITORS : TAGGED }, monitors: [] })];
}

const FIXED: Readonly<Record<string, unknown>> = {
  "GET /api/v2/validate_keys": { status: "ok" },
  "GET /api/v2/validate": { data: { id: "0", attributes: { api_key_id: "0" } } },
  "GET /api/v2/security_monitoring/rules": {
    data: [{ id: "a", type: "log_detection", isEnabled: true }],
    meta: { page: { total_count: 1 } },
  },
  "GET /api/v2/security_monitoring/configuration/suppressions": { data: [] },
  "GET /api/v2/csm/onboarding/coverage_analysis/cloud_accounts": {
    data: { attributes: { total_coverage: { configured_resources_count: 9 } } },
  },
  "GET /api/v2/posture_management/findings": { meta: { page: { total_filtered_count: FINDINGS } } },
};

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function listed(records: readonly (readonly Buffer[])[], meta: object): readonly Buffer[] {
  return [Buffer.from('{"data":['), ...joined(records), Buffer.from(`],"meta":${JSON.stringify(meta)}}`)];
}

function joined(records: readonly (readonly Buffer[])[]): readonly Buffer[] {
  const comma = Buffer.from(",");
  return records.flatMap((parts, at) => (at === 0 ? parts : [comma, ...parts]));
}

function firstAtOrAfter(ms: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Busier by day than by night, and one signal in twenty in one bad hour. */
function timesOf(count: number): readonly number[] {
  const begin = now.getTime() - WEEK_MS + 30 * MINUTE_MS;
  const length = WEEK_MS - 60 * MINUTE_MS;
  return Array.from({ length: count }, (_, nth) => {
    if (nth % 20 === 0) return Math.floor(begin + 0.4 * length + (nth / count) * 60 * MINUTE_MS);
    const share = nth / count;
    return Math.floor(begin + length * (share + (0.6 / (14 * Math.PI)) * Math.sin(14 * Math.PI * share)));
  }).toSorted((a, b) => a - b);
}

/** One signal of every so many bytes: its own head, and samples that all share. */
function signalMaker(bytes: number): (nth: number) => readonly Buffer[] {
  const [model] = manySignals(1, now);
  if (model === undefined) throw new Error("there is no signal to copy");
  const samples = model.attributes.attributes["samples"];
  const [sample] = Array.isArray(samples) ? samples : [];
  const least = JSON.stringify(model).length;
  const more = Math.max(0, Math.round((bytes - least) / JSON.stringify(sample).length));
  const isSmall = bytes < least;
  const tail = JSON.stringify(isSmall ? [] : Array.from({ length: more + 1 }, () => sample));
  const shared = Buffer.from(`,"samples":${tail}}}}`);
  return (nth) => {
    const { attributes } = model;
    const head = {
      id: `AQAAAY${nth.toString(36).padStart(20, "0")}`,
      type: "signal",
      attributes: {
        ...attributes,
        message: isSmall ? "" : attributes.message,
        status: nth % 4 === 0 ? "critical" : "high",
        timestamp: new Date(times[nth] ?? 0).toISOString(),
        attributes: { ...attributes.attributes, samples: undefined },
      },
    };
    return [Buffer.from(JSON.stringify(head).slice(0, -3)), shared];
  };
}

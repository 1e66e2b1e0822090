import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

import { z } from "zod";

import { listening } from "./listening.ts";
import { SHARED } from "./shared.ts";

/** One recorded exchange with Datadog, the body as it came. */
interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const Har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        request: z.object({ method: z.string(), url: z.string() }),
        response: z.object({
          status: z.number(),
          content: z.object({ mimeType: z.string(), text: z.string().default("") }),
        }),
      }),
    ),
  }),
});

/** The exchanges of the recording whose name holds the words, in order. */
export function recording(words: string): Exchange[] {
  const folder = path.join(SHARED, "recordings");
  const names = readdirSync(folder).filter((name) => name.includes(words));
  if (names.length !== 1) throw new Error(`${names.length} recordings are named ${words}`);
  const { log } = Har.parse(JSON.parse(readFileSync(path.join(folder, names[0] ?? ""), "utf8")));
  return log.entries.map(({ request, response }) => ({
    method: request.method,
    path: new URL(request.url).pathname,
    status: response.status,
    type: response.content.mimeType,
    text: response.content.text,
  }));
}

/** An answer as it goes over the wire. */
type Said = Pick<Exchange, "status" | "type" | "text">;

/** Both pages of the recorded list, and the two monitors that were recorded alone, as a page each; ascending by id. */
export function recordedMonitors(): Said[] {
  const alone = ["Get-a-monitor-s-details-with-downtime", "Get-a-synthetics-monitor-s-details"].flatMap(
    (named) =>
      recording(named)
        .filter((exchange) => exchange.method === "GET" && exchange.path.startsWith("/api/v1/monitor/"))
        .map(({ status, type, text }) => ({ status, type, text: `[${text}]` })),
  );
  return [...recording("Get-all-monitors-returns-OK"), ...alone];
}

/** What Datadog says on a route, one answer for each request, the last one for all that follow. */
export type Script = Readonly<Record<string, readonly Said[]>>;

/** A JSON answer that no recording holds. */
export function unrecorded(body: unknown, status = 200) {
  return { status, type: "application/json", text: JSON.stringify(body) };
}

/** Serves recorded answers on loopback, byte for byte; what is not in the script is not found. */
export async function startRecorded(script: Script): Promise<{ url: string } & AsyncDisposable> {
  const asked = new Map<string, number>();
  const { url, close } = await listening(
    createServer((request, response) => {
      const route = `${request.method} ${new URL(request.url ?? "/", "http://127.0.0.1").pathname}`;
      const nth = asked.get(route) ?? 0;
      asked.set(route, nth + 1);
      const answers = script[route] ?? [unrecorded({ errors: ["Not found"] }, 404)];
      const { status, type, text } = answers[nth] ?? answers.at(-1) ?? unrecorded({}, 500);
      response.writeHead(status, { "content-type": type }).end(text);
    }),
  );
  return { url, [Symbol.asyncDispose]: close };
}

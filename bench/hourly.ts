import { link, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { formatTime } from "../src/platform/time.ts";
import { outsideWindowCaveat } from "../src/evidence/projection/caveats.ts";
import { isInWindow } from "../src/evidence/projection/times.ts";
import { countRecords } from "../src/evidence/records.ts";
import type { Evidence, Item, Window } from "../src/evidence/schema.ts";
import { collected } from "../test/collectors/collecting.ts";
import { WrittenStream } from "../test/support/stream.ts";
import { SIGNER } from "../test/support/tampering.ts";

/**
 * `node bench/hourly.ts FOLDER 365,8760 KEY`: streams of hourly runs, each with the
 * evidence of the embedded Datadog. Each is the beginning of the longest, so its
 * files are links to those. Writes the public key that they are signed by.
 */
const HOUR_MS = 3_600_000;
const FROM = Date.parse("2025-11-01T00:17:00Z");

const [root = ".", counts = "", pem = ""] = process.argv.slice(2);
const lengths = counts.split(",").map(Number);
const longest = Math.max(...lengths);
const { evidence: usual } = await collected();
const stream = new WrittenStream(path.join(root, `runs-${longest}`));
for (let index = 0; index < longest; index += 1) {
  const { folder } = await stream.add(hourly(usual, index));
  for (const runs of lengths) {
    if (index < runs && runs < longest)
      await linked(folder, folder.replace(`runs-${longest}`, `runs-${runs}`));
  }
}
await writeFile(pem, SIGNER.publicPem);

async function linked(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) await link(path.join(from, name), path.join(to, name));
}

function hourly(evidence: Evidence, index: number): Evidence {
  const at = FROM + index * HOUR_MS;
  const window = { from: iso(at - 7 * 24 * HOUR_MS), to: iso(at) };
  return {
    ...evidence,
    stream: { name: "prod", cadence: "PT1H" },
    startedAt: iso(at),
    collectedAt: iso(at + 9000),
    validUntil: iso(at + 9000 + 7 * HOUR_MS),
    run: { ...evidence.run, id: `run-${index}` },
    items: evidence.items.map((item) => within(item, window)),
  };
}

function within(item: Item, window: Window): Item {
  if (item.id !== "security-signals") return item;
  const outside = countRecords(item.records, ({ timestamp }) => !isInWindow(timestamp, window));
  return {
    ...item,
    window,
    collection: { ...item.collection, requests: requestsFor(item, window) },
    caveats: [...item.caveats, outsideWindowCaveat(outside)],
  };
}

/** The same requests, of another window: its times are in them as texts and in milliseconds. */
function requestsFor({ window: before, collection }: Item, window: Window): typeof collection.requests {
  if (before === null) throw new Error("the signals have no window");
  const [from, to] = [Date.parse(before.from), Date.parse(before.to)];
  const shifted = JSON.stringify(collection.requests)
    .replaceAll(before.from, window.from)
    .replaceAll(before.to, window.to)
    .replaceAll(`"from":${from},`, `"from":${Date.parse(window.from)},`)
    .replaceAll(`"to":${to + 1}}`, `"to":${Date.parse(window.to) + 1}}`);
  const requests: typeof collection.requests = JSON.parse(shifted);
  return requests;
}

function iso(ms: number): string {
  return formatTime(new Date(ms));
}

import type { Item } from "../../evidence/schema.ts";
import { formatExactTime, parseInstant } from "../../platform/time.ts";

const ID = /^[A-Za-z0-9_-]{12,200}$/;
/** The time is in bytes 1 to 8 of an id of Datadog: 105 of 105 that were recorded. */
const TIME_AT = 1;
const EARLIEST = Date.parse("2010-01-01T00:00:00Z");
const LATEST = Date.parse("2100-01-01T00:00:00Z");
/** Evidence may have whole seconds. */
const APART_MS = 1000;

/**
 * A remark on signals whose id holds another time than their timestamp; null where none does. Datadog does not promise
 * that an id holds its time, so this proves nothing against the run.
 */
export function signalTimesRemark(items: readonly Item[]): string | null {
  let count = 0;
  let first: string | null = null;
  for (const item of items) {
    if (item.id !== "security-signals") continue;
    for (const { id, timestamp } of item.records.values()) {
      const held = timeIn(id);
      if (held === null || Math.abs(held - parseInstant(timestamp)) <= APART_MS) continue;
      count += 1;
      first ??= `${id} holds ${formatExactTime(new Date(held))}, and its timestamp is ${timestamp}`;
    }
  }
  if (first === null) return null;
  return `the ids of ${count} security signal(s) hold another time than their timestamp, as if somebody had edited it: ${first}`;
}

/** The time in the id, in milliseconds; null where it holds none, as in a pseudonym. */
function timeIn(id: string): number | null {
  if (!ID.test(id)) return null;
  const bytes = Buffer.from(id, "base64");
  if (bytes.length < TIME_AT + 8) return null;
  const time = Number(bytes.readBigUInt64BE(TIME_AT));
  return time >= EARLIEST && time < LATEST ? time : null;
}

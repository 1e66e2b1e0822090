import { HOUR_MS } from "../../platform/time.ts";
import type { Collection, Item, Reason, State } from "../schema.ts";

/** A smaller difference may come from the network. A larger one is a wrong clock. */
export const REMARKABLE_SKEW_MS = 60_000;

/** With a larger difference, the window of the item is not reliable. */
const UNBELIEVABLE_MS = HOUR_MS;

/** Whether the difference is so large that no item can be complete. */
export function isClockWrong(skewMs: number | null): boolean {
  return skewMs !== null && Math.abs(skewMs) > UNBELIEVABLE_MS;
}

/**
 * Applies the difference between Datadog's clock and ours to an item; null if it is not known. Over a minute
 * adds a caveat. Over an hour the item is not complete, because its window is not reliable.
 */
export function applyClockSkew<Kind extends Item>(item: Kind, skewMs: number | null): Kind {
  if (skewMs === null || Math.abs(skewMs) <= REMARKABLE_SKEW_MS) return item;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const apart = `Datadog's clock is ${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} ours`;
  const caveats = [...item.caveats, `${apart}; the times of this run are by ours`];
  if (!isClockWrong(skewMs) || item.collection.status !== "complete") return { ...item, caveats };

  const reason: Reason = {
    code: "clock-skew",
    message: apart,
    hint: "set the clock of this machine, by NTP for instance, and run again",
  };
  const collection: Collection = { ...item.collection, status: "partial", grade: null, reason };
  const state: State = "unknown";
  // The counts stay as minimums.
  return { ...item, caveats, collection, result: { ...item.result, state, reason } };
}

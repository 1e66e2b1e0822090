import { HOUR_MS } from "../../platform/time.ts";
import type { Collection, Item, Reason, State } from "../schema.ts";

/** Less may be the network's doing; more is a clock that is wrong. */
const REMARKABLE_MS = 60_000;

/** From here on a window of days is not the window it says. */
const UNBELIEVABLE_MS = HOUR_MS;

/**
 * The item in the light of how far Datadog's clock and ours are apart, null where
 * that is not known: beyond a minute with a caveat, beyond an hour not complete,
 * because nobody knows what window was looked at.
 */
export function applyClockSkew(item: Item, skewMs: number | null): Item {
  if (skewMs === null || Math.abs(skewMs) <= REMARKABLE_MS) return item;
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const apart = `Datadog's clock is ${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} ours`;
  const told = { caveats: [...item.caveats, `${apart}; the times of this run are by ours`] };
  if (Math.abs(skewMs) <= UNBELIEVABLE_MS || item.collection.status !== "complete") {
    return { ...item, ...told };
  }

  const reason: Reason = {
    code: "clock-skew",
    message: apart,
    hint: "set the clock of this machine, by NTP for instance, and run again",
  };
  if (item.id === "security-signals") return { ...item, ...told, ...doubtItem(item, reason) };
  if (item.id === "compliance-monitors") return { ...item, ...told, ...doubtItem(item, reason) };
  return { ...item, ...told, ...doubtItem(item, reason) };
}

/** The counts stay, as a floor. */
function doubtItem<Counts>(
  { collection, result }: { readonly collection: Collection; readonly result: { readonly counts: Counts } },
  reason: Reason,
) {
  const state: State = "unknown";
  return {
    collection: { ...collection, status: "partial" as const, grade: null, reason },
    result: { state, reason, counts: result.counts },
  };
}

import { DAY_MS } from "../platform/time.ts";
import type { Evidence } from "../evidence/schema.ts";
import type { Policy, Waiver } from "./schema.ts";

/** How a waiver stands at a run. */
export type WaiverState = "in force" | "not yet" | "expired" | "orphaned";

/** A waiver that ends within so many days is warned of. */
const SOON_DAYS = 14;

/** Whether the waiver is in force at that time: from the start of `since` to the end of `until`, in UTC. */
export function isInForce(waiver: Waiver, at: string): boolean {
  return forceAt(waiver, at) === "in force";
}

function forceAt({ since, until }: Waiver, at: string): Exclude<WaiverState, "orphaned"> {
  const time = Date.parse(at);
  if (time < Date.parse(since)) return "not yet";
  return time < Date.parse(until) + DAY_MS ? "in force" : "expired";
}

/** What the state of a waiver depends on. */
export type JudgedEvidence = Pick<Evidence, "collectedAt" | "items" | "policy">;

/**
 * How each waiver stands, in the order of the file. One in force is `orphaned`
 * where the item is complete and nothing of it needs the waiver.
 */
export function waiverStates(
  { waivers }: Policy,
  { collectedAt, items, policy: judged }: JudgedEvidence,
): readonly { readonly waiver: Waiver; readonly state: WaiverState }[] {
  const complete = new Set(
    items.filter(({ collection }) => collection.status === "complete").map(({ id }) => id),
  );
  const byId = new Map(judged?.results.map((result) => [result.id, result]));
  return waivers.map((waiver) => {
    const state = forceAt(waiver, collectedAt);
    const result = byId.get(waiver.expect);
    if (state !== "in force" || result === undefined || !complete.has(result.item)) return { waiver, state };
    return { waiver, state: result.waivers.includes(waiver.id) ? state : "orphaned" };
  });
}

/** The waivers in force that end within 14 days, and how many days each is still in force. */
export function waiversEndingSoon(
  { waivers }: Policy,
  collectedAt: string,
): readonly { readonly waiver: Waiver; readonly days: number }[] {
  return waivers.flatMap((waiver) => {
    const left = Date.parse(waiver.until) + DAY_MS - Date.parse(collectedAt);
    if (!isInForce(waiver, collectedAt) || left > SOON_DAYS * DAY_MS) return [];
    return [{ waiver, days: Math.ceil(left / DAY_MS) }];
  });
}

import type { GivenPolicy } from "./read-policy.ts";
import type { Evidence, ItemId } from "../evidence/schema.ts";
import type { RecordId } from "./fields.ts";
import { DAY_MS } from "../platform/time.ts";
import type { Policy, Waiver } from "./schema.ts";

/** The state of a waiver at a run. */
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
 * The state of each waiver, in the order of the file. One in force is `orphaned` where the item is complete and
 * nothing of it needs the waiver.
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

/** The ids of the waivers in force that name a record, by its id. Such records stay in every count and list. */
export type WaivedRecords = ReadonlyMap<RecordId, readonly string[]>;

/** The records of an item that waivers in force name. */
export function waivedRecords(
  policy: Policy | null,
  { collectedAt, item }: Pick<Evidence, "collectedAt"> & { readonly item: ItemId },
): WaivedRecords {
  const waived = new Map<RecordId, string[]>();
  const ofItem = new Set(policy?.expectations.filter((each) => each.item === item).map(({ id }) => id));
  for (const waiver of policy?.waivers ?? []) {
    if (!ofItem.has(waiver.expect) || !isInForce(waiver, collectedAt)) continue;
    for (const record of waiver.records ?? []) {
      waived.set(record, [...(waived.get(record) ?? []), waiver.id]);
    }
  }
  return waived;
}

/** The waivers that end within 14 days of that time, each as a sentence. */
export function endingWarnings(policy: Policy, at: string): readonly string[] {
  return waiversEndingSoon(policy, at).map(
    ({ waiver, days }) =>
      `the waiver ${waiver.id} of ${waiver.expect} ends on ${waiver.until}, in ${days} ${days === 1 ? "day" : "days"}`,
  );
}

/** Warnings about the waivers of a run's policy, each a sentence; they decide nothing. */
export function policyWarnings(given: GivenPolicy | null, evidence: JudgedEvidence): readonly string[] {
  if (given === null) return [];
  const { policy } = given;
  const orphaned = waiverStates(policy, evidence).flatMap(({ waiver, state }) => {
    if (state !== "orphaned") return [];
    const item = policy.expectations.find(({ id }) => id === waiver.expect)?.item;
    const hint =
      item === "cspm-findings"
        ? "remove it, or check the pseudonym key: with another key a finding has another id"
        : "remove it";
    return [`nothing of ${waiver.expect} needs the waiver ${waiver.id} any more; ${hint}`];
  });
  return [...endingWarnings(policy, evidence.collectedAt), ...orphaned];
}

import { isSameJson } from "../equal.ts";
import { isJsonObject } from "../files/json.ts";
import { LISTING_PATHS } from "../rules/recount.ts";
import { ITEM_IDS, type Evidence, type Item, type ItemId, type Request } from "../schema.ts";

/** Why an item cannot be compared, or only in part. */
export const COMPARE_OBSTACLES = [
  "absent-before",
  "absent-now",
  "lost-before",
  "lost-now",
  "partial-before",
  "partial-now",
  "other-site",
  "other-organization",
  "other-query",
  "other-pseudonym-key",
  "other-privacy",
  "other-rules",
] as const;
export type CompareObstacle = (typeof COMPARE_OBSTACLES)[number];

/** Two runs of a stream, the earlier one first. */
export interface ComparedRuns {
  readonly before: Evidence;
  readonly now: Evidence;
}

/** An item on both sides. */
export interface ItemSides<Kind extends Item = Item> {
  readonly before: Kind;
  readonly now: Kind;
}

/** Whether the records of one run can be looked up in the other. */
export interface ItemComparability {
  readonly comparable: "yes" | "in-part" | "no";
  readonly why: readonly CompareObstacle[];
}

/** With these obstacles, part of the item can be compared. */
const PARTIAL_OBSTACLES: ReadonlySet<CompareObstacle> = new Set([
  "partial-before",
  "partial-now",
  "other-privacy",
  "other-rules",
]);

/** The items of either run, in their usual order. */
export function itemsOf({ before, now }: ComparedRuns): readonly ItemId[] {
  const there = new Set([...before.items, ...now.items].map(({ id }) => id));
  return ITEM_IDS.filter((id) => there.has(id));
}

/** How far the item can be compared, and the obstacles. */
export function comparabilityOf(id: ItemId, runs: ComparedRuns): ItemComparability {
  const before = runs.before.items.find((item) => item.id === id);
  const now = runs.now.items.find((item) => item.id === id);
  const why: CompareObstacle[] = [
    ...presenceObstacles(before, "before"),
    ...presenceObstacles(now, "now"),
    ...runObstacles(id, runs),
  ];
  // Without a recorded request, two items count as the same.
  const [asked, asksNow] = [before && queryOf(before), now && queryOf(now)];
  if (asked !== undefined && asksNow !== undefined && !isSameJson(asked, asksNow)) why.push("other-query");
  if (why.length === 0) return { comparable: "yes", why };
  return { comparable: why.every((each) => PARTIAL_OBSTACLES.has(each)) ? "in-part" : "no", why };
}

function presenceObstacles(item: Item | undefined, side: "before" | "now"): readonly CompareObstacle[] {
  if (item === undefined) return [`absent-${side}`];
  const { status } = item.collection;
  if (status === "complete") return [];
  return [status === "partial" ? `partial-${side}` : `lost-${side}`];
}

function runObstacles(id: ItemId, { before, now }: ComparedRuns): readonly CompareObstacle[] {
  const why: CompareObstacle[] = [];
  if (before.source.site !== now.source.site) why.push("other-site");
  if (isOtherOrganization(before, now)) why.push("other-organization");
  if (id === "cspm-findings" && before.privacy.pseudonymKeyId !== now.privacy.pseudonymKeyId) {
    why.push("other-pseudonym-key");
  }
  // Every level keeps ids, states and digests; only texts of signals depend on the level.
  if (id === "security-signals" && before.privacy.level !== now.privacy.level) why.push("other-privacy");
  // Version 2 of the rules brought more into the digest of a definition.
  if (id === "compliance-monitors" && before.rules !== now.rules) why.push("other-rules");
  return why;
}

/** Compares Datadog's own id if both have it, else the declared name if both have one. */
function isOtherOrganization({ source: before }: Evidence, { source: now }: Evidence): boolean {
  if (before.organizationId !== null && now.organizationId !== null) {
    return before.organizationId !== now.organizationId;
  }
  return (
    before.organization !== null && now.organization !== null && before.organization !== now.organization
  );
}

/** The query of an item, without window and pages. */
function queryOf({ id, collection }: Item): JsonMember | undefined {
  const listing = collection.requests.find(({ path }) => path === LISTING_PATHS[id]);
  return listing === undefined ? undefined : LIST_QUERIES[id](listing);
}

type JsonMember = Request["body"][string];

/** The place of the query in the request of each list. */
const LIST_QUERIES: Readonly<Record<ItemId, (listing: Request) => JsonMember | undefined>> = {
  "security-signals": ({ body }) => memberOf(body["filter"], "query"),
  "compliance-monitors": ({ query }) => query["monitor_tags"],
  "cspm-findings": ({ body }) => memberOf(memberOf(body["data"], "attributes"), "filter"),
};

function memberOf(value: JsonMember | undefined, name: string): JsonMember | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

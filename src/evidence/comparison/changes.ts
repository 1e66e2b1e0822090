import { sha256 } from "../digest.ts";
import { isSameJson } from "../equal.ts";
import type { AnyRecord, Evidence, ItemId } from "../schema.ts";
import { CHANGE_KINDS, mapRows, type ChangeKind } from "./change-kinds.ts";
import { itemsOf, type ComparedRuns } from "./comparability.ts";
import { compareItems, type ItemComparison } from "./compare-items.ts";
import type { RecordPairs } from "./pair-records.ts";
import { listedPolicyChanges } from "./policy-changes.ts";
import { COMPARISON_RULES, LONGEST_ID, MOST_IDS, type Changes, type ItemChanges } from "./schema.ts";

/** The evidence of a run and the digest of its `evidence.json`. */
interface EarlierRun {
  readonly evidence: Evidence;
  readonly sha256: string;
}

/** The changes that follow from the evidence of two runs; those of their policies are apart. */
type EvidenceChanges = Omit<Changes, "policy">;

/** The changes since the run before, without those of the policy. They depend only on the evidence of both. */
export function deriveChanges(before: EarlierRun, now: Evidence): EvidenceChanges {
  const runs = { before: before.evidence, now };
  const [one, other] = [toolsOf(before.evidence), toolsOf(now)];
  return {
    comparedWith: before.sha256,
    rules: COMPARISON_RULES,
    items: compareItems(runs).map(summarizeItem),
    nowSkipped: nowSkipped(runs),
    versions: (["collector", "mapping", "rules"] as const).flatMap((what) =>
      one[what] === other[what] ? [] : [{ what, before: one[what], now: other[what] }],
    ),
  };
}

/** The first change in the statement that does not follow from the evidence, as a sentence; null if all do. */
export function findChangesProblem(
  said: EvidenceChanges | null,
  before: EarlierRun,
  now: Evidence,
): string | null {
  if (said === null) return "the statement has no changes, although there is a run before to compare with";
  if (said.comparedWith !== before.sha256) {
    return `the statement has changes since evidence ${said.comparedWith}, but the run before has ${before.sha256}`;
  }
  // Changes that were derived by other rules cannot be derived again.
  if (said.rules !== COMPARISON_RULES) return null;
  const derived = deriveChanges(before, now);
  const wrong = itemsOf({ before: before.evidence, now }).find(
    (id) => !isSameJson(changesOfItem(said, id), changesOfItem(derived, id)),
  );
  if (wrong !== undefined) return `the statement has other changes of ${wrong} than the two runs give`;
  return isSameJson(said, derived)
    ? null
    : "the statement has other changes of items or versions than the two runs give";
}

function changesOfItem({ items }: EvidenceChanges, id: ItemId): ItemChanges | null {
  return items.find((item) => item.id === id) ?? null;
}

/** One kind of change in the statement: its row of the table, and the records that it lists. */
export interface ListedChange {
  readonly name: string;
  readonly kind: Omit<ChangeKind<never, AnyRecord>, "find">;
  /** Null where nothing can be claimed. */
  readonly list: { readonly count: number; readonly ids: readonly (string | number)[] } | null;
}

/** The kinds of change of an item in the statement, including empty ones. */
export function listedChanges({ id, changes }: ItemChanges): readonly ListedChange[] {
  if (changes === null) return [];
  const kinds: Readonly<Record<string, ListedChange["kind"]>> = CHANGE_KINDS[id];
  const { hints: _, ...lists } = { hints: [], ...changes };
  return Object.entries<ListedChange["list"]>(lists).flatMap(([name, list]) => {
    const kind = kinds[name];
    return kind === undefined ? [] : [{ name, kind, list }];
  });
}

/** A change that a person should review. */
export interface NotableChange {
  readonly item: ItemId | "policy";
  /** As the statement names it, such as `redefined`. */
  readonly what: string;
  /** Null where there is none to count. */
  readonly count: number | null;
  /** Which expectations or waivers, where the policy changed. */
  readonly ids?: readonly string[];
}

/**
 * The changes since the run before that a person should review: a policy that asks less, records that are gone or
 * muted, items no longer collected.
 */
export function notableChangesIn(changes: Changes | null): readonly NotableChange[] {
  if (changes === null) return [];
  const loosened = listedPolicyChanges(changes.policy).flatMap(({ name, isLoosening, ids }) =>
    isLoosening ? [{ item: "policy" as const, what: name, count: ids.length, ids }] : [],
  );
  const skipped = changes.nowSkipped.map(({ id, now }) => ({ item: id, what: `now-${now}`, count: null }));
  const records = changes.items.flatMap((item) =>
    listedChanges(item).flatMap(({ name, kind, list }) =>
      kind.review === undefined || list === null || list.count === 0
        ? []
        : [{ item: item.id, what: name, count: list.count }],
    ),
  );
  return [...loosened, ...skipped, ...records];
}

/** Counts and the first ids in place of records. */
function summarizeItem({ comparable, why, ...item }: ItemComparison): ItemChanges {
  const how = { comparable, why: [...why] };
  if (item.id === "security-signals") {
    return { id: item.id, ...how, changes: item.found && mapRows(item.found.kinds, listTextIds) };
  }
  if (item.id === "compliance-monitors") {
    return { id: item.id, ...how, changes: item.found && mapRows(item.found.kinds, listIds) };
  }
  if (item.found === null) return { id: item.id, ...how, changes: null };
  const { vanished, unresolved, ...lists } = mapRows(item.found.kinds, listTextIds);
  return { id: item.id, ...how, changes: { vanished, unresolved, hints: [...item.found.hints], ...lists } };
}

function listIds<Id>(pairs: RecordPairs<{ readonly id: Id }>): { count: number; ids: Id[] } | null {
  if (pairs === null) return null;
  const ids = pairs
    .slice(0, MOST_IDS)
    .flatMap(({ before, now }): Id | readonly Id[] => before?.id ?? now?.id ?? []);
  return { count: pairs.length, ids };
}

function listTextIds(pairs: RecordPairs<{ readonly id: string }>) {
  const list = listIds(pairs);
  return (
    list && { ...list, ids: list.ids.map((id) => (id.length > LONGEST_ID ? `sha256:${sha256(id)}` : id)) }
  );
}

function nowSkipped({ before, now }: ComparedRuns): Changes["nowSkipped"] {
  return before.items.flatMap(({ id, collection: { status: was } }) => {
    const status = now.items.find((item) => item.id === id)?.collection.status ?? "absent";
    if (was !== "complete" && was !== "partial") return [];
    return status === "complete" || status === "partial" ? [] : [{ id, was, now: status }];
  });
}

function toolsOf({ collector, mapping, rules }: Evidence) {
  return {
    collector: `${shortVersion(collector.version)} sha256:${collector.sha256}`,
    mapping: `${shortVersion(mapping.version)} sha256:${mapping.sha256}`,
    rules: String(rules),
  };
}

function shortVersion(version: string): string {
  return version.slice(0, 64);
}

import { sha256 } from "../digest.ts";
import { COMPARING, LONGEST_ID, MOST_IDS } from "./schema.ts";
import type { Changes, ItemChanges } from "./schema.ts";
import { itemsOf } from "./comparability.ts";
import type { Runs } from "./comparability.ts";
import type { Pair } from "./compare-records.ts";
import { comparisonOf } from "./compare-items.ts";
import type { ItemComparison } from "./compare-items.ts";
import { isSame } from "../equal.ts";
import type { Evidence, ItemId } from "../schema.ts";

/** The evidence of a run and the digest of its `evidence.json`. */
interface Earlier {
  readonly evidence: Evidence;
  readonly sha256: string;
}

/** What changed since the run before: a function of the evidence of both and of nothing else. */
export function changesBetween(before: Earlier, now: Evidence): Changes {
  const runs = { before: before.evidence, now };
  return {
    comparedWith: before.sha256,
    rules: COMPARING,
    items: comparisonOf(runs).map(inBrief),
    nowSkipped: nowSkipped(runs),
    versions: versions(runs),
  };
}

/** What the statement says that does not follow from the evidence, as a sentence; null when all of it does. */
export function changesAgainst(said: Changes | null, before: Earlier, now: Evidence): string | null {
  if (said === null) return "the statement tells no changes, although there is a run before to compare with";
  if (said.comparedWith !== before.sha256) {
    return `the statement tells changes since evidence ${said.comparedWith}, but the run before has ${before.sha256}`;
  }
  // What was derived by other rules cannot be derived again.
  if (said.rules !== COMPARING) return null;
  const derived = changesBetween(before, now);
  const wrong = itemsOf({ before: before.evidence, now }).find(
    (id) => !isSame(itemOf(said, id), itemOf(derived, id)),
  );
  if (wrong !== undefined) return `the statement tells other changes of ${wrong} than the two runs give`;
  return isSame(said, derived)
    ? null
    : "the statement tells other changes of items or versions than the two runs give";
}

function itemOf({ items }: Changes, id: ItemId): ItemChanges | null {
  return items.find((item) => item.id === id) ?? null;
}

/** The same with counts, and the first ids, in place of records. */
function inBrief({ comparable, why: reasons, ...item }: ItemComparison): ItemChanges {
  const how = { comparable, why: [...reasons] };
  if (item.id === "security-signals") {
    const { id, found } = item;
    return {
      id,
      ...how,
      changes: found && {
        vanished: texts(found.vanished),
        altered: texts(found.altered),
        retriaged: texts(found.retriaged),
        late: texts(found.late),
        new: texts(found.new),
        left: texts(found.left),
      },
    };
  }
  if (item.id === "compliance-monitors") {
    const { id, found } = item;
    return {
      id,
      ...how,
      changes: found && {
        gone: listed(found.gone),
        new: listed(found.new),
        muted: listed(found.muted),
        unmuted: listed(found.unmuted),
        redefined: listed(found.redefined),
        failing: listed(found.failing),
        passing: listed(found.passing),
        notEvaluated: listed(found.notEvaluated),
      },
    };
  }
  const { id, found } = item;
  return {
    id,
    ...how,
    changes: found && {
      vanished: texts(found.pairs.vanished),
      unresolved: texts(found.pairs.unresolved),
      hints: [...found.hints],
      new: texts(found.pairs.new),
      muted: texts(found.pairs.muted),
      unmuted: texts(found.pairs.unmuted),
      regraded: texts(found.pairs.regraded),
    },
  };
}

function listed<Id>(pairs: readonly Pair<{ readonly id: Id }>[] | null): { count: number; ids: Id[] } | null {
  if (pairs === null) return null;
  const ids = pairs.flatMap(({ before, now }) => before?.id ?? now?.id ?? []);
  return { count: ids.length, ids: ids.slice(0, MOST_IDS) };
}

function texts(pairs: readonly Pair<{ readonly id: string }>[] | null) {
  const list = listed(pairs);
  return list && { ...list, ids: list.ids.map(bounded) };
}

function bounded(id: string): string {
  return id.length > LONGEST_ID ? `sha256:${sha256(id)}` : id;
}

function nowSkipped({ before, now }: Runs): Changes["nowSkipped"] {
  return before.items.flatMap(({ id, collection: { status: was } }) => {
    const status = now.items.find((item) => item.id === id)?.collection.status ?? "absent";
    if (was !== "complete" && was !== "partial") return [];
    return status === "complete" || status === "partial" ? [] : [{ id, was, now: status }];
  });
}

function versions({ before, now }: Runs): Changes["versions"] {
  const [one, other] = [madeWith(before), madeWith(now)];
  return (["collector", "mapping", "rules"] as const).flatMap((what) =>
    one[what] === other[what] ? [] : [{ what, before: one[what], now: other[what] }],
  );
}

function madeWith({ collector, mapping, rules }: Evidence) {
  return {
    collector: `${short(collector.version)} sha256:${collector.sha256}`,
    mapping: `${short(mapping.version)} sha256:${mapping.sha256}`,
    rules: String(rules),
  };
}

function short(version: string): string {
  return version.slice(0, 64);
}

import type { Statement } from "../bundle/statement.ts";
import { CHANGE_KINDS } from "../evidence/comparison/change-kinds.ts";
import { listedChanges, type ListedChange, type NotableChange } from "../evidence/comparison/changes.ts";
import type { CompareObstacle } from "../evidence/comparison/comparability.ts";
import { listedPolicyChanges, policyChangeWords } from "../evidence/comparison/policy-changes.ts";
import type { Changes, ItemChanges } from "../evidence/comparison/schema.ts";
import type { Evidence, ItemId } from "../evidence/schema.ts";
import { recordName, recordsById } from "./record-names.ts";
import { ITEM_NAMES, list } from "./words.ts";
import { logLine } from "./render/sanitize.ts";

/** What changed since the run before, or why nothing was compared. */
export type ChangeSince = { readonly changes: Changes } | { readonly notCompared: string };

/** What a statement says about the run before; null is an unsigned run. */
export function changeSinceLastRun(statement: Statement | null): ChangeSince {
  if (statement === null) return { notCompared: "not signed, so nothing was compared" };
  const { sequence, previous, restart, changes } = statement.predicate;
  if (changes !== null) return { changes };
  if (sequence === null) return { notCompared: "not chained, so there is no earlier run to compare with" };
  if (restart !== null)
    return { notCompared: `the chain was restarted, so nothing was compared: ${restart.message}` };
  return {
    notCompared:
      previous === null
        ? "first run: nothing to compare with"
        : "the run before has no evidence to compare with, or another key signed it",
  };
}

const HINT_WORDS = {
  "fewer-covered": "less is covered than before",
  "rule-gone": "all findings of a rule disappeared at once",
  "resource-gone": "all findings of a resource disappeared at once",
} as const;

const OBSTACLES: Readonly<Record<CompareObstacle, string>> = {
  "absent-before": "the run before did not request it",
  "absent-now": "this run did not request it",
  "lost-before": "the run before did not obtain it",
  "lost-now": "this run did not obtain it",
  "partial-before": "the run before has only part of it",
  "partial-now": "this run has only part of it",
  "other-site": "the run before used another site",
  "other-organization": "the run before used another organisation",
  "other-query": "the run before used another query",
  "other-pseudonym-key": "the run before used another pseudonym key",
  "other-privacy": "the run before kept other fields",
  "other-rules": "the run before was collected by other rules",
};

/** The kinds of change that occurred, and those of which nothing is known. */
export function nonEmptyChanges(item: ItemChanges): readonly ListedChange[] {
  return listedChanges(item).filter((change) => change.list === null || change.list.count > 0);
}

/** What a change that a person should review means, in the words of a report over a period. */
export function reviewInWords({ item, what }: Pick<NotableChange, "item" | "what">): string {
  if (item === "policy") return policyChangeWords(what);
  const kinds: Readonly<Record<string, ListedChange["kind"]>> = CHANGE_KINDS[item];
  return kinds[what]?.review ?? what.replaceAll("-", " ");
}

/** Why the item is comparable only in part or not at all, as a phrase; empty where it is comparable. */
export function obstaclesOf({ why }: { why: readonly CompareObstacle[] }): string {
  return list(why.map((each) => OBSTACLES[each]));
}

/** Why findings are probably gone without having been resolved; empty where there is no such reason. */
export function hintsOf(item: ItemChanges): string {
  return item.id === "cspm-findings" ? list((item.changes?.hints ?? []).map((hint) => HINT_WORDS[hint])) : "";
}

/** The changes of an item as one phrase. */
export function changesInWords(since: ChangeSince, id: ItemId): string {
  if ("notCompared" in since) return since.notCompared;
  const item = since.changes.items.find((each) => each.id === id);
  if (item === undefined) return "not compared";
  const why = obstaclesOf(item);
  if (item.comparable === "no") return `not comparable: ${why}`;
  const changes = nonEmptyChanges(item);
  const known = changes.flatMap((change) =>
    change.list === null ? [] : [`${change.list.count} ${change.kind.words}`],
  );
  const unknown = changes.flatMap((change) => (change.list === null ? [change.kind.words] : []));
  const phrases = [
    ...(unknown.length === 0 ? [] : [`${unknown.join(" and ")}: not known`]),
    known.length > 0 ? known.join(", ") : `${unknown.length === 0 ? "" : "else "}no change`,
  ];
  return `${phrases.join("; ")}${why === "" ? "" : ` (${why})`}`;
}

/** How the policy changed, items that are no longer collected, and versions that changed, a sentence each. */
export function remarksOn({
  nowSkipped,
  versions,
  policy,
}: Pick<Changes, "nowSkipped" | "versions" | "policy">): readonly string[] {
  return [
    ...listedPolicyChanges(policy).map(({ words, ids }) => `policy: ${words}: ${ids.join(", ")}`),
    ...nowSkipped.map(({ id, was, now }) => {
      const state = now === "absent" ? "not requested" : now;
      return `the ${ITEM_NAMES[id]} were ${was} in the run before and are ${state} now`;
    }),
    ...versions.map(({ what, before, now }) => `${VERSIONS[what]} from ${before} to ${now}`),
  ];
}

const VERSIONS = {
  collector: "the collector changed",
  mapping: "the control mapping changed",
  rules: "the version of the rules changed",
} as const;

/** The names of the records with these ids, by id; records that this run does not have are left out. */
export function namesIn(
  evidence: Evidence,
  { id }: ItemChanges,
  ids: readonly (string | number)[],
): ReadonlyMap<string | number, string> {
  const records = recordsById(evidence, { item: id, ids }).values();
  return new Map(records.map((record) => [record.id, recordName(record)]));
}

/** The changes of a run for a log, a line each. */
export function changeLines(since: ChangeSince): readonly string[] {
  if ("notCompared" in since) return [logLine(since.notCompared)];
  return [
    ...since.changes.items.map(({ id }) => `${ITEM_NAMES[id]}: ${changesInWords(since, id)}`),
    ...remarksOn(since.changes),
  ].map(logLine);
}

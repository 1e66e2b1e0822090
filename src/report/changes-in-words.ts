import type { Statement } from "../bundle/statement.ts";
import type {
  Changes,
  FindingChanges,
  ItemChanges,
  MonitorChanges,
  Obstacle,
  SignalChanges,
} from "../evidence/comparison/schema.ts";
import type { Records } from "../evidence/records.ts";
import type { Evidence, ItemId } from "../evidence/schema.ts";
import { findingName, monitorName, signalName } from "./record-order.ts";
import { ITEM_NAMES, list } from "./words.ts";
import { logLine } from "./render/sanitize.ts";

/** What changed since the run before, or why nothing can be said of it. */
export type Since = { readonly changes: Changes } | { readonly nothing: string };

/** What a statement tells of the run before; null is an unsigned run. */
export function sinceLastRun(statement: Statement | null): Since {
  if (statement === null) return { nothing: "not signed, so nothing was compared" };
  const { sequence, previous, restart, changes } = statement.predicate;
  if (changes !== null) return { changes };
  if (sequence === null) return { nothing: "not chained, so there is no run before to compare with" };
  if (restart !== null)
    return { nothing: `the chain begins anew, so nothing was compared: ${restart.message}` };
  return {
    nothing:
      previous === null
        ? "first run: nothing to compare with"
        : "the run before left no evidence to compare with",
  };
}

type Lists<Kind extends ItemChanges> = Exclude<keyof NonNullable<Kind["changes"]>, "hints">;

const SIGNAL_WORDS: Readonly<Record<Lists<SignalChanges>, string>> = {
  vanished: "vanished",
  altered: "altered",
  retriaged: "triaged anew",
  late: "come late",
  new: "new",
  left: "left the window",
};
const MONITOR_WORDS: Readonly<Record<Lists<MonitorChanges>, string>> = {
  gone: "gone",
  new: "new",
  muted: "newly muted",
  unmuted: "no longer muted",
  redefined: "redefined",
  failing: "now failing",
  passing: "now passing",
  notEvaluated: "now not evaluated",
};
const FINDING_WORDS: Readonly<Record<Lists<FindingChanges>, string>> = {
  vanished: "no longer listed",
  unresolved: "of these likely not resolved",
  new: "new",
  muted: "newly muted",
  unmuted: "no longer muted",
  regraded: "of another severity",
};

const HINT_WORDS = {
  "fewer-covered": "less is covered than before",
  "rule-gone": "all findings of a rule went at once",
  "resource-gone": "all findings of a resource went at once",
} as const;

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  "absent-before": "the run before did not ask for it",
  "absent-now": "this run did not ask for it",
  "lost-before": "the run before did not obtain it",
  "lost-now": "this run did not obtain it",
  "partial-before": "the run before has only a part",
  "partial-now": "this run has only a part",
  "other-site": "the run before asked another site",
  "other-organization": "the run before asked another organisation",
  "other-query": "the run before asked for something else",
  "other-pseudonym-key": "the run before used another pseudonym key",
  "other-privacy": "the run before kept other fields",
};

/** One kind of change of an item. */
export interface Change {
  readonly words: string;
  /** Null where it is not known. */
  readonly count: number | null;
  readonly ids: readonly (string | number)[];
}

/** The kinds of change that there are, and those of which nothing is known. */
export function changesOf(item: ItemChanges): readonly Change[] {
  if (item.changes === null) return [];
  if (item.id === "security-signals") return inWords(SIGNAL_WORDS, item.changes);
  if (item.id === "compliance-monitors") return inWords(MONITOR_WORDS, item.changes);
  return inWords(FINDING_WORDS, item.changes);
}

function inWords<Name extends string>(
  words: Readonly<Record<Name, string>>,
  lists: Readonly<Record<Name, (Pick<Change, "ids"> & { readonly count: number }) | null>>,
): readonly Change[] {
  return namesOf(words).flatMap((name): readonly Change[] => {
    const found = lists[name];
    if (found === null) return [{ words: words[name], count: null, ids: [] }];
    return found.count === 0 ? [] : [{ words: words[name], count: found.count, ids: found.ids }];
  });
}

function namesOf<Name extends string>(words: Readonly<Record<Name, string>>): readonly Name[] {
  const isName = (name: string): name is Name => Object.hasOwn(words, name);
  return Object.keys(words).filter(isName);
}

/** What happens every day and asks for nobody, so that its records are not named. */
export function isNormal({ words }: Change): boolean {
  return words === SIGNAL_WORDS.retriaged || words === SIGNAL_WORDS.left || words === MONITOR_WORDS.passing;
}

/** Why the item is comparable only in part or not at all, as a phrase; empty where it is comparable. */
export function obstaclesOf({ why }: { readonly why: readonly Obstacle[] }): string {
  return list(why.map((each) => OBSTACLES[each]));
}

/** What makes it likely that findings went without having been resolved; empty where nothing does. */
export function hintsOf(item: ItemChanges): string {
  return item.id === "cspm-findings" ? list((item.changes?.hints ?? []).map((hint) => HINT_WORDS[hint])) : "";
}

/** The changes of an item as one phrase. */
export function changesInWords(since: Since, id: ItemId): string {
  if ("nothing" in since) return since.nothing;
  const item = since.changes.items.find((each) => each.id === id);
  if (item === undefined) return "not compared";
  const why = obstaclesOf(item);
  if (item.comparable === "no") return `not comparable: ${why}`;
  const changes = changesOf(item);
  const known = changes.flatMap(({ count, words }) => (count === null ? [] : [`${count} ${words}`]));
  const unknown = changes.flatMap(({ count, words }) => (count === null ? [words] : []));
  const phrases = [
    ...(unknown.length === 0 ? [] : [`${unknown.join(" and ")}: not known`]),
    known.length > 0 ? known.join(", ") : `${unknown.length === 0 ? "" : "else "}no change`,
  ];
  return `${phrases.join("; ")}${why === "" ? "" : ` (${why})`}`;
}

/** What is no longer there, or made with something else, a sentence each. */
export function remarksOn({
  nowSkipped,
  versions,
}: Pick<Changes, "nowSkipped" | "versions">): readonly string[] {
  return [
    ...nowSkipped.map(({ id, was, now }) => {
      const state = now === "absent" ? "not asked for" : now;
      return `the ${ITEM_NAMES[id]} were ${was} in the run before and are ${state} now`;
    }),
    ...versions.map(({ what, before, now }) => `${VERSIONS[what]}: ${before} before, ${now} now`),
  ];
}

const VERSIONS = {
  collector: "another collector",
  mapping: "another control mapping",
  rules: "another version of the rules",
} as const;

/** What the records of these ids are called, by id; without those that this run does not have. */
export function namesIn(
  { items }: Evidence,
  { id: of }: ItemChanges,
  ids: readonly (string | number)[],
): ReadonlyMap<string | number, string> {
  const item = items.find(({ id }) => id === of);
  if (item === undefined || ids.length === 0) return new Map();
  if (item.id === "security-signals") return named(item.records, ids, signalName);
  if (item.id === "compliance-monitors") return named(item.records, ids, monitorName);
  return named(item.records, ids, findingName);
}

function named<Kept extends { readonly id: string | number }>(
  records: Records<Kept>,
  ids: readonly (string | number)[],
  nameOf: (record: Kept) => string,
): ReadonlyMap<string | number, string> {
  const wanted = new Set(ids);
  const found = records.values().filter(({ id }) => wanted.has(id));
  return new Map(found.map((record) => [record.id, nameOf(record)]));
}

/** The same for a log, a line each. */
export function sinceLines(since: Since): readonly string[] {
  if ("nothing" in since) return [logLine(since.nothing)];
  return [
    ...since.changes.items.map(({ id }) => `${ITEM_NAMES[id]}: ${changesInWords(since, id)}`),
    ...remarksOn(since.changes),
  ].map(logLine);
}

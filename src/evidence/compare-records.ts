import { canonical, inOrder } from "./canonical.ts";
import type { Sides } from "./comparability.ts";
import type {
  FindingRecord,
  FindingsItem,
  MonitorRecord,
  MonitorsItem,
  SignalRecord,
  SignalsItem,
  Window,
} from "./schema.ts";
import { hinting, HINTS } from "./unresolved.ts";

/** A record on both sides; null where it is not. */
export interface Pair<Kept> {
  readonly before: Kept | null;
  readonly now: Kept | null;
}

/** Null where nothing can be claimed. */
type Pairs<Kept> = readonly Pair<Kept>[] | null;

/** A record that both runs list. */
interface Both<Kept> {
  readonly before: Kept;
  readonly now: Kept;
}

/** What became of the signals, and all that both runs list: in a window that moves, only their triage may change. */
export function signalPairs(sides: Sides<SignalsItem>, isSamePrivacy: boolean) {
  const { both, gone, come } = matched(sides);
  const { before, now } = sides;
  return {
    both,
    vanished: claimed(
      now,
      gone.filter((pair) => lies(pair.before, now.window)),
    ),
    altered: both.filter((pair) => isAltered(pair, isSamePrivacy)),
    retriaged: both.filter((pair) => canonical(pair.before.triage) !== canonical(pair.now.triage)),
    late: claimed(
      before,
      come.filter((pair) => lies(pair.now, before.window)),
    ),
    new: come.filter((pair) => !lies(pair.now, before.window)),
    left: gone.filter((pair) => !lies(pair.before, now.window)),
  } satisfies Record<string, Pairs<SignalRecord>>;
}

/** What became of the monitors. */
export function monitorPairs(sides: Sides<MonitorsItem>) {
  const { both, gone, come } = matched(sides);
  const turned = (verdict: MonitorRecord["verdict"]): Pairs<MonitorRecord> =>
    both.filter((pair) => pair.now.verdict === verdict && pair.before.verdict !== verdict);
  return {
    both,
    gone: claimed(sides.now, gone),
    new: claimed(sides.before, come),
    muted: both.filter(isMuted),
    unmuted: both.filter(isUnmuted),
    redefined: both.filter((pair) => pair.before.definitionSha256 !== pair.now.definitionSha256),
    failing: turned("failing"),
    passing: turned("passing"),
    notEvaluated: turned("notEvaluated"),
  } satisfies Record<string, Pairs<MonitorRecord>>;
}

/** What became of the findings; `hints` say what makes the unresolved ones likely. */
export function findingPairs(sides: Sides<FindingsItem>) {
  const { both, gone, come } = matched(sides);
  const hintsOf = hinting(sides);
  const hints = new Map(gone.map((pair) => [pair, hintsOf(pair.before)]));
  const pairs = {
    both,
    vanished: claimed(sides.now, gone),
    unresolved: claimed(
      sides.now,
      gone.filter((pair) => hints.get(pair)?.length),
    ),
    new: claimed(sides.before, come),
    muted: both.filter(isMuted),
    unmuted: both.filter(isUnmuted),
    regraded: both.filter((pair) => pair.before.severity !== pair.now.severity),
  } satisfies Record<string, Pairs<FindingRecord>>;
  const found = new Set(pairs.vanished === null ? [] : [...hints.values()].flat());
  return { pairs, hints: HINTS.filter((hint) => found.has(hint)) };
}

interface Kind<Kept> {
  readonly collection: SignalsItem["collection"];
  readonly records: Iterable<Kept>;
}

/** The records of both sides by their id, in the order of the file. */
function matched<Kept extends { readonly id: string | number; readonly timestamp?: string }>(sides: {
  readonly before: Kind<Kept>;
  readonly now: Kind<Kept>;
}) {
  const [before, now] = [inOrder(sides.before.records), inOrder(sides.now.records)];
  const earlier = new Map(before.map((record) => [record.id, record]));
  const later = new Map(now.map((record) => [record.id, record]));
  const both: Both<Kept>[] = [];
  const gone: { readonly before: Kept; readonly now: null }[] = [];
  for (const record of earlier.values()) {
    const again = later.get(record.id);
    if (again === undefined) gone.push({ before: record, now: null });
    else both.push({ before: record, now: again });
  }
  const come = [...later.values()].flatMap((record) =>
    earlier.has(record.id) ? [] : [{ before: null, now: record }],
  );
  return { both, gone, come };
}

/** That something is not there can be said only of a list that is complete. */
function claimed<Kept>({ collection }: Kind<unknown>, pairs: readonly Pair<Kept>[]): Pairs<Kept> {
  return collection.status === "complete" ? pairs : null;
}

/** Not on the edge: whether the source counts it in is not ours to say. */
function lies({ timestamp }: SignalRecord, window: Window | null): boolean {
  const at = Date.parse(timestamp);
  return window !== null && at > Date.parse(window.from) && at < Date.parse(window.to);
}

/** A signal that goes on is seen later and gathers tags; nothing else of it may change but its triage. */
function isAltered({ before, now }: Both<SignalRecord>, isSamePrivacy: boolean): boolean {
  if (canonical(fixedOf(before)) !== canonical(fixedOf(now))) return true;
  if (before.lastSeen !== null && (now.lastSeen === null || isEarlier(now.lastSeen, before.lastSeen))) {
    return true;
  }
  if (!isSamePrivacy) return false;
  return (
    before.title !== now.title ||
    before.rule?.name !== now.rule?.name ||
    before.tags.some((tag) => !now.tags.includes(tag))
  );
}

/** Instants, however they are written. */
function fixedOf({ timestamp, severity, rule, firstSeen }: SignalRecord) {
  return {
    at: Date.parse(timestamp),
    severity,
    rule: rule?.id ?? null,
    type: rule?.type ?? null,
    firstSeen: firstSeen === null ? null : Date.parse(firstSeen),
  };
}

function isEarlier(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}

function isMuted({ before, now }: Both<{ readonly muted: boolean }>): boolean {
  return now.muted && !before.muted;
}

function isUnmuted({ before, now }: Both<{ readonly muted: boolean }>): boolean {
  return before.muted && !now.muted;
}

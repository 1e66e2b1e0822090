import { inOrder } from "../files/canonical.ts";
import type { Sides } from "./comparability.ts";
import { isSame } from "../equal.ts";
import type {
  FindingRecord,
  FindingsItem,
  MonitorRecord,
  MonitorsItem,
  SignalRecord,
  SignalsItem,
  Window,
} from "../schema.ts";
import { hinting } from "./unresolved.ts";
import { HINTS } from "./schema.ts";

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
  const [isBefore, isNow] = [inside(before.window), inside(now.window)];
  return {
    both,
    vanished: claimed(
      now,
      gone.filter((pair) => isNow(pair.before)),
    ),
    altered: both.filter((pair) => isAltered(pair, isSamePrivacy)),
    retriaged: both.filter((pair) => !isSame(pair.before.triage, pair.now.triage)),
    late: claimed(
      before,
      come.filter((pair) => isBefore(pair.now)),
    ),
    new: come.filter((pair) => !isBefore(pair.now)),
    left: gone.filter((pair) => !isNow(pair.before)),
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
  // Where nothing is gone, as from most runs to the next, there is nothing to hint at.
  const hintsOf = gone.length === 0 ? () => [] : hinting(sides);
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

/** Tells what lies in the window, not on its edge: whether the source counts that in is not ours to say. */
function inside(window: Window | null): (signal: SignalRecord) => boolean {
  if (window === null) return () => false;
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return ({ timestamp }) => {
    const at = Date.parse(timestamp);
    return at > from && at < to;
  };
}

/** A signal that goes on is seen later and gathers tags; nothing else of it may change but its triage. */
function isAltered({ before, now }: Both<SignalRecord>, isSamePrivacy: boolean): boolean {
  if (!isFixed(before, now)) return true;
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

/** Whether what never changes of a signal is the same. */
function isFixed(before: SignalRecord, now: SignalRecord): boolean {
  return (
    before.severity === now.severity &&
    before.rule?.id === now.rule?.id &&
    (before.rule?.type ?? null) === (now.rule?.type ?? null) &&
    isSameInstant(before.timestamp, now.timestamp) &&
    isSameInstant(before.firstSeen, now.firstSeen)
  );
}

/** However they are written; what is no instant is the same as none. */
function isSameInstant(one: string | null, other: string | null): boolean {
  return one === other || instantOf(one) === instantOf(other);
}

function instantOf(text: string | null): number | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function isEarlier(one: string, other: string): boolean {
  return one !== other && Date.parse(one) < Date.parse(other);
}

function isMuted({ before, now }: Both<{ readonly muted: boolean }>): boolean {
  return now.muted && !before.muted;
}

function isUnmuted({ before, now }: Both<{ readonly muted: boolean }>): boolean {
  return before.muted && !now.muted;
}

import { parseInstant } from "../../platform/time.ts";
import { isSameJson } from "../equal.ts";
import type {
  FindingRecord,
  FindingsItem,
  MonitorRecord,
  MonitorsItem,
  SignalRecord,
  SignalsItem,
} from "../schema.ts";
import { claimAbsence, insideWindow, outsideWindow } from "./pair-records.ts";
import type { PairedRecords, RecordInBoth, RecordPairs } from "./pair-records.ts";
import type { UnresolvedHint } from "./unresolved.ts";

/**
 * One kind of change of an item's records. The key of its row is its name, which is signed and never
 * changes. The statement's schema, the comparison, the review and the words of reports come from the row.
 */
export interface ChangeKind<Paired, Kept> {
  /** What reports say after the number of records. */
  readonly words: string;
  /** What reports of a period say; only kinds that a person should review have it. */
  readonly review?: string;
  /** Happens every day, so reports give the number of records and do not name them. */
  readonly isRoutine?: true;
  /** The records that changed in this way; null where nothing can be claimed. */
  readonly find: (paired: Paired) => RecordPairs<Kept>;
}

export type PairedSignals = PairedRecords<SignalRecord, SignalsItem>;
export type PairedMonitors = PairedRecords<MonitorRecord, MonitorsItem>;

/** Paired findings, and the hints that those that are gone are no longer checked. */
export interface PairedFindings extends PairedRecords<FindingRecord, FindingsItem> {
  readonly hints: ReadonlyMap<FindingRecord, readonly UnresolvedHint[]>;
}

/** In a window that moves, only the triage of a signal may change. */
export const SIGNAL_CHANGES = {
  vanished: {
    words: "vanished",
    review: "no longer listed, although inside the window",
    find: ({ now, gone }) => claimAbsence(now, gone.filter(insideWindow(now.window))),
  },
  altered: {
    words: "with changed content",
    review: "content changed, other than the triage",
    find: ({ both, why }) => both.filter((pair) => isAltered(pair, !why.includes("other-privacy"))),
  },
  retriaged: {
    words: "with changed triage",
    isRoutine: true,
    find: ({ both }) => both.filter(({ before, now }) => !isSameJson(before.triage, now.triage)),
  },
  /** Inside the window of the run before, which did not list it. */
  late: {
    words: "listed late",
    find: ({ before, added }) => claimAbsence(before, added.filter(insideWindow(before.window))),
  },
  new: { words: "new", find: ({ before, added }) => added.filter(outsideWindow(before.window)) },
  /** Now older than the window. */
  left: {
    words: "aged out",
    isRoutine: true,
    find: ({ now, gone }) => gone.filter(outsideWindow(now.window)),
  },
} as const satisfies Record<string, ChangeKind<PairedSignals, SignalRecord>>;

export const MONITOR_CHANGES = {
  /** Untagged or deleted: the evidence cannot tell which. */
  gone: {
    words: "gone",
    review: "no longer tagged, or deleted",
    find: ({ now, gone }) => claimAbsence(now, gone),
  },
  new: { words: "new", find: ({ before, added }) => claimAbsence(before, added) },
  muted: {
    words: "newly muted",
    review: "muted",
    find: ({ both }) =>
      both.filter((pair) => {
        const { before, now } = pair;
        // A monitor that was muted in part still notified someone.
        return isNewlyMuted(pair) || (now.mutedScope === "all" && before.mutedScope === "part");
      }),
  },
  unmuted: { words: "no longer muted", find: ({ both }) => both.filter(isUnmuted) },
  redefined: {
    words: "with a changed definition",
    review: "definition changed",
    find: ({ both, why }) =>
      why.includes("other-rules")
        ? null
        : both.filter(({ before, now }) => before.definitionSha256 !== now.definitionSha256),
  },
  failing: { words: "now failing", find: turnedTo("failing") },
  passing: { words: "now passing", isRoutine: true, find: turnedTo("passing") },
  notEvaluated: { words: "now not evaluated", find: turnedTo("notEvaluated") },
} as const satisfies Record<string, ChangeKind<PairedMonitors, MonitorRecord>>;

export const FINDING_CHANGES = {
  /** No longer listed as failing: resolved, closed, or no longer checked. */
  vanished: { words: "no longer listed", find: ({ now, gone }) => claimAbsence(now, gone) },
  /** Of the vanished, those that are more likely no longer checked than resolved. */
  unresolved: {
    words: "of these likely not resolved",
    review: "no longer listed, probably not resolved",
    find: ({ now, gone, hints }) =>
      claimAbsence(
        now,
        gone.filter(({ before }) => hints.get(before)?.length),
      ),
  },
  new: { words: "new", find: ({ before, added }) => claimAbsence(before, added) },
  muted: { words: "newly muted", review: "muted", find: ({ both }) => both.filter(isNewlyMuted) },
  unmuted: { words: "no longer muted", find: ({ both }) => both.filter(isUnmuted) },
  regraded: {
    words: "with changed severity",
    find: ({ both }) => both.filter(({ before, now }) => before.severity !== now.severity),
  },
} as const satisfies Record<string, ChangeKind<PairedFindings, FindingRecord>>;

/** The kinds of change of each item, in the order of the statement. */
export const CHANGE_KINDS = {
  "security-signals": SIGNAL_CHANGES,
  "compliance-monitors": MONITOR_CHANGES,
  "cspm-findings": FINDING_CHANGES,
} as const;

/** A table with the same names, and a value made from each row. */
export function mapRows<Name extends string, Row, Value>(
  rows: Readonly<Record<Name, Row>>,
  valueOf: (row: Row) => Value,
): Record<Name, Value> {
  const made = Object.fromEntries(
    Object.entries<Row>(rows).map(([name, row]) => [name, valueOf(row)] as const),
  );
  if (!hasNamesOf(made, rows)) throw new Error("a table lost a row");
  return made;
}

function hasNamesOf<Name extends string, Value>(
  made: Record<string, Value>,
  rows: Readonly<Record<Name, unknown>>,
): made is Record<Name, Value> {
  return Object.keys(rows).every((name) => Object.hasOwn(made, name));
}

/** A signal that continues is seen later and gets more tags. Otherwise only its triage may change. */
function isAltered({ before, now }: RecordInBoth<SignalRecord>, isSamePrivacy: boolean): boolean {
  const isFixed =
    before.severity === now.severity &&
    before.rule?.id === now.rule?.id &&
    (before.rule?.type ?? null) === (now.rule?.type ?? null) &&
    isSameTime(before.timestamp, now.timestamp) &&
    isSameTime(before.firstSeen, now.firstSeen);
  if (!isFixed) return true;
  const isSeenEarlier =
    before.lastSeen !== null &&
    (now.lastSeen === null || parseInstant(now.lastSeen) < parseInstant(before.lastSeen));
  if (isSeenEarlier) return true;
  if (!isSamePrivacy) return false;
  return (
    before.title !== now.title ||
    before.rule?.name !== now.rule?.name ||
    before.tags.some((tag) => !now.tags.includes(tag))
  );
}

/** Whether two texts are the same time. A text that is no time is the same as no other text. */
function isSameTime(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && parseInstant(one) === parseInstant(other));
}

function turnedTo(verdict: MonitorRecord["verdict"]) {
  return ({ both }: PairedMonitors): RecordPairs<MonitorRecord> =>
    both.filter(({ before, now }) => now.verdict === verdict && before.verdict !== verdict);
}

function isNewlyMuted({ before, now }: RecordInBoth<{ readonly muted: boolean }>): boolean {
  return now.muted && !before.muted;
}

function isUnmuted({ before, now }: RecordInBoth<{ readonly muted: boolean }>): boolean {
  return before.muted && !now.muted;
}

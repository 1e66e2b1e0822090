import type { FindingRecord, Item, MonitorRecord, SignalRecord } from "../evidence/schema.ts";
import { findingName, monitorName, signalName } from "./record-order.ts";
import { joinWords, name, phrase, strong, time } from "./render/phrases.ts";
import type { Phrase, Words } from "./render/phrases.ts";
import { ITEM_NAMES, reasonInWords } from "./words.ts";

/** A record that a person must review. */
export interface ToReview {
  readonly what: Words;
  readonly label: string;
  readonly link: string;
}

/** Why the item needs review as a whole, in sentences; null where it was obtained and its state is known. */
export function lossInWords(item: Item): Phrase | null {
  const { collection, result, window } = item;
  if (collection.status === "complete" && result.state !== "unknown") return null;
  const reason = collection.reason ?? result.reason;
  const what = {
    complete: `The state of the ${ITEM_NAMES[item.id]} is unknown.`,
    partial: `Only part of the ${ITEM_NAMES[item.id]} was obtained.`,
    failed: `The ${ITEM_NAMES[item.id]} were not obtained.`,
    skipped: `The ${ITEM_NAMES[item.id]} were skipped.`,
  }[collection.status];
  const isLost = window === null && (collection.status === "partial" || collection.status === "failed");
  return joinWords(
    [
      strong(what),
      ...(reason === null ? [] : [reasonInWords(reason)]),
      ...(isLost ? ["A later run cannot recover this moment."] : []),
    ],
    " ",
  );
}

/** A longer list is one that nobody starts on; the tables of the report have the rest. */
const MOST_NAMED = 20;

/**
 * The records of an item that a person must review: critical signals that are not archived, failing monitors and
 * critical findings that are not muted. The first are named, the others counted.
 */
export function recordsToReview(item: Item): {
  readonly named: readonly ToReview[];
  readonly more: number;
} {
  if (item.id === "security-signals")
    return firstOf(item.records.values().filter(isUrgentSignal), signalToReview);
  if (item.id === "compliance-monitors")
    return firstOf(item.records.values().filter(isUrgentMonitor), monitorToReview);
  return firstOf(item.records.values().filter(isUrgentFinding), findingToReview);
}

// A signal under review is not done, and a triage state that we do not know counts as open.
function isUrgentSignal({ severity, triage }: SignalRecord): boolean {
  return severity === "critical" && triage.state !== "archived";
}

function isUrgentMonitor({ verdict }: MonitorRecord): boolean {
  return verdict === "failing";
}

function isUrgentFinding({ severity, muted }: FindingRecord): boolean {
  return severity === "critical" && !muted;
}

function firstOf<R>(records: Iterable<R>, describe: (record: R) => ToReview) {
  const named: ToReview[] = [];
  let more = 0;
  for (const record of records) {
    if (named.length < MOST_NAMED) named.push(describe(record));
    else more += 1;
  }
  return { named, more };
}

function signalToReview(signal: SignalRecord): ToReview {
  const state = signal.triage.state === "under_review" ? "under review" : "open";
  return {
    what: phrase`Critical signal of ${time(signal.timestamp)}, ${state}`,
    label: signalName(signal),
    link: signal.link,
  };
}

function monitorToReview(monitor: MonitorRecord): ToReview {
  const { state, stateSince, muted, link } = monitor;
  const since = stateSince === null ? "" : phrase` since ${time(stateSince)}`;
  return {
    what: phrase`Monitor in state ${name(state)}${since}${muted ? ", muted" : ""}`,
    label: monitorName(monitor),
    link,
  };
}

function findingToReview(finding: FindingRecord): ToReview {
  const since = finding.firstSeen === null ? "" : phrase`, first seen ${time(finding.firstSeen)}`;
  return {
    what: phrase`Critical posture check failing${since}`,
    label: findingName(finding),
    link: finding.link,
  };
}

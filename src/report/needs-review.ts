import type { Item } from "../evidence/schema.ts";
import { findingName, monitorName, signalName } from "./record-order.ts";
import { joinWords, name, phrase, strong, time, type Phrase, type Words } from "./render/phrases.ts";
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

/** Nobody would start on a longer list; the tables of the report have the rest. */
const MOST_NAMED = 20;

/**
 * The records of an item that a person must review: critical signals that are not archived, failing monitors and
 * critical findings that are not muted. The first are named, the others counted.
 */
export function recordsToReview(item: Item): {
  readonly named: readonly ToReview[];
  readonly more: number;
} {
  if (item.id === "security-signals") {
    // A signal under review is not done, and a triage state that we do not know counts as open.
    const urgent = item.records
      .values()
      .filter(({ severity, triage }) => severity === "critical" && triage.state !== "archived");
    return firstOf(urgent, (signal) => ({
      what: phrase`Critical signal of ${time(signal.timestamp)}, ${signal.triage.state === "under_review" ? "under review" : "open"}`,
      label: signalName(signal),
      link: signal.link,
    }));
  }
  if (item.id === "compliance-monitors") {
    const urgent = item.records.values().filter(({ verdict }) => verdict === "failing");
    return firstOf(urgent, (monitor) => ({
      what: phrase`Monitor in state ${name(monitor.state)}${since(" since ", monitor.stateSince)}${monitor.muted ? `, muted${monitor.mutedScope === "part" ? " in part" : ""}` : ""}`,
      label: monitorName(monitor),
      link: monitor.link,
    }));
  }
  const urgent = item.records.values().filter(({ severity, muted }) => severity === "critical" && !muted);
  return firstOf(urgent, (finding) => ({
    what: phrase`Critical posture check failing${since(", first seen ", finding.firstSeen)}`,
    label: findingName(finding),
    link: finding.link,
  }));
}

function since(words: string, instant: string | null): Words {
  return instant === null ? "" : phrase`${words}${time(instant)}`;
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

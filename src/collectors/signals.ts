import { LISTING_PATHS } from "../evidence/rules/recount.ts";
import { formatTime } from "../platform/time.ts";
import type { ApiRequest } from "../datadog/client.ts";
import { RequestLedger, requestOnce, type RecordedClient } from "../datadog/pagination.ts";
import { recordCaveats } from "../evidence/projection/caveats.ts";
import { checkAtLeastOne } from "../evidence/rules/completeness.ts";
import { projectSignal } from "../evidence/projection/signal.ts";
import { RECORD_SCHEMAS } from "../evidence/schema.ts";
import type { Check, Population, Reason, SignalRecord, SignalsItem, Window } from "../evidence/schema.ts";
import { SIGNALS_SEEN, RULES_ENABLED, signalsResult } from "../evidence/rules/states.ts";
import { NO_REQUESTS, type ItemCollector, type CollectorScope } from "./collector.ts";
import {
  countRules,
  countSuppressions,
  fetchSignalCount,
  type NotCounted,
  type RuleCounts,
  type SignalCount,
} from "./detection.ts";
import {
  collectionOf,
  countListed,
  noRecords,
  type CollectedRecords,
  type ObservedRequests,
} from "./store/batch.ts";
import { readSearchPage } from "./search-page.ts";
import { readTimeline, type RecordTimeline, type TimelineResult } from "./slicing/read-slices.ts";

/** The severity of a signal is `status`; `@severity` is that of a finding. */
export const SIGNALS_QUERY = "status:(critical OR high)";

/** Critical and high security signals of the window, in any triage state. */
export const signalsCollector = {
  id: "security-signals",

  async collect(scope: CollectorScope): Promise<SignalsItem> {
    const { datadog, window } = scope;
    const { readAgain, ...read } = await readTimeline(datadog, signalsTimeline(scope));
    const ledger = new RequestLedger(read.requests);
    const how = { ...read, requests: ledger.requests };
    if (read.collected.stopped !== null)
      return signalsItem(scope, read.collected, {
        how: { ...how, total: null, proofs: [] },
        ...WITHOUT_SURVEY,
      });

    const [{ counted, collected, listings }, rules, suppressions] = await Promise.all([
      compareWithCount({ datadog, ledger }, { ...read, readAgain, window }),
      countRules({ datadog, ledger }),
      countSuppressions({ datadog, ledger }),
    ]);
    const actual = countListed(collected);
    const total = "count" in counted ? { name: SIGNALS_TOTAL, expected: counted.count, actual } : null;
    const proofs = actual === 0 ? await proveDetection({ datadog, ledger }, { window, rules }) : [];
    return signalsItem(scope, collected, {
      how: { ...how, listings, total, proofs },
      population:
        "none" in rules ? UNCOUNTED_POPULATION : { what: "enabled detection rules", size: rules.enabled },
      caveats: [
        ...("none" in counted
          ? [
              `Datadog gave no count of signals to compare with, so an omission by its search would not show: ${counted.none}`,
            ]
          : []),
        ...suppressionCaveats(suppressions),
        ...ruleCaveats(rules),
      ],
    });
  },

  failed: (scope: CollectorScope, reason: Reason) =>
    signalsItem(scope, noRecords(scope.spool, reason), { how: NO_REQUESTS, ...WITHOUT_SURVEY }),
} as const satisfies ItemCollector;

/** Signals of the last minutes may be indexed between the list and the count. */
const TAIL_MS = 15 * 60_000;

/**
 * Counts the signals of the window. If the list has another number, its last minutes are read and the count
 * is asked once more: what was indexed meanwhile then is in both, and what the list omits is still missing.
 */
async function compareWithCount(
  client: RecordedClient,
  {
    collected,
    listings,
    readAgain,
    window,
  }: Pick<TimelineResult<SignalRecord>, "collected" | "listings" | "readAgain"> & { readonly window: Window },
): Promise<Pick<TimelineResult<SignalRecord>, "collected" | "listings"> & { readonly counted: SignalCount }> {
  const asked = { query: SIGNALS_QUERY, window };
  const counted = await fetchSignalCount(client, asked);
  const isSettled = "none" in counted || counted.count === countListed(collected);
  if (isSettled || collected.misshapen.length > 0) return { counted, collected, listings };

  const to = Date.parse(window.to);
  const tail = await readAgain({ from: Math.max(Date.parse(window.from), to - TAIL_MS), to });
  client.ledger.requests.push(tail.entry);
  return {
    counted: await fetchSignalCount(client, asked),
    collected: tail.collected,
    listings: [...listings, tail.entry],
  };
}

const SIGNALS_TOTAL = "query/scalar count of critical and high signals in the window";

const UNCOUNTED_POPULATION: Population = {
  what: "security signals of every severity in the window; Datadog gives no count",
  size: null,
};

/** The population and caveats if the list was not read to its end. */
const WITHOUT_SURVEY = {
  population: UNCOUNTED_POPULATION,
  caveats: ["a detection that a suppression rule suppresses never becomes a signal"],
};

function signalsItem(
  { links, window }: CollectorScope,
  collected: CollectedRecords<SignalRecord>,
  found: {
    readonly how: ObservedRequests;
    readonly population: Population;
    readonly caveats: readonly string[];
  },
): SignalsItem {
  const { records } = collected;
  const collection = collectionOf(collected, found.how);
  return {
    id: "security-signals",
    title: "Critical and high security signals of the last 7 days",
    link: links.signals(SIGNALS_QUERY, window),
    controls: [],
    window,
    population: found.population,
    collection,
    result: signalsResult(collection, records),
    records,
    caveats: [...recordCaveats({ what: "signals", ...collected }), ...found.caveats],
  };
}

/** The `timestamp` of a signal is when it was created, and never changes. */
function signalsTimeline({
  datadog,
  window,
  pageSize,
  projection,
  spool,
}: CollectorScope): RecordTimeline<SignalRecord> {
  const whole = { from: Date.parse(window.from), to: Date.parse(window.to) };
  return {
    what: "signals",
    whole,
    horizon: whole.to,
    countRecords: async () => {
      const ledger = new RequestLedger();
      const counted = await fetchSignalCount({ datadog, ledger }, { query: SIGNALS_QUERY, window });
      return { requests: ledger.requests, count: "count" in counted ? counted.count : null };
    },
    isLasting: true,
    storage: { spool, shape: RECORD_SCHEMAS["security-signals"] },
    pagingFor: ({ from, to }) => {
      const stretch = { from: formatTime(from ?? whole.from), to: formatTime(to ?? whole.to) };
      return {
        pageSize,
        requestAfter: (cursor, limit) =>
          signalSearchRequest(SIGNALS_QUERY, stretch, { limit, ...(cursor === null ? {} : { cursor }) }),
        keep: (raw) => projectSignal(raw, { ...projection, window }),
        // The raw events: most of a signal's size, and never part of evidence.
        unread: "samples",
        read: readSearchPage,
      };
    },
    timeOf: ({ timestamp }) => Date.parse(timestamp),
  };
}

function suppressionCaveats(suppressions: SignalCount): readonly string[] {
  if ("none" in suppressions) {
    return [
      `the number of enabled suppression rules is not known, and a detection that they suppress never becomes a signal: ${suppressions.none}`,
    ];
  }
  if (suppressions.count === 0) return [];
  return [
    `suppression rules enabled: ${suppressions.count}; a detection that they suppress never becomes a signal`,
  ];
}

function ruleCaveats(rules: RuleCounts | NotCounted): readonly string[] {
  if ("none" in rules) return [`the number of enabled detection rules is not known: ${rules.none}`];
  if (rules.disabled === 0) return [];
  return [`detection rules disabled: ${rules.disabled}; nothing that they would detect becomes a signal`];
}

/** Without a critical or high signal, enabled rules or any other signal show that detection works at all. */
async function proveDetection(
  client: RecordedClient,
  { window, rules }: { readonly window: Window; readonly rules: RuleCounts | NotCounted },
): Promise<readonly Check[]> {
  const watching = "none" in rules ? [] : [checkAtLeastOne(RULES_ENABLED, rules.enabled)];
  if (!("none" in rules) && rules.enabled > 0) return watching;
  const reply = await requestOnce(client, signalSearchRequest("*", window, { limit: 1 }));
  const page = readSearchPage(reply.json);
  return page === null ? watching : [...watching, checkAtLeastOne(SIGNALS_SEEN, page.records.length)];
}

/** One page of the search for signals of the window. */
export function signalSearchRequest(query: string, { from, to }: Window, page: object): ApiRequest {
  return {
    method: "POST",
    path: LISTING_PATHS["security-signals"],
    body: { filter: { query, from, to }, page, sort: "timestamp" },
    permission: "security_monitoring_signals_read",
  };
}

import { formatTime } from "../platform/time.ts";
import { controlsOf } from "../controls/catalogue.ts";
import type { Question } from "../datadog/client.ts";
import { Ledger, single } from "../datadog/pagination.ts";
import { caveats } from "../evidence/projection/caveats.ts";
import { atLeastOne } from "../evidence/rules/completeness.ts";
import { signal } from "../evidence/projection/signal.ts";
import { RECORDS } from "../evidence/schema.ts";
import type { Check, Population, Reason, SignalRecord, SignalsItem, Window } from "../evidence/schema.ts";
import { ALIVE, WATCHING, signalsResult } from "../evidence/rules/states.ts";
import { NOT_ASKED } from "./collector.ts";
import type { Collector, Scope } from "./collector.ts";
import { countedRules, countedSignals, enabledSuppressions } from "./detection.ts";
import type { RuleCounts } from "./detection.ts";
import { collectionOf, nothing } from "./store/batch.ts";
import type { Gathered } from "./store/batch.ts";
import { searchPage } from "./search-page.ts";
import { gatherSliced } from "./slicing/read-slices.ts";
import type { Timeline } from "./slicing/read-slices.ts";

/** `status` is the severity of a signal; `@severity` belongs to findings. */
const QUERY = "status:(critical OR high)";
const PATH = "/api/v2/security_monitoring/signals/search";
const PERMISSION = "security_monitoring_signals_read";

/** Critical and high security signals of the window, at whatever triage state. */
export const signals = {
  id: "security-signals",
  title: "Critical and high security signals of the last 7 days",

  async collect(scope: Scope): Promise<SignalsItem> {
    const { datadog, window } = scope;
    const { gathered, ...read } = await gatherSliced(datadog, timelineOf(scope));
    const ledger = new Ledger(read.requests);
    const how = { ...read, requests: ledger.requests };
    if (gathered.stopped !== null)
      return itemOf(scope, gathered, { how: { ...how, total: null, proofs: [] }, ...UNSURVEYED });

    const [counted, rules, suppressions] = await Promise.all([
      countedSignals({ datadog, ledger }, { query: QUERY, window }),
      countedRules({ datadog, ledger }),
      enabledSuppressions({ datadog, ledger }),
    ]);
    // One that could not be read still is one that the list gave.
    const actual = gathered.records.length + gathered.misshapen.length;
    const total = "count" in counted ? { name: TOTAL_NAME, expected: counted.count, actual } : null;
    const proofs = actual === 0 ? await proofsOfLife({ datadog, ledger, window, rules }) : [];
    return itemOf(scope, gathered, {
      how: { ...how, total, proofs },
      population: rules === null ? UNCOUNTED : { what: "enabled detection rules", size: rules.enabled },
      caveats: [
        ...("none" in counted ? [uncompared(counted.none)] : []),
        ...silenced(suppressions),
        ...switchedOff(rules),
      ],
    });
  },

  failed: (scope: Scope, reason: Reason) => itemOf(scope, nothing(reason), { how: NOT_ASKED, ...UNSURVEYED }),
} as const satisfies Collector;

const TOTAL_NAME = "query/scalar count of critical and high signals in the window";

const UNCOUNTED: Population = {
  what: "security signals of every severity in the window; Datadog gives no count",
  size: null,
};

/** What is known besides when the list was not read to its end. */
const UNSURVEYED = {
  population: UNCOUNTED,
  caveats: ["detections that a suppression rule silenced never become signals"],
};

function itemOf(
  { links, window }: Scope,
  gathered: Gathered<SignalRecord>,
  found: {
    readonly how: Parameters<typeof collectionOf>[1];
    readonly population: Population;
    readonly caveats: readonly string[];
  },
): SignalsItem {
  const { records, received, unique } = gathered;
  const collection = collectionOf(gathered, found.how);
  return {
    id: "security-signals",
    title: signals.title,
    link: links.signals(QUERY, window),
    controls: controlsOf("security-signals", { watchesClock: false }),
    window,
    population: found.population,
    collection,
    result: signalsResult(collection, records),
    records,
    caveats: [...caveats({ what: "signals", ...gathered, duplicates: received - unique }), ...found.caveats],
  };
}

/** Signals never move in time: `timestamp` is when the signal was raised. */
function timelineOf({ datadog, window, pageSize, projection, spool }: Scope): Timeline<SignalRecord> {
  const whole = { from: Date.parse(window.from), to: Date.parse(window.to) };
  return {
    what: "signals",
    whole,
    horizon: whole.to,
    pageSize,
    counted: async () => {
      const ledger = new Ledger();
      const counted = await countedSignals({ datadog, ledger }, { query: QUERY, window });
      return { requests: ledger.requests, count: "count" in counted ? counted.count : null };
    },
    isLasting: true,
    filing: { spool, shape: RECORDS["security-signals"] },
    paging: ({ from, to }) => {
      const stretch = { from: instantOf(from ?? whole.from), to: instantOf(to ?? whole.to) };
      return {
        question: (cursor) =>
          search(QUERY, stretch, { limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
        keep: (raw) => signal(raw, { ...projection, window }),
        // The raw events of a signal: most of its size, and nothing that evidence may hold.
        unread: "samples",
        read: searchPage,
      };
    },
    timeOf: ({ timestamp }) => Date.parse(timestamp),
  };
}

function instantOf(ms: number): string {
  return formatTime(ms);
}

function uncompared(why: string): string {
  return `Datadog gave no count of signals to compare with, so what its search silently left out would not show: ${why}`;
}

function silenced(suppressions: number | null): readonly string[] {
  if (suppressions === 0) return [];
  const known =
    suppressions === null
      ? "the number of enabled suppression rules is not known"
      : `suppression rules enabled: ${suppressions}`;
  return [`${known}; what they silence never becomes a signal`];
}

function switchedOff(rules: RuleCounts | null): readonly string[] {
  if (rules === null || rules.disabled === 0) return [];
  return [`detection rules disabled: ${rules.disabled}; what they would detect never becomes a signal`];
}

/** No critical or high signal may mean that all is quiet or that nobody listens: rules tell, or any signal. */
async function proofsOfLife(of: {
  readonly datadog: Scope["datadog"];
  readonly window: Window;
  readonly ledger: Ledger;
  readonly rules: RuleCounts | null;
}): Promise<readonly Check[]> {
  const { datadog, ledger, window, rules } = of;
  const watching = rules === null ? [] : [atLeastOne(WATCHING, rules.enabled)];
  if (rules !== null && rules.enabled > 0) return watching;
  const reply = await single(datadog, ledger, search("*", window, { limit: 1 }));
  const page = searchPage(reply.json);
  return page === null ? watching : [...watching, atLeastOne(ALIVE, page.records.length)];
}

function search(query: string, { from, to }: Window, page: object): Question {
  return {
    method: "POST",
    path: PATH,
    body: { filter: { query, from, to }, page, sort: "timestamp" },
    permission: PERMISSION,
  };
}

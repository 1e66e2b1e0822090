import { controlsOf } from "../controls/catalogue.ts";
import type { Question } from "../datadog/client.ts";
import { Ledger, pages, single } from "../datadog/pages.ts";
import type { Paging } from "../datadog/pages.ts";
import { caveats } from "../evidence/caveats.ts";
import { atLeastOne } from "../evidence/completeness.ts";
import { signal } from "../evidence/projection.ts";
import type { Check, Reason, SignalRecord, SignalsItem, Window } from "../evidence/schema.ts";
import { ALIVE, signalsResult } from "../evidence/states.ts";
import { NOT_ASKED, PAGE_SIZE } from "./collector.ts";
import type { Collector, Scope } from "./collector.ts";
import { collectionOf, gather, nothing } from "./gather.ts";
import type { Gathered } from "./gather.ts";
import { searchPage } from "./search-page.ts";

/** `status` is the severity of a signal; `@severity` belongs to findings. */
const QUERY = "status:(critical OR high)";
const PATH = "/api/v2/security_monitoring/signals/search";
const PERMISSION = "security_monitoring_signals_read";

/** Critical and high security signals of the window, at whatever triage state. */
export const signals = {
  id: "security-signals",
  title: "Critical and high security signals of the last 7 days",

  async collect(scope: Scope): Promise<SignalsItem> {
    const { datadog, projection, window } = scope;
    const ledger = new Ledger();
    const paging = pagingOf(window);
    const listing = ledger.open(paging.question(null));
    const gathered = await gather(pages(datadog, listing, paging), (raw) =>
      signal(raw, { ...projection, window }),
    );

    const mayBeSilent = gathered.records.length === 0 && gathered.stopped === null;
    const proofs = mayBeSilent ? await proofOfLife({ datadog, ledger, window }) : [];
    return itemOf(scope, gathered, { requests: ledger.requests, listings: [listing], total: null, proofs });
  },

  failed: (scope: Scope, reason: Reason) => itemOf(scope, nothing(reason), NOT_ASKED),
} as const satisfies Collector;

function itemOf(
  { links, window }: Scope,
  gathered: Gathered<SignalRecord>,
  how: Parameters<typeof collectionOf>[1],
): SignalsItem {
  const { records, received, unique } = gathered;
  const collection = collectionOf(gathered, how);
  return {
    id: "security-signals",
    title: signals.title,
    link: links.signals(QUERY, window),
    controls: controlsOf("security-signals", { watchesClock: false }),
    window,
    population: {
      what: "security signals of every severity in the window; Datadog gives no count",
      size: null,
    },
    collection,
    result: signalsResult(collection, records),
    records,
    caveats: [
      ...caveats({ what: "signals", ...gathered, duplicates: received - unique }),
      "Datadog gives no count of signals to compare with: what its search silently left out would not show",
      "detections that a suppression rule silenced never become signals",
    ],
  };
}

function pagingOf(window: Window): Paging<string> {
  return {
    question: (cursor) => search(QUERY, window, { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) }),
    read: searchPage,
  };
}

/** No critical or high signal may mean that all is quiet or that nobody listens: any signal tells. */
async function proofOfLife({
  datadog,
  ledger,
  window,
}: Pick<Scope, "datadog" | "window"> & { readonly ledger: Ledger }): Promise<readonly Check[]> {
  const reply = await single(datadog, ledger, search("*", window, { limit: 1 }));
  const page = searchPage(reply.json);
  return page === null ? [] : [atLeastOne(ALIVE, page.records.length)];
}

function search(query: string, { from, to }: Window, page: object): Question {
  return {
    method: "POST",
    path: PATH,
    body: { filter: { query, from, to }, page, sort: "timestamp" },
    permission: PERMISSION,
  };
}

import { z } from "zod";

import { controlsOf } from "../controls/catalogue.ts";
import { Ledger, readPages } from "../datadog/pagination.ts";
import type { Paging } from "../datadog/pagination.ts";
import { caveats } from "../evidence/projection/caveats.ts";
import { monitor } from "../evidence/projection/monitor.ts";
import type { Projected } from "../evidence/projection/projection.ts";
import { RECORDS } from "../evidence/schema.ts";
import type { MonitorRecord, MonitorsItem, Reason } from "../evidence/schema.ts";
import { monitorsResult } from "../evidence/rules/states.ts";
import { NOT_ASKED } from "./collector.ts";
import type { Collector, Scope } from "./collector.ts";
import { collectionOf, emptyBasket, fill, nothing, take, together } from "./store/batch.ts";
import type { Gathered } from "./store/batch.ts";
import { controlTotal, count, quoted } from "./monitor-search.ts";

const PATH = "/api/v1/monitor";
const PERMISSION = "monitors_read";

/** Every monitor that carries exactly the tag, in whatever state. */
export const monitors = {
  id: "compliance-monitors",
  title: "State of every monitor tagged for compliance",

  async collect(scope: Scope): Promise<MonitorsItem> {
    const { datadog, spool, monitorTag: tag } = scope;
    const ledger = new Ledger();
    const paging = pagingOf(scope);
    const listing = ledger.open(paging.question(null));
    const basket = emptyBasket();
    const filing = { spool, shape: RECORDS["compliance-monitors"] };
    await fill(basket, async () =>
      readPages(datadog, { entry: listing, paging }, (page) => {
        const projected = page.map((each) => each.projected);
        take(basket, projected, filing);
        return true;
      }),
    );
    const gathered = together([basket], filing);
    const how = { requests: ledger.requests, listings: [listing], agreements: [], proofs: [] };
    if (gathered.stopped !== null)
      return itemOf(scope, gathered, { how: { ...how, total: null }, size: null, caveats: [] });

    const [{ total, caveats: remarks }, size] = await Promise.all([
      controlTotal({ datadog, ledger, tag, ...gathered }),
      count({ datadog, ledger, query: "" }),
    ]);
    return itemOf(scope, gathered, { how: { ...how, total }, size, caveats: remarks });
  },

  failed: (scope: Scope, reason: Reason) =>
    itemOf(scope, nothing(reason), { how: NOT_ASKED, size: null, caveats: [] }),
} as const satisfies Collector;

function itemOf(
  { links, monitorTag: tag }: Scope,
  gathered: Gathered<MonitorRecord>,
  found: {
    readonly how: Parameters<typeof collectionOf>[1];
    /** All monitors of the organisation. */
    readonly size: number | null;
    readonly caveats: readonly string[];
  },
): MonitorsItem {
  const { records, received, unique } = gathered;
  const collection = collectionOf(gathered, found.how);
  return {
    id: "compliance-monitors",
    title: monitors.title,
    link: links.monitors(`tag:${quoted(tag)}`),
    controls: controlsOf("compliance-monitors", {
      watchesClock: records.values().some(({ watchesClock }) => watchesClock),
    }),
    window: null,
    population: { what: "all monitors of the organisation", size: found.size },
    collection,
    result: monitorsResult(collection, records, tag),
    records,
    caveats: [...caveats({ what: "monitors", ...gathered, duplicates: received - unique }), ...found.caveats],
  };
}

/** A record with the id by which the list goes on, which one that cannot be read may have as well. */
interface Numbered {
  readonly id: number | null;
  readonly projected: Projected<MonitorRecord>;
}

const Id = z.object({ id: z.int() });

/** Below this, smaller pages help no more. */
const SMALLEST_PAGE = 25;

/**
 * Keyset paging: `id_offset` is exclusive and ascending, and survives monitors
 * that come and go, and pages that change their size. A list that takes Datadog
 * too long is read in smaller ones.
 */
function pagingOf({ projection, monitorTag: tag, pageSize }: Scope): Paging<number, Numbered> {
  let size = pageSize;
  return {
    question: (after) => ({
      method: "GET",
      path: PATH,
      query: {
        monitor_tags: tag,
        with_downtimes: true,
        page_size: size,
        id_offset: after ?? 0,
      },
      permission: PERMISSION,
    }),
    keep(raw) {
      const { data } = Id.safeParse(raw);
      return { id: data?.id ?? null, projected: monitor(raw, { ...projection, tag }) };
    },
    read(json, records) {
      if (!Array.isArray(json)) return null;
      const ids = records.flatMap(({ id }) => (id === null ? [] : [id]));
      // The list ends with an empty page, not with a short one.
      return { next: ids.length === 0 ? null : Math.max(...ids), unfinished: null };
    },
    shrink() {
      if (size <= SMALLEST_PAGE) return false;
      size = Math.max(SMALLEST_PAGE, Math.floor(size / 2));
      return true;
    },
  };
}

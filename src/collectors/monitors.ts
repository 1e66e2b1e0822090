import { LISTING_PATHS } from "../evidence/rules/recount.ts";
import { PageReader, RequestLedger, type PagingRules } from "../datadog/pagination.ts";
import { recordCaveats } from "../evidence/projection/caveats.ts";
import { projectMonitor } from "../evidence/projection/monitor.ts";
import type { ProjectedRecord } from "../evidence/projection/projection.ts";
import { RECORD_SCHEMAS, type MonitorRecord, type MonitorsItem, type Reason } from "../evidence/schema.ts";
import { monitorsResult } from "../evidence/rules/states.ts";
import { NO_REQUESTS, type ItemCollector, type CollectorScope } from "./collector.ts";
import { collectionOf, newBatch, fillBatch, noRecords, mergeBatches } from "./store/batch.ts";
import type { CollectedRecords, ObservedRequests } from "./store/batch.ts";
import { findControlTotal, fetchMonitorCount, quoteTag } from "./monitor-search.ts";

/** Every monitor with exactly the tag, in any state. */
export const monitorsCollector = {
  id: "compliance-monitors",

  async collect(scope: CollectorScope): Promise<MonitorsItem> {
    const { datadog, spool, monitorTag: tag } = scope;
    const pages = new PageReader(datadog, monitorsPaging(scope));
    const ledger = new RequestLedger([pages.entry]);
    const batch = newBatch();
    const storage = { spool, shape: RECORD_SCHEMAS["compliance-monitors"] };
    await fillBatch(batch, { pages, storage });
    const collected = mergeBatches<MonitorRecord>([batch], spool);
    const how = { requests: ledger.requests, listings: [pages.entry], agreements: [], proofs: [] };
    if (collected.stopped !== null)
      return monitorsItem(scope, collected, { how: { ...how, total: null }, size: null, caveats: [] });

    const [{ total, caveats: remarks }, size] = await Promise.all([
      findControlTotal({ datadog, ledger }, tag, collected),
      fetchMonitorCount({ datadog, ledger }, ""),
    ]);
    return monitorsItem(scope, collected, { how: { ...how, total }, size, caveats: remarks });
  },

  failed: (scope: CollectorScope, reason: Reason) =>
    monitorsItem(scope, noRecords(scope.spool, reason), { how: NO_REQUESTS, size: null, caveats: [] }),
} as const satisfies ItemCollector;

function monitorsItem(
  { links, monitorTag: tag }: CollectorScope,
  collected: CollectedRecords<MonitorRecord>,
  found: {
    readonly how: ObservedRequests;
    /** All monitors of the organisation. */
    readonly size: number | null;
    readonly caveats: readonly string[];
  },
): MonitorsItem {
  const { records } = collected;
  const collection = collectionOf(collected, found.how);
  return {
    id: "compliance-monitors",
    title: "State of every monitor tagged for compliance",
    link: links.monitors(`tag:${quoteTag(tag)}`),
    controls: [],
    window: null,
    population: { what: "all monitors of the organisation", size: found.size },
    collection,
    result: monitorsResult(collection, records, tag),
    records,
    caveats: [...recordCaveats({ what: "monitors", ...collected }), ...found.caveats],
  };
}

/**
 * Keyset paging: `id_offset` is exclusive and ascending. Monitors may be created or deleted meanwhile, and
 * the page size may change: if Datadog takes too long, the pages become smaller.
 */
function monitorsPaging({
  projection,
  monitorTag: tag,
  pageSize,
}: CollectorScope): PagingRules<number, ProjectedRecord<MonitorRecord>> {
  const options = { ...projection, tag };
  return {
    pageSize,
    requestAfter: (after, size) => ({
      method: "GET",
      path: LISTING_PATHS["compliance-monitors"],
      query: {
        monitor_tags: tag,
        with_downtimes: true,
        page_size: size,
        id_offset: after ?? 0,
      },
      permission: "monitors_read",
    }),
    keep: (raw) => projectMonitor(raw, options),
    read(json, records) {
      if (json !== null && !Array.isArray(json)) return null;
      // The list ends with an empty page, not with a short one.
      const last = records.reduce((most, record) => Math.max(most, idOf(record) ?? -1), -1);
      return { next: last === -1 ? null : last, unfinished: null, isNull: json === null };
    },
  };
}

/** The id, from which the next page continues. A record that cannot be read may have one too. */
function idOf(projected: ProjectedRecord<MonitorRecord>): number | null {
  if ("kept" in projected) return projected.kept.id;
  return /^\d{1,16}$/.test(projected.id ?? "") ? Number(projected.id) : null;
}

import { z } from "zod";

import { controlsOf } from "../controls/catalogue.ts";
import type { Datadog, Question } from "../datadog/client.ts";
import { Ledger, pages, single } from "../datadog/pages.ts";
import type { Paging } from "../datadog/pages.ts";
import { caveats } from "../evidence/caveats.ts";
import { monitor } from "../evidence/projection.ts";
import type { MonitorRecord, MonitorsItem, Reason } from "../evidence/schema.ts";
import { monitorsResult } from "../evidence/states.ts";
import { NOT_ASKED, PAGE_SIZE } from "./collector.ts";
import type { Collector, Scope } from "./collector.ts";
import { collectionOf, gather, nothing } from "./gather.ts";
import type { Gathered } from "./gather.ts";

const PATH = "/api/v1/monitor";
const SEARCH_PATH = "/api/v1/monitor/search";
const PERMISSION = "monitors_read";

const Found = z.object({
  metadata: z.object({ total_count: z.int().nonnegative() }),
  monitors: z.array(z.object({ id: z.int(), tags: z.array(z.string()) })),
});

/** Every monitor that carries exactly the tag, in whatever state. */
export const monitors = {
  id: "compliance-monitors",
  title: "State of every monitor tagged for compliance",

  async collect(scope: Scope): Promise<MonitorsItem> {
    const { datadog, projection, monitorTag: tag } = scope;
    const ledger = new Ledger();
    const paging = pagingOf(tag);
    const listing = ledger.open(paging.question(null));
    const gathered = await gather(pages(datadog, listing, paging), (raw) =>
      monitor(raw, { ...projection, tag }),
    );
    const how = { requests: ledger.requests, listings: [listing], proofs: [] };
    if (gathered.stopped !== null)
      return itemOf(scope, gathered, { how: { ...how, total: null }, size: null, caveats: [] });

    const { total, caveats: remarks } = await controlTotal({ datadog, ledger, tag, ...gathered });
    const size = await count({ datadog, ledger, query: "" });
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
      watchesClock: records.some(({ watchesClock }) => watchesClock),
    }),
    window: null,
    population: { what: "all monitors of the organisation", size: found.size },
    collection,
    result: monitorsResult(collection, records, tag),
    records,
    caveats: [...caveats({ what: "monitors", ...gathered, duplicates: received - unique }), ...found.caveats],
  };
}

/** Keyset paging: `id_offset` is exclusive and ascending, and survives monitors that come and go. */
function pagingOf(tag: string): Paging<number> {
  return {
    question: (after) => ({
      method: "GET",
      path: PATH,
      query: {
        monitor_tags: tag,
        with_downtimes: true,
        page_size: PAGE_SIZE,
        id_offset: after ?? 0,
      },
      permission: PERMISSION,
    }),
    read(json) {
      const list = z.array(z.unknown()).safeParse(json);
      if (!list.success) return null;
      const ids = list.data.flatMap((raw) => {
        const parsed = z.object({ id: z.int() }).safeParse(raw);
        return parsed.success ? [parsed.data.id] : [];
      });
      // The list ends with an empty page, not with a short one.
      return { records: list.data, next: ids.length === 0 ? null : Math.max(...ids), unfinished: null };
    },
  };
}

interface ControlTotal {
  readonly total: { readonly name: string; readonly expected: number; readonly actual: number } | null;
  readonly caveats: readonly string[];
}

const TOTAL_NAME = "monitor/search total_count for the tag";

/**
 * Compares the list with what monitor/search counts. Whether list and search
 * also find `compliance:soc2` is not documented, so unless both give the same
 * number of monitors with exactly the tag, those that search finds are read and
 * the ones with only a longer tag are subtracted.
 */
async function controlTotal(of: {
  readonly datadog: Datadog;
  readonly ledger: Ledger;
  readonly tag: string;
  readonly records: readonly MonitorRecord[];
  readonly misshapen: readonly string[];
}): Promise<ControlTotal> {
  const { datadog, ledger, tag } = of;
  // One that could not be read still is one that the list gave.
  const actual = of.records.length + of.misshapen.length;
  const query = `tag:${quoted(tag)}`;
  const counted = await count({ datadog, ledger, query });
  if (counted === null) {
    return {
      total: null,
      caveats: ["monitor/search gave no count to compare with: what the list left out would not show"],
    };
  }
  const plain = { total: { name: TOTAL_NAME, expected: counted, actual }, caveats: [] };
  if (counted === actual) return plain;

  const searched = await searchedMonitors({ datadog, ledger, query, counted });
  if (searched === null || searched.size !== counted) return plain;
  const longer = [...searched.values()].filter((tags) => !tags.includes(tag)).length;
  return {
    total: { name: `${TOTAL_NAME}, without longer tags`, expected: counted - longer, actual },
    caveats:
      longer === 0
        ? []
        : [
            `monitor/search counts ${counted}; ${longer} of them carry only a longer tag such as ${tag}:x and do not belong`,
          ],
  };
}

/** How many monitors match, by the source's own count; null where it gives none. */
async function count(of: {
  readonly datadog: Datadog;
  readonly ledger: Ledger;
  readonly query: string;
}): Promise<number | null> {
  const { datadog, ledger, query } = of;
  const reply = await single(datadog, ledger, {
    method: "GET",
    path: SEARCH_PATH,
    query: { query, page: 0, per_page: 1 },
    permission: PERMISSION,
  });
  const found = Found.safeParse(reply.json);
  return found.success ? found.data.metadata.total_count : null;
}

/** The tags of the monitors that search finds, by id, as many as it counts; null when it could not be read. */
async function searchedMonitors(of: {
  readonly datadog: Datadog;
  readonly ledger: Ledger;
  readonly query: string;
  readonly counted: number;
}): Promise<ReadonlyMap<number, readonly string[]> | null> {
  const { datadog, ledger, query, counted } = of;
  const ask = (page: number): Question => ({
    method: "GET",
    path: SEARCH_PATH,
    query: { query, page, per_page: PAGE_SIZE },
    permission: PERMISSION,
  });
  const entry = ledger.open(ask(0));
  const tags = new Map<number, readonly string[]>();

  for (let page = 0; tags.size < counted; page += 1) {
    const reply = await datadog.ask(ask(page));
    entry.pages.push(reply.page);
    const found = Found.safeParse(reply.json);
    if (!found.success) return null;
    const before = tags.size;
    for (const each of found.data.monitors) tags.set(each.id, each.tags);
    // Paging by number would never end where the number is ignored.
    if (tags.size === before) return null;
  }
  entry.drained = true;
  return tags;
}

/** Reserved characters of the search syntax need quotes. */
function quoted(tag: string): string {
  return /^[A-Za-z0-9_/]+$/.test(tag) ? tag : `"${tag.replaceAll(/["\\]/g, "")}"`;
}

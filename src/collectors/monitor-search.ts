import { z } from "zod";

import type { ApiRequest } from "../datadog/client.ts";
import { requestOnce, type RecordedClient } from "../datadog/pagination.ts";
import { AUXILIARY_PATIENCE_MS } from "../datadog/retry.ts";
import type { ObservedListing } from "../evidence/rules/completeness.ts";
import type { MonitorRecord } from "../evidence/schema.ts";
import { PAGE_SIZE } from "./collector.ts";
import { countListed, type CollectedRecords } from "./store/batch.ts";

const TotalAnswer = z.object({ metadata: z.object({ total_count: z.int().nonnegative() }) });

const SearchAnswer = z.object({
  monitors: z.array(z.object({ id: z.int(), tags: z.array(z.string()) })),
});

interface ControlTotal {
  readonly total: ObservedListing["total"];
  readonly caveats: readonly string[];
}

const MONITORS_TOTAL = "monitor/search total_count for the tag";

/**
 * Compares the list with the count of monitor/search. Datadog does not document whether list and search
 * also find `compliance:soc2`. So if the two numbers differ, this reads the monitors that search finds and
 * subtracts those with only a longer tag.
 */
export async function findControlTotal(
  client: RecordedClient,
  tag: string,
  collected: CollectedRecords<MonitorRecord>,
): Promise<ControlTotal> {
  const actual = countListed(collected);
  const query = `tag:${quoteTag(tag)}`;
  const counted = await fetchMonitorCount(client, query);
  if (counted === null) {
    return {
      total: null,
      caveats: [
        "monitor/search gave no count to compare with: a monitor missing from the list would not show",
      ],
    };
  }
  const plain = { total: { name: MONITORS_TOTAL, expected: counted, actual }, caveats: [] };
  if (counted === actual) return plain;

  const searched = await searchTags(client, { query, counted });
  if (searched === null || searched.size !== counted) return plain;
  const longer = [...searched.values()].filter((tags) => !tags.includes(tag)).length;
  return {
    total: { name: `${MONITORS_TOTAL}, without longer tags`, expected: counted - longer, actual },
    caveats:
      longer === 0
        ? []
        : [
            `monitor/search counts ${counted}; ${longer} of them have only a longer tag such as ${tag}:x and do not belong`,
          ],
  };
}

/** The number of monitors that match, by Datadog's own count; null if it gives none. */
export async function fetchMonitorCount(client: RecordedClient, query: string): Promise<number | null> {
  const { json } = await requestOnce(client, searchRequest({ query, page: 0, per_page: 1 }));
  return TotalAnswer.safeParse(json).data?.metadata.total_count ?? null;
}

/** The tags of all monitors that search finds, by id; null if they could not all be read. */
async function searchTags(
  { datadog, ledger }: RecordedClient,
  { query, counted }: { query: string; counted: number },
): Promise<ReadonlyMap<number, readonly string[]> | null> {
  const ask = (page: number): ApiRequest => searchRequest({ query, page, per_page: PAGE_SIZE });
  const entry = ledger.open(ask(0));
  const tags = new Map<number, readonly string[]>();

  for (let page = 0; tags.size < counted; page += 1) {
    const reply = await datadog.request(ask(page));
    entry.pages.push(reply.page);
    const found = SearchAnswer.safeParse(reply.json);
    if (!found.success) return null;
    const before = tags.size;
    for (const each of found.data.monitors) tags.set(each.id, each.tags);
    // If Datadog ignored the page number, this would never end.
    if (tags.size === before) return null;
  }
  entry.drained = true;
  return tags;
}

function searchRequest(query: NonNullable<ApiRequest["query"]>): ApiRequest {
  return {
    method: "GET",
    path: "/api/v1/monitor/search",
    query,
    permission: "monitors_read",
    patienceMs: AUXILIARY_PATIENCE_MS,
  };
}

/** The tag for a search; reserved characters need quotes. */
export function quoteTag(tag: string): string {
  return /^[A-Za-z0-9_/]+$/.test(tag) ? tag : `"${tag.replaceAll(/["\\]/g, "")}"`;
}

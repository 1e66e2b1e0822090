import { z } from "zod";

import type { ApiRequest } from "../datadog/client.ts";
import { requestOnce, type RecordedClient } from "../datadog/pagination.ts";
import { AUXILIARY_PATIENCE_MS } from "../datadog/retry.ts";
import type { Window } from "../evidence/schema.ts";

/** Why a number is not known. */
export interface NotCounted {
  readonly none: string;
}

/** Datadog's own count, or why there is none. */
export type SignalCount = { readonly count: number } | NotCounted;

const ScalarAnswer = z.object({
  data: z.object({
    attributes: z.object({
      // A count of nothing comes as no value, or as null.
      columns: z.tuple([
        z.object({ values: z.union([z.tuple([]), z.tuple([z.int().nonnegative().nullable()])]) }),
      ]),
    }),
  }),
  errors: z.union([z.literal(""), z.tuple([])]).nullish(),
});

/**
 * The number of signals of the window that match, by Datadog's own count of events, which is not the
 * search that lists them. Returns the reason if there is no count.
 */
export async function fetchSignalCount(
  client: RecordedClient,
  { query, window }: { query: string; window: Window },
): Promise<SignalCount> {
  const reply = await requestOnce(client, signalCountRequest(query, window));
  if (reply.failure !== null) return { none: reply.failure.message };
  const scalar = ScalarAnswer.safeParse(reply.json);
  if (!scalar.success) return { none: "its answer to POST /api/v2/query/scalar has no count" };
  return { count: scalar.data.data.attributes.columns[0].values[0] ?? 0 };
}

/** Datadog's own count of the signals of the window. */
export function signalCountRequest(query: string, window: Window): ApiRequest {
  return {
    method: "POST",
    path: "/api/v2/query/scalar",
    body: {
      data: {
        type: "scalar_request",
        attributes: {
          from: Date.parse(window.from),
          // The end is no part of what is counted, but a part of what the search lists.
          to: Date.parse(window.to) + 1,
          formulas: [{ formula: "a" }],
          queries: [
            {
              data_source: "security_signals",
              name: "a",
              search: { query },
              compute: { aggregation: "count" },
              group_by: [],
              indexes: ["*"],
            },
          ],
        },
      },
    },
    permission: "timeseries_query",
  };
}

const RULES_PER_PAGE = 100;

/** A few thousand rules are usual. Far more means that the pages never end. */
const MOST_RULE_PAGES = 200;

/** Rules of these types check cloud postures and create findings, not signals. */
const POSTURE_TYPES: ReadonlySet<string> = new Set(["cloud_configuration", "infrastructure_configuration"]);

const RulesAnswer = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        isEnabled: z.boolean(),
        isDeleted: z.boolean().nullish(),
      }),
    )
    .nullable(),
  meta: z.object({ page: z.object({ total_count: z.int().nonnegative().nullish() }).nullish() }).nullish(),
});

/** The numbers of enabled and of disabled detection rules. */
export interface RuleCounts {
  readonly enabled: number;
  readonly disabled: number;
}

const NO_RULES = { none: "Datadog's list of detection rules cannot be read to its end" };

/** The numbers of detection rules, or why they are not known: the key has no access, or the list is not complete. */
export async function countRules({ datadog, ledger }: RecordedClient): Promise<RuleCounts | NotCounted> {
  const entry = ledger.open(rulesPage(0));
  /** Whether each rule is enabled, by id; null for a deleted rule and for a rule of another kind. */
  const seen = new Map<string, boolean | null>();

  for (let page = 0; page < MOST_RULE_PAGES; page += 1) {
    const reply = await datadog.request(rulesPage(page));
    entry.pages.push(reply.page);
    if (reply.failure !== null) return { none: reply.failure.message };
    const rules = RulesAnswer.safeParse(reply.json);
    if (!rules.success) return NO_RULES;
    const { data, meta } = rules.data;
    const before = seen.size;
    for (const { id, type, isEnabled, isDeleted } of data ?? []) {
      seen.set(id, isDeleted === true || POSTURE_TYPES.has(type) ? null : isEnabled);
    }
    const total = meta?.page?.total_count ?? null;
    if (seen.size === total || (total === null && data?.length === 0)) {
      entry.drained = true;
      const states = [...seen.values()];
      return {
        enabled: states.filter((isEnabled) => isEnabled === true).length,
        disabled: states.filter((isEnabled) => isEnabled === false).length,
      };
    }
    // If Datadog ignored the page number, this would never end.
    if (seen.size === before) return NO_RULES;
  }
  return NO_RULES;
}

/** One page of the detection rules. */
export function rulesPage(page: number): ApiRequest {
  return {
    method: "GET",
    path: "/api/v2/security_monitoring/rules",
    query: { "page[size]": RULES_PER_PAGE, "page[number]": page },
    permission: "security_monitoring_rules_read",
    patienceMs: AUXILIARY_PATIENCE_MS,
  };
}

/** The list of suppression rules; without a page size all of them come. */
export const SUPPRESSIONS_REQUEST = {
  method: "GET",
  path: "/api/v2/security_monitoring/configuration/suppressions",
  permission: "security_monitoring_suppressions_read",
} as const satisfies ApiRequest;

const SuppressionsAnswer = z.object({
  data: z.array(z.object({ attributes: z.object({ enabled: z.boolean() }) })).nullable(),
  meta: z.object({ page: z.object({ totalCount: z.int().nullish() }).nullish() }).nullish(),
});

const NO_SUPPRESSIONS = { none: "Datadog's list of suppression rules cannot be read to its end" };

/** The number of enabled suppression rules, or why it is not known. */
export async function countSuppressions(client: RecordedClient): Promise<SignalCount> {
  const reply = await requestOnce(client, SUPPRESSIONS_REQUEST);
  if (reply.failure !== null) return { none: reply.failure.message };
  const suppressions = SuppressionsAnswer.safeParse(reply.json);
  if (!suppressions.success) return NO_SUPPRESSIONS;
  const { data, meta } = suppressions.data;
  const total = meta?.page?.totalCount ?? null;
  // Null in place of a list is an empty one only where the count says so.
  if (data === null) return total === 0 ? { count: 0 } : NO_SUPPRESSIONS;
  if ((total ?? data.length) > data.length) return NO_SUPPRESSIONS;
  return { count: data.filter(({ attributes }) => attributes.enabled).length };
}

import { parseInstant } from "../../platform/time.ts";
import { z } from "zod";

import { sortRecords } from "../files/canonical.ts";
import { ALL_ACCOUNTED, READ_TO_END } from "./completeness.ts";
import { monitorVerdict } from "../projection/monitor.ts";
import type { Evidence, Item, ItemId } from "../schema.ts";

/**
 * The first number or record of the evidence that does not agree with its ledger and its records, as a
 * sentence; null if all agree. Needs whole evidence, with the records from files of their own.
 */
export function findMiscount({ items }: Evidence): string | null {
  for (const item of items) {
    const against = ledgerProblem(item) ?? requestsProblem(item) ?? recordsProblem(item);
    if (against !== null) return `${item.id} ${against}`;
  }
  return null;
}

/** Compares the pages with what was received, the checks with what was kept, and the grade with the checks. */
function ledgerProblem({ collection, records }: Item): string | null {
  const { status, grade, requests, received, unique, sourceTotal, checks } = collection;
  const carried = requests.flatMap(({ pages }) => pages).reduce((sum, { items }) => sum + items, 0);
  if (carried !== received) return `received ${received} records, but its pages have ${carried}`;
  const read = checks.find(({ name }) => name === READ_TO_END);
  const kept = checks.find(({ name }) => name === ALL_ACCOUNTED);
  if (read === undefined || kept === undefined) return "lacks the checks that make it complete";

  if (read.actual > requests.filter(({ drained }) => drained).length) {
    return "counts more requests as read to their end than its ledger does";
  }
  if (kept.expected > received) return `has ${kept.expected} unique records but received ${received}`;
  const excluded = kept.expected - unique;
  if (excluded < 0 || kept.actual - excluded !== records.length) {
    return `accounts for ${kept.actual - excluded} records, but has ${records.length}`;
  }
  if (status === "failed" && received > 0) return `is failed but received ${received} records`;
  if (status !== "complete") return null;
  if (read.expected === 0) return "is complete but nothing was read";
  return (grade === "reconciled") === (sourceTotal !== null)
    ? null
    : `is ${grade ?? "not graded"} but Datadog gave ${sourceTotal === null ? "no" : "a"} count`;
}

/** The path of the requests that list the records of an item. The others are for counts and probes. */
export const LISTING_PATHS = {
  "security-signals": "/api/v2/security_monitoring/signals/search",
  "compliance-monitors": "/api/v1/monitor",
  "cspm-findings": "/api/v2/security/findings/search",
} as const satisfies Record<ItemId, string>;

/** A request that was read to its end ends with an answer, and a list is of the window of its item. */
function requestsProblem({ id, window, collection }: Item): string | null {
  const { status, requests, checks } = collection;
  const drained = requests.filter((request) => request.drained);
  const unanswered = drained.find(({ pages }) => !isAnswered(pages.at(-1)?.status ?? 0));
  if (unanswered !== undefined) {
    const last = unanswered.pages.at(-1)?.status ?? "none";
    return `has ${unanswered.method} ${unanswered.path} as read to its end, but its last page has the status ${last}`;
  }
  if (status !== "complete") return null;
  const lists = drained.filter(({ path }) => path === LISTING_PATHS[id]);
  const read = checks.find(({ name }) => name === READ_TO_END)?.actual ?? 0;
  if (lists.length < read) {
    return `is complete, yet only ${lists.length} of ${read} requests for its list were read to their end`;
  }
  if (window === null) return null;
  const spans = lists.flatMap(({ body }) => SearchBody.safeParse(body).data?.filter ?? []);
  const froms = spans.map(({ from }) => parseInstant(from));
  const tos = spans.map(({ to }) => parseInstant(to));
  const isOfWindow =
    spans.length === lists.length &&
    froms.reduce((first, from) => Math.min(first, from), Infinity) === Date.parse(window.from) &&
    tos.reduce((last, to) => Math.max(last, to), -Infinity) === Date.parse(window.to);
  return isOfWindow ? null : `was asked for another time than its window ${window.from} to ${window.to}`;
}

/** Whether the status is that of an answer, and not of an error. */
export function isAnswered(status: number): boolean {
  return status >= 200 && status < 300;
}

const SearchBody = z.object({ filter: z.object({ from: z.string(), to: z.string() }) });

function recordsProblem(item: Item): string | null {
  const records: readonly { readonly id: string | number; readonly timestamp?: string }[] = [...item.records];
  if (new Set(records.map(({ id }) => id)).size < records.length) return "has a record twice";
  const sorted = sortRecords(records);
  if (records.some((record, index) => record !== sorted[index])) return "has records out of order";
  if (item.id !== "compliance-monitors") return null;
  const misjudged = item.records.values().find(({ state, verdict }) => verdict !== monitorVerdict(state));
  return misjudged === undefined
    ? null
    : `has monitor ${misjudged.id} in state ${misjudged.state} as ${misjudged.verdict}`;
}

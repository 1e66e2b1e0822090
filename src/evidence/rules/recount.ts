import { sortRecords } from "../files/canonical.ts";
import { ALL_ACCOUNTED, READ_TO_END } from "./completeness.ts";
import { monitorVerdict } from "../projection/monitor.ts";
import type { Evidence, Item } from "../schema.ts";

/**
 * The first number or record of the evidence that does not agree with its ledger and its records, as a
 * sentence; null if all agree. Needs whole evidence, with the records from files of their own.
 */
export function findMiscount({ items }: Evidence): string | null {
  for (const item of items) {
    const against = ledgerProblem(item) ?? recordsProblem(item);
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

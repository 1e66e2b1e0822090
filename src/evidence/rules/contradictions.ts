import { isSameJson } from "../equal.ts";
import { isClockWrong } from "./clock-skew.ts";
import type { Check, Evidence, Item } from "../schema.ts";
import {
  SIGNALS_SEEN,
  ACCOUNTS_COVERED,
  FINDINGS_SEEN,
  findingsResult,
  monitorsResult,
  outcomeOf,
  signalsResult,
  RULES_ENABLED,
} from "./states.ts";
import { findingsResultOfVersion1 } from "./version-1.ts";

/**
 * The first thing that the evidence says against itself, as a sentence; null
 * when outcome, states and counts follow from what was collected, by the rules that
 * the evidence names.
 */
export function findContradiction(evidence: Evidence): string | null {
  const { items, outcome, source } = evidence;
  const ids = items.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return "an item is in the evidence twice";
  const derived = outcomeOf(items);
  if (outcome !== derived) return `the outcome is ${outcome}, but its items give ${derived}`;

  for (const item of items) {
    if (item.collection.status === "skipped" && item.id !== "cspm-findings") {
      return `${item.id} is skipped, but only cspm-findings can be skipped`;
    }
    const against =
      clockProblem(item, source) ?? collectionProblem(item) ?? resultProblem(item, evidence.rules);
    if (against !== null) return `${item.id} ${against}`;
  }
  return null;
}

function clockProblem({ collection }: Item, { clockSkewMs }: Evidence["source"]): string | null {
  // The clock may have been read again since the item was judged.
  if (collection.status !== "complete" || !isClockWrong((clockSkewMs ?? 0) / 2)) return null;
  return `is complete, yet Datadog's clock was ${clockSkewMs} ms from ours`;
}

function collectionProblem({ collection }: Item): string | null {
  const { status, grade, reason, sourceTotal, checks } = collection;
  const wrong = checks.find((check) => {
    const { expected, actual, ok } = check;
    return ok !== (isProof(check) ? actual >= expected : actual === expected);
  });
  if (wrong !== undefined) return `has a check whose numbers contradict its result: ${wrong.name}`;
  if (status !== "complete") {
    if (reason === null) return `is ${status} without a reason`;
    return grade === null ? null : `is ${status} but has the grade ${grade}`;
  }
  if (reason !== null) return `is complete but has a reason for not being complete: ${reason.code}`;
  if (grade === null) return "is complete but has no grade";
  if (grade === "reconciled" && sourceTotal === null) return "is reconciled but has no count of Datadog";
  const failed = checks.find((check) => !check.ok && !isProof(check));
  return failed === undefined ? null : `is complete but a check failed: ${failed.name}`;
}

function resultProblem(item: Item, rules: number): string | null {
  const { collection, result, records } = item;
  const isUnknown = collection.status === "failed" || collection.status === "skipped";
  if (isUnknown !== (result.counts === null)) {
    return `is ${collection.status} but has ${isUnknown ? "" : "no "}counts`;
  }
  if (isUnknown && records.length > 0) return `is ${collection.status} but has records`;
  const derived = derivedResult(item, rules);
  if (!isSameJson(result.counts, derived.counts)) return "has counts that its records do not give";
  if (result.state !== derived.state || result.reason?.code !== derived.reason?.code) {
    return `has the state ${result.state}, but its records give ${derived.state}`;
  }
  return null;
}

function derivedResult(item: Item, rules: number) {
  if (item.id === "security-signals") return signalsResult(item.collection, item.records);
  // The tag is only used in the message.
  if (item.id === "compliance-monitors") return monitorsResult(item.collection, item.records, "");
  const resultOf = rules === 1 ? findingsResultOfVersion1 : findingsResult;
  return resultOf(item.collection, item.records);
}

const PROOFS: ReadonlySet<string> = new Set([SIGNALS_SEEN, RULES_ENABLED, ACCOUNTS_COVERED, FINDINGS_SEEN]);

function isProof({ name }: Check): boolean {
  return PROOFS.has(name);
}

import type { Evidence, Item, Page } from "../../evidence/schema.ts";
import { failureLine } from "../../failure.ts";
import { describeResult, resultsWorstFirst } from "../../policy/describe-result.ts";
import { countsInWords } from "../words.ts";
import { logLine } from "../render/sanitize.ts";

/** What a user asks of an item afterwards, a line each. */
export function itemLines(item: Item): readonly string[] {
  const { collection, result, population, window } = item;
  const answers = answersInWords(collection.requests.flatMap(({ pages }) => pages));
  // A failed item received nothing that could be counted; "0 records" would read as none there.
  const isKnown = collection.status === "complete" || collection.status === "partial";
  const received = isKnown ? `${collection.received} records received` : "records not known";
  const reason = collection.reason ?? result.reason;
  return [
    `${collection.status}${collection.grade === null ? "" : ` (${collection.grade})`}, state ${result.state}: ${countsInWords(item)}`,
    `${answers}, ${received}${population.size === null ? "" : `; ${population.what}: ${population.size}`}`,
    ...(window === null ? [] : [`from ${window.from} to ${window.to}`]),
    ...(reason === null ? [] : [`${reason.code}: ${failureLine(reason)}`]),
    ...item.caveats,
  ].map(logLine);
}

/** The result of each expectation, the worst first, a line each. */
export function resultLines(evidence: Pick<Evidence, "policy">): readonly string[] {
  return resultsWorstFirst(evidence).map((result) => logLine(describeResult(result)));
}

/** How many exchanges there were, and how many of them brought no usable answer. */
export function answersInWords(pages: readonly Page[]): string {
  const good = pages.filter(({ status }) => status >= 200 && status < 300).length;
  const bad = pages.length - good;
  const words = `${good} ${good === 1 ? "answer" : "answers"}`;
  return bad === 0 ? words : `${words}, ${bad} refused or lost`;
}

import { isAnswered } from "../../evidence/rules/recount.ts";
import type { Evidence, Item, Page } from "../../evidence/schema.ts";
import { failureLine } from "../../failure.ts";
import { describeResult, resultsWorstFirst } from "../../policy/describe-result.ts";
import { countsInWords, GRADE_WORDS, quantityOf, sentence } from "../words.ts";
import { logLine } from "../render/sanitize.ts";

/** How a run ends: its exit code, why that is not 0, and what to do about it. */
interface Exit {
  readonly code: number;
  readonly reasons: readonly string[];
  readonly hints: readonly string[];
}

/** Lines of a log under a title. */
export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * What a user asks of a run afterwards, a group for each item with its state in the title. What the reasons of the exit
 * say is not said here too, and neither is the same cause or caveat twice.
 */
export function evidenceGroups({ items }: Evidence, { reasons }: Pick<Exit, "reasons">): readonly LogGroup[] {
  const shared = sharedCaveats(items);
  const told = new Map<string, string>();
  const groups = items.map((item) => {
    const { collection, result, title } = item;
    const reason = collection.reason ?? result.reason;
    const before = reasons.some((each) => each.includes(reason?.message ?? "\n"))
      ? "see the end of this log"
      : told.get(reason?.message ?? "");
    if (reason !== null && before === undefined) told.set(reason.message, `as for: ${title}`);
    return {
      title: `${title}: ${collection.status}, ${result.state}`,
      lines: [
        ...itemLines(item),
        ...(reason === null ? [] : [`${reason.code}: ${before ?? failureLine(reason)}`]),
        ...item.caveats.filter((caveat) => !shared.includes(caveat)),
      ],
    };
  });
  return [...groups, ...(shared.length === 0 ? [] : [{ title: "Every item", lines: shared }])].map(
    ({ title, lines }) => ({ title: logLine(title), lines: lines.map(logLine) }),
  );
}

/** The caveats that every one of several items has. */
export function sharedCaveats([first, ...others]: readonly Item[]): readonly string[] {
  if (first === undefined || others.length === 0) return [];
  return first.caveats.filter((caveat) => others.every(({ caveats }) => caveats.includes(caveat)));
}

function itemLines(item: Item): readonly string[] {
  const { collection, population, window } = item;
  const { status, grade } = collection;
  const answers = answersInWords(collection.requests.flatMap(({ pages }) => pages));
  // A failed item received nothing that could be counted; "0 records" would read as none there.
  const isKnown = status === "complete" || status === "partial";
  const received = isKnown ? `${collection.received} records received` : "records not known";
  return [
    isKnown ? countsInWords(item) : "counts not known",
    ...(grade === null ? [] : [GRADE_WORDS[grade].brief]),
    `${answers}, ${received}${population.size === null ? "" : `; ${population.what}: ${population.size}`}`,
    ...(window === null ? [] : [`from ${window.from} to ${window.to}`]),
  ];
}

/** The last line of a run: its exit code, and why. */
export function exitLine({ outcome, items }: Pick<Evidence, "outcome" | "items">, exit: Exit): string {
  const { code, reasons, hints } = exit;
  if (code !== 0) {
    const why = `exit ${code} because ${reasons.join("; ")}`;
    return logLine(failureLine({ message: why, hint: hints.map(sentence).join(" ") }));
  }
  const skipped = items.filter(({ collection }) => collection.status === "skipped").map(({ id }) => id);
  const remarks = [
    ...(skipped.length === 0 ? [] : [`skipped: ${skipped.join(", ")}`]),
    ...(outcome === "complete" ? [] : ["fail-on does not ask for complete evidence"]),
  ];
  return `${outcome}, exit 0${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`;
}

/** The result of each expectation, the worst first, a line each. */
export function resultLines(evidence: Pick<Evidence, "policy">): readonly string[] {
  return resultsWorstFirst(evidence).map((result) => logLine(describeResult(result)));
}

/** How many exchanges there were, and how many of them brought no usable answer. */
export function answersInWords(pages: readonly Page[]): string {
  const good = pages.filter(({ status }) => isAnswered(status)).length;
  const bad = pages.length - good;
  const words = quantityOf(good, "answer");
  return bad === 0 ? words : `${words}, ${bad} refused or lost`;
}

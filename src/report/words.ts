import type { Collection, Control, Evidence, Item, ItemId, Reason } from "../evidence/schema.ts";
import { otherServerOf } from "../evidence/origin.ts";
import { sentenceCase } from "../failure.ts";
import { groupDigits, name, phrase, soft, type Words } from "./render/phrases.ts";

/** What the items are called in running text. */
export const ITEM_NAMES = {
  "security-signals": "security signals",
  "compliance-monitors": "compliance monitors",
  "cspm-findings": "CSPM findings",
} as const satisfies Record<ItemId, string>;

/** The items as "security signals and CSPM findings". */
export function itemNames(items: readonly Pick<Item, "id">[]): string {
  return list(items.map(({ id }) => ITEM_NAMES[id]));
}

/** What something that changed is called in running text. */
export const CHANGED_NAMES = { ...ITEM_NAMES, policy: "policy" } as const;

/** What the grades of a complete collection mean, briefly and in full. */
export const GRADE_WORDS = {
  reconciled: {
    brief: "reconciled: matches Datadog’s own count",
    full: "Our count of unique records matches Datadog’s own count.",
  },
  drained: {
    brief: "drained: read to the end",
    full: "The list was read to the end. Datadog gives no count to compare with, so an omission by Datadog would not show.",
  },
} as const satisfies Record<NonNullable<Collection["grade"]>, object>;

/** Whether the item's numbers are floors. */
export function isFloor(item: Item): boolean {
  return item.collection.status === "partial";
}

/** The counts of an item under their labels, or `null` where none is known. */
export function figuresOf({
  collection,
  result,
}: Item): readonly (readonly [label: string, value: number])[] | null {
  // A failed item has no counts by contract; were there any, they would be zeros of an error.
  if (collection.status === "failed" || collection.status === "skipped") return null;
  return result.counts && Object.entries(result.counts).map(([count, value]) => [countLabel(count), value]);
}

/** The name of a count in words: `notEvaluated` is "not evaluated". */
export function countLabel(count: string): string {
  return count.replaceAll(/[A-Z]/gv, (letter) => ` ${letter.toLowerCase()}`);
}

/** The counts of an item as one phrase: floors say "at least", and what is not known says so. */
export function countsInWords(item: Item): string {
  const figures = figuresOf(item);
  if (figures === null) return "not known";
  return figures.map(([label, value]) => `${countInWords(item, value)} ${label}`).join(", ");
}

/** A count of the item; a minimum says so. */
export function countInWords(item: Item, value: number): string {
  return `${isFloor(item) ? "at least " : ""}${groupDigits(value)}`;
}

/** The organisation as the user declares it. */
export function organizationInWords(organization: string | null): Words {
  return organization === null
    ? "not declared"
    : phrase`${name(organization)} ${soft("as declared by the user")}`;
}

/** The outcome as a sentence: what was collected, what it supports, and what it does not say. */
export function outcomeInWords(evidence: Evidence): string {
  const named = (status: Collection["status"]) =>
    itemNames(evidence.items.filter(({ collection }) => collection.status === status));
  const complete = named("complete");
  const partial = named("partial");
  const failed = named("failed");
  const skipped = named("skipped");
  const collected = [complete && `${complete} completely`, partial && `${partial} only in part`].filter(
    Boolean,
  );

  const clauses = [
    collected.length > 0 ? `This run collected ${collected.join(" and ")}` : "This run collected nothing",
    failed && `it could not obtain ${failed}`,
    skipped && `it skipped ${skipped}`,
    ...supportClauses(evidence.items),
    "it is not a statement of compliance",
  ];
  return `${clauses.filter(Boolean).join("; ")}.`;
}

/** The states of all items as one sentence. */
export function statesInWords(items: readonly Item[]): string {
  const named = (state: Item["result"]["state"]) =>
    itemNames(items.filter(({ result }) => result.state === state));
  const attention = named("attention");
  const clear = named("clear");
  const unknown = named("unknown");
  const clauses = [
    attention && `${attention} need attention`,
    clear && `${clear} are clear`,
    unknown && `the state of ${unknown} is unknown, which is not clear`,
  ];
  return sentenceCase(`${clauses.filter(Boolean).join("; ")}.`);
}

/** Why an item counts as complete or does not, in a sentence. */
export function completenessInWords(collection: Collection): string {
  if (collection.status === "complete") {
    return collection.grade === null ? "No grade was reached." : GRADE_WORDS[collection.grade].full;
  }
  if (collection.status === "partial") {
    return "Something is missing, and it is not known how much. Every number here is a minimum, not a total.";
  }
  const what = collection.status === "skipped" ? "The item was left out." : "The item was not obtained.";
  return `${what} Its state is not known. Do not read anything here as zero.`;
}

/** How an item supports a control, and what the organisation's own mapping did to that. */
export function supportInWords({ support, organisation }: Pick<Control, "support" | "organisation">): string {
  return organisation === undefined ? support : `${support}, ${organisation.did} by the organisation`;
}

/** Controls on one line, each with its support, for a cell of a spreadsheet. */
export function controlsOnOneLine(controls: readonly Control[]): string {
  return controls
    .map((control) => `${control.framework} ${control.id} (${supportInWords(control)})`)
    .join("; ");
}

/** Controls as "ISO/IEC 27001:2022 A.8.16, A.5.25", one entry for each framework. */
export function controlsByFramework(controls: readonly Control[]): readonly string[] {
  const frameworks = Map.groupBy(controls, (control) => control.framework);
  return [...frameworks].map(
    ([framework, members]) =>
      `${framework} ${[...new Set(members.map((member) => member.id))].toSorted(compareControlIds).join(", ")}`,
  );
}

/** A reason as sentences. */
export function reasonInWords(reason: Reason): string {
  return [reason.message, reason.hint ?? ""].filter(Boolean).map(sentence).join(" ");
}

/** Text as a sentence, with a capital and a full stop. */
export function sentence(text: string): string {
  return sentenceCase(/[.!?]$/v.test(text) ? text : `${text}.`);
}

/** Words as "a, b and c". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

// An item whose state is unknown supports nothing yet, whatever it is mapped to.
function supportClauses(items: readonly Item[]): readonly string[] {
  const controlsWhere = (isKnown: boolean): readonly Control[] =>
    items.filter((item) => (item.result.state !== "unknown") === isKnown).flatMap((item) => item.controls);
  const known = controlsWhere(true);
  const direct = known.filter(({ support }) => support === "direct");
  const claimed = without(known, direct);
  const supported = controlsByFramework(direct);
  const unknown = controlsByFramework(
    without(controlsWhere(false), known).filter(({ support }) => support === "direct"),
  );
  return [
    supported.length > 0 ? `it supports ${list(supported)}` : "it supports no control directly",
    ...(claimed.length > 0 ? [`the support of ${list(controlsByFramework(claimed))} is only claimed`] : []),
    ...(unknown.length > 0 ? [`for ${list(unknown)} the state is unknown`] : []),
  ];
}

function without(controls: readonly Control[], others: readonly Control[]): readonly Control[] {
  return controls.filter(
    ({ framework, id }) => !others.some((other) => other.framework === framework && other.id === id),
  );
}

/** Compares the numbers of controls: A.8.9 comes before A.8.16. */
export function compareControlIds(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

/** That the evidence is not from Datadog, where it is not; said before all else. */
export function runOriginSentences({ source }: Pick<Evidence, "source">): readonly string[] {
  const server = otherServerOf(source);
  return server === null ? [] : [notFromDatadogInWords([server])];
}

/** What evidence of another server than Datadog's is named as. */
export function notFromDatadogInWords(
  servers: readonly string[],
  of: { readonly runs: number; readonly all: number } = { runs: 1, all: 1 },
): string {
  const which = of.runs === of.all ? "" : ` in ${of.runs} of ${of.all} runs`;
  return `This evidence is not from Datadog: a server at ${list(servers)} gave the answers${which}.`;
}

/** A number of units, such as "1 day" or "12 days". */
export function quantityOf(count: number, unit: string): string {
  return `${groupDigits(count)} ${unit}${count === 1 ? "" : "s"}`;
}

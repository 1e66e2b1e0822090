import type { Evidence, ItemId } from "../evidence/schema.ts";
import { DAY_MS, HOUR_MS, parseDuration } from "../platform/time.ts";
import { isJsonObject } from "../evidence/files/json.ts";
import { MONITOR_TAGS } from "../evidence/projection/monitor.ts";
import { newTextKeeper } from "../evidence/projection/projection.ts";
import { SIGNAL_TAGS } from "../evidence/projection/signal.ts";
import { RECORD_IDS } from "./fields.ts";
import { quoteText } from "./quote-text.ts";
import { entriesOf, problemAt, repeatedEntries } from "./read-file.ts";
import type { ListEntry, PathProblem } from "./read-file.ts";
import { FORMS, LONGEST_WAIVER_DAYS, type Form } from "./schema.ts";

/** What a run keeps of tags, which a condition may only ask for where they are kept. */
export interface PolicyTerms {
  readonly privacy: "standard" | "minimal";
  readonly monitorTag: string;
}

const SHORTEST_AGE_MS = HOUR_MS / 60;
const LONGEST_AGE_MS = 366 * DAY_MS;
/** The window of signals: an older one is never in it. */
const SIGNALS_WINDOW_MS = 7 * DAY_MS;

/** What a schema cannot say: one form, ids that exist and exist once, ages, days, tags. The file may be of any shape. */
export function ruleProblems(file: unknown, terms: PolicyTerms | null): readonly PathProblem[] {
  const [expectations, waivers] = [entriesOf(file, "expect"), entriesOf(file, "accept")];
  const byId = new Map(expectations.map((entry) => [entry.members["id"], entry]));
  return [
    repeatedIds(expectations),
    repeatedIds(waivers),
    ...expectations.flatMap((entry) => [
      formProblems(entry),
      repeatedIn(entry, "present"),
      ageProblems(entry),
      terms === null ? [] : tagProblems(entry, terms),
    ]),
    ...waivers.flatMap((entry) => [
      dayProblems(entry),
      repeatedIn(entry, "records"),
      coverProblems(entry, byId),
    ]),
  ].flat();
}

function repeatedIds(entries: readonly ListEntry[]): readonly PathProblem[] {
  return repeatedEntries(entries, { members: ["id"] }).flatMap((entry) =>
    problemAt(entry, ["id"], "id is the same as that of an entry above"),
  );
}

function formsOf({ members }: ListEntry): readonly Form[] {
  return FORMS.filter((form) => Object.hasOwn(members, form));
}

/** The members that only one form has beside it. */
const BESIDE = [
  ["where", "atLeast"],
  ["olderThan", "none"],
] as const;

function formProblems(entry: ListEntry): readonly PathProblem[] {
  const forms = formsOf(entry);
  const misplaced = BESIDE.filter(
    ([member, form]) => Object.hasOwn(entry.members, member) && !forms.includes(form),
  );
  return [
    ...(forms.length === 0 ? problemAt(entry, [], `has no demand; give one of ${FORMS.join(", ")}`) : []),
    ...(forms.length > 1
      ? problemAt(entry, [], `has more than one demand (${forms.join(", ")}); keep one of them`)
      : []),
    ...misplaced.flatMap(([member, form]) =>
      problemAt(entry, [member], `${member} can only stand beside ${form}`),
    ),
  ];
}

function repeatedIn(entry: ListEntry, name: string): readonly PathProblem[] {
  const list: unknown = entry.members[name];
  if (!Array.isArray(list)) return [];
  const seen = new Set<unknown>();
  return list.flatMap((each: unknown, index) => {
    if (seen.has(each)) return problemAt(entry, [name, index], `${name}[${index}] is in the list twice`);
    seen.add(each);
    return [];
  });
}

function ageProblems(entry: ListEntry): readonly PathProblem[] {
  const { olderThan: age, item } = entry.members;
  const ms = (typeof age === "string" ? parseDuration(age) : null) ?? Number.NaN;
  const problem = (message: string): readonly PathProblem[] => problemAt(entry, ["olderThan"], message);
  if (ms < SHORTEST_AGE_MS) return problem("olderThan must be one minute or more");
  if (ms > LONGEST_AGE_MS) return problem("olderThan must be 366 days or less");
  if (item === "security-signals" && ms >= SIGNALS_WINDOW_MS) {
    return problem(
      "olderThan must be under 7 days for security-signals: the run reads the signals of 7 days, so none is older",
    );
  }
  return [];
}

function tagProblems(entry: ListEntry, terms: PolicyTerms): readonly PathProblem[] {
  const { item } = entry.members;
  if (item !== "security-signals" && item !== "compliance-monitors") return [];
  const under = terms.privacy === "minimal" ? " under privacy: minimal" : "";
  return (["where", "none"] as const).flatMap((form) => {
    const condition = entry.members[form];
    const tags = isJsonObject(condition) ? condition["tags"] : undefined;
    return [tags]
      .flat()
      .flatMap((tag) =>
        typeof tag !== "string" || isKept(tag, item, terms)
          ? []
          : problemAt(
              entry,
              [form, "tags"],
              `${form}.tags: records do not keep the tag ${quoteText(tag)}${under}, so it would match nothing`,
            ),
      );
  });
}

const TAG_KEYS = {
  "security-signals": SIGNAL_TAGS,
  "compliance-monitors": MONITOR_TAGS,
} as const satisfies Partial<Record<ItemId, ReadonlySet<string>>>;

/** Only the keys of tags decide. */
const NO_SECRETS = { isIn: () => false };

function isKept(tag: string, item: keyof typeof TAG_KEYS, { privacy, monitorTag }: PolicyTerms): boolean {
  const also = item === "compliance-monitors" ? monitorTag : undefined;
  if (privacy === "minimal") return tag === also;
  return newTextKeeper({ privacy, secrets: NO_SECRETS }).tags([tag], TAG_KEYS[item], also).includes(tag);
}

function dayProblems(entry: ListEntry): readonly PathProblem[] {
  const [since, until] = [dayOf(entry.members["since"]), dayOf(entry.members["until"])];
  if (until < since) return problemAt(entry, ["until"], "until is before since");
  if ((until - since) / DAY_MS <= LONGEST_WAIVER_DAYS || Number.isNaN(until - since)) return [];
  return problemAt(entry, ["until"], `until is more than ${LONGEST_WAIVER_DAYS} days after since`);
}

function dayOf(day: unknown): number {
  return typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
}

/** Whether what a waiver names is there to be covered. */
function coverProblems(
  entry: ListEntry,
  expectations: ReadonlyMap<unknown, ListEntry>,
): readonly PathProblem[] {
  const { expect: id, records } = entry.members;
  if (typeof id !== "string") return [];
  const covered = expectations.get(id);
  if (covered === undefined) {
    return problemAt(entry, ["expect"], `expect: no expectation has the id ${quoteText(id)}`);
  }
  const [form] = formsOf(covered);
  if (form === "atLeast" || form === "population") {
    if (records === undefined) return [];
    const message = `records: an expectation with ${form} has no records to accept; leave them out`;
    return problemAt(entry, ["records"], message);
  }
  if (records === undefined) {
    return problemAt(entry, [], "records is missing; name the records that are accepted");
  }
  return recordProblems(entry, covered.members["item"]);
}

function recordProblems(entry: ListEntry, item: unknown): readonly PathProblem[] {
  const { records } = entry.members;
  if (!Array.isArray(records) || !isItem(item)) return [];
  return records.flatMap((record: unknown, index) => {
    const issue = RECORD_IDS[item].safeParse(record).error?.issues[0];
    return issue === undefined
      ? []
      : problemAt(entry, ["records", index], `records[${index}] ${issue.message}`);
  });
}

function isItem(item: unknown): item is ItemId {
  return typeof item === "string" && Object.hasOwn(RECORD_IDS, item);
}

/** What a run kept of tags, as its evidence says; the usual tag where monitors were not asked for. */
export function policyTermsOf({ privacy, items }: Pick<Evidence, "privacy" | "items">): PolicyTerms {
  const monitors = items.find(({ id }) => id === "compliance-monitors");
  const tags = (monitors?.collection.requests ?? []).flatMap(({ query }) => query["monitor_tags"] ?? []);
  const tag = tags.find((each) => typeof each === "string");
  return { privacy: privacy.level, monitorTag: tag ?? "compliance" };
}

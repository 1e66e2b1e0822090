import type { AnyRecord, Evidence, Item, MonitorRecord } from "../evidence/schema.ts";
import type { Policy } from "../policy/schema.ts";
import { waivedRecords, type WaivedRecords } from "../policy/waivers.ts";
import { recordName } from "./record-names.ts";
import { joinWords, name, phrase, strong, time, type Phrase, type Words } from "./render/phrases.ts";
import { itemNames, reasonInWords } from "./words.ts";

/** Records of one name that a person must review, in one state. */
export interface ToReview {
  /** What they are, with their number where there are several. */
  readonly what: Words;
  readonly count: number;
  readonly label: string;
  /** The page of the first of them. */
  readonly link: string;
}

/** What was not obtained, or is in a state that is not known. */
export interface LossToReview {
  readonly items: readonly Item[];
  readonly words: Phrase;
}

/**
 * Why items need review as a whole, those with the same cause together. A reason of which `isSaid` knows that it is said
 * elsewhere is left out.
 */
export function lossesInWords(
  items: readonly Item[],
  isSaid: (message: string) => boolean = () => false,
): readonly LossToReview[] {
  const lost = items.filter(
    ({ collection, result }) => collection.status !== "complete" || result.state === "unknown",
  );
  const causes = Map.groupBy(lost, ({ collection, result }) =>
    [collection.status, (collection.reason ?? result.reason)?.message].join(" "),
  );
  return [...causes.values()].map((members) => ({ items: members, words: lossInWords(members, isSaid) }));
}

function lossInWords(items: readonly Item[], isSaid: (message: string) => boolean): Phrase {
  const named = itemNames(items);
  const [first] = items;
  const what = {
    complete: `The state of the ${named} is unknown.`,
    partial: `Only part of the ${named} was obtained.`,
    failed: `The ${named} were not obtained.`,
    skipped: `The ${named} were skipped.`,
  }[first?.collection.status ?? "failed"];
  const reason = first?.collection.reason ?? first?.result.reason ?? null;
  const gone = items.filter(
    ({ window, collection: { status } }) => window === null && (status === "partial" || status === "failed"),
  );
  const whose = gone.length === items.length ? "" : ` of the ${itemNames(gone)}`;
  return joinWords(
    [
      strong(what),
      ...(reason === null || isSaid(reason.message) ? [] : [reasonInWords(reason)]),
      ...(gone.length === 0 ? [] : [`A later run cannot recover this moment${whose}.`]),
    ],
    " ",
  );
}

/** Nobody would start on a longer list; the tables of the report have the rest. */
const MOST_NAMED = 20;

/**
 * The records of an item that a person must review. The first names are listed, each once with its number; the other
 * records are counted.
 */
export interface RecordsToReview {
  readonly item: Item;
  readonly named: readonly ToReview[];
  readonly more: number;
}

/**
 * The records that a person must review: critical signals that are not archived, failing monitors, muted or not, and
 * critical findings that are not muted. The items share the room for names, so that many of one item hide none of another. A waiver hides
 * no record: its id stands beside it.
 */
export function recordsToReview(
  { items, collectedAt }: Pick<Evidence, "items" | "collectedAt">,
  policy: Policy | null,
): readonly RecordsToReview[] {
  const urgent = items.map((item) => ({
    item,
    ...urgentRecords(item, waivedRecords(policy, { collectedAt, item: item.id })),
  }));
  const shares = fairShares(
    urgent.map(({ named }) => named.length),
    MOST_NAMED,
  );
  return urgent.map(({ item, named, more }, index) => {
    const share = shares[index] ?? 0;
    const others = named.slice(share).reduce((sum, { count }) => sum + count, 0);
    return { item, named: named.slice(0, share), more: more + others };
  });
}

/** Divides the room: each gets as much as the others until it has what it wants. */
function fairShares(wanted: readonly number[], room: number): readonly number[] {
  const shares = wanted.map(() => 0);
  for (let given = 0; given < room; given += 1) {
    const [next] = wanted
      .map((want, index) => ({ index, share: shares[index] ?? 0, isMet: (shares[index] ?? 0) >= want }))
      .filter(({ isMet }) => !isMet)
      .toSorted((one, other) => one.share - other.share);
    if (next === undefined) break;
    shares[next.index] = next.share + 1;
  }
  return shares;
}

/** The urgent records of an item by name, each name once, and the number of those that are not named. */
function urgentRecords({ records }: Item, waivedBy: WaivedRecords): Omit<RecordsToReview, "item"> {
  const groups = new Map<string, Alike>();
  let more = 0;
  for (const record of records) {
    const urgency = urgencyOf(record);
    if (urgency === null) continue;
    const { at, state } = urgency;
    const [label, waivers] = [recordName(record), waivedBy.get(record.id) ?? []];
    const key = JSON.stringify([state, label, waivers]);
    const group = groups.get(key);
    if (group !== undefined)
      groups.set(key, { ...group, count: group.count + 1, at: earliest(group.at, at) });
    else if (groups.size < MOST_NAMED)
      groups.set(key, { ...urgency, label, link: record.link, waivers, count: 1 });
    else more += 1;
  }
  const named = [...groups.values()].map(({ label, link, count, at, waivers, describe }): ToReview => {
    const waived = waivers.length === 0 ? "" : phrase`, waived by ${joinWords(waivers.map(name))}`;
    return { what: phrase`${describe(count, at)}${waived}`, count, label, link };
  });
  return { named, more };
}

/** What a record says that a person must review. */
interface Urgency {
  readonly at: string | null;
  readonly state: string;
  /** What so many records that read alike say, the earliest of them at that time. */
  readonly describe: (count: number, at: string | null) => Words;
}

/** Records that read alike: their number, and the earliest of their times. */
interface Alike extends Urgency, Omit<ToReview, "what"> {
  /** The waivers in force that name them. */
  readonly waivers: readonly string[];
}

/** Why a person must review the record; null where nobody must. */
function urgencyOf(record: AnyRecord): Urgency | null {
  if ("triage" in record) {
    // A signal under review is not done, and a triage state that we do not know counts as open.
    if (record.severity !== "critical" || record.triage.state === "archived") return null;
    const state = record.triage.state === "under_review" ? "under review" : "open";
    return {
      at: record.timestamp,
      state,
      describe: (count, at) =>
        count === 1
          ? phrase`Critical signal of ${time(at ?? "")}, ${state}`
          : phrase`${count} critical signals, the first of ${time(at ?? "")}, ${state}`,
    };
  }
  if ("verdict" in record) {
    if (record.verdict !== "failing") return null;
    const muted = muteInWords(record);
    return {
      at: record.stateSince,
      state: `${record.state}${muted}`,
      describe: (count, at) =>
        count === 1
          ? phrase`Monitor in state ${name(record.state)}${since(" since ", at)}${muted}`
          : phrase`${count} monitors in state ${name(record.state)}${since(", the first since ", at)}${muted}`,
    };
  }
  if (record.severity !== "critical" || record.muted) return null;
  return {
    at: record.firstSeen,
    state: "failing",
    describe: (count, at) => {
      const where = count === 1 ? "" : phrase` on ${count} resources`;
      return phrase`Critical posture check failing${where}${since(", first seen ", at)}`;
    },
  };
}

function muteInWords({ muted, mutedScope }: MonitorRecord): string {
  if (!muted) return "";
  return mutedScope === "part" ? ", muted in part" : ", muted";
}

function since(words: string, instant: string | null): Words {
  return instant === null ? "" : phrase`${words}${time(instant)}`;
}

/** Times of records are written alike, so their order is that of their text. */
function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}

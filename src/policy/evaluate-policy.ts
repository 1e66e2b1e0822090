import { parseInstant } from "../platform/time.ts";
import { sortRecords } from "../evidence/files/canonical.ts";
import { PUBLISHED_RULES } from "../evidence/rules/states.ts";
import { MOST_OFFENDERS } from "../evidence/schema.ts";
import type { AnyRecord, Evidence, ExpectationResult, Item } from "../evidence/schema.ts";
import { AGE_FIELDS, fieldReader, type RecordId } from "./fields.ts";
import type { Age, Condition, Demand, Expectation, Policy, Waiver } from "./schema.ts";
import { isInForce } from "./waivers.ts";

/** What results depend on. */
type Judged = Pick<Evidence, "rules" | "collectedAt" | "items">;

/** The result of each expectation, in the order of the file; null for rules that this program does not have. */
export function evaluatePolicy(
  { expectations, waivers }: Policy,
  { rules, collectedAt, items }: Judged,
): readonly ExpectationResult[] | null {
  if (!PUBLISHED_RULES.has(rules)) return null;
  const inForce = waivers.filter((waiver) => isInForce(waiver, collectedAt));
  const tallies = expectations.map((expectation) => ({
    expectation,
    tally: tallyOf(expectation, {
      collectedAt,
      waivers: inForce.filter(({ expect }) => expect === expectation.id),
    }),
  }));
  for (const item of items) {
    // Many records may be on disk, so they are read once for all expectations.
    const counting = tallies.filter(
      ({ expectation }) => expectation.item === item.id && expectation.demand.form !== "population",
    );
    if (counting.length === 0 || !isCollected(item)) continue;
    // Offenders are named in the order of the file, which a few records do not have while they are collected.
    const { records } = item;
    const inOrder: Iterable<AnyRecord> =
      records.lines === undefined ? sortRecords<AnyRecord>(records) : records;
    for (const record of inOrder) for (const { tally } of counting) tally.add(record);
  }
  return tallies.map(({ expectation, tally }) =>
    resultOf(
      expectation,
      tally,
      items.find(({ id }) => id === expectation.item),
    ),
  );
}

function isCollected({ collection: { status } }: Item): boolean {
  return status === "complete" || status === "partial";
}

/** The count of one expectation over the records. */
interface Tally {
  add(record: AnyRecord): void;
  read(item: Item): Reading;
}

interface Reading {
  /** Null where the source gives no number. */
  readonly measured: number | null;
  readonly offenders: ExpectationResult["offenders"];
  /** Whether what was read breaks the expectation, waivers aside. */
  readonly isShort: boolean;
  /** Whether waivers in force cover all of it. */
  readonly isCovered: boolean;
  /** Whether a record could not be judged, because a field or the time from which its age counts is not known. */
  readonly isDoubtful: boolean;
  readonly waivers: readonly string[];
}

function resultOf({ id, item, demand }: Expectation, tally: Tally, found: Item | undefined) {
  const limit = limitOf(demand);
  if (found === undefined || !isCollected(found)) {
    const nothing = { measured: null, limit, offenders: { count: 0, ids: [] }, waivers: [] };
    return { id, item, result: "unknown" as const, ...nothing };
  }
  const reading = tally.read(found);
  const { measured, offenders, waivers } = reading;
  const result = found.collection.status === "complete" ? judged(reading) : judgedInPart(demand, reading);
  return { id, item, result, measured, limit, offenders, waivers: [...waivers] };
}

function limitOf(demand: Demand): number {
  if (demand.form === "present") return demand.ids.length;
  return demand.form === "none" ? 0 : demand.least;
}

function judged({ measured, isShort, isCovered, isDoubtful }: Reading): ExpectationResult["result"] {
  if (isShort && !isCovered) return "broken";
  if (isDoubtful || measured === null) return "unknown";
  return isShort ? "accepted" : "met";
}

/** A part of the records proves nothing, except that one of them breaks what must not be there. */
function judgedInPart({ form }: Demand, { isShort, isCovered }: Reading): ExpectationResult["result"] {
  return form === "none" && isShort && !isCovered ? "broken" : "unknown";
}

interface TallyContext {
  readonly collectedAt: string;
  /** Those in force for this expectation. */
  readonly waivers: readonly Waiver[];
}

function tallyOf({ item, demand }: Expectation, { collectedAt, waivers }: TallyContext): Tally {
  if (demand.form === "present") return presentTally(demand.ids, waivers);
  if (demand.form === "atLeast") return leastTally(demand, waivers);
  if (demand.form === "population") {
    return { add() {}, read: ({ population: { size } }) => shortfall(size, demand.least, waivers) };
  }
  const isOlder = demand.age === null ? () => true : ageTest(AGE_FIELDS[item], demand.age, collectedAt);
  return noneTally(demand.where, { waivers, isOlder });
}

type DemandOf<Form> = Extract<Demand, { readonly form: Form }>;

function presentTally(ids: readonly RecordId[], waivers: readonly Waiver[]): Tally {
  const absent = new Set(ids);
  return {
    add: ({ id }) => absent.delete(id),
    read() {
      const offenders = offenderList(waivers);
      for (const id of absent) offenders.add(id);
      return { ...offenders.read(), measured: ids.length - absent.size, isDoubtful: false };
    },
  };
}

function leastTally({ least, where }: DemandOf<"atLeast">, waivers: readonly Waiver[]): Tally {
  const holds = conditionTest(where);
  let hits = 0;
  let doubtful = 0;
  return {
    add(record) {
      const isHit = holds(record);
      if (isHit === null) doubtful += 1;
      else if (isHit) hits += 1;
    },
    read() {
      // Records that may be hits could make up for what is missing, so the result is unknown.
      const read = shortfall(hits, least, waivers);
      return read.isShort && hits + doubtful >= least ? { ...read, isShort: false, isDoubtful: true } : read;
    },
  };
}

/** A number that should be at least another: a waiver covers the expectation as a whole. */
function shortfall(measured: number | null, least: number, waivers: readonly Waiver[]): Reading {
  const isShort = measured !== null && measured < least;
  return {
    measured,
    offenders: { count: 0, ids: [] },
    isShort,
    isCovered: waivers.length > 0,
    isDoubtful: false,
    waivers: isShort ? waivers.map(({ id }) => id) : [],
  };
}

/** Whether something holds of a record; null where that is not known. */
type RecordTest = (record: AnyRecord) => boolean | null;

function noneTally(
  where: Condition,
  { waivers, isOlder }: { readonly waivers: readonly Waiver[]; readonly isOlder: RecordTest },
): Tally {
  const holds = conditionTest(where);
  const offenders = offenderList(waivers);
  let isDoubtful = false;
  return {
    add(record) {
      const isHit = holds(record);
      if (isHit === false) return;
      const isOld = isOlder(record);
      if (isOld === false) return;
      if (isHit === null || isOld === null) isDoubtful = true;
      else offenders.add(record.id);
    },
    read() {
      const read = offenders.read();
      return { ...read, measured: read.offenders.count, isDoubtful };
    },
  };
}

/** Counts offenders, names the first of them, and which waivers cover some. */
function offenderList(waivers: readonly Waiver[]) {
  const covers = waivers.map(({ id, records }) => ({ id, records: new Set(records ?? []) }));
  const used = new Set<string>();
  const ids: RecordId[] = [];
  let count = 0;
  let uncovered = 0;
  return {
    add(id: RecordId): void {
      count += 1;
      if (ids.length < MOST_OFFENDERS) ids.push(id);
      const covering = covers.filter(({ records }) => records.has(id));
      if (covering.length === 0) uncovered += 1;
      for (const waiver of covering) used.add(waiver.id);
    },
    read: () => ({
      offenders: { count, ids: [...ids] },
      isShort: count > 0,
      isCovered: uncovered === 0,
      waivers: covers.flatMap(({ id }) => (used.has(id) ? [id] : [])),
    }),
  };
}

/**
 * Whether all fields of the condition hold; a field that is a list holds when one of its elements does. Null where
 * those that are known hold, and one is not known.
 */
function conditionTest(where: Condition): RecordTest {
  const fields = [...where].map(([field, values]) => ({
    field,
    read: fieldReader(field),
    values: new Set<unknown>(values),
  }));
  return (record) => {
    let isKnown = true;
    for (const { field, read, values } of fields) {
      const value = read(record);
      if (isUnknown(record, field)) isKnown = false;
      else if (!(Array.isArray(value) ? value.some((each) => values.has(each)) : values.has(value)))
        return false;
    }
    return isKnown ? true : null;
  };
}

/** Whether Datadog left open what the field says of this record: the scope of a mute that it does not name. */
function isUnknown(record: AnyRecord, field: string): boolean {
  return field === "mutedScope" && "mutedScope" in record && record.muted && record.mutedScope === null;
}

/** Whether a record is older than the age when it was collected; null where its time is not known for certain. */
function ageTest(field: string, { ms }: Age, collectedAt: string): RecordTest {
  const read = fieldReader(field);
  const now = Date.parse(collectedAt);
  return (record) => {
    const value = read(record);
    const time = typeof value === "string" ? parseInstant(value) : Number.NaN;
    return Number.isNaN(time) ? null : now - time > ms;
  };
}

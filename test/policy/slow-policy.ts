import type { Evidence, Item } from "../../src/evidence/schema.ts";

/** A policy as the file writes it. */
export interface RawPolicy {
  readonly expect: readonly RawExpectation[];
  readonly accept: readonly RawWaiver[];
}

export interface RawExpectation {
  readonly id: string;
  readonly item: Item["id"];
  readonly present?: readonly (string | number)[];
  readonly atLeast?: number;
  readonly where?: object;
  readonly none?: object;
  readonly olderThan?: string;
  readonly population?: { readonly atLeast: number };
}

export interface RawWaiver {
  readonly id: string;
  readonly expect: string;
  readonly records?: readonly (string | number)[];
  readonly since: string;
  readonly until: string;
  readonly why: string;
  readonly by: string;
}

/** The rules once more, from the words of the specification: plain, slow, and with nothing of the program. */
export function slowResults(policy: RawPolicy, evidence: Pick<Evidence, "items" | "collectedAt">) {
  return policy.expect.map((expectation) => {
    const { id, item: itemId } = expectation;
    const limit = expectation.present?.length ?? expectation.atLeast ?? expectation.population?.atLeast ?? 0;
    const item = evidence.items.find((each) => each.id === itemId);
    const status = item?.collection.status;
    if (item === undefined || status === "failed" || status === "skipped") {
      return verdict("unknown", { id, item: itemId, limit, measured: null });
    }
    const day = evidence.collectedAt.slice(0, 10);
    const waivers = policy.accept.filter(
      ({ expect, since, until }) => expect === id && since <= day && day <= until,
    );
    const records = [...item.records].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const isWhole = status === "complete";

    if (expectation.population !== undefined || expectation.atLeast !== undefined) {
      const measured =
        expectation.population === undefined
          ? records.filter((record) => isHit(record, expectation.where ?? {})).length
          : item.population.size;
      const isShort = measured !== null && measured < limit;
      let result = isShort ? "broken" : "met";
      if (isShort && waivers.length > 0) result = "accepted";
      if (!isWhole || measured === null) result = "unknown";
      return verdict(result, {
        id,
        item: itemId,
        limit,
        measured,
        waivers: isShort ? waivers.map((waiver) => waiver.id) : [],
      });
    }

    let offenders: readonly (string | number)[];
    let measured: number;
    let isUndated = false;
    if (expectation.present !== undefined) {
      const there = new Set(records.map((record) => record.id));
      offenders = expectation.present.filter((wanted) => !there.has(wanted));
      measured = expectation.present.filter((wanted) => there.has(wanted)).length;
    } else {
      const hits = records.filter((record) => isHit(record, expectation.none ?? {}));
      const ages = hits.map((record) => ageOf(record, itemId, evidence.collectedAt));
      const { olderThan } = expectation;
      isUndated = olderThan !== undefined && ages.includes(null);
      const offending = hits.filter((_, at) => {
        const age = ages[at] ?? null;
        return olderThan === undefined || (age !== null && age > minutesOf(olderThan) * 60_000);
      });
      offenders = offending.map((record) => record.id);
      measured = offenders.length;
    }
    const covers = waivers.filter(({ records: some = [] }) => some.some((each) => offenders.includes(each)));
    const open = offenders.filter(
      (offender) => !covers.some(({ records: some = [] }) => some.includes(offender)),
    );
    let result = "met";
    if (offenders.length > 0) result = "accepted";
    if (isUndated || !isWhole) result = "unknown";
    if (open.length > 0 && (isWhole || expectation.none !== undefined)) result = "broken";
    return verdict(result, {
      id,
      item: itemId,
      limit,
      measured,
      offenders,
      waivers: covers.map((waiver) => waiver.id),
    });
  });
}

function verdict(
  result: string,
  {
    offenders = [],
    waivers = [],
    ...rest
  }: {
    id: string;
    item: string;
    limit: number;
    measured: number | null;
    offenders?: readonly (string | number)[];
    waivers?: readonly string[];
  },
) {
  return { ...rest, result, offenders: { count: offenders.length, ids: offenders.slice(0, 20) }, waivers };
}

/** Signals by time, and then by id; ids of random monitors have one digit. */
function orderOf(record: { readonly id: string | number; readonly timestamp?: string }): string {
  return `${record.timestamp ?? ""} ${record.id}`;
}

function isHit(record: object, where: object): boolean {
  return Object.entries(where).every(([field, wanted]: [string, unknown]) => {
    let value: unknown = record;
    for (const name of field.split(".")) value = value === null ? null : Reflect.get(Object(value), name);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const allowed: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return values.some((each) => allowed.some((one) => one === each));
  });
}

function ageOf(record: object, item: Item["id"], collectedAt: string): number | null {
  const names = {
    "security-signals": "timestamp",
    "compliance-monitors": "stateSince",
    "cspm-findings": "firstSeen",
  };
  const time: unknown = Reflect.get(record, names[item]);
  return typeof time === "string" && time.endsWith("Z") ? Date.parse(collectedAt) - Date.parse(time) : null;
}

function minutesOf(age: string): number {
  const [days = "", times = ""] = age.slice(1).split("T");
  return partOf(days, "D") * 1440 + partOf(times, "H") * 60 + partOf(times, "M");
}

function partOf(text: string, unit: string): number {
  return Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
}

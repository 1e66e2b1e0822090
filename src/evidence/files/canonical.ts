import type { z } from "zod";

import { Evidence, RECORD_SCHEMAS, type AnyRecord, type Item } from "../schema.ts";

type JsonValue = z.core.util.JSONType;

/** Canonical JSON (RFC 8785 for the values we hash): members sorted, no white space. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = sortedEntries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`,
  );
  return `{${members.join(",")}}`;
}

/** The text of `evidence.json`: two-space indent, one newline at the end. Keys and records are in their order already. */
export function evidenceText(evidence: Evidence): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}

/** Yields the records of an item, and their keys, in the order of the file, one at a time, to avoid a second copy in memory. */
export function* readRecordsInOrder({ id, records }: Item): Generator<AnyRecord> {
  // Lines are in order already.
  if (records.lines !== undefined) yield* records;
  else for (const record of sortRecords<AnyRecord>(records)) yield RECORD_SCHEMAS[id].parse(record);
}

/** The same evidence in the order of the file: keys by the schema, signals by (timestamp, id), other records by id. */
export function sortEvidence(evidence: Evidence): Evidence {
  // Parsing rebuilds every object in the order of the schema's keys.
  const parsed = Evidence.parse(evidence);
  return { ...parsed, items: parsed.items.map(sortItem) };
}

function sortItem<Kind extends Item>(item: Kind): Kind {
  const requests = item.collection.requests.map((request) => ({
    ...request,
    query: sortMembers(request.query),
    body: sortMembers(request.body),
  }));
  return {
    ...item,
    collection: { ...item.collection, requests },
    records: sortRecords<AnyRecord>(item.records),
  };
}

type JsonMembers = Readonly<Record<string, JsonValue>>;

function sortedEntries(value: JsonMembers): [name: string, member: JsonValue][] {
  return Object.entries(value).toSorted(([a], [b]) => compareValues(a, b));
}

/** The members of a request have no order, so they are sorted by name. */
function sortMembers(value: JsonMembers): Record<string, JsonValue> {
  return Object.fromEntries(sortedEntries(value).map(([name, member]) => [name, sortJson(member)]));
}

function sortJson(value: JsonValue): JsonValue {
  if (value === null || typeof value !== "object") return value;
  return Array.isArray(value) ? value.map(sortJson) : sortMembers(value);
}

/** Records in the order of the file: signals by (timestamp, id), other records by id. */
export function sortRecords<R extends SortedRecord>(records: Iterable<R>): R[] {
  return [...records].toSorted(
    (a, b) => compareValues(a.timestamp ?? "", b.timestamp ?? "") || compareValues(a.id, b.id),
  );
}

/** The parts of a record that decide its place in the file. */
export interface SortedRecord {
  readonly id: string | number;
  readonly timestamp?: string;
}

/** By number or by code unit, never by locale: the order must not depend on the machine. */
function compareValues<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

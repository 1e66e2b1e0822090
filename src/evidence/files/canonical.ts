import type { z } from "zod";

import { Evidence, RECORDS } from "../schema.ts";
import type { AnyRecord, Item } from "../schema.ts";

type Json = z.core.util.JSONType;

/** Canonical JSON (RFC 8785 for the values we hash): members sorted, no white space. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}

/**
 * The text of `evidence.json`: keys in the schema's order, two-space indent,
 * one newline at the end, signals by (timestamp, id), other records by id.
 */
export function serialized(evidence: Evidence): string {
  return written(inFileOrder(evidence));
}

/** The text of evidence whose keys and records are in the order of the file already. */
export function written(evidence: Evidence): string {
  return `${JSON.stringify(evidence, null, 2)}\n`;
}

/** The records of an item in the order of the file, their keys as well, one at a time: a copy of all would be as large again. */
export function* recordsInFileOrder({ id, records }: Item): Generator<AnyRecord> {
  // Lines are in order already.
  if (records.lines !== undefined) yield* records;
  else for (const record of inOrder<AnyRecord>(records)) yield RECORDS[id].parse(record);
}

/** The same evidence with its keys and records in the order of the file. */
export function inFileOrder(evidence: Evidence): Evidence {
  // Parsing rebuilds every object in the order of the schema's keys.
  const parsed = Evidence.parse(evidence);
  return { ...parsed, items: parsed.items.map(itemInOrder) };
}

function itemInOrder(item: Item): Item {
  const requests = item.collection.requests.map((request) => ({
    ...request,
    query: sortedMembers(request.query),
    body: sortedMembers(request.body),
  }));
  const collection = { ...item.collection, requests };
  if (item.id === "security-signals") return { ...item, collection, records: inOrder(item.records) };
  if (item.id === "compliance-monitors") return { ...item, collection, records: inOrder(item.records) };
  return { ...item, collection, records: inOrder(item.records) };
}

/** What was asked has no order of its own, so it gets that of its names. */
function sortedMembers(value: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => compare(a, b))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

function sorted(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  return Array.isArray(value) ? value.map(sorted) : sortedMembers(value);
}

/** Records in the order in which they stand in the file. */
export function inOrder<R extends InFile>(records: Iterable<R>): R[] {
  return [...records].toSorted(compareInFile);
}

/** What a record's place in the file depends on. */
interface InFile {
  readonly id: string | number;
  readonly timestamp?: string;
}

/** Signals by (timestamp, id), other records by id. */
function compareInFile(a: InFile, b: InFile): number {
  return compare(a.timestamp ?? "", b.timestamp ?? "") || compare(a.id, b.id);
}

/** By number or by code unit, never by locale: the order must not depend on the machine. */
function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

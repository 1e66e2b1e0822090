import * as fc from "fast-check";
import { expect, test } from "vitest";

import { canonicalJson, sortRecords } from "../../../src/evidence/files/canonical.ts";
import type { AnyRecord, Evidence, Item } from "../../../src/evidence/schema.ts";
import {
  evidenceOf,
  finding,
  findingsItem,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
  serializeEvidence,
} from "../../support/evidence.ts";

type Json = Parameters<typeof canonicalJson>[0];

const many = (): Evidence =>
  evidenceOf([
    signalsItem([
      signal({ id: "b", timestamp: "2026-08-01T00:00:00Z" }),
      signal({ id: "a", timestamp: "2026-08-02T00:00:00Z" }),
      signal({ id: "c", timestamp: "2026-08-02T00:00:00Z" }),
    ]),
    monitorsItem([monitor({ id: 2 }), monitor({ id: 10 }), monitor({ id: 111 })]),
    findingsItem([1, 2, 3].map((n) => finding({ id: `hmac-sha256:${String(n).repeat(64)}` }))),
  ]);

test("evidence is indented by two spaces and ends with one newline", () => {
  const text = serializeEvidence(evidenceOf());

  expect(text).toMatch(
    /^\{\n {2}"schema": "datadog-evidence\/v1",\n {2}"rules": \d+,\n {2}"mapping": \{\n {4}"/,
  );
  expect(text).toMatch(/[^\n]\n$/);
});

test("evidence has its keys in the order of the contract", () => {
  const written: Evidence = JSON.parse(serializeEvidence(evidenceOf()));

  expect(Object.keys(written).join(" ")).toBe(
    "schema rules mapping stream startedAt collectedAt validUntil source collector run privacy outcome frameworks policy items",
  );
  for (const item of written.items) {
    expect(Object.keys(item).join(" ")).toBe(
      "id title link controls window population collection result records caveats",
    );
    expect(Object.keys(item.collection).join(" ")).toBe(
      "status grade reason requests received unique sourceTotal checks",
    );
  }
  const [signals, monitors, findings] = written.items.map(({ result }) => Object.keys(result.counts ?? {}));
  expect(signals).toEqual(["critical", "high", "total", "open", "underReview", "archived"]);
  expect(monitors).toEqual(["total", "passing", "failing", "notEvaluated", "muted"]);
  expect(findings).toEqual(["critical", "high", "total", "muted"]);
});

test("any order of keys and of records gives the same bytes", () => {
  const expected = serializeEvidence(many());

  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const mixed = shuffledKeys(shuffledRecords(many(), numbers), numbers);

      expect(serializeEvidence(mixed)).toBe(expected);
    }),
    { numRuns: 50 },
  );
});

test("signals stand by time and then by id, monitors by number, findings by id", () => {
  const written: Evidence = JSON.parse(serializeEvidence(many()));

  const ids = written.items.map(({ records }) => [...records].map(({ id }) => id));
  expect(ids[0]).toEqual(["b", "a", "c"]);
  expect(ids[1]).toEqual([2, 10, 111]);
  expect(sortRecords([{ id: "ö" }, { id: "z" }, { id: "Z" }]).map(({ id }) => id)).toEqual(["Z", "z", "ö"]);
});

test("canonical JSON sorts members at every level and says the same for equal values", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "é" })).toBe('{"a":"é","b":[{"c":null,"d":1}]}');
  fc.assert(
    fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, numbers) => {
      const plain: Json = JSON.parse(JSON.stringify(value));
      expect(canonicalJson(shuffledKeys(plain, numbers))).toBe(canonicalJson(plain));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
    }),
  );
});

function shuffledRecords(evidence: Evidence, numbers: Iterator<number>): Evidence {
  const shuffledItem = <Kind extends Item>(item: Kind): Kind => ({
    ...item,
    records: shuffled<AnyRecord>([...item.records], numbers),
  });
  return { ...evidence, items: evidence.items.map(shuffledItem) };
}

function shuffledKeys<T>(value: T, numbers: Iterator<number>): T;
function shuffledKeys(value: unknown, numbers: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => shuffledKeys(each, numbers));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, member]) => [key, shuffledKeys(member, numbers)] as const);
  return Object.fromEntries(shuffled(entries, numbers));
}

function shuffled<T>(values: readonly T[], numbers: Iterator<number, unknown>): T[] {
  return values
    .map((value) => ({ value, rank: Number(numbers.next().value) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

import { array, assert, constantFrom, integer, oneof, property, record, string, tuple } from "fast-check";
import { expect, test } from "vitest";

import { DigestSet } from "../../../src/collectors/store/digest-set.ts";
import { readRecords, type LinePlace } from "../../../src/collectors/store/record-lines.ts";
import { RecordIndex } from "../../../src/collectors/store/record-index.ts";
import { RecordSpool } from "../../../src/collectors/store/spool.ts";
import { sortRecords } from "../../../src/evidence/files/canonical.ts";

interface Kept {
  readonly id: string | number;
  readonly timestamp?: string;
  readonly says: number;
}

const spool = new RecordSpool();

function written(kept: Kept): LinePlace {
  const line = Buffer.from(`${JSON.stringify(kept)}\n`);
  return { at: spool.append(line), length: line.length };
}

function recordsIn(register: RecordIndex): readonly Kept[] {
  return [...readRecords<Kept>(spool, register.lines(spool))];
}

const id = oneof(constantFrom("a", "b", "aa", "Z", "ö", "\u{10000}", "\uffee"), string());
/** As Datadog writes them, with and without fractions, and as nobody does. */
const timestamp = oneof(
  constantFrom(
    "2026-11-22T06:17:31.000Z",
    "2026-11-22T06:17:31Z",
    "2026-11-22T06:17:31.5Z",
    "2026-11-22T06:17:31.250Z",
    "2026-11-22T07:17:31.250+01:00",
    "2026-02-30T00:00:00.000Z",
    "1969-12-31T23:59:59.999Z",
    "Sun, 22 Nov 2026 06:17:31 GMT",
    // Their code units do not sort as their numbers do.
    "+010000-01-01T00:00:00.000Z",
    "-000001-01-01T00:00:00.000Z",
    "-000002-01-01T00:00:00.000Z",
  ),
  integer({ min: 0, max: 4_000 }).map((ms) =>
    new Date(Date.parse("2026-11-22T06:00:00Z") + ms).toISOString(),
  ),
);

test("ids are numbered as they come, and each once", () => {
  assert(
    property(array(id, { maxLength: 2000 }), (ids) => {
      const digests = new DigestSet();
      const expected = [...new Set(ids)];

      expect(ids.map((each) => digests.add(each))).toEqual(ids.map((each) => expected.indexOf(each)));
      expect(digests.size).toBe(expected.length);
    }),
  );
});

test("thousands of ids are told apart, also after they were taken over by another", () => {
  const [digests, other] = [new DigestSet(), new DigestSet()];
  const ids = Array.from({ length: 20_000 }, (_, nth) => `signal-${nth}`);
  for (const each of ids) digests.add(each);
  other.add("before");
  for (const nth of ids.keys()) other.addFrom(digests, nth);

  expect(digests.size).toBe(ids.length);
  expect(ids.map((each) => digests.add(each))).toEqual([...ids.keys()]);
  expect(ids.map((each) => other.add(each))).toEqual(Array.from(ids.keys(), (nth) => nth + 1));
  expect(digests.hasFrom(other, 0)).toBe(false);
  expect(digests.hasFrom(other, 1)).toBe(true);
});

test("records stand in the order of the file, in whatever order they came", () => {
  const one = record({ id, timestamp, says: integer() });
  assert(
    property(array(one, { maxLength: 60 }), (all) => {
      const register = new RecordIndex();
      for (const each of all) register.put(each, written(each), null);
      const last = new Map(all.map((each) => [each.id, each]));

      expect(recordsIn(register)).toEqual(sortRecords(last.values()));
    }),
  );
});

test.each([
  ["numbers", integer()],
  ["texts", id],
])("records without a time stand by their ids, which are %s", (_, ids) => {
  const one = record({ id: ids, says: integer() });
  assert(
    property(array(one, { maxLength: 60 }), (all) => {
      const register = new RecordIndex();
      for (const each of all) register.put(each, written(each), null);
      const last = new Map<string | number, Kept>(all.map((each) => [each.id, each]));

      expect(recordsIn(register)).toEqual(sortRecords(last.values()));
    }),
  );
});

test("a record is as it was last seen, kept or left out, and whoever read later has seen it last", () => {
  const seen = tuple(constantFrom("a", "b", "c", "d"), oneof(integer(), constantFrom("left out")));
  assert(
    property(array(array(seen, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), (slices) => {
      const registers = slices.map((slice) => {
        const register = new RecordIndex();
        for (const [each, says] of slice) {
          if (typeof says === "string") register.leaveOut(each, { excluded: says });
          else
            register.put({ id: each }, written({ id: each, says }), {
              remarks: [],
              redactions: 1,
              name: null,
            });
        }
        return register;
      });
      const whole = new RecordIndex();
      for (const register of registers) whole.merge(register);

      const last = new Map(slices.flat());
      const expected = [...last].filter(([, says]) => says !== "left out");
      expect(whole.size).toBe(last.size);
      expect(recordsIn(whole)).toEqual(sortRecords(expected.map(([each, says]) => ({ id: each, says }))));
      expect([...whole.notes()].filter((note) => "excluded" in note)).toHaveLength(
        last.size - expected.length,
      );
      expect(whole.countIn(registers)).toBe(last.size);
    }),
  );
});

test("what a look saw and no slice gave again is found missing", () => {
  const [look, one, other] = [new RecordIndex(), new RecordIndex(), new RecordIndex()];
  for (const each of ["a", "b", "c"]) look.put({ id: each }, written({ id: each, says: 1 }), null);
  one.put({ id: "a" }, written({ id: "a", says: 1 }), null);
  other.leaveOut("c", { excluded: "it does not belong" });

  expect(look.countIn([one, other])).toBe(2);
});

import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { readRecords, type LinePlaces } from "../../../src/collectors/store/record-lines.ts";
import { RecordSpool } from "../../../src/collectors/store/spool.ts";
import { readBytes } from "../../../src/evidence/file.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import { RECORD_SCHEMAS, type Evidence, type SignalRecord } from "../../../src/evidence/schema.ts";
import { evidenceOf, signal, signalsItem } from "../../support/evidence.ts";

interface Kept {
  readonly id: number;
  readonly name: string;
}

/** Larger together than a piece that is read in one, with characters of every length. */
const ALL: readonly Kept[] = Array.from({ length: 5000 }, (_, id) => ({
  id,
  name: `${"aé€😀".repeat(id % 50)}\n`,
}));

/** A spool whose disk loses a bit once it is worn. */
class WornSpool extends RecordSpool {
  isWorn = false;

  override read(...asked: Parameters<RecordSpool["read"]>): Buffer {
    const bytes = Buffer.from(super.read(...asked));
    if (this.isWorn) bytes.writeUInt8(bytes.readUInt8(0) ^ 1);
    return bytes;
  }
}

/** The lines of the last so many, the last one first. */
function written(spool: RecordSpool, count = ALL.length): LinePlaces {
  const lines = ALL.map((each) => {
    const line = Buffer.from(`${JSON.stringify(each)}\n`);
    return { at: spool.append(line), length: line.length };
  })
    .toReversed()
    .slice(0, count);
  return { length: count, size: lines.reduce((sum, { length }) => sum + length, 0), all: () => lines };
}

test("records that are lines are walked through as often as one likes, in the order that was asked for", () => {
  using spool = new RecordSpool({ inMemory: 0 });
  const records = readRecords<Kept>(spool, written(spool), 0);
  // What comes later lies behind them and is none of them.
  spool.append(Buffer.from("something else\n"));

  expect(records).toHaveLength(ALL.length);
  expect([...records]).toEqual(ALL.toReversed());
  expect(
    records
      .values()
      .filter(({ id }) => id < 2)
      .toArray(),
  ).toEqual([ALL[1], ALL[0]]);
  expect([...records]).toEqual(ALL.toReversed());
});

test("their text is that of an NDJSON file, with its size and its digest", () => {
  using spool = new RecordSpool();
  const { lines } = readRecords<Kept>(spool, written(spool), 0);
  const text = ALL.toReversed()
    .map((each) => `${JSON.stringify(each)}\n`)
    .join("");

  expect(Buffer.concat([...(lines?.pieces() ?? [])]).toString()).toBe(text);
  expect(lines?.size).toBe(Buffer.byteLength(text));
  expect(lines?.sha256).toBe(createHash("sha256").update(text).digest("hex"));
});

test("what the disk gives back otherwise than it was written is not taken for the file that was signed", () => {
  using spool = new WornSpool();
  const { lines } = readRecords<Kept>(spool, written(spool), 0);
  expect([...(lines?.pieces() ?? [])].length).toBeGreaterThan(1);

  spool.isWorn = true;

  expect(() => [...(lines?.pieces() ?? [])]).toThrow("the records were not read back as they were written");
});

test("few records are a list", () => {
  using spool = new RecordSpool();

  expect(readRecords<Kept>(spool, written(spool, 100))).toEqual(ALL.toReversed().slice(0, 100));
  expect(readRecords<Kept>(spool, written(spool, 0), 0)).toEqual([]);
});

test.each([
  ["in evidence.json", 10_000_000],
  ["beside it", 20_000],
])("records that are lines give the same files, byte by byte, as those of a list: %s", (_, largest) => {
  using spool = new RecordSpool({ inMemory: 0 });
  const all = Array.from({ length: 400 }, (__, nth) =>
    signal({ id: `AQ-${1000 + nth}`, title: `“${nth}” é\u2028` }),
  );
  const lines = all.map((each) => ({
    at: spool.write(`${JSON.stringify(RECORD_SCHEMAS["security-signals"].parse(each))}\n`),
    each,
  }));
  const places = lines.map(({ at }, nth) => ({ at, length: (lines[nth + 1]?.at ?? spool.size) - at }));
  const size = spool.size;
  const held = readRecords<SignalRecord>(spool, { length: all.length, size, all: () => places }, 0);
  const [listed, spooled] = [all, held].map((records) => evidenceOf([{ ...signalsItem(all), records }]));

  const files = (evidence: Evidence | undefined) =>
    evidenceFiles(evidence ?? evidenceOf([]), largest).map((file) => [
      file.name,
      file.size,
      file.sha256,
      readBytes(file).toString("latin1"),
    ]);
  expect(held.lines).toBeDefined();
  expect(files(spooled)).toEqual(files(listed));
  expect(files(spooled)).toHaveLength(largest < size ? 2 : 1);
});

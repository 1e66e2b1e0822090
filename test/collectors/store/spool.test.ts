import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { array, assert, integer, nat, property } from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { RecordSpool } from "../../../src/collectors/store/spool.ts";

const BLOCK = 1024 * 1024;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "spool-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** So many bytes, none of which look like those of another part. */
function part(nth: number, size: number): Buffer {
  return Buffer.alloc(size, `${nth},`);
}

test.each([
  ["in memory", 100],
  ["in a file but for what is being written", 0],
  ["in memory first and then in a file", 1],
])("what is appended is read back by its place: %s", (_, inMemory) => {
  const sizes = array(integer({ min: 1, max: BLOCK }), { minLength: 1, maxLength: 12 });
  assert(
    property(sizes, nat(), nat(), (all, from, length) => {
      using spool = new RecordSpool({ folder, inMemory });
      const parts = all.map((size, nth) => part(nth, size));
      const places = parts.map((bytes) => spool.append(bytes));
      const whole = Buffer.concat(parts);

      for (const [nth, bytes] of parts.entries()) {
        expect(spool.read(places[nth] ?? -1, bytes.length).equals(bytes)).toBe(true);
      }
      const at = from % whole.length;
      const end = at + (length % (whole.length - at + 1));
      expect(spool.read(at, end - at).equals(whole.subarray(at, end))).toBe(true);
      expect(spool.size).toBe(whole.length);
    }),
    { numRuns: 30 },
  );
});

test("one part may be larger than a block, and than several", () => {
  using spool = new RecordSpool({ folder, inMemory: 0 });
  const large = part(7, 3 * BLOCK + 5);
  spool.append(Buffer.from("before"));

  expect(spool.read(spool.append(large), large.length).equals(large)).toBe(true);
});

test("the file has no name, so that nothing of it can stay behind", async () => {
  using spool = new RecordSpool({ folder, inMemory: 0 });
  spool.append(part(1, 3 * BLOCK));

  expect(await readdir(folder)).toEqual([]);
  expect(spool.read(0, BLOCK).equals(part(1, BLOCK))).toBe(true);
});

test("where there is no disk to write to, everything stays in memory", () => {
  using spool = new RecordSpool({ folder: path.join(folder, "not", "there"), inMemory: 0 });
  const bytes = part(1, 3 * BLOCK);
  spool.append(bytes);

  expect(spool.read(0, bytes.length).equals(bytes)).toBe(true);
});

test("once it is done with, nothing can be read of it", () => {
  const spool = new RecordSpool({ folder, inMemory: 0 });
  spool.append(part(1, 3 * BLOCK));
  spool[Symbol.dispose]();

  expect(() => spool.read(0, 1)).toThrow("the spool has nothing at this place");
});

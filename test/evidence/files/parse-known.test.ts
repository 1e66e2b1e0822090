import { readFile } from "node:fs/promises";
import path from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";

import { BundleShape } from "../../../src/bundle/bundle-shape.ts";
import { ChainStatement } from "../../../src/bundle/statement.ts";
import { BUNDLE_NAME } from "../../../src/evidence/files/evidence-files.ts";
import { parseKnown } from "../../../src/evidence/files/parse-known.ts";
import { Evidence } from "../../../src/evidence/schema.ts";
import { collected } from "../../collectors/collecting.ts";
import { WrittenStream } from "../../support/stream.ts";
import { temporaryFolder } from "../../support/temp.ts";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = { Evidence, ChainStatement, BundleShape };

/** What our own program writes, as text: evidence of every item, and the statement and the bundle of a second run. */
async function documents(): Promise<ReadonlyMap<string, string>> {
  await using root = await temporaryFolder();
  const { evidence } = await collected();
  const stream = new WrittenStream(root.path);
  await stream.add(evidence);
  const { folder, statement } = await stream.add({ ...evidence, collectedAt: "2026-11-23T06:17:31Z" });
  return new Map([
    ["Evidence", await readFile(path.join(folder, "evidence.json"), "utf8")],
    ["ChainStatement", JSON.stringify(statement)],
    ["BundleShape", await readFile(path.join(folder, BUNDLE_NAME), "utf8")],
  ]);
}

test("takes what our own program wrote as it is", async () => {
  for (const [name, text] of await documents()) {
    const value: unknown = JSON.parse(text);
    const read = parseKnown(schemaNamed(name), value);

    expect(read.data).toBe(value);
    expect(JSON.stringify(schemaNamed(name).parse(value))).toBe(JSON.stringify(value));
  }
});

/** What is put in the place of something, so that some of it is refused, and some of it is read as something else. */
const OTHERS = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  [],
  {},
  [null],
  { id: "x" },
  "",
  "open",
  "a".repeat(64),
  "a".repeat(200),
  "\u2028\ud83d\ude00",
  "hmac-sha256:",
  "a\nb",
  " https://example.com ",
  "https://exa\nmple.com",
  "https://example.com",
  "https:",
  "example.com",
  "2026-11-22T06:17:31Z",
  "2026-11-22T06:17:31.5Z",
  "2026-02-30T06:17:31Z",
  "2026-11-22T06:17:31+01:00",
] as const;

test("answers as the schema does whatever is changed", async () => {
  const written = [...(await documents())];
  const change = fc.record({
    which: fc.nat(written.length - 1),
    place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    how: fc.constantFrom("replace", "remove", "add", "turn", "proto"),
    other: fc.constantFrom<unknown>(...OTHERS),
  });
  const answers = { accepted: 0, refused: 0 };

  fc.assert(
    fc.property(change, ({ which, place, how, other }) => {
      const [name, text] = written[which] ?? ["", ""];
      const schema = schemaNamed(name);
      const changed: unknown = JSON.parse(changedText(text, { place, how, other }));
      const expected = schema.safeParse(structuredClone(changed));
      const actual = parseKnown(schema, changed);

      answers[expected.success ? "accepted" : "refused"] += 1;
      expect(actual.success).toBe(expected.success);
      expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
      expect(actual.error?.issues).toEqual(expected.error?.issues);
    }),
    { numRuns: 1000 },
  );

  expect(answers.accepted).toBeGreaterThan(50);
  expect(answers.refused).toBeGreaterThan(50);
});

/** The text with one change at the place, between the beginning and the end of all that it holds. */
function changedText(
  text: string,
  { place, how, other }: { readonly place: number; readonly how: string; readonly other: unknown },
): string {
  const whole: unknown = JSON.parse(text);
  const parents: object[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Object.keys(value).length > 0) parents.push(value);
    Object.values(value).forEach(visit);
  };
  visit(whole);
  // Most objects are records; equal shares for each depth would be no better, so the place alone decides.
  const parent = parents[Math.floor(place * parents.length)] ?? {};
  const names = Object.keys(parent);
  const name = names[Math.floor(((place * parents.length) % 1) * names.length)] ?? "";
  if (how === "replace") Reflect.set(parent, name, other);
  if (how === "remove") Reflect.deleteProperty(parent, name);
  if (how === "add") Reflect.set(parent, "another", other);
  if (how === "turn" && !Array.isArray(parent)) {
    const value: unknown = Reflect.get(parent, name);
    Reflect.deleteProperty(parent, name);
    Reflect.set(parent, name, value);
  }
  if (how === "proto") Object.defineProperty(parent, "__proto__", { value: other, enumerable: true });
  return JSON.stringify(whole);
}

function schemaNamed(name: string): z.ZodType {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new Error(`no schema ${name}`);
  return schema;
}

import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";

import { sortEvidence } from "../../../src/evidence/files/canonical.ts";
import { readBytes } from "../../../src/evidence/file.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import { readEvidence } from "../../../src/evidence/files/reassembly.ts";
import {
  evidenceOf,
  finding,
  findingsItem,
  monitorsItem,
  signal,
  signalsItem,
} from "../../support/evidence.ts";

const NAME = "records-security-signals.ndjson";
const evidence = evidenceOf([
  signalsItem([signal(), signal({ id: "AQ-2", title: "\u2028 two\nlines" })]),
  monitorsItem(),
  findingsItem([finding()]),
]);

function split(largest: number): Map<string, Buffer> {
  return new Map(evidenceFiles(evidence, largest).map((file) => [file.name, readBytes(file)]));
}

test("whatever moved out of evidence.json comes back as it was", () => {
  assert(
    property(integer({ min: 0, max: 12_000 }), (largest) => {
      expect(readEvidence(split(largest))).toEqual({ evidence: sortEvidence(evidence) });
    }),
    { numRuns: 30 },
  );
});

function changed(change: (files: Map<string, Buffer>) => void): string {
  const files = split(0);
  change(files);
  const answer = readEvidence(files);
  return "trouble" in answer ? answer.trouble : "no trouble";
}

test.each<readonly [string, (files: Map<string, Buffer>) => unknown, string]>([
  ["evidence.json is gone", (files) => files.delete("evidence.json"), "evidence.json is missing"],
  ["a records file is gone", (files) => files.delete(NAME), `${NAME}, which holds the records, is missing`],
  [
    "a record was taken out",
    (files) => files.set(NAME, (files.get(NAME) ?? Buffer.alloc(0)).subarray(0, -1)),
    `${NAME} is not one JSON object per line`,
  ],
  [
    "another records file took its place",
    (files) => files.set(NAME, Buffer.from('{"id":"x"}\n')),
    `${NAME} is not the file that evidence.json names`,
  ],
  [
    "a line is no object",
    (files) => files.set(NAME, Buffer.from("7\n")),
    `${NAME} is not one JSON object per line`,
  ],
  [
    "evidence.json still holds its records",
    (files) => {
      const whole = split(100_000).get("evidence.json");
      files.set("evidence.json", whole ?? Buffer.alloc(0));
    },
    `${NAME} is there, but evidence.json does not name it`,
  ],
  [
    "evidence.json is damaged",
    (files) => files.set("evidence.json", Buffer.from("{")),
    "evidence.json is not JSON",
  ],
  [
    "evidence.json is of another kind",
    (files) => files.set("evidence.json", Buffer.from("{}")),
    "evidence.json does not follow its schema",
  ],
])("when %s, a sentence says so", (_, change, trouble) => {
  expect(changed(change)).toBe(trouble);
});

test("a records file of an item that was not asked for is no part of the evidence", () => {
  const files = new Map(
    evidenceFiles(evidenceOf([monitorsItem()])).map((file) => [file.name, readBytes(file)] as const),
  );
  files.set(NAME, Buffer.from(""));

  expect(readEvidence(files)).toEqual({ trouble: `${NAME} belongs to no item` });
});

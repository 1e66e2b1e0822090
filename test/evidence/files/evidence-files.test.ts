import { expect, test } from "vitest";

import { sha256 } from "../../../src/evidence/digest.ts";
import { readBytes, type EvidenceFile } from "../../../src/evidence/file.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../../src/bundle/run-path.ts";
import { Evidence } from "../../../src/evidence/schema.ts";
import { makeStatement } from "../../../src/bundle/statement.ts";
import {
  evidenceOf,
  findingsItem,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
  serializeEvidence,
} from "../../support/evidence.ts";

const signals = Array.from({ length: 300 }, (_, n) =>
  signal({ id: `AQ-${String(999 - n)}`, title: "x".repeat(100) }),
);
const monitors = Array.from({ length: 30 }, (_, n) => monitor({ id: n + 1 }));
const large = (): Evidence => evidenceOf([signalsItem(signals), monitorsItem(monitors), findingsItem()]);
const assurance = { signing: "key", timestamp: false, log: false } as const;

test("evidence that fits is one file", () => {
  const files = evidenceFiles(evidenceOf());

  expect(files.map(({ name }) => name)).toEqual(["evidence.json"]);
  expect(textOf(files[0])).toBe(serializeEvidence(evidenceOf()));
});

test("whatever the records, the file is the text of the evidence", () => {
  const odd = '\n      "records": [],\n';
  for (const items of [
    [signalsItem([]), monitorsItem([]), findingsItem([])],
    [signalsItem([signal({ title: odd })]), monitorsItem([monitor({ name: "\u2028é" })])],
    [signalsItem(Array.from({ length: 2500 }, (_, n) => signal({ id: `AQ-${n}` })))],
  ]) {
    const evidence = evidenceOf(items);

    expect(textOf(evidenceFiles(evidence)[0])).toBe(serializeEvidence(evidence));
  }
});

test("the records of the largest item move out, whole and in order, and the rest stays", () => {
  const [main, moved, ...more] = evidenceFiles(large(), 60_000);

  const written = Evidence.parse(JSON.parse(textOf(main)));
  const lines = textOf(moved).trimEnd().split("\n");
  const [lightened, ...others] = written.items;
  expect(main?.size).toBeLessThanOrEqual(60_000);
  expect(moved?.name).toBe("records-security-signals.ndjson");
  expect(more).toEqual([]);
  expect(lines.map(idOf)).toEqual(signals.map(({ id }) => id).toSorted());
  expect(lightened?.records).toEqual([]);
  expect(lightened?.result).toEqual(large().items[0]?.result);
  expect(lightened?.collection).toEqual(large().items[0]?.collection);
  expect(lightened?.caveats.at(-1)).toBe(
    `the 300 records are in records-security-signals.ndjson, sha256 ${sha256(textOf(moved))}`,
  );
  expect(others).toEqual(large().items.slice(1));
});

test("moved records have their keys in the order of the schema", () => {
  const mixed = signals.map(({ id, ...rest }) => Object.assign(rest, { id }));

  const [, plain] = evidenceFiles(large(), 60_000);
  const [, shuffled] = evidenceFiles(evidenceOf([signalsItem(mixed), monitorsItem(monitors)]), 60_000);

  expect(textOf(shuffled)).toBe(textOf(plain));
});

test("more items move when one is not enough, and each is a subject of the statement", () => {
  const files = evidenceFiles(large(), 1);

  const names = files.map(({ name }) => name);
  const { subject } = makeStatement(large(), { files, tail: null, assurance });
  expect(names).toEqual([
    "evidence.json",
    "records-security-signals.ndjson",
    "records-compliance-monitors.ndjson",
    "records-cspm-findings.ndjson",
  ]);
  expect(subject).toEqual(
    files.map((file) => ({ name: file.name, digest: { sha256: sha256(textOf(file)) } })),
  );
});

test("evidence.json stays under 10 MB by default", () => {
  const records = Array.from({ length: 20_000 }, (_, n) => signal({ id: `AQ-${n}`, title: "é".repeat(200) }));

  const [main, moved] = evidenceFiles(evidenceOf([signalsItem(records)]));

  expect(main?.size).toBeLessThan(10_000_000);
  expect(textOf(moved).match(/\n/g)).toHaveLength(20_000);
});

test("the folder of a run follows from its time, run and attempt", () => {
  const run = { id: "local-0a1b2c3d", attempt: 2, github: null };

  expect(runPath({ collectedAt: "2026-11-22T06:17:31Z", run })).toBe(
    "2026/2026-11-22/061731Z-local-0a1b2c3d-2",
  );
});

function textOf(file: EvidenceFile | undefined): string {
  return file === undefined ? "" : readBytes(file).toString();
}

function idOf(line: string): string {
  const { id }: { id: string } = JSON.parse(line);
  return id;
}

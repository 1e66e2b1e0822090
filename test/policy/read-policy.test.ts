import { readFile } from "node:fs/promises";
import path from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";

import { RECORD_SCHEMAS } from "../../src/evidence/schema.ts";
import { CONDITIONS } from "../../src/policy/fields.ts";
import { problemLine } from "../../src/policy/read-file.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { EXAMPLE, policyText, TERMS } from "./policies.ts";

const isBySchema = await jsonSchema();
const [MONITORS] = [{ id: "named", item: "compliance-monitors", present: [41201096] }] as const;
const PSEUDONYM = `hmac-sha256:${"0".repeat(64)}`;
const WAIVER = {
  id: "EX-1",
  expect: "none-critical",
  records: [PSEUDONYM],
  since: "2026-11-01",
  until: "2026-11-30",
  why: "known",
  by: "head of platform",
};
const FINDINGS = { id: "none-critical", item: "cspm-findings", none: { severity: "critical" } };

function problemsOf(text: string | Buffer, terms: typeof TERMS | null = TERMS): readonly string[] {
  const read = readPolicy(Buffer.from(text), terms);
  return "problems" in read ? read.problems.map((problem) => problemLine("policy.json", problem)) : [];
}

test("reads the example of the documentation, which its JSON Schema takes as well", () => {
  const text = policyText(EXAMPLE);

  const read = readPolicy(Buffer.from(text), TERMS);

  expect(read).toMatchObject({
    policy: {
      expectations: EXAMPLE.expect.map(({ id, item }) => ({ id, item, title: null })),
      waivers: [{ id: "EX-12", ticket: "SEC-812" }],
    },
  });
  expect(isBySchema(JSON.parse(text))).toBe(true);
});

test("says everything that is wrong at once, each with its line and id", () => {
  const text = `{
  "schema": "datadog-evidence/policy/v1",
  "expect": [
    { "id": "named-monitors",
      "item": "compliance-monitors",
      "present": [1, "2"],
      "olderThan": "PT1H" },
    { "id": "named-monitors", "item": "monitors", "present": [1] },
    { "id": "critical",
      "item": "security-signals",
      "none": { "severity": "medium", "titel": "x" } }
  ],
  "accept": [
    { "id": "EX-1", "expect": "nothing", "records": [1],
      "since": "2026-11-01T00:00:00",
      "until": "2026-11-30",
      "by": "head of platform" }
  ],
  "note": "here"
}`;

  expect(problemsOf(text)).toEqual([
    "policy.json:6: named-monitors: present[1] must be the id of a monitor, a whole number",
    "policy.json:7: named-monitors: olderThan can only stand beside none",
    "policy.json:8: named-monitors: item must be one of security-signals, compliance-monitors, cspm-findings",
    "policy.json:8: named-monitors: id is the same as that of an entry above",
    'policy.json:11: critical: none.severity must be "critical" or "high", or a list of such values',
    "policy.json:11: critical: none.titel is not known; check its spelling",
    "policy.json:14: EX-1: why is missing",
    'policy.json:14: EX-1: expect: no expectation has the id "nothing"',
    "policy.json:15: EX-1: since must be a day in UTC, such as 2026-11-01",
    "policy.json:19: note is not known; check its spelling",
  ]);
});

/** One thing that is wrong each, and the sentence about it; whether the JSON Schema sees it too. */
const REFUSED: readonly (readonly [string, Parameters<typeof policyText>[0], string, ("schema" | "")?])[] = [
  ["no expectation", { expect: [] }, "expect", "schema"],
  ["an id of capitals", { expect: [{ ...MONITORS, id: "Named" }] }, "id must be lower-case", "schema"],
  ["an id twice", { expect: [MONITORS, MONITORS] }, "id is the same as"],
  ["an unknown item", { expect: [{ ...MONITORS, item: "monitors" }] }, "item must be one of", "schema"],
  [
    "no form",
    { expect: [{ id: "a", item: "cspm-findings" }] },
    "has no demand; give one of present, atLeast, none, population",
    "schema",
  ],
  [
    "two forms",
    { expect: [{ ...MONITORS, atLeast: 1 }] },
    "more than one demand (present, atLeast)",
    "schema",
  ],
  ["an unknown operator", { expect: [{ ...MONITORS, atMost: 1 }] }, "atMost is not known", "schema"],
  [
    "a where beside none",
    { expect: [{ ...FINDINGS, where: {} }] },
    "where can only stand beside atLeast",
    "schema",
  ],
  [
    "an age beside present",
    { expect: [{ ...MONITORS, olderThan: "P1D" }] },
    "olderThan can only stand",
    "schema",
  ],
  [
    "an unknown field",
    { expect: [{ ...FINDINGS, none: { title: "x" } }] },
    "none.title is not known",
    "schema",
  ],
  [
    "a nested field",
    { expect: [{ ...FINDINGS, none: { rule: { id: "x" } } }] },
    "none.rule is not known",
    "schema",
  ],
  [
    "a prototype",
    { expect: [{ ...FINDINGS, none: JSON.parse('{"__proto__":1}') }] },
    "none.__proto__ is not known",
    "schema",
  ],
  [
    "a severity that is not collected",
    { expect: [{ ...FINDINGS, none: { severity: ["critical", "low"] } }] },
    'none.severity must be "critical" or "high"',
    "schema",
  ],
  [
    "an empty list of values",
    { expect: [{ ...FINDINGS, none: { severity: [] } }] },
    "none.severity must not be empty",
    "schema",
  ],
  [
    "a flag as text",
    { expect: [{ ...FINDINGS, none: { muted: "false" } }] },
    "none.muted must be true or false",
    "schema",
  ],
  [
    "a time as a value",
    { expect: [{ ...FINDINGS, none: { firstSeen: "2026-11-01" } }] },
    "none.firstSeen must be null",
    "schema",
  ],
  [
    "a finding by its real id",
    { expect: [{ ...FINDINGS, none: { id: "abc" } }] },
    "none.id must be a pseudonym",
    "schema",
  ],
  ["no id", { expect: [{ ...MONITORS, present: [] }] }, "present", "schema"],
  [
    "an id of text for a monitor",
    { expect: [{ ...MONITORS, present: ["1"] }] },
    "present[0] must be the id of a monitor",
    "schema",
  ],
  [
    "half a monitor",
    { expect: [{ ...MONITORS, present: [1.5] }] },
    "present[0] must be the id of a monitor",
    "schema",
  ],
  ["a monitor twice", { expect: [{ ...MONITORS, present: [1, 2, 1] }] }, "present[2] is in the list twice"],
  [
    "more ids than are taken",
    { expect: [{ ...MONITORS, present: Array.from({ length: 1001 }, (_, id) => id) }] },
    "present",
    "schema",
  ],
  [
    "at least none",
    { expect: [{ id: "a", item: "cspm-findings", atLeast: 0 }] },
    "atLeast must be a whole number, 1 or more",
    "schema",
  ],
  [
    "a population of none",
    { expect: [{ id: "a", item: "cspm-findings", population: { atLeast: 0 } }] },
    "population.atLeast must be",
    "schema",
  ],
  [
    "a population by another operator",
    { expect: [{ id: "a", item: "cspm-findings", population: { atMost: 3 } }] },
    "population.atMost is not known",
    "schema",
  ],
  [
    "an age in seconds",
    { expect: [{ ...FINDINGS, olderThan: "PT30S" }] },
    "olderThan must be a duration",
    "schema",
  ],
  [
    "an age in months",
    { expect: [{ ...FINDINGS, olderThan: "P1M" }] },
    "olderThan must be a duration",
    "schema",
  ],
  [
    "an age of nothing",
    { expect: [{ ...FINDINGS, olderThan: "P" }] },
    "olderThan must be a duration",
    "schema",
  ],
  [
    "an age without its unit",
    { expect: [{ ...FINDINGS, olderThan: "P1DT" }] },
    "olderThan must be a duration",
    "schema",
  ],
  [
    "an age of no minute",
    { expect: [{ ...FINDINGS, olderThan: "PT0M" }] },
    "olderThan must be one minute or more",
  ],
  [
    "an age over a year",
    { expect: [{ ...FINDINGS, olderThan: "P366DT1M" }] },
    "olderThan must be 366 days or less",
  ],
  [
    "a signal older than its window",
    { expect: [{ id: "a", item: "security-signals", none: {}, olderThan: "P7D" }] },
    "olderThan must be under 7 days for security-signals",
  ],
  [
    "a tag that is not kept",
    { expect: [{ id: "a", item: "security-signals", none: { tags: ["env:prod", "host:web1"] } }] },
    'records do not keep the tag "host:web1"',
  ],
  [
    "another tag without a key",
    { expect: [{ id: "a", item: "compliance-monitors", none: { tags: "soc2" } }] },
    'records do not keep the tag "soc2"',
  ],
  [
    "a tag that is redacted",
    { expect: [{ id: "a", item: "security-signals", none: { tags: "service:a@example.com" } }] },
    "records do not keep the tag",
  ],
  [
    "a waiver of an expectation that is not there",
    { expect: [FINDINGS], accept: [{ ...WAIVER, expect: "other" }] },
    'no expectation has the id "other"',
  ],
  ["a waiver twice", { expect: [FINDINGS], accept: [WAIVER, WAIVER] }, "id is the same as"],
  [
    "a waiver without records",
    { expect: [FINDINGS], accept: [{ ...WAIVER, records: undefined }] },
    "records is missing",
  ],
  [
    "a waiver of no record",
    { expect: [FINDINGS], accept: [{ ...WAIVER, records: [] }] },
    "records",
    "schema",
  ],
  [
    "a record twice",
    { expect: [FINDINGS], accept: [{ ...WAIVER, records: [PSEUDONYM, PSEUDONYM] }] },
    "records[1] is in the list twice",
  ],
  [
    "a record of another kind",
    { expect: [FINDINGS], accept: [{ ...WAIVER, records: [17] }] },
    "records[0] must be the id of a finding",
  ],
  [
    "a waiver of a number that names records",
    { expect: [{ id: "none-critical", item: "cspm-findings", atLeast: 1 }], accept: [WAIVER] },
    "an expectation with atLeast has no records to accept",
  ],
  [
    "a waiver of 181 days",
    { expect: [FINDINGS], accept: [{ ...WAIVER, since: "2026-01-01", until: "2026-07-01" }] },
    "until is more than 180 days after since",
  ],
  [
    "a waiver that ends before it begins",
    { expect: [FINDINGS], accept: [{ ...WAIVER, until: "2026-10-31" }] },
    "until is before since",
  ],
  [
    "a time without a zone",
    { expect: [FINDINGS], accept: [{ ...WAIVER, since: "2026-11-01T00:00:00" }] },
    "since must be a day in UTC",
    "schema",
  ],
  [
    "a day that is none",
    { expect: [FINDINGS], accept: [{ ...WAIVER, until: "2026-11-31" }] },
    "until must be a day in UTC",
    "schema",
  ],
  [
    "an exception without a reason",
    { expect: [FINDINGS], accept: [{ ...WAIVER, why: undefined }] },
    "why is missing",
    "schema",
  ],
  ["an exception without a role", { expect: [FINDINGS], accept: [{ ...WAIVER, by: "" }] }, "by", "schema"],
  [
    "a reason on two lines",
    { expect: [FINDINGS], accept: [{ ...WAIVER, why: "known\n::error::no" }] },
    "why",
    "schema",
  ],
  [
    "an unknown member of a waiver",
    { expect: [FINDINGS], accept: [{ ...WAIVER, forever: true }] },
    "forever is not known",
    "schema",
  ],
];

const ROWS = REFUSED.map(([what, file, sentence, seenBy = ""]) => ({ what, file, sentence, seenBy }));

test.each(ROWS)("refuses $what", ({ file, sentence, seenBy }) => {
  const text = policyText(file);

  const problems = problemsOf(text);

  expect(problems.join("\n")).toContain(sentence);
  expect(isBySchema(JSON.parse(text))).toBe(seenBy !== "schema");
});

test("takes a policy of another schema for none of its own", () => {
  expect(problemsOf('{"schema":"datadog-evidence/policy/v2","expect":[]}')).toContain(
    'policy.json:1: schema must be "datadog-evidence/policy/v1"',
  );
});

test.each([
  ["nothing", "", "policy.json:1: the file is not JSON"],
  ["a list", "[]", "policy.json:1: the file must be an object"],
  ["text that is no JSON", '{\n  "schema": 1,\n  oops\n}', "policy.json:3: the file is not JSON"],
  ["a comma too many", '{\n  "schema": 1,\n}', "policy.json:3: the file is not JSON"],
  ["more after its end", "{}\n\n{}", "policy.json:3: the file is not JSON"],
  ["a mark before it", "\uFEFF{}", "policy.json:1: the file is not JSON"],
  ["a member twice", '{\n"schema": "a",\n"schema": "b"}', 'policy.json:3: "schema" is here twice'],
  ["bytes that are no text", Buffer.from([0x7b, 0xff]), "policy.json:1: the file is not text in UTF-8"],
  ["a deep file", "[".repeat(500_000), "policy.json:1: the file is nested more than 64 levels deep"],
  ["a huge file", " ".repeat(1_000_001), "policy.json:1: is larger than 1 MB (1000001 bytes)"],
])("refuses %s by its line", (_, text, problem) => {
  expect(problemsOf(text)).toEqual([problem]);
});

test("repeats what it read on one line, cut and without a character that could hide or command anything", () => {
  const name = `\u202e::error::<b>=1+1${"x".repeat(200)}`;

  const [problem = ""] = problemsOf(policyText({ expect: [{ ...MONITORS, [name]: 1 }] }));

  expect(problem).toBe(
    `policy.json:10: named: "\\u202e::error::<b>=1+1${"x".repeat(23)}…" is not known; check its spelling`,
  );
});

test("under privacy: minimal only the tag itself can be asked for", () => {
  const terms = { privacy: "minimal", monitorTag: "soc2" } as const;
  const asking = (item: string, tags: string): readonly string[] =>
    problemsOf(policyText({ expect: [{ id: "a", item, atLeast: 1, where: { tags } }] }), { ...terms });

  expect(asking("compliance-monitors", "soc2")).toEqual([]);
  expect(asking("compliance-monitors", "env:prod")).toHaveLength(1);
  expect(asking("security-signals", "env:prod")).toHaveLength(1);
});

test("says nothing about tags where it does not know what a run keeps", () => {
  const text = policyText({ expect: [{ id: "a", item: "security-signals", none: { tags: "host:a" } }] });

  expect(problemsOf(text, null)).toEqual([]);
});

test("a file full of problems is refused in reasonable time", () => {
  const expectations = Array.from({ length: 20_000 }, (_, at) => ({ id: `a${at}`, x: 1 }));

  expect(problemsOf(policyText({ expect: expectations }).replaceAll(/\s+/g, "")).length).toBeGreaterThan(
    20_000,
  );
});

test("of a list with very many entries only the first are looked at, as it is refused anyway", () => {
  const file = `{"expect": [${Array.from({ length: 100_000 }, () => "{}").join(",")}]}`;

  const read = readPolicy(Buffer.from(file), null);

  const messages = "problems" in read ? read.problems.map(({ message }) => message) : [];
  expect(messages).toContain("expect must have 200 entries at most");
  expect(messages.length).toBeLessThan(50_000);
});

test.each(Object.keys(CONDITIONS))(
  "every field that a condition on %s can name is one of its records",
  (item) => {
    const known = new Set(fieldsOf(RECORD_SCHEMAS[asItem(item)]));

    for (const field of Object.keys(CONDITIONS[asItem(item)].shape)) expect(known).toContain(field);
  },
);

function asItem(item: string): keyof typeof CONDITIONS {
  if (item === "security-signals" || item === "compliance-monitors" || item === "cspm-findings") return item;
  throw new Error(item);
}

/** The fields of a record and, with a dot, of the objects in it. */
function fieldsOf({ shape }: { shape: object }, before = ""): string[] {
  return Object.entries(shape).flatMap(([name, value]: [string, unknown]) => {
    const inner = unwrapped(value);
    return inner === null ? [before + name] : fieldsOf(inner, `${before}${name}.`);
  });
}

function unwrapped(schema: unknown): { shape: object } | null {
  if (typeof schema !== "object" || schema === null) return null;
  if ("shape" in schema && typeof schema.shape === "object" && schema.shape !== null) {
    return { shape: schema.shape };
  }
  return "unwrap" in schema && typeof schema.unwrap === "function" ? unwrapped(schema.unwrap()) : null;
}

async function jsonSchema(): Promise<(policy: unknown) => boolean> {
  const file = path.resolve(import.meta.dirname, "../../schemas/policy-v1.schema.json");
  const ajv = new Ajv2020();
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(await readFile(file, "utf8")));
}

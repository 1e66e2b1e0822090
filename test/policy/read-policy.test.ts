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

type File = Parameters<typeof policyText>[0];

const one = (item: string, demand: object): File => ({ expect: [{ id: "a", item, ...demand }] });
const monitors = (change: object): File => ({ expect: [{ ...MONITORS, ...change }] });
const findings = (change: object): File => ({ expect: [{ ...FINDINGS, ...change }] });
const waiver = (change: object): File => ({ expect: [FINDINGS], accept: [{ ...WAIVER, ...change }] });

/** One thing that is wrong each, and the sentence about it. */
test.each<readonly [string, File, string]>([
  ["no expectation", { expect: [] }, "expect"],
  ["an id of capitals", monitors({ id: "Named" }), "id must be lower-case"],
  ["an unknown item", monitors({ item: "monitors" }), "item must be one of"],
  ["no form", one("cspm-findings", {}), "has no demand; give one of present, atLeast, none, population"],
  ["two forms", monitors({ atLeast: 1 }), "more than one demand (present, atLeast)"],
  ["an unknown operator", monitors({ atMost: 1 }), "atMost is not known"],
  ["a where beside none", findings({ where: {} }), "where can only stand beside atLeast"],
  ["an age beside present", monitors({ olderThan: "P1D" }), "olderThan can only stand"],
  ["an unknown field", findings({ none: { title: "x" } }), "none.title is not known"],
  ["a nested field", findings({ none: { rule: { id: "x" } } }), "none.rule is not known"],
  ["a prototype", findings({ none: JSON.parse('{"__proto__":1}') }), "none.__proto__ is not known"],
  [
    "a severity that is not collected",
    findings({ none: { severity: ["critical", "low"] } }),
    'none.severity must be "critical" or "high"',
  ],
  ["an empty list of values", findings({ none: { severity: [] } }), "none.severity must not be empty"],
  ["a flag as text", findings({ none: { muted: "false" } }), "none.muted must be true or false"],
  ["a time as a value", findings({ none: { firstSeen: "2026-11-01" } }), "none.firstSeen must be null"],
  ["a finding by its real id", findings({ none: { id: "abc" } }), "none.id must be a pseudonym"],
  ["no id", monitors({ present: [] }), "present"],
  ["an id of text for a monitor", monitors({ present: ["1"] }), "present[0] must be the id of a monitor"],
  ["half a monitor", monitors({ present: [1.5] }), "present[0] must be the id of a monitor"],
  ["more ids than are taken", monitors({ present: Array.from({ length: 1001 }, (_, id) => id) }), "present"],
  ["at least none", one("cspm-findings", { atLeast: 0 }), "atLeast must be a whole number, 1 or more"],
  [
    "a population of none",
    one("cspm-findings", { population: { atLeast: 0 } }),
    "population.atLeast must be",
  ],
  [
    "a population by another operator",
    one("cspm-findings", { population: { atMost: 3 } }),
    "population.atMost is not known",
  ],
  ["an age in seconds", findings({ olderThan: "PT30S" }), "olderThan must be a duration"],
  ["an age in months", findings({ olderThan: "P1M" }), "olderThan must be a duration"],
  ["an age of nothing", findings({ olderThan: "P" }), "olderThan must be a duration"],
  ["an age without its unit", findings({ olderThan: "P1DT" }), "olderThan must be a duration"],
  ["a waiver of no record", waiver({ records: [] }), "records"],
  ["a time without a zone", waiver({ since: "2026-11-01T00:00:00" }), "since must be a day in UTC"],
  ["a day that is none", waiver({ until: "2026-11-31" }), "until must be a day in UTC"],
  ["an exception without a reason", waiver({ why: undefined }), "why is missing"],
  ["an exception without a role", waiver({ by: "" }), "by"],
  ["a reason on two lines", waiver({ why: "known\n::error::no" }), "why"],
  ["an unknown member of a waiver", waiver({ forever: true }), "forever is not known"],
])("refuses %s, as the JSON Schema does", (_, file, sentence) => {
  const text = policyText(file);

  expect(problemsOf(text).join("\n")).toContain(sentence);
  expect(isBySchema(JSON.parse(text))).toBe(false);
});

test.each<readonly [string, File, string]>([
  ["an id twice", { expect: [MONITORS, MONITORS] }, "id is the same as"],
  ["a monitor twice", monitors({ present: [1, 2, 1] }), "present[2] is in the list twice"],
  ["an age of no minute", findings({ olderThan: "PT0M" }), "olderThan must be one minute or more"],
  ["an age over a year", findings({ olderThan: "P366DT1M" }), "olderThan must be 366 days or less"],
  [
    "a signal older than its window",
    one("security-signals", { none: {}, olderThan: "P7D" }),
    "olderThan must be under 7 days for security-signals",
  ],
  [
    "a tag that is not kept",
    one("security-signals", { none: { tags: ["env:prod", "host:web1"] } }),
    'records do not keep the tag "host:web1"',
  ],
  [
    "another tag without a key",
    one("compliance-monitors", { none: { tags: "soc2" } }),
    'records do not keep the tag "soc2"',
  ],
  [
    "a tag that is redacted",
    one("security-signals", { none: { tags: "service:a@example.com" } }),
    "records do not keep the tag",
  ],
  [
    "a waiver of an expectation that is not there",
    waiver({ expect: "other" }),
    'no expectation has the id "other"',
  ],
  ["a waiver twice", { expect: [FINDINGS], accept: [WAIVER, WAIVER] }, "id is the same as"],
  ["a waiver without records", waiver({ records: undefined }), "records is missing"],
  ["a record twice", waiver({ records: [PSEUDONYM, PSEUDONYM] }), "records[1] is in the list twice"],
  ["a record of another kind", waiver({ records: [17] }), "records[0] must be the id of a finding"],
  [
    "a waiver of a number that names records",
    { expect: [{ id: "none-critical", item: "cspm-findings", atLeast: 1 }], accept: [WAIVER] },
    "an expectation with atLeast has no records to accept",
  ],
  [
    "a waiver of 181 days",
    waiver({ since: "2026-01-01", until: "2026-07-01" }),
    "until is more than 180 days after since",
  ],
  ["a waiver that ends before it begins", waiver({ until: "2026-10-31" }), "until is before since"],
])("refuses %s, which no JSON Schema can", (_, file, sentence) => {
  const text = policyText(file);

  expect(problemsOf(text).join("\n")).toContain(sentence);
  expect(isBySchema(JSON.parse(text))).toBe(true);
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

import { expect, test } from "vitest";

import { Evidence } from "../../src/evidence/schema.ts";
import { evidenceOf, serializeEvidence } from "../support/evidence.ts";

test("the schema takes evidence with every field in it", () => {
  expect(Evidence.safeParse(evidenceOf()).success).toBe(true);
});

const plain: unknown = JSON.parse(serializeEvidence(evidenceOf()));
/** Evidence of 0.1.0 does not have them, and must be read as well. */
const SINCE_0_1_0: ReadonlySet<string> = new Set(["frameworks", "policy", "access", "mutedScope"]);
/** Parameters of a request are as free as Datadog's API. */
const FREE = /\.(?:query|body)(?:\.|$)/;

test.each(objectPaths(plain).filter((path) => !FREE.test(path)))(
  "the schema refuses an unknown field in evidence%s",
  (path) => {
    const altered = structuredClone(plain);
    Object.assign(at(altered, path), { compliant: true });

    const parsed = Evidence.safeParse(altered);

    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain("compliant");
  },
);

test("the schema refuses a field named __proto__", () => {
  const text = serializeEvidence(evidenceOf()).replace("{", '{ "__proto__": { "outcome": "complete" },');

  const parsed = Evidence.safeParse(JSON.parse(text));

  expect(parsed.success).toBe(false);
});

test.each(objectPaths(plain).filter((path) => !FREE.test(path)))(
  "the schema refuses evidence%s without one of its fields",
  (path) => {
    for (const key of Object.keys(at(plain, path)).filter((name) => !SINCE_0_1_0.has(name))) {
      const altered = structuredClone(plain);
      Reflect.deleteProperty(at(altered, path), key);

      expect([key, Evidence.safeParse(altered).success]).toEqual([key, false]);
    }
  },
);

/** The path of every object, `.items.0.collection`; the root's is empty. */
function objectPaths(value: unknown, path = ""): string[] {
  if (value === null || typeof value !== "object") return [];
  const inside = Object.entries(value).flatMap(([key, member]) => objectPaths(member, `${path}.${key}`));
  return Array.isArray(value) ? inside : [path, ...inside];
}

function at(value: unknown, path: string): object {
  let found: unknown = value;
  for (const key of path.split(".").slice(1)) found = Reflect.get(Object(found), key);
  return Object(found);
}

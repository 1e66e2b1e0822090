import { expect, test } from "vitest";

import { ITEM_IDS } from "../../src/evidence/schema.ts";
import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { CONDITIONS } from "../../src/policy/fields.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { FORMS } from "../../src/policy/schema.ts";
import { TERMS } from "../policy/policies.ts";
import { evidenceOf, findingsItem, monitorsItem, signalsItem } from "../support/evidence.ts";
import { firstColumnOf, pageText, tableIn } from "./markdown.ts";

const PAGE = pageText("docs/expectations.md");
const POLICIES = [...PAGE.matchAll(/```json\n([^`]+)```/g)].map(([, text = ""]) => text);
const RULES = { what: "enabled detection rules", size: 12 };
const RUN = evidenceOf([{ ...signalsItem(), population: RULES }, monitorsItem(), findingsItem()]);

test("the page has six policies", () => {
  expect(POLICIES).toHaveLength(6);
});

test.each(POLICIES)("each policy of the page can be used, and judges a run: %s", (text) => {
  const read = readPolicy(Buffer.from(text), TERMS);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));

  const results = evaluatePolicy(read.policy, RUN);

  expect(results).toHaveLength(1);
  expect(results?.[0]?.result).toMatch(/^(?:met|broken)$/);
});

test("the page has the fields, forms and results of the program", () => {
  const documented = tableIn(PAGE, "Item")
    .slice(1)
    .map(([item, fields = ""]) => [item, fields.split(" ").toSorted()]);

  expect(documented).toEqual(ITEM_IDS.map((id) => [id, Object.keys(CONDITIONS[id].shape).toSorted()]));
  expect(firstColumnOf(PAGE, "Form").map((form) => form.split(":")[0])).toEqual([...FORMS]);
  expect(firstColumnOf(PAGE, "Result")).toEqual(["met", "accepted", "broken", "unknown"]);
});

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { Changes, COMPARISON_RULES, LONGEST_ID, MOST_IDS } from "../../src/evidence/comparison/schema.ts";
import { deriveChanges } from "../../src/evidence/comparison/changes.ts";
import { evidenceOf, HASH } from "../support/evidence.ts";
import { ROOT } from "../support/runner.ts";

const page = readFileSync(path.join(ROOT, "docs/changes.md"), "utf8");
const changes = deriveChanges({ evidence: evidenceOf(), sha256: HASH }, evidenceOf());

/** The code words in the first column of each table below a heading. */
function documented(heading: string): readonly string[] {
  const start = page.indexOf(`\n## ${heading}\n`);
  const end = page.indexOf("\n## ", start + 1);
  const rows = page.slice(start, end).matchAll(/^\| (`.*?`) +\|/gm);
  return [...rows].flatMap(([, cell = ""]) => cell.split(", ").map((word) => word.replaceAll("`", "")));
}

test.each([
  ["Security signals", "security-signals"],
  ["Compliance monitors", "compliance-monitors"],
  ["CSPM findings", "cspm-findings"],
])("every list of %s is explained, and no other", (heading, id) => {
  const lists = Object.keys(changes.items.find((item) => item.id === id)?.changes ?? {});
  const hints = id === "cspm-findings" ? ["fewer-covered", "rule-gone", "resource-gone"] : [];

  expect(documented(heading)).toEqual([...lists.filter((name) => name !== "hints"), ...hints]);
});

test("every obstacle to a comparison is explained, and no other", () => {
  const { why } = Changes.shape.items.element.options[0].shape;

  expect(documented("When items cannot be compared").toSorted()).toEqual([...why.element.options].toSorted());
});

test("the numbers on the page are those of the program", () => {
  expect(page).toContain(`\`ids\` holds at most ${MOST_IDS},`);
  expect(page).toContain(`more than ${LONGEST_ID} characters`);
  expect(page).toContain(`"rules": ${COMPARISON_RULES},`);
});

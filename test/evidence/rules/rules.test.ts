import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { deriveAgain } from "../../../src/evidence/rules/rules.ts";
import { findingsResultOfVersion1 } from "../../../src/evidence/rules/version-1.ts";
import { Evidence } from "../../../src/evidence/schema.ts";
import { ended, COVERED_CHECK, evidenceOf, findingsItem } from "../../support/evidence.ts";

const PUBLISHED = path.join(import.meta.dirname, "published");

test.for(await readdir(PUBLISHED))(
  "evidence that was published still follows from its rules: %s",
  async (name) => {
    const evidence = Evidence.parse(JSON.parse(await readFile(path.join(PUBLISHED, name), "utf8")));

    expect(name).toBe(`version-${evidence.rules}.json`);
    expect(deriveAgain(evidence)).toEqual({ isKnown: true, trouble: null });
  },
);

test("rules that nobody published are not known", () => {
  expect(deriveAgain(evidenceOf(undefined, { rules: 99 }))).toEqual({ isKnown: false });
});

test("no finding where accounts are covered was clear by version 1 of the rules, and is not by the version after it", () => {
  const how = ended("complete", [COVERED_CHECK]);
  const item = { ...findingsItem([], how), result: findingsResultOfVersion1(how, []) };

  expect(item.result.state).toBe("clear");
  expect(deriveAgain(evidenceOf([item], { rules: 1 }))).toEqual({ isKnown: true, trouble: null });
  expect(deriveAgain(evidenceOf([item]))).toEqual({
    isKnown: true,
    trouble: "cspm-findings has the state clear, but its records give unknown",
  });
});

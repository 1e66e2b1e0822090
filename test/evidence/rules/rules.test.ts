import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { deriveAgain } from "../../../src/evidence/rules/rules.ts";
import { findingsResultOfVersion1 } from "../../../src/evidence/rules/version-1.ts";
import { Evidence } from "../../../src/evidence/schema.ts";
import {
  asVersion1,
  ended,
  COVERED_CHECK,
  evidenceOf,
  findingsItem,
  monitor,
  monitorsItem,
} from "../../support/evidence.ts";

const PUBLISHED = path.join(import.meta.dirname, "published");

test.for(await readdir(PUBLISHED))(
  "evidence that was published still follows from its rules: %s",
  async (name) => {
    const evidence = Evidence.parse(JSON.parse(await readFile(path.join(PUBLISHED, name), "utf8")));

    expect(name).toBe(`version-${evidence.rules}.json`);
    expect(deriveAgain(evidence)).toEqual({ isKnown: true, trouble: null });
  },
);

test("members that came later do not belong to version 1 of the rules, and cannot be left out of the version after it", () => {
  const { mutedScope: _, ...unscoped } = monitor();
  const items = [monitorsItem([unscoped])];
  const unsaid = { isKnown: true, trouble: expect.stringContaining("without the scope of its mute") };
  const later = { isKnown: true, trouble: expect.stringContaining("has members that came later") };

  expect(deriveAgain(evidenceOf(items))).toEqual(unsaid);
  expect(deriveAgain(evidenceOf(undefined, { rules: 1 }))).toEqual(later);
});

test("rules that nobody published are not known", () => {
  expect(deriveAgain(evidenceOf(undefined, { rules: 99 }))).toEqual({ isKnown: false });
});

test("no finding where accounts are covered was clear by version 1 of the rules, and is not by the version after it", () => {
  const how = ended("complete", [COVERED_CHECK]);
  const item = { ...findingsItem([], how), result: findingsResultOfVersion1(how, []) };

  expect(item.result.state).toBe("clear");
  expect(deriveAgain(asVersion1(evidenceOf([item])))).toEqual({ isKnown: true, trouble: null });
  expect(deriveAgain(evidenceOf([item]))).toEqual({
    isKnown: true,
    trouble: "cspm-findings has the state clear, but its records give unknown",
  });
});

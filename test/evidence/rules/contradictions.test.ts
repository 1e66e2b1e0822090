import { expect, test } from "vitest";

import { findContradiction } from "../../../src/evidence/rules/contradictions.ts";
import type { Collection, Item, SignalsItem } from "../../../src/evidence/schema.ts";
import {
  collection,
  ended,
  evidenceOf,
  findingsItem,
  monitorsItem,
  REASON,
  signal,
  signalsItem,
} from "../../support/evidence.ts";

const signalsWith = (result: Partial<SignalsItem["result"]>): SignalsItem => ({
  ...signalsItem(),
  result: { ...signalsItem().result, ...result },
});
const against = (item: Item): string | null => findContradiction(evidenceOf([item]));
const collected = (overrides: Partial<Collection>): SignalsItem =>
  signalsItem([signal()], collection(overrides));

test.each(["complete", "partial", "failed"] as const)(
  "evidence whose items are %s as the rules say contradicts nothing",
  (status) => {
    const items = [
      signalsItem(status === "complete" || status === "partial" ? [signal()] : [], ended(status)),
      monitorsItem(),
    ];

    expect(findContradiction(evidenceOf(items))).toBeNull();
  },
);

test("only posture findings can be skipped", () => {
  expect(against(findingsItem([], ended("skipped")))).toBeNull();
  expect(against(signalsItem([], ended("skipped")))).toBe(
    "security-signals is skipped, but only cspm-findings can be skipped",
  );
  expect(against(monitorsItem([], ended("skipped")))).toBe(
    "compliance-monitors is skipped, but only cspm-findings can be skipped",
  );
});

test.each([
  [
    "an outcome better than its items",
    evidenceOf([signalsItem([signal()], ended("partial"))], { outcome: "complete" }),
    "the outcome is complete, but its items give partial",
  ],
  ["an item twice", evidenceOf([signalsItem(), signalsItem()]), "an item is in the evidence twice"],
  [
    "clear with an open signal",
    evidenceOf([signalsWith({ state: "clear" })]),
    "security-signals has the state clear, but its records give attention",
  ],
  [
    "counts of other records",
    evidenceOf([
      signalsWith({ counts: { critical: 0, high: 0, total: 0, open: 0, underReview: 0, archived: 0 } }),
    ]),
    "security-signals has counts that its records do not give",
  ],
  [
    "no counts though complete",
    evidenceOf([signalsWith({ counts: null })]),
    "security-signals is complete but has no counts",
  ],
  [
    "zeros though failed",
    evidenceOf([
      {
        ...signalsItem([], ended("failed")),
        result: {
          state: "unknown",
          reason: REASON,
          counts: { critical: 0, high: 0, total: 0, open: 0, underReview: 0, archived: 0 },
        },
      },
    ]),
    "security-signals is failed but has counts",
  ],
  [
    "records though failed",
    evidenceOf([signalsItem([signal()], ended("failed"))]),
    "security-signals is failed but has records",
  ],
  [
    "partial without a reason",
    evidenceOf([collected({ status: "partial", grade: null })]),
    "security-signals is partial without a reason",
  ],
  [
    "partial with a grade",
    evidenceOf([collected({ status: "partial", reason: REASON })]),
    "security-signals is partial but has the grade drained",
  ],
  [
    "complete with a reason why not",
    evidenceOf([collected({ reason: REASON })]),
    "security-signals is complete but has a reason for not being complete: source-timeout",
  ],
  [
    "complete without a grade",
    evidenceOf([collected({ grade: null })]),
    "security-signals is complete but has no grade",
  ],
  [
    "reconciled with nothing",
    evidenceOf([collected({ grade: "reconciled" })]),
    "security-signals is reconciled but has no count of Datadog",
  ],
  [
    "complete with a failed check",
    evidenceOf([collected({ checks: [{ name: "a total", expected: 3, actual: 2, ok: false }] })]),
    "security-signals is complete but a check failed: a total",
  ],
  [
    "a check that holds against its numbers",
    evidenceOf([collected({ checks: [{ name: "a total", expected: 3, actual: 2, ok: true }] })]),
    "security-signals has a check whose numbers contradict its result: a total",
  ],
])("finds %s", (_, evidence, sentence) => {
  expect(findContradiction(evidence)).toBe(sentence);
});

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
  expect(against(monitorsItem([], ended("skipped")))).toBe(
    "compliance-monitors is skipped, but only cspm-findings can be skipped",
  );
});

test("each item is in the evidence once", () => {
  expect(findContradiction(evidenceOf([signalsItem(), signalsItem()]))).toBe(
    "an item is in the evidence twice",
  );
});

const ZEROS = { critical: 0, high: 0, total: 0, open: 0, underReview: 0, archived: 0 };
const TOTAL = { name: "a total", expected: 3, actual: 2 };

test.each([
  ["no counts though complete", signalsWith({ counts: null }), "is complete but has no counts"],
  [
    "zeros though failed",
    {
      ...signalsItem([], ended("failed")),
      result: { state: "unknown" as const, reason: REASON, counts: ZEROS },
    },
    "is failed but has counts",
  ],
  ["records though failed", signalsItem([signal()], ended("failed")), "is failed but has records"],
  ["partial without a reason", collected({ status: "partial", grade: null }), "is partial without a reason"],
  [
    "partial with a grade",
    collected({ status: "partial", reason: REASON }),
    "is partial but has the grade drained",
  ],
  [
    "complete with a reason why not",
    collected({ reason: REASON }),
    "is complete but has a reason for not being complete: source-timeout",
  ],
  ["complete without a grade", collected({ grade: null }), "is complete but has no grade"],
  [
    "complete with a failed check",
    collected({ checks: [{ ...TOTAL, ok: false }] }),
    "is complete but a check failed: a total",
  ],
  [
    "a check that holds against its numbers",
    collected({ checks: [{ ...TOTAL, ok: true }] }),
    "has a check whose numbers contradict its result: a total",
  ],
])("finds %s", (_, item, sentence) => {
  expect(against(item)).toBe(`security-signals ${sentence}`);
});

import { expect, test } from "vitest";

import { describeExpectation } from "../../src/policy/describe-expectation.ts";
import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { suggestPolicy } from "../../src/policy/suggest-policy.ts";
import {
  ended,
  evidenceOf,
  findingsItem,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
} from "../support/evidence.ts";
import { policyOf, TERMS } from "./policies.ts";

test("suggests a policy from the ids and numbers of a run, which reads and holds for it", () => {
  const monitors = monitorsItem([monitor({ id: 3 }), monitor({ id: 5, watchesClock: true })]);
  const signals = {
    ...signalsItem([signal({ timestamp: "2026-08-05T06:00:00Z" })]),
    population: { what: "rules", size: 12 },
  };
  const evidence = evidenceOf([signals, monitors, findingsItem([])]);

  const read = readPolicy(Buffer.from(suggestPolicy(evidence) ?? ""), TERMS);

  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  expect(read.policy.expectations.map((each) => `${each.id}: ${describeExpectation(each)}`)).toEqual([
    "critical-24h: no signal with severity critical, triage.state open, older than PT24H",
    "rules-on: at least 12 enabled detection rules",
    "named-monitors: 2 monitors by id are there",
    "ntp-watched: at least 1 monitor with verdict passing, watchesClock true",
    "no-old-alert: no monitor with verdict failing, older than PT4H",
    "mutes-end: no monitor with muted true, mutedUntil null",
    "cspm-critical: no finding with severity critical, muted false",
    "accounts-covered: at least 3 configuration checks or covered cloud accounts",
  ]);
  expect(evaluatePolicy(read.policy, evidence)?.map(({ result }) => result)).toEqual(Array(8).fill("met"));
});

test("suggests nothing about what was not collected completely", () => {
  expect(suggestPolicy(evidenceOf([monitorsItem([monitor()], ended("partial"))]))).toBeNull();
  expect(suggestPolicy(evidenceOf([monitorsItem([])]))).not.toContain("named-monitors");
});

test("names every value of a condition, and the one monitor by id", () => {
  const { expectations } = policyOf({
    expect: [
      { id: "a", item: "compliance-monitors", present: [1] },
      { id: "b", item: "compliance-monitors", atLeast: 2, where: { verdict: ["passing", "failing"] } },
      { id: "c", item: "cspm-findings", none: {} },
    ],
  });

  expect(expectations.map(describeExpectation)).toEqual([
    "1 monitor by id is there",
    "at least 2 monitors with verdict passing or failing",
    "no finding",
  ]);
});

import { expect, test } from "vitest";

import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { waiversEndingSoon, waiverStates } from "../../src/policy/waivers.ts";
import { ended, evidenceOf, HASH, monitor, monitorsItem } from "../support/evidence.ts";
import { policyOf } from "./policies.ts";

const POLICY = policyOf({
  expect: [{ id: "a", item: "compliance-monitors", none: {} }],
  accept: [
    ["needed", 1, "2026-08-01", "2026-08-18"],
    ["useless", 7, "2026-08-01", "2026-12-31"],
    ["over", 1, "2026-07-01", "2026-08-04"],
    ["early", 1, "2026-08-06", "2026-08-10"],
  ].map(([id, record, since, until]) => ({
    id,
    expect: "a",
    records: [record],
    since,
    until,
    why: "known",
    by: "lead",
  })),
});
const COLLECTED_AT = "2026-08-05T06:17:31Z";

function statesOf(item: ReturnType<typeof monitorsItem>) {
  const evidence = evidenceOf([item], { collectedAt: COLLECTED_AT });
  const policy = { sha256: HASH, results: [...(evaluatePolicy(POLICY, evidence) ?? [])] };
  return waiverStates(POLICY, { ...evidence, policy }).map(({ waiver, state }) => [waiver.id, state]);
}

test("says how each waiver stands, in the order of the file", () => {
  expect(statesOf(monitorsItem([monitor({ id: 1 })]))).toEqual([
    ["needed", "in force"],
    ["useless", "orphaned"],
    ["over", "expired"],
    ["early", "not yet"],
  ]);
});

test("of a part of the records it does not follow that nothing needs a waiver", () => {
  expect(statesOf(monitorsItem([], ended("partial")))).toContainEqual(["useless", "in force"]);
});

function soon(at: string) {
  return waiversEndingSoon(POLICY, at).map(({ waiver, days }) => [waiver.id, days]);
}

test("warns of waivers in force that end within fourteen days", () => {
  expect(soon("2026-08-04T23:59:59Z")).toEqual([["over", 1]]);
  expect(soon(COLLECTED_AT)).toEqual([["needed", 14]]);
  expect(soon("2026-08-18T23:59:59Z")).toEqual([["needed", 1]]);
  expect(soon("2026-08-19T00:00:00Z")).toEqual([]);
});

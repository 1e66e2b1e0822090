import * as fc from "fast-check";
import { expect, test } from "vitest";

import { PolicyChanges } from "../../src/evidence/comparison/policy-changes.ts";
import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { policyChanges } from "../../src/policy/policy-changes.ts";
import type { Policy } from "../../src/policy/schema.ts";
import { evidenceOf, HASH, monitor, monitorsItem } from "../support/evidence.ts";
import { policyOf } from "./policies.ts";
import { demandPairs, evidences, policies } from "./random-policies.ts";

const BEFORE = "2026-08-04T06:17:31Z";
const NOW = "2026-08-05T06:17:31Z";
const EVIDENCE = evidenceOf([monitorsItem([monitor({ id: 1 }), monitor({ id: 2 })])], { collectedAt: NOW });

function changesOf(before: Policy | null, now: Policy | null, evidence = EVIDENCE) {
  const policy = now && { sha256: HASH, results: [...(evaluatePolicy(now, evidence) ?? [])] };
  return policyChanges(
    { policy: before, evidence: { collectedAt: BEFORE } },
    { policy: now, evidence: { ...evidence, policy } },
  );
}

const A = { id: "a", item: "compliance-monitors", none: {} };
const waiver = (overrides: object = {}) => ({
  id: "EX-1",
  expect: "a",
  records: [1],
  since: "2026-08-01",
  until: "2026-08-31",
  why: "known",
  by: "lead",
  ...overrides,
});
const withWaivers = (...accept: readonly object[]): Policy => policyOf({ expect: [A], accept });
const NOTHING = { new: [], prolonged: [], widened: [], ended: [], orphaned: [] };

test("is null where neither run had a policy", () => {
  expect(changesOf(null, null)).toBeNull();
});

test("no policy counts as one without expectations", () => {
  const policy = withWaivers(waiver());

  expect(changesOf(null, policy)).toEqual({
    dropped: [],
    weakened: [],
    added: ["a"],
    waivers: { ...NOTHING, new: ["EX-1"] },
  });
  expect(changesOf(policy, null)).toEqual({
    dropped: ["a"],
    weakened: [],
    added: [],
    waivers: { ...NOTHING, ended: ["EX-1"] },
  });
});

function policyNaming(...ids: readonly string[]): Policy {
  return policyOf({ expect: ids.map((id) => Object.assign({ id }, { item: A.item, none: {} })) });
}

test("names what is dropped in the order of the earlier file, and what is added in that of the later", () => {
  expect(changesOf(policyNaming("c", "b", "a"), policyNaming("z", "b", "y"))).toMatchObject({
    dropped: ["c", "a"],
    added: ["z", "y"],
    weakened: [],
  });
});

const MONITORS = "compliance-monitors";
/** Two expectations under one id, and whether the second asks less. */
const WEAKENED: readonly (readonly [string, object, object, boolean])[] = [
  ["the same", { present: [1, 2] }, { present: [2, 1] }, false],
  ["another title", { present: [1] }, { present: [1], title: "new" }, false],
  ["an id less", { present: [1, 2] }, { present: [1] }, true],
  ["an id more", { present: [1] }, { present: [1, 2] }, false],
  ["another id", { present: [1] }, { present: [2] }, true],
  ["another form", { present: [1] }, { atLeast: 1 }, true],
  ["a smaller number", { atLeast: 3 }, { atLeast: 2 }, true],
  ["a larger number", { atLeast: 2 }, { atLeast: 3 }, false],
  ["at least: a field more", { atLeast: 1 }, { atLeast: 1, where: { muted: false } }, false],
  ["at least: a field less", { atLeast: 1, where: { muted: false } }, { atLeast: 1, where: {} }, true],
  [
    "at least: a value less",
    { atLeast: 1, where: { verdict: ["passing", "failing"] } },
    { atLeast: 1, where: { verdict: "passing" } },
    false,
  ],
  [
    "at least: a value more",
    { atLeast: 1, where: { verdict: "passing" } },
    { atLeast: 1, where: { verdict: ["passing", "failing"] } },
    true,
  ],
  ["none: a field more", { none: {} }, { none: { muted: false } }, true],
  ["none: a field less", { none: { muted: false } }, { none: {} }, false],
  [
    "none: a value more",
    { none: { verdict: "failing" } },
    { none: { verdict: ["failing", "passing"] } },
    false,
  ],
  [
    "none: a value less",
    { none: { verdict: ["failing", "passing"] } },
    { none: { verdict: "failing" } },
    true,
  ],
  ["none: another value", { none: { verdict: "failing" } }, { none: { verdict: "passing" } }, true],
  ["a new age", { none: {} }, { none: {}, olderThan: "PT1H" }, true],
  ["a larger age", { none: {}, olderThan: "PT1H" }, { none: {}, olderThan: "PT2H" }, true],
  ["a smaller age", { none: {}, olderThan: "PT2H" }, { none: {}, olderThan: "PT1H" }, false],
  ["the same age in other words", { none: {}, olderThan: "PT24H" }, { none: {}, olderThan: "P1D" }, false],
  ["no age any more", { none: {}, olderThan: "PT2H" }, { none: {} }, false],
  ["a smaller population", { population: { atLeast: 3 } }, { population: { atLeast: 2 } }, true],
  ["a larger population", { population: { atLeast: 2 } }, { population: { atLeast: 3 } }, false],
  ["another item", { none: {} }, { none: {}, item: "cspm-findings" }, true],
];

function demanding(demand: object): Policy {
  return policyOf({ expect: [{ id: "a", item: MONITORS, ...demand }] });
}

test.each(WEAKENED)("%s", (_, before, now, isWeaker) => {
  expect(changesOf(demanding(before), demanding(now))?.weakened).toEqual(isWeaker ? ["a"] : []);
});

test("what is broken stays broken under an expectation that is not named as weakened", () => {
  let compared = 0;

  fc.assert(
    fc.property(demandPairs, evidences, (demandsOfBoth, evidence) => {
      const [earlier, later] = demandsOfBoth.map((demand) => policyOf({ expect: [{ id: "a", ...demand }] }));
      if (earlier === undefined || later === undefined) throw new Error("a policy is missing");
      const [was, is] = [earlier, later].map((policy) => evaluatePolicy(policy, evidence)?.[0]?.result);

      if (was !== "broken" || changesOf(earlier, later)?.weakened.length !== 0) return;

      compared += 1;
      expect(is).toBe("broken");
    }),
    { numRuns: 3000 },
  );
  expect(compared).toBeGreaterThan(50);
});

test.each([
  ["until later", { until: "2026-09-30" }, { prolonged: ["EX-1"] }],
  ["since earlier", { since: "2026-07-01" }, { prolonged: ["EX-1"] }],
  ["shorter", { since: "2026-08-02", until: "2026-08-30" }, {}],
  ["another reason", { why: "else", by: "other" }, {}],
  ["a record more", { records: [1, 2] }, { widened: ["EX-1"] }],
  ["another record", { records: [2] }, { widened: ["EX-1"] }],
  ["over", { until: "2026-08-04" }, { ended: ["EX-1"] }],
  ["to come", { since: "2026-08-06" }, { ended: ["EX-1"] }],
])("a waiver that is %s", (_, change, named) => {
  expect(changesOf(withWaivers(waiver()), withWaivers(waiver(change)))?.waivers).toEqual({
    ...NOTHING,
    ...named,
  });
});

test("a record less leaves a waiver as narrow as it was", () => {
  const both = withWaivers(waiver({ records: [1, 2] }));

  expect(changesOf(both, withWaivers(waiver()))?.waivers).toEqual(NOTHING);
});

function waiving(id: string): Policy {
  return policyOf({ expect: [A, { ...A, id: "b" }], accept: [waiver({ expect: id })] });
}

test("a waiver of another expectation is wider", () => {
  expect(changesOf(waiving("a"), waiving("b"))?.waivers.widened).toEqual(["EX-1"]);
});

test("a waiver in force that nothing needs is orphaned, unless the item is not complete", () => {
  const policy = withWaivers(
    waiver({ records: [7] }),
    waiver({ id: "EX-2", records: [7], until: "2026-08-02" }),
  );

  expect(changesOf(policy, policy)?.waivers.orphaned).toEqual(["EX-1"]);
  expect(changesOf(policy, policy, evidenceOf([], { collectedAt: NOW }))?.waivers.orphaned).toEqual([]);
});

test("a policy never differs from itself, and fits the statement", () => {
  fc.assert(
    fc.property(policies, evidences, (raw, evidence) => {
      const policy = policyOf(raw);
      const changes = changesOf(policy, policy, evidence);

      expect(changes).toMatchObject({ dropped: [], weakened: [], added: [] });
      expect(changes?.waivers).toMatchObject({ new: [], prolonged: [], widened: [] });
      PolicyChanges.parse(changes);
    }),
  );
});

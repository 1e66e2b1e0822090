import * as fc from "fast-check";
import { expect, test } from "vitest";

import { ExpectationResult } from "../../src/evidence/schema.ts";
import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import {
  ended,
  evidenceOf,
  finding,
  findingsItem,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
} from "../support/evidence.ts";
import { policyOf } from "./policies.ts";
import { evidences, policies } from "./random-policies.ts";
import { slowResults } from "./slow-policy.ts";

type Members = Readonly<Record<string, unknown>>;

/** The result of one expectation of the given evidence. */
function resultOf(
  members: Members,
  {
    items = [],
    accept = [],
    at = "2026-08-05T06:17:31Z",
  }: { items?: Parameters<typeof evidenceOf>[0]; accept?: readonly Members[]; at?: string },
) {
  const policy = policyOf({
    expect: [{ id: "one", ...members }],
    accept: accept.map((waiver, index) => ({
      id: `EX-${index}`,
      expect: "one",
      since: "2026-08-01",
      until: "2026-08-31",
      why: "known",
      by: "lead",
      ...waiver,
    })),
  });
  return evaluatePolicy(policy, evidenceOf(items, { collectedAt: at }))?.[0];
}

test("results equal those of a second, slow implementation, over random records and policies", () => {
  fc.assert(
    fc.property(policies, evidences, (policy, evidence) => {
      const results = evaluatePolicy(policyOf(policy), evidence);

      expect(results).toEqual(slowResults(policy, evidence));
      for (const result of results ?? []) ExpectationResult.parse(result);
    }),
    { numRuns: 2000 },
  );
});

test("an expectation of an item that is not complete never reads met or accepted", () => {
  fc.assert(
    fc.property(policies, evidences, (policy, evidence) => {
      const whole = new Set(
        evidence.items.filter(({ collection }) => collection.status === "complete").map(({ id }) => id),
      );
      const results = evaluatePolicy(policyOf(policy), evidence) ?? [];

      const ofOthers = results.filter(({ item }) => !whole.has(item)).map(({ result }) => result);

      expect(["broken", "unknown"]).toEqual(expect.arrayContaining(ofOthers));
    }),
    { numRuns: 500 },
  );
});

function counted({ id, measured, limit, offenders }: ExpectationResult) {
  return { id, measured, limit, offenders };
}

test("a waiver never changes what is measured or who offends", () => {
  fc.assert(
    fc.property(policies, evidences, (policy, evidence) => {
      const all = evaluatePolicy(policyOf(policy), evidence) ?? [];
      const without = evaluatePolicy(policyOf({ ...policy, accept: [] }), evidence) ?? [];

      expect(all.map(counted)).toEqual(without.map(counted));
    }),
  );
});

const MONITORS = [monitor({ id: 1 }), monitor({ id: 2, state: "Alert", verdict: "failing" })];

test("names monitors that are not there, in the order of the policy", () => {
  const result = resultOf(
    { item: "compliance-monitors", present: [9, 1, 7] },
    { items: [monitorsItem(MONITORS)] },
  );

  expect(result).toEqual({
    id: "one",
    item: "compliance-monitors",
    result: "broken",
    measured: 1,
    limit: 3,
    offenders: { count: 2, ids: [9, 7] },
    waivers: [],
  });
});

test("an item that was not asked for gives an unknown result and no number", () => {
  expect(resultOf({ item: "cspm-findings", none: {} }, { items: [monitorsItem(MONITORS)] })).toEqual({
    id: "one",
    item: "cspm-findings",
    result: "unknown",
    measured: null,
    limit: 0,
    offenders: { count: 0, ids: [] },
    waivers: [],
  });
});

test("a record at hand proves that a partial item breaks an expectation, and nothing else", () => {
  const items = [monitorsItem(MONITORS, ended("partial"))];
  const item = "compliance-monitors";

  expect(resultOf({ item, none: { verdict: "failing" } }, { items })).toMatchObject({
    result: "broken",
    measured: 1,
  });
  expect(resultOf({ item, none: { verdict: "notEvaluated" } }, { items })).toMatchObject({
    result: "unknown",
    measured: 0,
  });
  expect(resultOf({ item, present: [9] }, { items })).toMatchObject({ result: "unknown", measured: 0 });
  expect(resultOf({ item, atLeast: 1 }, { items })).toMatchObject({ result: "unknown", measured: 2 });
  expect(
    resultOf({ item, none: { verdict: "failing" } }, { items, accept: [{ records: [2] }] }),
  ).toMatchObject({ result: "unknown", measured: 1, waivers: ["EX-0"] });
});

test("older means strictly older than the age when it was collected", () => {
  const items = [signalsItem([signal({ timestamp: "2026-08-05T05:17:31Z" })])];
  const none = { item: "security-signals", none: {}, olderThan: "PT1H" };

  expect(resultOf(none, { items })).toMatchObject({ result: "met", measured: 0 });
  expect(resultOf(none, { items, at: "2026-08-05T06:17:32Z" })).toMatchObject({
    result: "broken",
    measured: 1,
  });
});

test.each([null, "2026-08-01T00:00:00", "some day"])(
  "a record whose time is %s makes the result unknown",
  (stateSince) => {
    const none = { item: "compliance-monitors", none: {}, olderThan: "PT1H" };
    const undated = monitor({ id: 1, stateSince });

    expect(resultOf(none, { items: [monitorsItem([undated])] })).toMatchObject({
      result: "unknown",
      measured: 0,
    });
    expect(resultOf(none, { items: [monitorsItem([undated, monitor({ id: 2 })])] })).toMatchObject({
      result: "broken",
      measured: 1,
    });
    expect(
      resultOf(none, { items: [monitorsItem([undated, monitor({ id: 2 })])], accept: [{ records: [2] }] }),
    ).toMatchObject({ result: "unknown" });
  },
);

test.each([
  ["2026-08-04T23:59:59Z", "broken"],
  ["2026-08-05T00:00:00Z", "accepted"],
  ["2026-08-06T23:59:59Z", "accepted"],
  ["2026-08-07T00:00:00Z", "broken"],
])("a waiver of two days at %s: %s", (at, result) => {
  const accept = [{ records: [2], since: "2026-08-05", until: "2026-08-06" }];

  expect(
    resultOf(
      { item: "compliance-monitors", none: { verdict: "failing" } },
      { items: [monitorsItem(MONITORS)], accept, at },
    ),
  ).toMatchObject({ result, measured: 1, offenders: { count: 1, ids: [2] } });
});

test("two waivers can cover the offenders together; one offender that none covers is enough to break", () => {
  const items = [monitorsItem([monitor({ id: 1 }), monitor({ id: 2 }), monitor({ id: 3 })])];
  const none = { item: "compliance-monitors", none: {} };

  expect(resultOf(none, { items, accept: [{ records: [1, 9] }, { records: [2, 3] }] })).toMatchObject({
    result: "accepted",
    waivers: ["EX-0", "EX-1"],
  });
  expect(resultOf(none, { items, accept: [{ records: [1] }, { records: [9] }] })).toMatchObject({
    result: "broken",
    waivers: ["EX-0"],
  });
});

function covering(size: number | null) {
  return [{ ...findingsItem([]), population: { what: "accounts", size } }];
}

test("a number that is too small is accepted as a whole, and a size that is not known is never judged", () => {
  const population = { item: "cspm-findings", population: { atLeast: 4 } };

  expect(resultOf(population, { items: covering(4) })).toMatchObject({ result: "met", measured: 4 });
  expect(resultOf(population, { items: covering(3) })).toMatchObject({ result: "broken", measured: 3 });
  expect(resultOf(population, { items: covering(3), accept: [{}] })).toMatchObject({
    result: "accepted",
    waivers: ["EX-0"],
  });
  expect(resultOf(population, { items: covering(4), accept: [{}] })).toMatchObject({
    result: "met",
    waivers: [],
  });
  expect(resultOf(population, { items: covering(null), accept: [{}] })).toMatchObject({
    result: "unknown",
    measured: null,
  });
});

test.each([
  ["none that is muted as a whole", { none: { mutedScope: "all" } }, "unknown"],
  ["none that is muted in part", { none: { mutedScope: "part" } }, "unknown"],
  ["none that is muted", { none: { muted: true } }, "broken"],
  ["none of another type", { none: { mutedScope: "all", type: "nothing" } }, "met"],
  ["one that is not muted as a whole", { atLeast: 1, where: { mutedScope: null } }, "met"],
  ["two that are not muted as a whole", { atLeast: 2, where: { mutedScope: null } }, "unknown"],
  ["three that are not muted as a whole", { atLeast: 3, where: { mutedScope: null } }, "broken"],
])("where Datadog does not say how far a mute goes, %s: %s is %s", (_, demand, result) => {
  const items = [monitorsItem([monitor(), monitor({ id: 2, muted: true, mutedScope: null })])];

  expect(resultOf({ item: "compliance-monitors", ...demand }, { items })).toMatchObject({ result });
});

test("names the first twenty offenders and counts all", () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    finding({ id: `hmac-sha256:${String(at).padStart(64, "0")}` }),
  );

  const result = resultOf({ item: "cspm-findings", none: {} }, { items: [findingsItem(many)] });

  expect(result).toMatchObject({
    measured: 30,
    offenders: { count: 30, ids: many.slice(0, 20).map(({ id }) => id) },
  });
});

test("has no results for rules that it does not know", () => {
  const policy = policyOf({ expect: [{ id: "one", item: "cspm-findings", none: {} }] });

  expect(evaluatePolicy(policy, evidenceOf([findingsItem()], { rules: 99 }))).toBeNull();
});

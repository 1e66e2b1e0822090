import * as fc from "fast-check";

import { ITEM_IDS } from "../../src/evidence/schema.ts";
import type {
  Collection,
  Evidence,
  FindingRecord,
  Item,
  MonitorRecord,
  SignalRecord,
} from "../../src/evidence/schema.ts";
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
import type { RawExpectation, RawPolicy, RawWaiver } from "./slow-policy.ts";

const COLLECTED_AT = "2026-08-05T06:17:31Z";

/** Around the ages that are asked for, to the second. */
const time = fc.constantFrom(
  "2026-08-05T06:16:31Z",
  "2026-08-05T05:17:31Z",
  "2026-08-05T05:17:30Z",
  "2026-08-04T06:17:31Z",
  "2026-08-04T06:17:30Z",
  "2026-08-01T00:00:00Z",
);
const timeOrNone = fc.oneof(
  { weight: 5, arbitrary: time },
  { weight: 1, arbitrary: fc.constantFrom(null, "2026-08-01T00:00:00") },
);
const severity = fc.constantFrom("critical" as const, "high" as const);
const textOrNull = fc.constantFrom("a", "b", null);

const pseudonym = fc.integer({ min: 0, max: 7 }).map((digit) => `hmac-sha256:${String(digit).repeat(64)}`);
const signalId = fc.constantFrom("AQ-1", "AQ-2", "AQ-3", "AQ-4");
const monitorId = fc.integer({ min: 1, max: 6 });

const signals: fc.Arbitrary<SignalRecord[]> = unique(
  fc
    .record({
      id: signalId,
      timestamp: time,
      severity,
      state: fc.constantFrom("open", "archived"),
      rule: textOrNull,
      tags: fc.subarray(["env:prod", "env:dev"]),
    })
    .map(({ state, rule, ...rest }) =>
      signal({
        ...rest,
        rule: rule === null ? null : { id: rule, name: null, type: null },
        triage: { state, changed: null, archiveReason: null, assigned: false, incidents: 0 },
      }),
    ),
);
const monitors: fc.Arbitrary<MonitorRecord[]> = unique(
  fc
    .record({
      id: monitorId,
      stateSince: timeOrNone,
      state: fc.constantFrom("OK", "Alert", "No Data"),
      muted: fc.boolean(),
      mutedUntil: timeOrNone,
      watchesClock: fc.boolean(),
    })
    .map((some) =>
      monitor({
        ...some,
        verdict:
          { OK: "passing" as const, Alert: "failing" as const, "No Data": "notEvaluated" as const }[
            some.state
          ] ?? "notEvaluated",
      }),
    ),
);
const findings: fc.Arbitrary<FindingRecord[]> = unique(
  fc
    .record({ id: pseudonym, severity, firstSeen: timeOrNone, muted: fc.boolean(), resourceType: textOrNull })
    .map((some) => finding(some)),
);

function unique<Kept extends { readonly id: string | number }>(
  record: fc.Arbitrary<Kept>,
): fc.Arbitrary<Kept[]> {
  return fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 30 });
}

const status: fc.Arbitrary<Collection["status"]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant("complete" as const) },
  { weight: 2, arbitrary: fc.constant("partial" as const) },
  { weight: 1, arbitrary: fc.constantFrom("failed" as const, "skipped" as const) },
);
const size = fc.option(fc.nat({ max: 4 }));

function itemOf<Kept>(
  records: fc.Arbitrary<Kept[]>,
  make: (records: Kept[], how: Collection) => Item,
): fc.Arbitrary<Item> {
  return fc.record({ records, status, size }).map(({ records: some, status: how, size: counted }) => {
    const made = make(how === "complete" || how === "partial" ? some : [], ended(how));
    return Object.assign(made, { population: { what: made.population.what, size: counted } });
  });
}

/** Evidence of some of the items, complete or not, with records of few different values. */
export const evidences: fc.Arbitrary<Evidence> = fc
  .tuple(itemOf(signals, signalsItem), itemOf(monitors, monitorsItem), itemOf(findings, findingsItem))
  .chain((items) => fc.subarray(items, { minLength: 1 }))
  .map((items) => evidenceOf(items, { collectedAt: COLLECTED_AT }));

function conditionOf(
  fields: Record<string, fc.Arbitrary<string | number | boolean | null>>,
): fc.Arbitrary<object> {
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 })),
    ]),
  );
  return fc.record(values, { requiredKeys: [] });
}

const CONDITIONS = {
  "security-signals": conditionOf({
    severity,
    "triage.state": fc.constantFrom("open", "archived"),
    "rule.id": textOrNull,
    tags: fc.constantFrom("env:prod", "env:dev"),
  }),
  "compliance-monitors": conditionOf({
    verdict: fc.constantFrom("passing", "failing", "notEvaluated"),
    muted: fc.boolean(),
    mutedUntil: fc.constant(null),
    watchesClock: fc.boolean(),
  }),
  "cspm-findings": conditionOf({ severity, muted: fc.boolean(), resourceType: textOrNull }),
};
const IDS: Record<Item["id"], fc.Arbitrary<string | number>> = {
  "security-signals": signalId,
  "compliance-monitors": monitorId,
  "cspm-findings": pseudonym,
};

const age = fc.constantFrom("PT1M", "PT60M", "PT1H", "P1D", "PT24H", "P1DT0H1M");

type RawDemand = Omit<RawExpectation, "id">;

/** Expectations of an item, by their four forms. */
function formsOf(item: Item["id"]): readonly fc.Arbitrary<RawDemand>[] {
  const ofItem = { item: fc.constant(item) };
  return [
    fc.uniqueArray(IDS[item], { minLength: 1, maxLength: 6 }).map((present) => ({ item, present })),
    fc.record(
      { ...ofItem, atLeast: fc.integer({ min: 1, max: 4 }), where: CONDITIONS[item] },
      { requiredKeys: ["item", "atLeast"] },
    ),
    fc.record({ ...ofItem, none: CONDITIONS[item], olderThan: age }, { requiredKeys: ["item", "none"] }),
    fc.integer({ min: 1, max: 4 }).map((atLeast) => ({ item, population: { atLeast } })),
  ];
}

/** An expectation of one of the four forms. */
const demands: fc.Arbitrary<RawDemand> = fc
  .constantFrom(...ITEM_IDS)
  .chain((item) => fc.oneof(...formsOf(item)));

/** Two expectations of the same item in the same form: one of another always asks for something else. */
export const demandPairs: fc.Arbitrary<readonly [RawDemand, RawDemand]> = fc
  .constantFrom(...ITEM_IDS)
  .chain((item) => fc.oneof(...formsOf(item).map((form) => fc.tuple(form, form))));

/** Before, on and after the day of the run. */
const days = fc.constantFrom(
  ["2026-08-05", "2026-08-05"],
  ["2026-07-01", "2026-08-04"],
  ["2026-08-06", "2026-08-07"],
  ["2026-08-01", "2026-12-01"],
);

function waiverFor(expectation: RawExpectation, id: string): fc.Arbitrary<RawWaiver> {
  const covers = expectation.present !== undefined || expectation.none !== undefined;
  const records = fc.uniqueArray(IDS[expectation.item], { minLength: 1, maxLength: 4 });
  return fc.tuple(days, covers ? records : fc.constant(undefined)).map(([[since = "", until = ""], some]) =>
    Object.assign(some === undefined ? {} : { records: some }, {
      id,
      expect: expectation.id,
      since,
      until,
      why: "known",
      by: "head of platform",
    }),
  );
}

/** A policy with waivers that are in force, over, or to come. */
export const policies: fc.Arbitrary<RawPolicy> = fc
  .array(demands, { minLength: 1, maxLength: 5 })
  .chain((some) => {
    const expectations = some.map((demand, at) => ({ id: `e-${at}`, ...demand }));
    return fc
      .array(fc.constantFrom(...expectations), { maxLength: 6 })
      .chain((covered) => fc.tuple(...covered.map((expectation, at) => waiverFor(expectation, `EX-${at}`))))
      .map((accept) => ({ expect: expectations, accept }));
  });

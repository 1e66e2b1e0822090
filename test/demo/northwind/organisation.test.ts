import { assert, date, property } from "fast-check";
import { expect, test } from "vitest";

import { keyCredentials } from "../../../src/datadog/credentials.ts";
import { makeNorthwind } from "../../../src/demo/northwind/organisation.ts";
import { startDatadog } from "../../support/datadog.ts";
import type { ItemChanges } from "../../../src/evidence/comparison/schema.ts";
import { deriveChanges } from "../../../src/evidence/comparison/changes.ts";
import type { Evidence } from "../../../src/evidence/schema.ts";
import { collectedFrom, NOW } from "../../collectors/collecting.ts";
import { virtualClock } from "../../datadog/client-at.ts";
import { HASH } from "../../support/evidence.ts";

const DAY_MS = 86_400_000;

/** What one daily run collects. */
async function collectedAt(now: Date): Promise<Evidence> {
  const northwind = makeNorthwind(now);
  const clock = virtualClock(now.getTime());
  await using datadog = await startDatadog(northwind, { now: () => now });
  const { evidence } = await collectedFrom(datadog.url, {
    access: { credentials: keyCredentials(northwind), ...clock },
    now,
  });
  return evidence;
}

const month = await Promise.all(
  Array.from({ length: 30 }, (_, index) => collectedAt(new Date(NOW.getTime() - (29 - index) * DAY_MS))),
);
const changes = month.slice(1).map((evidence, index) => {
  const [before = evidence] = month.slice(index);
  return deriveChanges({ evidence: before, sha256: HASH }, evidence);
});

/** How many records of an item changed in that way, day by day. */
function daily(id: ItemChanges["id"], kind: string): readonly number[] {
  return changes.map(({ items }) => {
    const lists = Object.entries(items.find((item) => item.id === id)?.changes ?? {});
    const list = lists.find(([name]) => name === kind)?.[1];
    if (list === null || list === undefined || Array.isArray(list)) throw new Error(`${kind} is not known`);
    return list.count;
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

test("every day of a month has the same counts", () => {
  const counts = month.map(({ items }) => JSON.stringify(items.map(({ result }) => result.counts)));

  expect(new Set(counts).size).toBe(1);
  expect(month[0]?.items[0]?.result.counts).toEqual({
    critical: 5,
    high: 20,
    total: 25,
    open: 7,
    underReview: 5,
    archived: 13,
  });
});

test("at every moment of ten years the week before holds as many signals of each kind", () => {
  assert(
    property(
      date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true }),
      (now) => {
        const states = makeNorthwind(now)
          .signals.filter(
            ({ attributes: { timestamp } }) => Date.parse(timestamp) > now.getTime() - 7 * DAY_MS,
          )
          .filter(({ attributes: { status } }) => status === "critical" || status === "high")
          .map(({ attributes }) => `${attributes.status} ${attributes.attributes.workflow.triage.state}`);

        expect(tally(states)).toEqual({
          "critical open": 1,
          "critical under_review": 1,
          "critical archived": 3,
          "high open": 6,
          "high under_review": 4,
          "high archived": 10,
        });
      },
    ),
  );
});

function tally(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  );
}

test("of a day's signals nothing vanishes or is altered until it leaves the window", () => {
  expect(sum(daily("security-signals", "vanished"))).toBe(0);
  expect(sum(daily("security-signals", "altered"))).toBe(0);
  expect(daily("security-signals", "left")).toEqual(
    daily("security-signals", "new").map(
      (count, index) => count + (daily("security-signals", "late")[index] ?? 0),
    ),
  );
});

test("triage advances day by day, from open over under review to archived", () => {
  const order = ["open", "under_review", "archived"];
  const seen = new Map<string, number>();
  const steps = month.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.id === "security-signals"
        ? [...item.records].map(({ id, triage }) => {
            const before = seen.get(id) ?? 0;
            seen.set(id, order.indexOf(triage.state));
            return order.indexOf(triage.state) - before;
          })
        : [],
    ),
  );

  expect(Math.min(...steps)).toBe(0);
  expect(Math.min(...daily("security-signals", "retriaged"))).toBeGreaterThan(0);
});

test("in every month a signal comes late, a monitor is redefined, alerts change and a finding is resolved", () => {
  expect(sum(daily("security-signals", "late"))).toBeGreaterThanOrEqual(1);
  expect(sum(daily("compliance-monitors", "redefined"))).toBeGreaterThanOrEqual(1);
  expect(sum(daily("compliance-monitors", "failing"))).toBeGreaterThanOrEqual(2);
  expect(sum(daily("cspm-findings", "vanished"))).toBeGreaterThanOrEqual(2);
  expect(sum(daily("cspm-findings", "unresolved"))).toBe(0);
  expect(sum(daily("compliance-monitors", "gone"))).toBe(0);
});

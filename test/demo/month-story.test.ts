import { expect, test } from "vitest";

import { keyCredentials } from "../../src/datadog/credentials.ts";
import { monthPolicy, untaggedForDays } from "../../src/demo/month-policy.ts";
import { makeNorthwindOn } from "../../src/demo/month-story.ts";
import { deriveChanges, listedChanges } from "../../src/evidence/comparison/changes.ts";
import type { ItemChanges } from "../../src/evidence/comparison/schema.ts";
import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { collectedFrom, NOW } from "../collectors/collecting.ts";
import { virtualClock } from "../datadog/client-at.ts";
import { startDatadog } from "../support/datadog.ts";
import { HASH } from "../support/evidence.ts";

const DAY_MS = 86_400_000;

/** What the run of a day collects, and what its policy says of it. */
async function collectDay(at: Date, day: number) {
  const northwind = makeNorthwindOn({ day, at });
  const organisation = untaggedForDays(northwind, day);
  const clock = virtualClock(at.getTime());
  await using datadog = await startDatadog(organisation, { now: () => at });
  const { evidence } = await collectedFrom(datadog.url, {
    access: { credentials: keyCredentials(organisation), ...clock },
    now: at,
  });
  const read = readPolicy(Buffer.from(monthPolicy(northwind, { day, at })), null);
  if ("problems" in read) throw new Error("the policy of the month cannot be read");
  return { evidence, results: evaluatePolicy(read.policy, evidence) ?? [] };
}

async function collectMonth(last: Date) {
  return Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      collectDay(new Date(last.getTime() - (29 - index) * DAY_MS), index + 1),
    ),
  );
}

type Month = Awaited<ReturnType<typeof collectMonth>>;

/** Two months that begin on other weekdays, and in other seasons of the organisation. */
const months = await Promise.all([NOW, new Date(NOW.getTime() + 11 * DAY_MS)].map(collectMonth));
const [month = []] = months;

/** A number of an item, day by day; equal days together, as `5×19 6×7 5×4`. */
function courseOf(days: Month, [id, name]: readonly [ItemChanges["id"], string]): string {
  const values = days.map(({ evidence: { items } }) => {
    const counts = items.find((item) => item.id === id)?.result.counts ?? {};
    return Object.entries(counts).find(([other]) => other === name)?.[1];
  });
  const starts = values.flatMap((value, index) => (value === values[index - 1] ? [] : [index]));
  return starts
    .map((start, index) => `${String(values[start])}×${(starts[index + 1] ?? values.length) - start}`)
    .join(" ");
}

test.each([
  { item: "security-signals", count: "critical", course: "5×19 6×7 5×4" },
  { item: "security-signals", count: "high", course: "20×4 23×7 20×8 23×7 20×4" },
  { item: "security-signals", count: "open", course: "7×4 10×1 7×14 11×5 7×6" },
  { item: "security-signals", count: "underReview", course: "5×5 8×1 5×18 9×1 5×5" },
  { item: "compliance-monitors", count: "failing", course: "2×3 3×1 2×15 3×3 2×4 1×4" },
  { item: "cspm-findings", count: "critical", course: "6×2 5×12 4×5 5×1 4×10" },
  { item: "cspm-findings", count: "high", course: "18×9 17×3 19×4 20×1 19×4 18×4 17×5" },
] as const)("over any month $count of $item moves: $course", ({ item, count, course }) => {
  expect(months.map((days) => courseOf(days, [item, count]))).toEqual([course, course]);
});

/** The results of an expectation by their first letters, day by day; a dash where the policy does not have it. */
function resultsOf(days: Month, id: string): string {
  const results = days.map((day) => day.results.find((result) => result.id === id)?.result);
  return results.map((result) => result?.slice(0, 1) ?? "-").join("");
}

test.each([
  {
    id: "named-monitors",
    results: "mmmmmmmbbaaaaabbmmmmmmmmmmmmmm",
    why: "breaks, is accepted, and is met again",
  },
  { id: "critical-3d", results: "mmmmmmmmmmmmmmmmmmmmmmbbmmmmmm", why: "breaks while an incident waits" },
  { id: "ntp-watched", results: "m".repeat(30), why: "is always met" },
  { id: "rules-on", results: "m".repeat(30), why: "is always met" },
  { id: "all-tagged", results: "mmmmmm------------------------", why: "is dropped before it would break" },
])("over any month $id $why", ({ id, results }) => {
  expect(months.map((days) => resultsOf(days, id))).toEqual([results, results]);
});

test("the last day breaks nothing, so the demo ends with its report", () => {
  expect(month.at(-1)?.results.map(({ result }) => result)).toEqual(["met", "met", "met", "met"]);
});

test("an incident opens, is looked at, is archived and leaves the week", () => {
  const states = month.map(({ evidence: { items } }) => {
    const records = items.flatMap((item) => (item.id === "security-signals" ? [...item.records] : []));
    return records.find(({ timestamp }) => timestamp === "2026-11-12T00:17:31.000Z")?.triage.state ?? "-";
  });

  expect(states.slice(18)).toEqual([
    "-",
    ...Array<string>(5).fill("open"),
    "under_review",
    "archived",
    ...Array<string>(4).fill("-"),
  ]);
});

test("the changes of the month are those of an organisation that works", () => {
  const kinds = new Set(
    month.slice(1).flatMap(({ evidence }, index) => {
      const before = month[index]?.evidence ?? evidence;
      const { items } = deriveChanges({ evidence: before, sha256: HASH }, evidence);
      return items.flatMap((item) =>
        listedChanges(item)
          .filter(({ list }) => list !== null && list.count > 0)
          .map(({ name }) => `${item.id} ${name}`),
      );
    }),
  );

  expect([...kinds].toSorted()).toEqual([
    "compliance-monitors failing",
    "compliance-monitors gone",
    "compliance-monitors new",
    "compliance-monitors passing",
    "compliance-monitors redefined",
    "cspm-findings new",
    "cspm-findings vanished",
    "security-signals late",
    "security-signals left",
    "security-signals new",
    "security-signals retriaged",
  ]);
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
/** A mute may end later than the run that sees it. */
const ENDS = new Set(["mutedUntil", "muteExpires"]);

test("no record of any run holds an instant that is later than its collection", () => {
  const later = months.flat().flatMap(({ evidence: { items, collectedAt } }) =>
    items
      .flatMap((item): object[] => [...item.records])
      .flatMap((record) => instantsIn(record))
      .filter((instant) => Date.parse(instant) > Date.parse(collectedAt)),
  );

  expect(later).toEqual([]);
});

function instantsIn(value: object): readonly string[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (typeof member === "object" && member !== null) return instantsIn(member);
    return typeof member === "string" && INSTANT.test(member) && !ENDS.has(name) ? [member] : [];
  });
}

import { expect, test } from "vitest";

import { recordsToReview } from "../../src/report/needs-review.ts";
import { markdownOf } from "../../src/report/render/phrases.ts";
import {
  evidenceOf,
  finding,
  findingsItem,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
} from "../support/evidence.ts";

test("records of one name and state to review are one line, with their number and the first of their times", () => {
  const items = [
    signalsItem(
      ["2026-06-02T01:00:00.500Z", "2026-06-01T01:00:00.500Z"].map((timestamp, index) =>
        signal({ id: `s${index}`, title: "Root user logged in", timestamp }),
      ),
    ),
    monitorsItem(
      ["2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z", null].map((stateSince, id) =>
        monitor({ id, name: "Log archive was not written", state: "Alert", verdict: "failing", stateSince }),
      ),
    ),
    findingsItem(
      ["Bucket is public", "Root has keys", "Bucket is public"].map((title, index) =>
        finding({
          id: `f${index}`,
          title,
          severity: "critical",
          firstSeen: `2026-04-0${index + 1}T00:00:00Z`,
        }),
      ),
    ),
  ];

  const lines = recordsToReview(evidenceOf(items), null).flatMap(({ named }) =>
    named.map(({ what, label }) => `${markdownOf(what)}: ${label}`),
  );

  expect(lines).toEqual([
    "2 critical signals, the first of 2026-06-01T01:00:00Z, open: Root user logged in",
    "3 monitors in state Alert, the first since 2026-05-01T00:00:00Z: Log archive was not written",
    "Critical posture check failing on 2 resources, first seen 2026-04-01T00:00:00Z: Bucket is public",
    "Critical posture check failing, first seen 2026-04-02T00:00:00Z: Root has keys",
  ]);
});

test("records that are not named are counted, however many share a name", () => {
  const records = Array.from({ length: 30 }, (_, index) =>
    finding({ id: `f${index}`, title: `check ${Math.floor(index / 5)}`, severity: "critical" }),
  ).concat(
    Array.from({ length: 40 }, (_, index) =>
      finding({ id: `g${index}`, title: `other check ${index}`, severity: "critical" }),
    ),
  );

  const [review] = recordsToReview(evidenceOf([findingsItem(records)]), null);

  expect(review?.named).toHaveLength(20);
  expect(review?.named.reduce((sum, { count }) => sum + count, review.more)).toBe(70);
});

test("a stranger's title does not join the records that a waiver names", () => {
  const signals = [
    signal({ id: "s0", title: "Root user logged in", severity: "critical" }),
    signal({ id: "s1", title: "Root user logged in\nEX-1", severity: "critical" }),
  ];
  const waiver = {
    id: "EX-1",
    expect: "no-critical",
    records: ["s0"],
    why: "a test of the alarm",
    by: "security",
    since: "2026-01-01",
    until: "2026-12-31",
    ticket: null,
  };
  const expectation = {
    id: "no-critical",
    item: "security-signals",
    title: null,
    demand: { form: "none", where: new Map(), age: null },
  } as const;

  const [review] = recordsToReview(evidenceOf([signalsItem(signals)]), {
    expectations: [expectation],
    waivers: [waiver],
  });

  expect(review?.named.map(({ what, label }) => [markdownOf(what).includes("waived by"), label])).toEqual([
    [true, "Root user logged in"],
    [false, "Root user logged in\nEX-1"],
  ]);
});

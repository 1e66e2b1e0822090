import { expect, test } from "vitest";

import { findChangesProblem, deriveChanges } from "../../../src/evidence/comparison/changes.ts";
import type { Evidence, Item, MonitorRecord, SignalRecord } from "../../../src/evidence/schema.ts";
import {
  ended,
  evidenceOf,
  finding,
  findingsItem,
  HASH,
  monitor,
  monitorsItem,
  request,
  signal,
  signalsItem,
} from "../../support/evidence.ts";
import {
  between,
  findingId,
  findingsOf,
  found,
  INSIDE,
  OTHER,
  signalsOf,
  TODAY,
  YESTERDAY,
} from "./comparing.ts";

const archived = { ...signal().triage, state: "archived" };

const one = signal({ id: "1", timestamp: INSIDE });
const unzoned = (clock: string): SignalRecord => ({ ...one, firstSeen: `2026-08-02T${clock}:00` });

test.each<readonly [string, SignalRecord[], SignalRecord[], Record<string, unknown>]>([
  ["nothing changed", [one], [one], {}],
  ["one is gone that lies inside the window", [one], [], { vanished: ["1"] }],
  ["one is older than the window now", [{ ...one, timestamp: "2026-07-28T20:00:00Z" }], [], { left: ["1"] }],
  [
    "one lies on the edge of the window and is gone",
    [{ ...one, timestamp: TODAY.from }],
    [],
    { left: ["1"] },
  ],
  ["one was triaged", [one], [{ ...one, triage: archived }], { retriaged: ["1"] }],
  ["one has another severity", [one], [{ ...one, severity: "high" }], { altered: ["1"] }],
  ["one has another title", [one], [{ ...one, title: "Nothing" }], { altered: ["1"] }],
  ["one is dated in another notation", [one], [{ ...one, timestamp: "2026-08-02T12:00:00.000+02:00" }], {}],
  ["one is dated otherwise", [one], [{ ...one, timestamp: "2026-08-02T11:00:00Z" }], { altered: ["1"] }],
  ["one has another time of no zone", [unzoned("10:00")], [unzoned("11:00")], { altered: ["1"] }],
  ["one has a first time of no zone", [{ ...one, firstSeen: null }], [unzoned("10:00")], { altered: ["1"] }],
  ["one lost a tag", [one], [{ ...one, tags: [] }], { altered: ["1"] }],
  ["one has another rule", [one], [{ ...one, rule: null }], { altered: ["1"] }],
  [
    "one goes on and gathers tags",
    [one],
    [{ ...one, lastSeen: "2026-08-05T01:00:00Z", tags: ["env:prod", "service:x"] }],
    {},
  ],
  [
    "one was seen last earlier than it was",
    [{ ...one, lastSeen: INSIDE }],
    [{ ...one, lastSeen: YESTERDAY.from }],
    { altered: ["1"] },
  ],
  ["one came today", [], [{ ...one, timestamp: "2026-08-04T20:00:00Z" }], { new: ["1"] }],
  ["one came late", [], [one], { late: ["1"] }],
])("signals: %s", (_, before, now, changes) => {
  expect(found(between(signalsOf(before, YESTERDAY), signalsOf(now)))).toEqual(changes);
});

test("what is not there is claimed only of a complete list", () => {
  const partial = ended("partial");
  const two = { ...one, id: "2" };

  const nowPartial = between(signalsOf([one], YESTERDAY), signalsOf([two], TODAY, partial));
  const beforePartial = between(signalsOf([one], YESTERDAY, partial), signalsOf([two]));
  const monitors = between(monitorsItem([monitor()], partial), monitorsItem([monitor({ id: 2 })], partial));
  const findings = between(findingsItem([finding()]), findingsItem([], partial));

  expect(nowPartial).toMatchObject({ comparable: "in-part", why: ["partial-now"] });
  expect(found(nowPartial)).toEqual({ vanished: null, late: ["2"] });
  expect(beforePartial).toMatchObject({ comparable: "in-part", why: ["partial-before"] });
  expect(found(beforePartial)).toEqual({ vanished: ["1"], late: null });
  expect(found(monitors)).toEqual({ gone: null, new: null });
  expect(found(findings)).toEqual({ vanished: null, unresolved: null });
});

test.each<
  readonly [string, Partial<MonitorRecord> | null, Partial<MonitorRecord> | null, Record<string, unknown>]
>([
  ["nothing changed", {}, {}, {}],
  ["one is gone", {}, null, { gone: [1] }],
  ["one is new", null, {}, { new: [1] }],
  ["one is muted", {}, { muted: true }, { muted: [1] }],
  ["one is no longer muted", { muted: true }, {}, { unmuted: [1] }],
  ["one was redefined", {}, { definitionSha256: OTHER }, { redefined: [1] }],
  ["one fails", {}, { verdict: "failing", state: "Alert" }, { failing: [1] }],
  [
    "one that warned alerts",
    { verdict: "failing", state: "Warn" },
    { verdict: "failing", state: "Alert" },
    {},
  ],
  ["one passes again", { verdict: "failing" }, {}, { passing: [1] }],
  ["one has no data", {}, { verdict: "notEvaluated" }, { notEvaluated: [1] }],
])("monitors: %s", (_, before, now, changes) => {
  const items = [before, now].map((each) => monitorsItem(each === null ? [] : [monitor(each)]));

  expect(found(between(items[0] ?? monitorsItem(), items[1] ?? monitorsItem()))).toEqual(changes);
});

test("findings: new, muted, unmuted, regraded and vanished", () => {
  const before = findingsOf(4, (n) => ({ muted: n === 1, severity: n === 2 ? "high" : "critical" }));
  const now = findingsOf(5, (n) => ({ muted: n === 0, severity: "critical" })).filter((_, n) => n !== 3);

  expect(found(between(findingsItem(before), findingsItem(now)))).toEqual({
    vanished: [findingId(3)],
    new: [findingId(4)],
    muted: [findingId(0)],
    unmuted: [findingId(1)],
    regraded: [findingId(2)],
  });
});

test.each<readonly [string, Item, Item, readonly string[], number]>([
  [
    "fewer accounts are covered",
    findingsItem(findingsOf(2, () => ({}))),
    { ...findingsItem(findingsOf(1, () => ({}))), population: { ...findingsItem().population, size: 2 } },
    ["fewer-covered"],
    1,
  ],
  [
    "all findings of a rule went",
    findingsItem(findingsOf(4, (n) => ({ rule: { id: n === 3 ? "kept" : "gone", name: null } }))),
    findingsItem(findingsOf(4, () => ({ rule: { id: "kept", name: null } })).slice(3)),
    ["rule-gone"],
    3,
  ],
  [
    "all findings of a resource went",
    findingsItem(findingsOf(3, (n) => ({ resource: findingId(n === 2 ? 200 : 100) }))),
    findingsItem(findingsOf(3, () => ({ resource: findingId(200) })).slice(2)),
    ["resource-gone"],
    2,
  ],
  [
    "one finding went as findings do",
    findingsItem(findingsOf(3, () => ({}))),
    findingsItem(findingsOf(2, () => ({}))),
    [],
    0,
  ],
])("findings that vanished are doubted when %s", (_, before, now, hints, count) => {
  const { changes } = between(before, now);

  expect(changes).toMatchObject({ hints, unresolved: { count } });
});

test.each<readonly [string, Partial<Evidence>, string[]]>([
  ["another site", { source: { ...evidenceOf().source, site: "datadoghq.com" } }, ["other-site"]],
  [
    "another declared organisation",
    { source: { ...evidenceOf().source, organization: "X" } },
    ["other-organization"],
  ],
  ["another pseudonym key", { privacy: { level: "standard", pseudonymKeyId: "0" } }, ["other-pseudonym-key"]],
  ["a run that did not ask for it", { items: [monitorsItem()] }, ["absent-before"]],
])("findings cannot be compared with those of %s", (_, other, why) => {
  const before = { evidence: evidenceOf([findingsItem()], other), sha256: HASH };

  const { items } = deriveChanges(before, evidenceOf([findingsItem()]));

  expect(items.find(({ id }) => id === "cspm-findings")).toEqual({
    id: "cspm-findings",
    comparable: "no",
    why,
    changes: null,
  });
});

function asked(tag: string): Item {
  const listing = request({
    method: "GET",
    path: "/api/v1/monitor",
    query: { monitor_tags: tag, id_offset: 0 },
  });
  return monitorsItem([monitor()], { ...ended("complete"), requests: [listing] });
}

test("monitors of another tag cannot be compared", () => {
  expect(between(asked("compliance"), asked("audit"))).toMatchObject({
    comparable: "no",
    why: ["other-query"],
  });
  expect(between(asked("compliance"), asked("compliance"))).toMatchObject({ comparable: "yes", why: [] });
});

const named = (organization: string, organizationId: string): Partial<Evidence> => ({
  source: { ...evidenceOf().source, organization, organizationId },
});

function compared(before: Partial<Evidence>, now: Partial<Evidence>): string | undefined {
  const earlier = { evidence: evidenceOf([monitorsItem()], before), sha256: HASH };
  return deriveChanges(earlier, evidenceOf([monitorsItem()], now)).items[0]?.comparable;
}

test("Datadog's own id of the organisation counts more than its declared name", () => {
  expect(compared(named("A", "1"), named("B", "1"))).toBe("yes");
  expect(compared(named("A", "1"), named("A", "2"))).toBe("no");
});

test("another privacy level hides what signals say of themselves, and is no change of theirs", () => {
  const before = evidenceOf([signalsOf([one])]);
  const now = evidenceOf(
    [
      signalsOf([
        { ...one, title: null, tags: [], rule: { id: "rule-1", name: null, type: "log_detection" } },
      ]),
    ],
    {
      privacy: { ...before.privacy, level: "minimal" },
    },
  );

  const [item] = deriveChanges({ evidence: before, sha256: HASH }, now).items;

  expect(item).toMatchObject({ comparable: "in-part", why: ["other-privacy"] });
  expect(item && found(item)).toEqual({});
});

test("an item that was there and is skipped, failed or not asked for is named", () => {
  const before = evidenceOf();
  const now = evidenceOf([signalsItem([], ended("failed")), findingsItem([], ended("skipped"))]);

  const changes = deriveChanges({ evidence: before, sha256: HASH }, now);

  expect(changes.nowSkipped).toEqual([
    { id: "security-signals", was: "complete", now: "failed" },
    { id: "compliance-monitors", was: "complete", now: "absent" },
    { id: "cspm-findings", was: "complete", now: "skipped" },
  ]);
  expect(changes.items.map(({ why }) => why)).toEqual([["lost-now"], ["absent-now"], ["lost-now"]]);
  expect(deriveChanges({ evidence: now, sha256: HASH }, now).nowSkipped).toEqual([]);
});

test("another collector, mapping or version of the rules is named with both versions", () => {
  const now = evidenceOf(undefined, {
    collector: { name: "datadog-evidence", version: "2.0.0", sha256: OTHER },
    rules: 2,
  });

  const { versions } = deriveChanges({ evidence: evidenceOf(undefined, { rules: 1 }), sha256: HASH }, now);

  expect(versions).toEqual([
    { what: "collector", before: `1.4.0 sha256:${HASH}`, now: `2.0.0 sha256:${OTHER}` },
    { what: "rules", before: "1", now: "2" },
  ]);
});

test("what the statement tells is derived again, and each lie about it has its sentence", () => {
  const before = { evidence: evidenceOf([signalsOf([one], YESTERDAY), monitorsItem()]), sha256: HASH };
  const now = evidenceOf([signalsOf([]), monitorsItem()]);
  const said = deriveChanges(before, now);
  const quiet = deriveChanges({ evidence: now, sha256: HASH }, now);

  expect(findChangesProblem(said, before, now)).toBeNull();
  expect(findChangesProblem(quiet, before, now)).toBe(
    "the statement has other changes of security-signals than the two runs give",
  );
  expect(
    findChangesProblem({ ...said, versions: [{ what: "rules", before: "1", now: "2" }] }, before, now),
  ).toBe("the statement has other changes of items or versions than the two runs give");
  expect(findChangesProblem({ ...said, items: [...said.items, ...said.items] }, before, now)).toMatch(
    /items or versions/,
  );
  expect(findChangesProblem({ ...said, comparedWith: OTHER }, before, now)).toBe(
    `the statement has changes since evidence ${OTHER}, but the run before has ${HASH}`,
  );
  expect(findChangesProblem(null, before, now)).toMatch(/^the statement has no changes, although/);
  expect(findChangesProblem({ ...quiet, rules: 2 }, before, now)).toBeNull();
});

test("fifty thousand findings that all vanish are compared at once", () => {
  const many = findingsOf(50_000, (n) => ({ rule: { id: `rule-${n % 500}`, name: null } }));

  const { changes } = between(findingsItem(many), findingsItem([]));

  expect(changes).toMatchObject({
    vanished: { count: 50_000 },
    unresolved: { count: 50_000 },
    hints: ["rule-gone"],
  });
});

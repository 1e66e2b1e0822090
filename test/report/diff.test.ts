import { expect, test } from "vitest";

import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { policyOf } from "../policy/policies.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { diffJson, diffText } from "../../src/report/diff.ts";
import { logCommands } from "../support/commands.ts";
import {
  ended,
  evidenceOf,
  finding,
  findingsItem,
  HASH,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
} from "../support/evidence.ts";

const later: Partial<Evidence> = { collectedAt: "2026-08-06T06:17:31Z" };
const archived = { ...signal().triage, state: "archived", archiveReason: "false_positive" };
const id = (digit: string): string => `hmac-sha256:${digit.repeat(64)}`;

const before = evidenceOf([
  signalsItem([signal(), signal({ id: "AQ-2", title: "Impossible travel", severity: "high" })]),
  monitorsItem([monitor(), monitor({ id: 2, name: "Clocks are in sync" })]),
  findingsItem(["1", "2", "3"].map((digit) => finding({ id: id(digit), resource: id(digit) }))),
]);
const now = evidenceOf(
  [
    signalsItem([signal({ triage: archived })]),
    monitorsItem([monitor({ state: "Alert", verdict: "failing" }), monitor({ id: 3, name: "TLS" })]),
    findingsItem([finding({ id: id("4") })]),
  ],
  later,
);

const run = (evidence: Evidence) => ({ folder: "x", sha256: HASH, evidence, policy: null });

function text(one: Evidence, other: Evidence, all = false): string {
  return diffText({ before: run(one), now: run(other) }, all);
}

test("what is new, gone and changed is listed item by item, changes field by field", () => {
  expect(text(before, now)).toBe(`The files were compared as they are; nothing was verified.
  A  2026-08-05T06:17:31Z  prod, complete, sha256 abababababab
  B  2026-08-06T06:17:31Z  prod, complete, sha256 abababababab

Security signals: 1 vanished, 1 changed
- vanished    high      2026-08-04T21:10  Impossible travel
~ changed     critical  2026-08-04T21:10  Root sign-in
                triage.state          open → archived
                triage.archiveReason  none → false_positive

Compliance monitors: 1 new, 1 gone, 1 changed
+ new         OK        3  TLS
- gone        OK        2  Clocks are in sync
~ changed     Alert     1  Backup is recent
                state    OK → Alert
                verdict  passing → failing

CSPM findings: 1 new, 3 gone
+ new         high      222222222222  Bucket is public
- gone        high      111111111111  Bucket is public
- gone        high      222222222222  Bucket is public
- gone        high      333333333333  Bucket is public
`);
});

test("two equal runs have no difference", () => {
  expect(text(before, before)).toMatch(
    /signals: no difference\n\n.+monitors: no difference\n\n.+no difference\n$/,
  );
});

test("findings that were probably not resolved are listed as unresolved", () => {
  const gone = text(before, evidenceOf([findingsItem([])], later));

  expect(gone).toContain(
    "CSPM findings: 3 unresolved\nUnresolved findings are gone too, but were probably not resolved.\n",
  );
});

test("what cannot be compared says why, and what is not known is no zero", () => {
  const partial = evidenceOf([signalsItem([], ended("partial")), monitorsItem([], ended("failed"))], later);

  const lines = text(before, partial);

  expect(lines).toContain("Compliance monitors: not comparable: this run did not obtain it.\n");
  expect(lines).toContain(
    "Security signals: no difference\nNot known: vanished.\nThis run has only part of it.\n",
  );
  expect(lines).toContain("The CSPM findings were complete in the run before and are not requested now.\n");
});

test("two runs in the wrong order are compared with a warning", () => {
  expect(text(now, before)).toContain("B is earlier than A, so the comparison runs backwards in time.");
});

/** Monitors that a policy judged, as a run of it. */
function judged(ids: readonly number[], expectations: readonly object[] | null) {
  const evidence = evidenceOf([monitorsItem(ids.map((each) => monitor({ id: each })))], later);
  if (expectations === null) return run(evidence);
  const policy = policyOf({ expect: expectations });
  const results = [...(evaluatePolicy(policy, evidence) ?? [])];
  return { ...run({ ...evidence, policy: { sha256: HASH, results } }), policy };
}

const NAMED = { id: "named-monitors", item: "compliance-monitors", present: [1, 2, 3] };
const SEVEN = { id: "seven", item: "compliance-monitors", present: [7] };
const TWO = { id: "two", item: "compliance-monitors", atLeast: 2 };
const ONE = { id: "one", item: "compliance-monitors", atLeast: 1 };

test("results of the policy are compared expectation by expectation, and what was loosened is named", () => {
  const pair = { before: judged([1, 2, 3], [NAMED, SEVEN, TWO]), now: judged([1, 2], [ONE, NAMED, SEVEN]) };

  expect(diffText(pair, false)).toContain(`
Policy: expectations dropped: two.
Policy: expectations added: one.

Expectations: 1 new, 1 changed, 1 unchanged, 1 gone. The run itself gave the
  policy, so anyone who can change the workflow can change it; what was loosened
  since the run before is named.
+ new         one: met, 2, at least 1 expected
~ changed     named-monitors: broken, 1 of 3 not there: 3
              before: met, 3, at least 3 expected
  unchanged   seven: broken, 1 of 1 not there: 7
- gone        two: met, 3, at least 2 expected

Compliance monitors: 1 gone
`);
  expect(JSON.parse(diffJson(pair))).toMatchObject({
    expectations: [
      { id: "one", before: null, now: { result: "met" } },
      { id: "named-monitors", before: { result: "met" }, now: { result: "broken", offenders: { ids: [3] } } },
      { id: "seven", before: { result: "broken" }, now: { result: "broken" } },
      { id: "two", before: { result: "met" }, now: null },
    ],
    policy: { dropped: ["two"], added: ["one"] },
  });
});

test("results are new or gone where only one of the runs has a policy, and not mentioned where none has", () => {
  const [without, having] = [judged([1], null), judged([1], [ONE])];

  expect(diffText({ before: without, now: having }, false)).toContain("\n+ new         one");
  expect(diffText({ before: having, now: without }, false)).toContain("\n- gone        one");
  expect(diffText({ before: without, now: without }, false)).not.toContain("Expectations");
});

test("results that are met in both runs are only counted, and many others are bounded without --all", () => {
  const expectations = Array.from({ length: 25 }, (_, at) => ({ ...SEVEN, id: `seven-${at}` }));
  const pair = { before: judged([1], [ONE, ...expectations]), now: judged([1], [ONE, ...expectations]) };

  expect(diffText(pair, false)).toContain("named.\n  unchanged   seven-0: broken");
  expect(diffText(pair, false)).toContain("              and 5 more; --all lists them\n");
  expect(diffText(pair, true)).toContain("seven-24: broken");
});

const HOSTILE = "::error::x ##[error]x \u202e\u001b[31m\n\n日本語".repeat(20);
const many = evidenceOf(
  [
    monitorsItem(
      Array.from({ length: 45 }, (_, index) => monitor({ id: index, name: HOSTILE, state: HOSTILE })),
    ),
  ],
  later,
);

test("a list is bounded without --all, and no name leaves its line", () => {
  const bounded = text(evidenceOf([monitorsItem([])]), many);
  const whole = text(evidenceOf([monitorsItem([])]), many, true);

  expect(bounded.split("\n").filter((line) => line.startsWith("+ new"))).toHaveLength(20);
  expect(bounded).toContain("and 25 more new; --all lists them");
  expect(whole.split("\n").filter((line) => line.startsWith("+ new"))).toHaveLength(45);
  expect(whole.split("\n").filter((line) => Array.from(line).length > 80)).toEqual([]);
  expect(whole).not.toMatch(/[^\P{C}\n]/u);
  expect(logCommands(whole)).toEqual([]);
});

test("a changed value of any length stays within its line", () => {
  const changed = evidenceOf(
    [monitorsItem([monitor({ name: HOSTILE, tags: Array(50).fill(HOSTILE) })])],
    later,
  );

  const lines = text(evidenceOf([monitorsItem()]), changed).split("\n");

  expect(lines.filter((line) => Array.from(line).length > 80)).toEqual([]);
});

test("as JSON every record and field is whole, and nothing says that it was verified", () => {
  const answer: unknown = JSON.parse(diffJson({ before: run(before), now: run(now) }));

  expect(answer).toMatchObject({
    verified: false,
    before: { folder: "x", sha256: HASH, stream: "prod", run: { id: "123", attempt: 1 } },
    items: [
      {
        id: "security-signals",
        gone: [{ id: "AQ-2" }],
        changed: [
          {
            record: { id: "AQ-1" },
            fields: [
              { field: "triage.state", before: "open", now: "archived" },
              { field: "triage.archiveReason", before: null, now: "false_positive" },
            ],
          },
        ],
      },
      { id: "compliance-monitors", new: [{ id: 3 }], gone: [{ id: 2 }] },
      { id: "cspm-findings", new: [{ id: id("4") }], unresolved: [] },
    ],
    nowSkipped: [],
    versions: [],
  });
});

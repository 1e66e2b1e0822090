import { expect, test } from "vitest";

import { deriveChanges } from "../../src/evidence/comparison/changes.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { decideExit, parseGates, readMetric } from "../../src/config/fail-on.ts";
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
import { judgedBy } from "../support/stream.ts";
import { policyText } from "../policy/policies.ts";

const archived = { ...signal().triage, state: "archived" };
const quiet = evidenceOf([signalsItem([signal({ triage: archived })]), monitorsItem(), findingsItem([])]);
const skipped = evidenceOf([signalsItem([signal({ triage: archived })]), findingsItem([], ended("skipped"))]);
const busy = evidenceOf();
const partial = evidenceOf([signalsItem([signal()], ended("partial")), monitorsItem()]);
const half = evidenceOf([signalsItem([], ended("failed")), monitorsItem()]);
const failed = evidenceOf([signalsItem([], ended("failed")), monitorsItem([], ended("failed"))]);
const untagged = evidenceOf([monitorsItem([])]);

const NAMED = policyText({
  expect: [{ id: "named-monitors", item: "compliance-monitors", present: [7, 1, 9] }],
});
const untagging = judgedBy(evidenceOf([monitorsItem()]), NAMED);
const judgedPart = judgedBy(evidenceOf([monitorsItem([], ended("partial"))]), NAMED);

/** How a run with these gates ends. */
function exitOf(
  evidence: Evidence,
  failOn = "incomplete",
  { undone = NOTHING, changes = null }: Partial<Omit<Parameters<typeof decideExit>[1], "gates">> = {},
) {
  return decideExit(evidence, { gates: parseGates(failOn) ?? [], undone, changes });
}

const NOT_SIGNED = [{ message: "the evidence could not be signed", hint: "sign it later" }];
const NOTHING: typeof NOT_SIGNED = [];

test.each<
  readonly [string, Evidence, failOn: string, undone: typeof NOT_SIGNED, code: number, reason: RegExp | null]
>([
  ["all is well", quiet, "incomplete", NOTHING, 0, null],
  ["cspm is skipped", skipped, "incomplete", NOTHING, 0, null],
  ["content needs attention but no gate asks", busy, "incomplete", NOTHING, 0, null],
  [
    "content needs attention and the gate asks",
    busy,
    "incomplete,attention",
    NOTHING,
    1,
    /^security-signals needs/,
  ],
  ["a threshold is passed", busy, "critical>0", NOTHING, 1, /^critical is 1, which is > 0$/],
  ["a threshold is met but not passed", busy, "critical>1", NOTHING, 0, null],
  ["a threshold is met that asks for that", busy, "critical>=1", NOTHING, 1, /which is >= 1$/],
  ["an item is partial", partial, "incomplete", NOTHING, 3, /^security-signals is partial: Datadog answered/],
  ["an item failed", half, "incomplete", NOTHING, 3, /^security-signals is failed/],
  [
    "no monitor carries the tag",
    untagged,
    "incomplete",
    NOTHING,
    3,
    /^compliance-monitors: no monitor carries/,
  ],
  ["an item is partial and incomplete is no gate", partial, "attention", NOTHING, 0, null],
  ["no monitor carries the tag and never", untagged, "never", NOTHING, 0, null],
  ["an item is partial and never", partial, "never", NOTHING, 0, null],
  [
    "the floor of a partial item passes a threshold",
    partial,
    "critical>0",
    NOTHING,
    1,
    /^critical is at least 1,/,
  ],
  ["nothing is known of what a threshold counts", half, "critical>0", NOTHING, 0, null],
  [
    "nothing was collected",
    failed,
    "incomplete",
    NOTHING,
    2,
    /^nothing could be collected: Datadog answered/,
  ],
  [
    "nothing was collected and never",
    failed,
    "never",
    NOTHING,
    2,
    /^nothing could be collected: Datadog answered/,
  ],
  ["it was not signed", quiet, "incomplete", NOT_SIGNED, 2, /^the evidence could not be signed$/],
  ["it was not signed and never", quiet, "never", NOT_SIGNED, 2, /could not be signed/],
  ["not signed is worse than a gate", busy, "attention", NOT_SIGNED, 2, /could not be signed/],
  ["not signed is worse than partial", partial, "incomplete", NOT_SIGNED, 2, /could not be signed/],
  [
    "an expectation is broken",
    untagging,
    "incomplete,expectations",
    NOTHING,
    1,
    /^named-monitors: broken, 2 of 3 not there: 7, 9$/,
  ],
  ["an expectation is broken and no gate asks", untagging, "incomplete", NOTHING, 0, null],
  ["no policy is given and the gate asks", quiet, "incomplete,expectations", NOTHING, 0, null],
  ["an expectation is unknown", judgedPart, "expectations", NOTHING, 0, null],
  ["a gate is worse than partial", partial, "incomplete,critical>0", NOTHING, 1, /^critical is at least 1/],
])("when %s", (_, evidence, failOn, undone, code, reason) => {
  const exit = exitOf(evidence, failOn, { undone });

  expect(exit.code).toBe(code);
  expect(exit.reasons.length > 0).toBe(reason !== null);
  expect(exit.reasons[0] ?? "").toMatch(reason ?? /^$/);
});

test.each<
  readonly [string, before: Evidence, now: Evidence, failOn: string, code: number, reasons: string[]]
>([
  [
    "is skipped now",
    quiet,
    evidenceOf([...quiet.items.slice(0, 2), findingsItem([], ended("skipped"))]),
    "incomplete",
    3,
    ["cspm-findings is skipped, but the run before had it"],
  ],
  [
    "is not asked for now",
    quiet,
    evidenceOf(quiet.items.slice(1)),
    "incomplete",
    3,
    ["security-signals was not requested, but the run before had it"],
  ],
  ["is skipped now and incomplete is no gate", quiet, skipped, "never", 0, []],
  ["was skipped already", skipped, skipped, "incomplete", 0, []],
])("when an item that the run before had %s", (_, before, now, failOn, code, reasons) => {
  const changes = { ...deriveChanges({ evidence: before, sha256: HASH }, now), policy: null };

  expect(exitOf(now, failOn, { changes })).toEqual({
    code,
    reasons,
    hints: [],
  });
});

test("an item that failed is told once, whatever the run before had", () => {
  const changes = { ...deriveChanges({ evidence: quiet, sha256: HASH }, half), policy: null };

  const { reasons } = exitOf(half, "incomplete", { changes });

  expect(reasons.filter((reason) => reason.startsWith("security-signals"))).toHaveLength(1);
});

test("a cause that several items share is one reason with one hint", () => {
  const lost = ended("failed");
  const two = evidenceOf([signalsItem([], lost), monitorsItem([], lost), findingsItem([])]);

  expect(exitOf(two).reasons).toEqual([
    "security-signals, compliance-monitors are failed: Datadog answered but says that its own search timed out",
  ]);
  expect(exitOf(failed).reasons).toEqual([
    "nothing could be collected: Datadog answered but says that its own search timed out",
  ]);
  expect(exitOf(failed).hints).toEqual(["run again when Datadog is less busy"]);
});

function refusedAt(path: string) {
  const { collection, ...rest } = signalsItem([], ended("failed"));
  const hint = "give the key a permission";
  return {
    ...rest,
    collection: {
      ...collection,
      reason: { code: "permission" as const, message: `${path} refused`, hint },
    },
  };
}

test("refusals that one permission would mend are one reason", () => {
  const evidence = evidenceOf([refusedAt("/a"), refusedAt("/b"), findingsItem([])]);

  expect(exitOf(evidence)).toEqual({
    code: 3,
    reasons: ["security-signals, security-signals are failed: /a refused; /b refused"],
    hints: ["give the key a permission"],
  });
});

test("every reason is told, the worst first", () => {
  const { code, reasons } = exitOf(partial, "incomplete,critical>0", { undone: NOT_SIGNED });

  expect(code).toBe(2);
  expect(reasons.map((reason) => reason.slice(0, 20))).toEqual([
    "the evidence could n",
    "critical is at least",
    "security-signals is ",
  ]);
});

const counted = evidenceOf([
  signalsItem([signal(), signal({ id: "2", severity: "high" }), signal({ id: "3", triage: archived })]),
  monitorsItem([
    monitor({ verdict: "failing" }),
    monitor({ id: 2, verdict: "failing" }),
    monitor({ id: 3, verdict: "notEvaluated", muted: true }),
  ]),
  findingsItem([finding({ severity: "critical" }), finding({ muted: true }), finding()]),
]);

test.each([
  ["critical", 3],
  ["high", 3],
  ["critical-signals", 2],
  ["high-signals", 1],
  ["open-signals", 2],
  ["failing-monitors", 2],
  ["not-evaluated-monitors", 1],
  ["muted-monitors", 1],
  ["critical-findings", 1],
  ["high-findings", 2],
] as const)("%s counts %d, and is not known where nothing was collected", (name, count) => {
  expect(readMetric(name, counted)).toBe(count);
  expect(readMetric(name, failed)).toBeNull();
});

test("a number over items of which one is not known is a floor", () => {
  const evidence = evidenceOf([signalsItem(), findingsItem([], ended("skipped"))]);

  const { reasons } = exitOf(evidence, "critical>0,critical-signals>0");

  expect(reasons).toEqual(["critical is at least 1, which is > 0", "critical-signals is 1, which is > 0"]);
});

test.each([
  "",
  " , ",
  "sometimes",
  "never,incomplete",
  "critical>",
  "critical=0",
  "critical<1",
  "__proto__>0",
  "toString>0",
])("%j names no gates", (list) => {
  expect(parseGates(list)).toBeNull();
});

import { expect, test } from "vitest";

import type { Collection } from "../../../src/evidence/schema.ts";
import {
  findingsResult,
  OLDER_FINDINGS_PATH,
  monitorsResult,
  outcomeOf,
  signalsResult,
  type ItemResult,
} from "../../../src/evidence/rules/states.ts";
import {
  ALIVE_CHECK,
  COVERED_CHECK,
  HASH,
  SIGHT_CHECK,
  ended,
  finding,
  monitor,
  request,
  signal,
} from "../../support/evidence.ts";

const triaged = (state: string) => signal({ triage: { ...signal().triage, state } });
const alive = ended("complete", [ALIVE_CHECK]);
const silent = ended("complete", [{ ...ALIVE_CHECK, actual: 0, ok: false }]);
const covered = ended("complete", [COVERED_CHECK]);
const uncovered = ended("complete", [{ ...COVERED_CHECK, actual: 0, ok: false }]);
const whole = ended("complete");
const seen = ended("complete", [COVERED_CHECK, SIGHT_CHECK]);
const unseen = ended("complete", [COVERED_CHECK, { ...SIGHT_CHECK, actual: 0, ok: false }]);
const refused = (status: number): Collection => ({
  ...seen,
  requests: [
    ...seen.requests,
    request({
      path: OLDER_FINDINGS_PATH,
      pages: [{ status, items: 0, bytes: 0, sha256: HASH, attempts: 1 }],
    }),
  ],
});

type Row<R> = readonly [when: string, Collection, readonly R[], state: string];

/** The state, and for an unknown one its code. */
function stateOf({ state, reason }: Pick<ItemResult<never>, "state" | "reason">): string {
  return reason === null ? state : `${state}: ${reason.code}`;
}

test.each<Row<ReturnType<typeof signal>>>([
  ["one is open", whole, [triaged("open"), triaged("archived")], "attention"],
  ["one is under review", whole, [triaged("under_review")], "attention"],
  ["one is in a state nobody knows", whole, [triaged("escalated")], "attention"],
  ["all are archived", whole, [triaged("archived"), triaged("archived")], "clear"],
  ["all are archived and nothing else is alive", silent, [triaged("archived")], "clear"],
  ["there is none and detection is alive", alive, [], "clear"],
  ["there is none and the probe found none", silent, [], "unknown: no-liveness"],
  ["there is none and no probe was answered", whole, [], "unknown: no-liveness"],
  ["reading was partial", ended("partial", [ALIVE_CHECK]), [triaged("archived")], "unknown: source-timeout"],
  ["reading was partial with open ones", ended("partial"), [triaged("open")], "unknown: source-timeout"],
  ["reading failed", ended("failed", [ALIVE_CHECK]), [], "unknown: source-timeout"],
  ["reading was skipped", ended("skipped"), [], "unknown: source-timeout"],
])("signals when %s", (_, collection, records, state) => {
  expect(stateOf(signalsResult(collection, records))).toBe(state);
});

test.each<Row<ReturnType<typeof monitor>>>([
  ["one fails", whole, [monitor({ verdict: "failing" }), monitor()], "attention"],
  ["one was not evaluated", whole, [monitor({ verdict: "notEvaluated" })], "attention"],
  ["one passes but is muted", whole, [monitor({ muted: true })], "attention"],
  ["all pass and none is muted", whole, [monitor(), monitor({ id: 2 })], "clear"],
  ["there is none", whole, [], "unknown: no-monitors"],
  ["reading was partial", ended("partial"), [monitor()], "unknown: source-timeout"],
  ["reading failed", ended("failed"), [], "unknown: source-timeout"],
  ["reading was skipped", ended("skipped"), [], "unknown: source-timeout"],
])("monitors when %s", (_, collection, records, state) => {
  expect(stateOf(monitorsResult(collection, records, "compliance"))).toBe(state);
});

test.each<Row<ReturnType<typeof finding>>>([
  ["one is unmuted", covered, [finding(), finding({ muted: true })], "attention"],
  ["one is unmuted and coverage unknown", whole, [finding()], "attention"],
  ["all are muted and accounts covered", covered, [finding({ muted: true })], "clear"],
  ["all are muted and no account covered", uncovered, [finding({ muted: true })], "unknown: no-coverage"],
  ["there is none, accounts are covered and passing ones are seen", seen, [], "clear"],
  ["there is none and accounts are covered", covered, [], "unknown: permission"],
  ["there is none and the key sees no other either", unseen, [], "unknown: permission"],
  [
    "there is none, passing ones are seen and the older count is refused",
    refused(403),
    [],
    "unknown: permission",
  ],
  [
    "there is none, passing ones are seen and the older count is refused",
    refused(401),
    [],
    "unknown: permission",
  ],
  [
    "all are muted and the older count is refused",
    refused(403),
    [finding({ muted: true })],
    "unknown: permission",
  ],
  ["one is unmuted and the older count is refused", refused(403), [finding()], "attention"],
  ["there is none, passing ones are seen and the older count is gone", refused(404), [], "clear"],
  ["there is none and no account is covered", uncovered, [], "unknown: no-coverage"],
  ["there is none and coverage is unknown", whole, [], "unknown: no-coverage"],
  ["reading was partial", ended("partial", [COVERED_CHECK]), [], "unknown: source-timeout"],
  ["reading failed", ended("failed", [COVERED_CHECK]), [], "unknown: source-timeout"],
  ["reading was skipped", ended("skipped"), [], "unknown: source-timeout"],
])("findings when %s", (_, collection, records, state) => {
  expect(stateOf(findingsResult(collection, records))).toBe(state);
});

test.each(["failed", "skipped"] as const)("an item that %s has no counts, not zeros", (status) => {
  expect(signalsResult(ended(status), []).counts).toBeNull();
  expect(monitorsResult(ended(status), [], "compliance").counts).toBeNull();
  expect(findingsResult(ended(status), []).counts).toBeNull();
});

test("counts of signals treat an unknown triage state as open", () => {
  const records = [
    triaged("open"),
    triaged("escalated"),
    triaged("under_review"),
    signal({ severity: "high", triage: { ...signal().triage, state: "archived" } }),
  ];

  expect(signalsResult(whole, records).counts).toEqual({
    critical: 3,
    high: 1,
    total: 4,
    open: 2,
    underReview: 1,
    archived: 1,
  });
});

test("counts of monitors let muted cut across, counts of findings include muted ones", () => {
  const monitors = [monitor({ muted: true }), monitor({ verdict: "failing", muted: true }), monitor()];
  const findings = [finding({ severity: "critical", muted: true }), finding()];

  expect(monitorsResult(whole, monitors, "compliance").counts).toEqual({
    total: 3,
    passing: 2,
    failing: 1,
    notEvaluated: 0,
    muted: 2,
  });
  expect(findingsResult(whole, findings).counts).toEqual({ critical: 1, high: 1, total: 2, muted: 1 });
});

test.each([
  [["complete", "complete", "complete"], "complete"],
  [["complete", "complete", "skipped"], "complete"],
  [["skipped"], "complete"],
  [["complete", "failed", "complete"], "partial"],
  [["complete", "partial", "complete"], "partial"],
  [["partial", "partial", "partial"], "partial"],
  [["partial", "failed", "skipped"], "partial"],
  [["failed", "failed", "failed"], "failed"],
  [["failed", "failed", "skipped"], "failed"],
  [["failed"], "failed"],
] as const)("items that are %j make a run that is %s", (statuses, outcome) => {
  const items = statuses.map((status) => ({ collection: ended(status) }));

  expect(outcomeOf(items)).toBe(outcome);
});

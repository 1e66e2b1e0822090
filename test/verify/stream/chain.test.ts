import * as fc from "fast-check";
import { expect, test } from "vitest";

import { sha256 } from "../../../src/evidence/digest.ts";
import { chainFindings, type ChainFindings } from "../../../src/verify/stream/chain.ts";
import type { DoubtfulRun, RunSummary } from "../../../src/verify/stream/run-summary.ts";
import { DAY } from "../../support/stream.ts";

const START = Date.parse("2026-08-03T06:17:31Z");

/** A link of a chain, as far as the chain looks at it. */
function link(number: number, overrides: Partial<RunSummary> = {}): RunSummary {
  const collectedAt = START + number * DAY;
  return {
    runPath: `2026/run-${number}`,
    expectedPath: `2026/run-${number}`,
    stream: "prod",
    site: "datadoghq.eu",
    organization: null,
    sequence: number,
    previous: number === 1 ? null : { sequence: number - 1, statement: sha256(`${number - 1}`) },
    restart: null,
    statement: sha256(`${number}`),
    content: sha256(`content ${number}`),
    cadence: "P1D",
    collectedAt,
    startedAt: collectedAt,
    identity: `${number}-1`,
    signedBy: "",
    signedAt: collectedAt + 2000,
    isSignedLate: false,
    collected: null,
    notable: [],
    gap: null,
    isStatementOnly: false,
    ...overrides,
  };
}

const chain = (...numbers: readonly number[]): RunSummary[] => numbers.map((number) => link(number));
const RESTART = { code: "predecessor", message: "the last run does not verify" };

function codes({ problems }: ChainFindings): readonly string[] {
  return problems.map(({ code, sequence }) => `${code} ${sequence}`);
}

test("an unbroken chain has no findings, in whatever order its runs are read", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(chain(1, 2, 3, 4, 5, 6), { minLength: 6 }), (runs) => {
      expect(chainFindings(runs, [])).toEqual({ problems: [], remarks: [] });
    }),
  );
});

test("every run that is taken out of the middle is missed", () => {
  fc.assert(
    fc.property(fc.subarray([2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 6 }), (taken) => {
      const left = [1, 2, 3, 4, 5, 6, 7, 8].filter((number) => !taken.includes(number));

      const { problems } = chainFindings(chain(...left), []);

      const ranges = left.filter((number, index) => number !== (left[index - 1] ?? 0) + 1);
      expect(problems.map(({ code, sequence }) => [code, sequence])).toEqual(
        ranges.map((number) => ["missing-run", number]),
      );
    }),
  );
});

test("runs before the first that is here are a remark", () => {
  const { problems, remarks } = chainFindings(chain(5, 6, 7), []);

  expect(problems).toEqual([]);
  expect(remarks).toEqual(["the runs before number 5 are not here, so they were not checked"]);
});

/** A run folder of a day that did not verify, or is well signed and could not be checked. */
function doubtful(number: number, statement: string | null): DoubtfulRun {
  return { runPath: `2026/run-${number}`, at: START + number * DAY, statement, isUnread: false };
}

test("a run is missing although something in its place did not verify", () => {
  const rubbish = [doubtful(2, null), { ...doubtful(2, null), at: null, isUnread: true }];

  expect(codes(chainFindings(chain(1, 3), rubbish))).toEqual(["missing-run 3"]);
});

test("a run that is well signed and could not be checked is not missing, where the next one names it", () => {
  const one = chainFindings(chain(1, 3), [doubtful(2, sha256("2"))]);
  const two = chainFindings(chain(1, 4), [doubtful(2, sha256("2")), doubtful(3, sha256("3"))]);

  expect(one.problems).toEqual([]);
  expect(one.remarks).toEqual(["number 2 of the chain is here, but could not be checked"]);
  expect(two.problems).toEqual([]);
  expect(two.remarks).toEqual(["numbers 2 to 3 of the chain are here, but could not be checked"]);
});

test.each<readonly [string, readonly number[], readonly DoubtfulRun[]]>([
  ["that the next one does not name", [1, 3], [doubtful(2, sha256("other"))]],
  ["that is on another day", [1, 3], [doubtful(8, sha256("2"))]],
  ["that is only one of two", [1, 4], [doubtful(3, sha256("3"))]],
  ["that is there twice", [1, 4], [doubtful(2, sha256("3")), doubtful(3, sha256("3"))]],
])("a run is missing in spite of one that could not be checked %s", (_, numbers, others) => {
  expect(codes(chainFindings(chain(...numbers), others))).toEqual([`missing-run ${numbers[1]}`]);
});

test.each<readonly [string, readonly RunSummary[], readonly string[]]>([
  [
    "a number of its predecessor that is not that of the predecessor",
    [link(1), link(2), link(3, { previous: { sequence: 1, statement: sha256("2") } })],
    ["broken-link 3"],
  ],
  ["no predecessor and no reason", [link(1), link(2, { previous: null })], ["broken-link 2"]],
  ["a second beginning", [link(1), link(2), link(1, { statement: sha256("1b") })], ["fork 1"]],
  [
    "a missing predecessor in common with another",
    [link(5), link(5, { statement: sha256("5b") })],
    ["fork 5", "fork 5"],
  ],
  [
    "a signature before its predecessor's",
    [link(1), link(2, { signedAt: START + DAY - 200_000 })],
    ["time 2"],
  ],
])("a run with %s is a finding", (_, runs, expected) => {
  expect(codes(chainFindings(runs, []))).toEqual(expected);
});

test("a new beginning with nothing before it is a remark with its reason", () => {
  const { problems, remarks } = chainFindings([link(7, { previous: null, restart: RESTART }), link(8)], []);

  expect(problems).toEqual([]);
  expect(remarks).toEqual([
    "number 7 (2026/run-7): the chain was restarted (predecessor: the last run does not verify); no earlier run is here",
  ]);
});

test("runs that raced may have swapped their times by less than a deadline", () => {
  const runs = [link(1), link(2), link(3, { collectedAt: START + 2 * DAY - 5 * 3_600_000, signedAt: null })];

  expect(chainFindings(runs, [])).toEqual({ problems: [], remarks: [] });
});

test("a finding says what was expected and what was there", () => {
  const [missing] = chainFindings(chain(1, 2, 6), []).problems;

  expect(missing).toMatchObject({
    run: "2026/run-6",
    detail: "is number 6, but after number 2 (2026/run-2) numbers 3 to 5 of the chain are missing",
    touches: { from: "2026-08-05T06:17:31Z", to: "2026-08-09T06:17:31Z" },
  });
});

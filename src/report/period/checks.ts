import { sentenceCase } from "../../failure.ts";
import type { Problem } from "../../verify/stream/problems.ts";
import type { StreamVerdict } from "../../verify/period/verdict.ts";
import { groupDigits } from "../render/phrases.ts";
import { quantityOf } from "../words.ts";
import type { PeriodReport } from "./model.ts";
import { unitOf } from "./words.ts";

/** The problems that break the chain. */
export const CHAIN_PROBLEMS: readonly Problem["code"][] = [
  "broken-link",
  "fork",
  "missing-run",
  "restart",
  "order",
];

/** A check of runs: what it says, the problems that make it fail, and whether it was made; if absent, it always is. */
interface RunCheck {
  readonly check: string;
  readonly codes: readonly Problem["code"][];
  readonly isMade?: (report: PeriodReport) => boolean;
}

const CHECKS: readonly RunCheck[] = [
  {
    check: "Signatures, digests, schema, counts and promised assurance of every run",
    codes: ["not-genuine"],
    isMade: ({ isVerified }) => isVerified,
  },
  { check: "Every run is in its own folder, once", codes: ["wrong-folder", "other-stream", "duplicate"] },
  { check: "Chain: no number missing, no fork, no break", codes: CHAIN_PROBLEMS },
  { check: "Signed changes match the runs", codes: ["changes"] },
  { check: "Trusted timestamps are in order", codes: ["time"], isMade: ({ verdict }) => verdict.timed > 0 },
  {
    check: "Independent copies match",
    codes: ["rewritten", "removed", "sample"],
    isMade: ({ verdict }) => verdict.witness !== null,
  },
];

/** A check of the period; null where there was nothing to check. */
export interface PeriodCheck {
  readonly holds: boolean | null;
  readonly check: string;
  readonly expected: string;
  readonly found: string;
}

/** What was checked, and the results. */
export function periodChecks(report: PeriodReport): readonly PeriodCheck[] {
  const { verdict } = report;
  const { slots, runs, problems } = verdict;
  const checks = CHECKS.map(({ check, codes, isMade }) => {
    const failed = problems.filter(({ code }) => codes.includes(code)).length;
    // A check that was not made cannot hold.
    const isOpen = isMade?.(report) === false;
    return {
      holds: failed > 0 ? false : isOpen ? null : true,
      check,
      expected: isOpen ? "not checked" : "0 problems",
      found: isOpen && failed === 0 ? "–" : quantityOf(failed, "problem"),
    };
  });
  const met = slots.met + slots.late;
  return [
    ...checks,
    totalCheck("Runs complete", { expected: runs.genuine - runs.declarations, found: runs.complete }),
    totalCheck(sentenceCase(`${unitOf(verdict)}s with a complete run`), { expected: slots.due, found: met }),
  ];
}

function totalCheck(check: string, { expected, found }: { expected: number; found: number }): PeriodCheck {
  return { holds: expected === found, check, expected: groupDigits(expected), found: groupDigits(found) };
}

/** What there is to say of single runs, each list under its title; an empty one is left out. */
export function runLists({
  problems,
  unchecked,
  weaknesses,
  outside,
  signedLate,
}: StreamVerdict): readonly (readonly [title: string, sentences: readonly string[]])[] {
  const lists = [
    ["Problems, oldest first", problems.map(problemInWords)],
    ["Not checked", unchecked.map(({ run, why }) => `${run}: ${why}`)],
    ["Not complete, because", weaknesses],
    ["Problems outside the period, which do not affect the verdict", outside.map(problemInWords)],
    [
      "Signed late: not tamper-evident before signing",
      signedLate.map(
        ({ run, collectedAt, signedAt }) =>
          `${run}: collected ${collectedAt}, ${signedAt === null ? "time of signing not proven" : `signed ${signedAt}`}`,
      ),
    ],
  ] as const;
  return lists.filter(([, sentences]) => sentences.length > 0);
}

function problemInWords({ run, detail }: Problem): string {
  return `${run} ${detail}`;
}

/** The first entries, and how many more there are. */
export function shortenedList(entries: readonly string[], most: number): readonly string[] {
  const more = entries.length - most;
  return more > 0 ? [...entries.slice(0, most), `and ${more} more; verify --json lists all`] : entries;
}

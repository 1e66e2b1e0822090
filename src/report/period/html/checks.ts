import type { Problem } from "../../../verify/stream/problems.ts";
import type { StreamVerdict } from "../../../verify/period/verdict.ts";
import { number } from "../../render/html.ts";
import type { Notation } from "../../render/notation.ts";
import type { PeriodReport } from "../model.ts";
import { spanOf, unitOf } from "../words.ts";
import { sentence, sentenceCase } from "../../words.ts";

/** A list that is longer is for `verify --json`. */
const SHOWN = 100;

/** Whether anything was verified, and when. */
export function verifiedInWords({ isVerified, madeAt }: PeriodReport): string {
  return isVerified
    ? `What was verified ${madeAt}, offline.`
    : "Nothing was verified: no key and no trusted root was given. What the files say of themselves was compared.";
}

/** Problems by what they say about: the checks of a period. */
const KINDS: readonly (readonly [check: string, codes: readonly Problem["code"][]])[] = [
  ["Signatures, digests, schema, counts and promises of every run", ["not-genuine"]],
  ["Every run lies where it belongs, once", ["wrong-folder", "other-stream", "duplicate"]],
  ["Chain: no number missing, no fork, no break", ["broken-link", "fork", "missing-run", "restart", "order"]],
  ["What statements tell of changes follows from the runs", ["changes"]],
  ["Trusted time never runs backwards", ["time"]],
  ["Independent copies hold the same", ["rewritten", "removed", "sample"]],
];

/** A check of the period; null where there was nothing to check. */
export interface Check {
  readonly holds: boolean | null;
  readonly check: string;
  readonly expected: string;
  readonly found: string;
}

/** What was checked, and what came of it. */
export function checks({ verdict, isVerified }: PeriodReport): readonly Check[] {
  const { slots, runs, timed, witness, problems } = verdict;
  const rows = KINDS.map(([check, codes]) => {
    const failed = problems.filter(({ code }) => codes.includes(code)).length;
    const isOpen = !isMade(codes, { timed, witness, isVerified });
    const holds = failed > 0 ? false : isOpen ? null : true;
    return {
      holds,
      check,
      expected: isOpen ? "not given" : "0 wrong",
      found: isOpen && failed === 0 ? "–" : `${number(failed)} wrong`,
    };
  });
  const isWhole = slots.due === slots.met + slots.late;
  return [
    ...rows,
    {
      holds: runs.genuine === runs.complete + runs.declarations,
      check: "Runs complete",
      expected: number(runs.genuine - runs.declarations),
      found: number(runs.complete),
    },
    {
      holds: isWhole,
      check: sentenceCase(`${unitOf(verdict)}s that were due and met`),
      expected: number(slots.due),
      found: number(slots.met + slots.late),
    },
  ];
}

/** Whether a check was made at all: what was not given cannot hold. */
function isMade(
  codes: readonly Problem["code"][],
  {
    timed,
    witness,
    isVerified,
  }: { readonly timed: number; readonly witness: unknown; readonly isVerified: boolean },
): boolean {
  if (codes.includes("not-genuine")) return isVerified;
  if (codes.includes("time")) return timed > 0;
  return codes.includes("rewritten") ? witness !== null : true;
}

/** What there is to name of the runs, each list under its title; an empty one is left out. */
export function listsOf(
  verdict: StreamVerdict,
): readonly (readonly [title: string, sentences: readonly string[]])[] {
  const { problems, unchecked, outside, remarks } = verdict;
  const lists = [
    ["Wrong, the first first", problems.map(inWords)],
    ["Not checked", unchecked.map(({ run, why }) => `${run}: ${why}`)],
    ["Wrong outside the period, which decides nothing here", outside.map(inWords)],
    ["Signed long after their time, as their statements say", late(verdict)],
    ["Remarks", remarks],
  ] as const;
  return lists
    .filter(([, sentences]) => sentences.length > 0)
    .map(([title, sentences]) => [title, cut(sentences)]);
}

/** What these files cannot prove. */
export function openPoints({ verdict, isVerified }: PeriodReport): readonly string[] {
  return [
    ...(isVerified ? [] : ["who made these files: no signature was checked"]),
    ...verdict.notProven,
    "whether Datadog’s answers are right: the digests show what it answered, not that it was true",
  ].map(sentence);
}

export const DECLARED_COLUMNS = ["Range", "Cause", "Ticket", "Declared by"];

/** Gaps that somebody declared: the cells of a table. */
export function declared({ declarations }: StreamVerdict, to: Notation): readonly (readonly string[])[] {
  return declarations.map(({ range, collectedAt, cause, ticket, role }) => [
    to.span(spanOf(range)),
    to.name(cause),
    ticket === null ? "none" : to.name(ticket),
    `${to.name(role)}, ${to.name(collectedAt)}`,
  ]);
}

function cut(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - SHOWN;
  return [...sentences.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more, in verify --json`] : [])];
}

function inWords({ run, detail }: Problem): string {
  return `${run} ${detail}`;
}

/** Runs that were left unsigned at first. */
function late({ signedLate }: StreamVerdict): readonly string[] {
  return signedLate.map(
    ({ run, collectedAt, signedAt }) =>
      `${run}: collected ${collectedAt}, ${signedAt === null ? "signed at a time that nothing proves" : `signed ${signedAt}`}`,
  );
}

import type { ChangeSince, StreamVerdict } from "../../verify/period/verdict.ts";
import type { Notation } from "../render/notation.ts";
import type { PeriodReport } from "./model.ts";
import { organizationOf, share } from "./words.ts";
import { ITEM_NAMES } from "../words.ts";

type Facts = readonly (readonly [term: string, fact: string])[];

/** Whose evidence it is, of when, and how much of it there is. */
export function aboutStream({ verdict, runs }: PeriodReport, to: Notation): Facts {
  const { period, slots, first, uncovered, items } = verdict;
  const source = runs.findLast((run) => run.source !== null)?.source ?? null;
  const organization = organizationOf(runs);
  const schedules = [...new Set(runs.flatMap(({ schedule }) => schedule ?? []))];
  return [
    [
      "Organisation",
      organization === null
        ? "not declared"
        : `${to.name(organization)} ${to.soft("as declared by the user")}`,
    ],
    [
      "Audit period",
      period === null
        ? "not known"
        : `${to.time(period.from)} to ${to.time(period.to)}, the end not included`,
    ],
    [
      "Stream",
      `${to.name(verdict.stream)}${first === null ? "" : `; first run of the period ${to.time(first.collectedAt)}`}`,
    ],
    [
      "Source",
      `Datadog, ${to.name(verdict.site ?? "site not known")}${source?.organizationId == null ? "" : `, organisation ${to.name(source.organizationId)}`}`,
    ],
    [
      "Cadence",
      `${since(verdict.cadences, to)}${schedules.length === 0 ? "" : `, scheduled ${to.code(schedules.join(", "))} UTC`}`,
    ],
    [
      "Slots met",
      `${to.number(slots.met + slots.late)} of ${to.number(slots.due)}, ${share(slots.met + slots.late, slots.due)}`,
    ],
    [
      "Signals cover",
      items["security-signals"] === undefined
        ? "not collected"
        : uncovered.length === 0
          ? "every moment of the period"
          : `all but ${uncovered
              .slice(0, 3)
              .map((window) => `${to.time(window.from)} to ${to.time(window.to)}`)
              .join("; ")}${uncovered.length > 3 ? `; and ${to.number(uncovered.length - 3)} more` : ""}`,
    ],
    ["Readings", readingsInWords(verdict, to)],
  ];
}

function readingsInWords({ items }: StreamVerdict, to: Notation): string {
  const parts = Object.entries(ITEM_NAMES).flatMap(([id, called]) => {
    const found = Object.entries(items).find(([each]) => each === id)?.[1];
    return found === undefined ? [] : [`${called} complete in ${to.number(found.complete)} runs`];
  });
  return parts.length === 0 ? "none" : `${parts.join(", ")}; a lost reading cannot be made up later`;
}

/** What the evidence is signed and made with. */
export function aboutProof(
  { verdict, isVerified, madeAt, version, runs: reported }: PeriodReport,
  to: Notation,
): Facts {
  const { runs, timed, chain, witness, last, declarations } = verdict;
  const of = isVerified
    ? `${to.number(runs.genuine)} of ${to.number(runs.found)} run folders`
    : "not checked";
  return [
    ["Signatures", `${of}; ${isVerified ? "" : "claimed: "}${since(verdict.signers, to, signer)}`],
    ["Trusted time", isVerified ? `${to.number(timed)} of ${to.number(runs.genuine)}` : "not checked"],
    [
      "Chain",
      chain.from === null
        ? "not chained: a deleted run would not be noticed"
        : `no. ${to.number(chain.from)} to ${to.number(chain.to ?? chain.from)}${chain.restarts.length === 0 ? ", no restart" : `, begun anew ${to.number(chain.restarts.length)} times`}${chain.notChained === 0 ? "" : `; ${to.number(chain.notChained)} not chained`}`,
    ],
    [
      "Second copy",
      witness === null
        ? "none compared"
        : `of ${to.number(witness.runs)} runs; ${to.number(witness.same)} are the same`,
    ],
    ["Declared gaps", declarations.length === 0 ? "none" : to.number(declarations.length)],
    ["Collector", since(verdict.collectors, to, madeWith)],
    ["Mapping", since(verdict.mappings, to, madeWith)],
    ["Rules", `version ${since(verdict.rules, to)}`],
    [
      "Last statement",
      last === null
        ? "none"
        : `${last.sequence === null ? "" : `no. ${to.number(last.sequence)}, `}${to.digest(last.statement)}`,
    ],
    [
      "Prepared",
      `${to.time(madeAt)} by datadog-evidence ${to.name(version)}, from ${to.number(reported.length)} runs`,
    ],
  ];
}

/** A version with the digest that stands behind it. */
function madeWith(value: string, to: Notation): string {
  const [, version = value, sha256 = ""] = /^(.*), sha256 ([0-9a-f]{64})$/v.exec(value) ?? [];
  return sha256 === "" ? to.name(value) : `${to.name(version)} ${to.digest(`${sha256.slice(0, 16)}…`)}`;
}

function signer(value: string, to: Notation): string {
  return /^[0-9a-f]{64}$/v.test(value) ? `key ${to.digest(value)}` : to.name(value);
}

/** What stayed the same for a while, and since when. */
function since(
  spans: readonly ChangeSince[],
  to: Notation,
  show: (value: string, to: Notation) => string = to.name,
): string {
  const [only] = spans;
  if (only === undefined) return "not known";
  if (spans.length === 1) return show(only.value, to);
  const shown = spans.slice(0, 3).map(({ value, from }) => `${show(value, to)} from ${to.time(from)}`);
  return `${shown.join("; ")}${spans.length > 3 ? `; and ${to.number(spans.length - 3)} changes more` : ""}`;
}

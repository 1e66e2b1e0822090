import { ITEM_IDS } from "../../evidence/schema.ts";
import type { ChangeSince, StreamVerdict } from "../../verify/period/verdict.ts";
import { andMore } from "../render/more.ts";
import { code, digest, groupDigits, joinWords, name, phrase, time } from "../render/phrases.ts";
import type { Words } from "../render/phrases.ts";
import type { Facts } from "../render/renderer.ts";
import { ITEM_NAMES, organizationInWords, quantityOf } from "../words.ts";
import { CHAIN_PROBLEMS } from "./checks.ts";
import { policyInWords } from "./expectations-in-words.ts";
import type { PeriodReport } from "./model.ts";
import { nonZeroInWords, organizationOf, percentage } from "./words.ts";

/** A fact with more values than this says how many more there are. */
const MOST_EXAMPLES = 3;

/** Whose evidence it is, and of when. */
export function streamFacts({ verdict, runs }: PeriodReport): Facts {
  const { period, first } = verdict;
  const organization = organizationOf(runs);
  const schedules = [...new Set(runs.flatMap(({ schedule }) => schedule ?? []))];
  return [
    ["Organisation", organizationInWords(organization)],
    [
      "Audit period",
      period === null
        ? "not known"
        : phrase`${time(period.from)} to ${time(period.to)}, the end not included`,
    ],
    [
      "Stream",
      phrase`${name(verdict.stream)}${first === null ? "" : phrase`; first run of the period ${time(first.collectedAt)}`}`,
    ],
    ...sourceFacts(verdict),
    ["Schedule", schedules.length === 0 ? "not known" : phrase`${code(schedules.join(", "))} UTC`],
  ];
}

/** Which organisation the evidence is of, and which folder it is read from. */
export function sourceFacts({ site, organization, folder }: StreamVerdict): Facts {
  const id = organization === null ? "organisation not known" : phrase`organisation ${name(organization)}`;
  return [
    ["Source", phrase`Datadog, ${name(site ?? "site not known")}, ${id}`],
    ["Folder", name(folder)],
  ];
}

/** How much of the period there is evidence of. */
export function collectionFacts(verdict: StreamVerdict): Facts {
  const { slots, runs, items, cadences } = verdict;
  const met = slots.met + slots.late;
  const others = nonZeroInWords(slots, ["late", "partial", "failed", "declared", "missing"]);
  const uncovered = slots.notCovered === 0 ? "" : `${groupDigits(slots.notCovered)} not covered`;
  const rest = [others, uncovered].filter((words) => words !== "").join(", ");
  const readings = ITEM_IDS.flatMap((id) => {
    const figures = items[id];
    if (figures === undefined) return [];
    return `${ITEM_NAMES[id]} ${nonZeroInWords(figures, ["complete", "partial", "skipped", "failed"])}`;
  });
  return [
    ["Cadence", sinceInWords(cadences)],
    [
      "Runs",
      `${nonZeroInWords(runs, ["complete", "partial", "failed"]) || "none"}${runs.declarations === 0 ? "" : `; ${quantityOf(runs.declarations, "declared gap")}`}`,
    ],
    [
      "Slots met",
      `${groupDigits(met)} of ${groupDigits(slots.due)}, ${percentage(met, slots.due)}${rest === "" ? "" : `; ${rest}`}`,
    ],
    ["Signal windows", windowsInWords(verdict)],
    ["Policy", policyInWords(verdict.policy)],
    ["Readings", readings.join("; ") || "none"],
  ];
}

/** How the evidence is signed and chained, and what made it. */
export function proofFacts(verdict: StreamVerdict, isVerified: boolean): Facts {
  const { runs, timed, witness, last, problems, unchecked } = verdict;
  const genuine = groupDigits(runs.genuine);
  // Of the period only: other runs of the stream say nothing of it.
  const bad = [...problems.filter((problem) => problem.code === "not-genuine"), ...unchecked];
  const all = groupDigits(runs.genuine + new Set(bad.map(({ run }) => run)).size);
  return [
    [
      "Signatures",
      isVerified
        ? phrase`${genuine} of ${all} run folders; ${sinceInWords(verdict.signers, signerInWords)}`
        : phrase`not checked; claimed: ${sinceInWords(verdict.signers, signerInWords)}`,
    ],
    ["Trusted time", isVerified ? `${groupDigits(timed)} of ${genuine} runs` : "not checked"],
    ["Chain", chainInWords(verdict)],
    [
      "Copies",
      witness === null
        ? "none compared"
        : `${groupDigits(witness.runs)} of ${genuine} runs compared, ${groupDigits(witness.same)} match`,
    ],
    ["Collector", sinceInWords(verdict.collectors, versionInWords)],
    ["Mapping", sinceInWords(verdict.mappings, versionInWords)],
    ["Rules", phrase`version ${sinceInWords(verdict.rules)}`],
    [
      "Last statement",
      last === null
        ? "none"
        : phrase`${last.sequence === null ? "" : `no. ${groupDigits(last.sequence)}, `}${digest(last.statement)}`,
    ],
  ];
}

function windowsInWords({ items, sample, uncovered }: StreamVerdict): Words {
  if (items["security-signals"] === undefined) return "not collected";
  if (sample !== null) return "not available for a sample";
  if (uncovered.length === 0) return "no gaps: the collected windows cover the whole period";
  const shown = uncovered.slice(0, MOST_EXAMPLES).map(({ from, to }) => phrase`${time(from)} to ${time(to)}`);
  return phrase`cover the period except ${joinWords([...shown, ...andMore(uncovered.length - MOST_EXAMPLES)], "; ")}`;
}

function chainInWords({ chain, problems }: StreamVerdict): string {
  const { from, to, restarts, notChained } = chain;
  if (from === null) return "not chained: a deleted run would not be noticed";
  const isBroken = problems.some((problem) => CHAIN_PROBLEMS.includes(problem.code));
  const state = isBroken ? "broken" : restarts.length === 0 ? "unbroken" : "restarted";
  const restarted = restarts.length === 0 ? "" : ` ${quantityOf(restarts.length, "time")}`;
  return `no. ${groupDigits(from)} to ${groupDigits(to ?? from)}, ${state}${isBroken ? "" : restarted}${notChained === 0 ? "" : `; ${groupDigits(notChained)} not chained`}`;
}

/** A version with the digest of what it names. */
function versionInWords(value: string): Words {
  const [, version = value, sha256 = ""] = /^(.*), sha256 ([0-9a-f]{64})$/v.exec(value) ?? [];
  return sha256 === "" ? name(value) : phrase`${name(version)} ${digest(`${sha256.slice(0, 16)}…`)}`;
}

function signerInWords(value: string): Words {
  return /^[0-9a-f]{64}$/v.test(value) ? phrase`key ${digest(value)}` : name(value);
}

/** What stayed the same for a while, and since when. */
function sinceInWords(spans: readonly ChangeSince[], show: (value: string) => Words = name): Words {
  const [only] = spans;
  if (only === undefined) return "not known";
  if (spans.length === 1) return show(only.value);
  const shown = spans
    .slice(0, MOST_EXAMPLES)
    .map(({ value, from }) => phrase`${show(value)} from ${time(from)}`);
  return joinWords([...shown, ...andMore(spans.length - MOST_EXAMPLES)], "; ");
}

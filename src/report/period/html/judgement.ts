import type { StreamVerdict } from "../../../verify/period/verdict.ts";
import { number } from "../../render/html.ts";
import type { Notation } from "../../render/notation.ts";
import type { PeriodReport } from "../model.ts";
import { quantityOf, unitOf } from "../words.ts";
import { list, sentenceCase } from "../../words.ts";

const WORDS = {
  0: { word: "Genuine and complete", kind: "complete" },
  1: { word: "Not genuine", kind: "failed" },
  2: { word: "Not checked in full", kind: "failed" },
  3: { word: "Genuine but incomplete", kind: "partial" },
} as const;

/** The verdict in a few words, and what kind of outcome that is. */
export function wordOf({ verdict, isVerified }: PeriodReport) {
  return isVerified ? WORDS[verdict.exitCode] : ({ word: "Not verified", kind: "failed" } as const);
}

/** What was due and what came of it, in plain sentences. */
export function lead({ verdict, isVerified }: PeriodReport): string {
  const { slots, runs, problems } = verdict;
  const unit = unitOf(verdict);
  const lacking = [
    slots.failed > 0 && `${quantityOf(slots.failed, unit)} left only a signed record of failure`,
    slots.missing > 0 && `${quantityOf(slots.missing, unit)} left nothing`,
    slots.declared > 0 && `${quantityOf(slots.declared, unit)} lay in a gap that was declared afterwards`,
  ].filter((clause) => clause !== false);
  const sentences = [
    slots.due === 0
      ? "No evidence was due that this report could find."
      : `Evidence was due on ${quantityOf(slots.due, unit)}. It was collected completely on ${number(slots.met + slots.late)}${slots.partial > 0 ? ` and in part on ${number(slots.partial)}` : ""}.`,
    ...(lacking.length > 0 ? [`Of the others, ${list(lacking)}.`] : []),
    isVerified
      ? problems.length === 0 && verdict.unchecked.length === 0
        ? `Every one of the ${number(runs.genuine)} files that exist is genuine.`
        : "Not everything that is here is genuine or could be checked; see Verdicts."
      : "Nothing of it was verified: this page shows what the files say.",
  ];
  return sentences.join(" ");
}

/** Why the verdict is what it is. */
export function judgement({ verdict, isVerified }: PeriodReport, to: Notation): string {
  if (!isVerified) {
    return `${to.strong("No key and no trusted root was given, so no signature was checked.")} Anybody could have written what this page shows. Make it again with ${to.code("--key")}.`;
  }
  const { runs, timed, problems, exitCode } = verdict;
  const first = problems[0];
  const parts = [
    first === undefined
      ? `All ${to.number(runs.genuine)} statements are validly signed${timed === runs.genuine && timed > 0 ? ", carry a trusted time" : ""}${chainInBrief(verdict)}.`
      : `${sentenceCase(first.code.replaceAll("-", " "))}: ${to.name(first.run)} ${to.name(first.detail)}.`,
    exitCode === 3
      ? `${to.link("gaps", "Section 2")} names each slot that is not complete, with its reason.`
      : "",
    `${to.link("verdicts", "What was not proven")} stands in section 6. ${to.soft(`Exit code\u00a0${exitCode}`)}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

function chainInBrief({ chain, witness, runs }: StreamVerdict): string {
  const linked = chain.notChained === 0 && chain.from !== null ? " and form one unbroken chain" : "";
  const copied = witness !== null && witness.same === runs.genuine ? "; an independent copy is the same" : "";
  return `${linked}${copied}`;
}

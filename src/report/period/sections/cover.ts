import { sentenceCase } from "../../../failure.ts";
import type { StreamVerdict } from "../../../verify/period/verdict.ts";
import { organizationTitle, type Masthead } from "../../render/page.ts";
import { markup } from "../../render/markup.ts";
import {
  code,
  groupDigits,
  joinWords,
  jump,
  name,
  phrase,
  remark,
  soft,
  strong,
  styled,
  time,
} from "../../render/phrases.ts";
import type { Words } from "../../render/phrases.ts";
import {
  box,
  either,
  facts,
  figures,
  paragraph,
  steps,
  table,
  type Block,
  type Facts,
} from "../../render/renderer.ts";
import { ITEM_NAMES, list, quantityOf } from "../../words.ts";
import type { ControlsByFramework } from "../control-support.ts";
import { CONTENTS, sectionLink, sectionStart } from "../contents.ts";
import { collectionFacts, proofFacts, streamFacts } from "../facts.ts";
import type { PeriodReport } from "../model.ts";
import {
  dueInWords,
  isOrAre,
  organizationOf,
  originSentences,
  periodInWords,
  unitOf,
  VERDICT_WORDS,
} from "../words.ts";

/** What this is and what to think of it, as an auditor may file it. */
export function periodMasthead(report: PeriodReport): Masthead {
  const { verdict, runs, isVerified } = report;
  const { word, kind } = isVerified
    ? VERDICT_WORDS[verdict.exitCode]
    : { word: "Not verified", kind: "failed" };
  return {
    what: phrase`audit period, stream ${name(verdict.stream)}`,
    title: phrase`${name(organizationTitle(organizationOf(runs)))}, ${name(verdict.stream)}${isVerified ? "" : ", NOT VERIFIED"}`,
    when: periodInWords(verdict.period),
    leads: [...originSentences(verdict).map((words) => strong(words)), leadInWords(report)],
    verdict: { word, kind, sentences: [verdictInWords(report)] },
  };
}

/** Figures, facts to file, what supports which control, and the contents. */
export function coverBlocks(report: PeriodReport, controls: ControlsByFramework): readonly Block[] {
  const { verdict, isVerified, madeAt, version, runs } = report;
  const { slots } = verdict;
  const prepared = phrase`${time(madeAt)} by datadog-evidence ${name(version)}, from ${quantityOf(runs.length, "run")}`;
  return [
    figures([
      { label: `${unitOf(verdict)}s due`, value: slots.due },
      {
        label: slots.late === 0 ? "collected" : `collected, ${groupDigits(slots.late)} late`,
        value: slots.met + slots.late,
      },
      { label: "partial", value: slots.partial, kind: "sep" },
      { label: "failed", value: slots.failed },
      { label: "missing", value: slots.missing },
      { label: "declared gap", value: slots.declared },
      ...(slots.notCovered === 0 ? [] : [{ label: "not covered", value: slots.notCovered }]),
    ]),
    readingOrder(report),
    either(() => {
      const links = CONTENTS.map(
        ({ id, title, no }) => markup`<li><span class="no">${no}</span><a href="#${id}">${title}</a></li>\n`,
      );
      return markup`<nav aria-label="Contents">\n<ol class="contents">\n${links}</ol></nav>`;
    }),
    box("two", [
      facts([...streamFacts(report), ...collectionFacts(verdict)]),
      facts([...proofFacts(verdict, isVerified), ...keyFacts(report), ["Prepared", prepared]]),
    ]),
    controlsTable(report, controls),
    either(() =>
      runs.length === 0
        ? markup``
        : markup`<div class="paper sign-off" aria-hidden="true"><span>Reference in the audit file</span><span>Read by</span><span>Date</span></div>`,
    ),
  ];
}

/** Who keeps the keys that signed, as the auditor's own keys file has it; nothing where it names nobody. */
function keyFacts({ verdict, keysInWords }: PeriodReport): Facts {
  const keepers = verdict.signers.flatMap(({ value }) => keysInWords.get(value) ?? []);
  if (keepers.length === 0) return [];
  return [
    ["Key kept by", phrase`${joinWords([...new Set(keepers)].map(name))} ${soft("by your keys file")}`],
  ];
}

/** What somebody reads who has ten minutes. */
function readingOrder({ verdict, isVerified }: PeriodReport): Block {
  const unit = unitOf(verdict);
  const control = phrase`${sectionStart("controls")}: the sheet of one control that you audit. It names what supports the control, which ${unit}s to ask about, and what to ask for elsewhere.`;
  const entries = [
    phrase`The verdict ${isVerified ? "above" : "above: nothing was verified yet"}, and ${sectionLink("gaps")}: the ${unit}s without complete evidence, and why.`,
    ...(verdict.policy.given === 0
      ? []
      : [
          phrase`${sectionStart("expectations")}: what the organisation demands of itself, and when that was broken.`,
        ]),
    phrase`${sectionStart("verdicts")}: what was checked, and what these files cannot prove.`,
    control,
    phrase`${sectionStart("verify")}: the fingerprint of the key, to compare with the one that you were given, and the command that checks all of this.`,
  ];
  return box("ten-minutes", [paragraph(strong("With ten minutes, read in this order")), steps(entries)]);
}

/** What was due and what was collected. */
function leadInWords({ verdict, isVerified }: PeriodReport): string {
  const { slots, runs, problems, unchecked } = verdict;
  const unit = unitOf(verdict);
  const lacking = [
    slots.failed > 0 && `${quantityOf(slots.failed, unit)} left only a signed record of failure`,
    slots.missing > 0 && `${quantityOf(slots.missing, unit)} left nothing`,
    slots.notCovered > 0 &&
      `${quantityOf(slots.notCovered, unit)} ${isOrAre(slots.notCovered)} before the first run and not covered`,
    slots.declared > 0 &&
      `${quantityOf(slots.declared, unit)} ${isOrAre(slots.declared)} in a gap that was declared later`,
  ].filter((clause) => clause !== false);
  const sentences = [
    slots.due === 0
      ? "This report found no slot that was due."
      : `Evidence was due on ${dueInWords(verdict)}. It was collected completely on ${groupDigits(slots.met + slots.late)}${slots.partial > 0 ? ` and in part on ${groupDigits(slots.partial)}` : ""}.`,
    ...(lacking.length > 0 ? [`Of the others, ${list(lacking)}.`] : []),
    isVerified
      ? problems.length === 0 && unchecked.length === 0
        ? `${runs.genuine === 1 ? "The only run folder is" : `All ${groupDigits(runs.genuine)} run folders are`} genuine.`
        : "Some run folders are not genuine or could not be checked; see Verdicts."
      : "Nothing was verified: this page shows what the files claim.",
  ];
  return sentences.join(" ");
}

/** Why the verdict is what it is. */
function verdictInWords({ verdict, isVerified }: PeriodReport): Words {
  if (!isVerified) {
    return phrase`${strong("No key and no trusted root was given, so no signature was checked.")} Anyone could have written what this page shows. Make it again with ${code("--key")}.`;
  }
  const [problem] = verdict.problems;
  const sentences = [
    problem === undefined
      ? signaturesInWords(verdict)
      : phrase`${sentenceCase(problem.code.replaceAll("-", " "))}: ${name(problem.run)} ${remark(problem.detail)}.`,
    ...(verdict.exitCode === 3
      ? [phrase`${sectionStart("gaps")} lists each slot that is not complete, with the reason.`]
      : []),
    phrase`${sectionStart("verdicts")} lists what could not be verified.`,
    soft(`Exit code\u00a0${verdict.exitCode}.`),
  ];
  return joinWords(sentences, " ");
}

function signaturesInWords({ chain, witness, runs, timed }: StreamVerdict): string {
  const copies = witness !== null && witness.same === runs.genuine ? "; an independent copy matches" : "";
  if (runs.genuine === 1) {
    return `The only statement has a valid signature${timed === 1 ? " and a trusted timestamp" : ""}${copies}.`;
  }
  const timestamps = timed === runs.genuine && timed > 0 ? " and trusted timestamps" : "";
  const links = chain.notChained === 0 && chain.from !== null ? " and form one unbroken chain" : "";
  return `All ${groupDigits(runs.genuine)} statements have valid signatures${timestamps}${links}${copies}.`;
}

function controlsTable({ verdict }: PeriodReport, controls: ControlsByFramework): Block {
  if (controls.size === 0) return paragraph("No run names a control.");
  const groups = [...controls].map(([framework, members]) => ({
    heading: name(framework),
    rows: members.map(({ control, anchor, items }) => {
      const support = items.map(({ id, complete, claimed }) => {
        const only = claimed > 0 ? phrase` ${soft(`(${groupDigits(claimed)} only claimed)`)}` : "";
        return phrase`${ITEM_NAMES[id]} ${complete}${only}`;
      });
      return [jump(anchor, styled("id", name(control.id))), name(control.title), joinWords(support)];
    }),
  }));
  return table({
    caption: `Which item supports which control, and on how many of the ${dueInWords(verdict)} due it is complete`,
    columns: ["Control", "Title", "Supported by"],
    groups,
    kind: "controls",
  });
}

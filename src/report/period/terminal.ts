import type { PeriodVerdict, StreamVerdict } from "../../verify/period/verdict.ts";
import { textOf } from "../render/markup.ts";
import { groupDigits, htmlOf } from "../render/phrases.ts";
import { logLine } from "../render/sanitize.ts";
import { WIDTH, wrapLabelled, wrapText } from "../render/wrap.ts";
import { reviewInWords } from "../changes-in-words.ts";
import { CHANGED_NAMES, quantityOf } from "../words.ts";
import { runLists, shortenedList } from "./checks.ts";
import { collectionFacts, proofFacts, sourceFacts } from "./facts.ts";
import { unmetExpectations } from "./expectations-in-words.ts";
import { gapLines } from "./gap-rows.ts";
import { monthStrips } from "./month-strips.ts";
import { originSentences, periodInWords, unitOf, VERDICT_WORDS } from "./words.ts";

const TEXT_INDENT = 16;
/** A page is for reading; all of it is in the JSON. */
const MOST_LINES = 10;

/** The verdict on a period as one page for a terminal. */
export function periodText({ streams, remarks }: PeriodVerdict): string {
  const pages = streams.map((stream) => streamLines(stream).join("\n"));
  const rest = listLines("Remarks", remarks);
  return `${[...pages, ...(rest.length > 0 ? [rest.join("\n").trimStart()] : [])].join("\n\n")}\n`;
}

/** The verdict on a period for programs. */
export function periodVerdictJson({ exitCode, ...rest }: PeriodVerdict): string {
  const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" } as const;
  return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}

function streamLines(stream: StreamVerdict): readonly string[] {
  const { slotList, changes, chain, notProven, remarks, sample } = stream;
  const facts = [
    ...sourceFacts(stream),
    ...collectionFacts(stream),
    ...proofFacts(stream, true),
    ...(sample === null ? [] : [["Sample", sample.chosen] as const]),
  ];
  const strips = monthStrips(slotList);
  const lists: readonly (readonly [title: string, entries: readonly string[]])[] = [
    ...runLists(stream),
    ["Slots that were not met on time", gapLines(slotList)],
    ["Expectations that were not met in every run", unmetExpectations(stream.policy)],
    ["Restarts of the chain", chain.restarts.map(({ run, reason }) => `${run}: ${reason.message}`)],
    [
      "Record changes to review",
      changes.map((change) => {
        const count = change.count === null ? "" : ` (${change.count})`;
        const ids = change.ids === undefined ? "" : `: ${change.ids.join(", ")}`;
        return `${change.collectedAt} ${CHANGED_NAMES[change.item]}: ${reviewInWords(change)}${ids}${count}`;
      }),
    ],
    ["Not proven", notProven],
    ["Remarks", remarks],
  ];
  return [
    ...wrapText(logLine(streamConclusion(stream)), WIDTH),
    ...originSentences(stream).flatMap((words) => wrapText(logLine(words), WIDTH)),
    "",
    ...facts.flatMap(([term, fact]) =>
      wrapLabelled(term, logLine(textOf(htmlOf(fact))), { indent: TEXT_INDENT }),
    ),
    ...(strips.length === 0 ? [] : ["", ...strips]),
    ...lists.flatMap(([title, entries]) => listLines(title, entries)),
  ];
}

function listLines(title: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  return [
    "",
    title,
    ...shortenedList(entries, MOST_LINES).flatMap((entry) =>
      wrapLabelled("  -", logLine(entry), { indent: 4 }),
    ),
  ];
}

/** The result of the stream, in a sentence. */
export function streamConclusion(verdict: StreamVerdict): string {
  const { exitCode, stream, period, problems, sample, slots } = verdict;
  const days = sample?.days ?? null;
  const inPeriod =
    days !== null ? `, ${days.join(", ")}` : period === null ? "" : `, ${periodInWords(period)}`;
  const ofSample = sample === null ? "" : `, a sample of ${sample.runs} of ${sample.of} runs`;
  const covered = slots.due - slots.notCovered;
  const coverage =
    slots.notCovered === 0
      ? ""
      : `, covers ${groupDigits(covered)} of ${quantityOf(slots.due, unitOf(verdict))}`;
  const firstBad = exitCode === 1 ? ` First bad run: ${problems[0]?.run}.` : "";
  return `${VERDICT_WORDS[exitCode].word}: stream ${stream}${inPeriod}${ofSample}${coverage}.${firstBad}`;
}

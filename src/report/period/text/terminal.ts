import type { Window } from "../../../evidence/schema.ts";
import { SLOT_STATES } from "../../../verify/period/verdict.ts";
import type { Problem } from "../../../verify/stream/problems.ts";
import type { PeriodVerdict, ChangeSince, StreamVerdict } from "../../../verify/period/verdict.ts";
import { wrapLabelled, WIDTH, wrapText } from "../../render/wrap.ts";
import { calendar } from "./calendar.ts";
import { ITEM_NAMES } from "../../words.ts";
import { logLine } from "../../render/sanitize.ts";

const INDENT = 12;
/** A page is for reading; all of it is in the JSON. */
const MOST = 10;

/** The verdict on a period as one page for a terminal. */
export function periodPage({ streams, remarks }: PeriodVerdict): string {
  const pages = streams.map((stream) => streamPage(stream).join("\n"));
  const rest = section("Remarks", remarks);
  return `${[...pages, ...(rest.length > 0 ? [rest.join("\n").trimStart()] : [])].join("\n\n")}\n`;
}

function streamPage(stream: StreamVerdict): readonly string[] {
  const { problems, unchecked, outside, remarks, notProven: open } = stream;
  return [
    ...wrapText(logLine(conclusion(stream)), WIDTH),
    "",
    ...facts(stream).flatMap(([label, text]) => wrapLabelled(label, logLine(text), INDENT)),
    ...calendar(stream.slotList),
    ...section("Wrong, the first first", problems.map(problemInWords)),
    ...section(
      "Not checked",
      unchecked.map(({ run, why }) => `${run}: ${why}`),
    ),
    ...section("Slots that are not plainly met", exceptions(stream)),
    ...section("Signed late, so until then nothing protected what they hold", signedLateInWords(stream)),
    ...section("Changes to look at", changesInWords(stream)),
    ...section("Wrong outside the period, which decides nothing here", outside.map(problemInWords)),
    ...section("Not proven", open),
    ...section("Remarks", remarks),
  ];
}

function section(title: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  const more = entries.length - MOST;
  const shown = [...entries.slice(0, MOST), ...(more > 0 ? [`and ${more} more; --json names them all`] : [])];
  return ["", title, ...shown.flatMap((entry) => wrapLabelled("  -", logLine(entry), 4))];
}

function conclusion({ exitCode, stream, period, problems, sample }: StreamVerdict): string {
  const part = sample === null ? "" : `, a sample of ${sample.runs} of ${sample.of} runs`;
  const what = `stream ${stream}${period === null ? "" : `, ${span(period)}`}${part}`;
  if (exitCode === 0) return `Genuine and complete: ${what}.`;
  if (exitCode === 3) return `Genuine, but not complete: ${what}.`;
  if (exitCode === 2) return `Not checked in full: ${what}.`;
  return `Not genuine: ${what}. First bad run: ${problems[0]?.run}.`;
}

type Fact = readonly [label: string, text: string];

function facts(stream: StreamVerdict): readonly Fact[] {
  const { runs, slots, cadences, timed, last } = stream;
  const every = cadences.map(({ value }) => value).join(", then ") || "no cadence known";
  return [
    ["runs", `${runs.genuine} genuine: ${nonZero(runs, ["complete", "partial", "failed", "declarations"])}`],
    ["slots", `${slots.due} due (${every}): ${nonZero(slots, SLOT_STATES)}`],
    ["chain", chainInWords(stream)],
    ...(last === null ? [] : [["head", `statement ${last.statement}`] as const]),
    ...itemFacts(stream),
    ["signals", uncoveredInWords(stream)],
    ["signed", sinceInWords(stream.signers)],
    ["time", timed === 0 ? "no trusted timestamp" : `${timed} of ${runs.genuine} with a trusted timestamp`],
    ["witness", witnessInWords(stream)],
    ...(stream.sample === null ? [] : [["sample", stream.sample.chosen] as const]),
    ["collector", sinceInWords(stream.collectors)],
    ["mapping", sinceInWords(stream.mappings)],
    ["rules", sinceInWords(stream.rules)],
  ];
}

/** The counts that are not zero, under their names. */
function nonZero<Name extends string>(
  counts: Readonly<Record<Name, number>>,
  names: readonly Name[],
): string {
  const shown = names.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  return shown.join(", ") || "none";
}

function chainInWords({ chain, problems }: StreamVerdict): string {
  const { from, to, notChained, restarts } = chain;
  const loose = notChained === 0 ? [] : [`${notChained} not chained`];
  if (from === null || to === null) return loose.join("") || "no run";
  const isBroken = problems.some(({ code }) => BREAKS.has(code));
  const how = isBroken ? "broken" : restarts.length > 0 ? "begun anew" : "unbroken";
  const anew = restarts.map(({ run, reason }) => `begun anew by ${run}: ${reason.message}`);
  return [`numbers ${from} to ${to}, ${how}`, ...loose, ...anew].join("; ");
}

const BREAKS: ReadonlySet<Problem["code"]> = new Set([
  "broken-link",
  "fork",
  "missing-run",
  "restart",
  "order",
]);

function itemFacts({ items }: StreamVerdict): readonly Fact[] {
  return Object.entries(ITEM_NAMES).flatMap(([id, name]) => {
    const found = Object.entries(items).find(([each]) => each === id);
    if (found === undefined) return [];
    return [["", `${name}: ${nonZero(found[1], ["complete", "partial", "skipped", "failed"])}`]];
  });
}

function uncoveredInWords({ uncovered, items, last, sample }: StreamVerdict): string {
  if (items["security-signals"] === undefined) return "were not collected";
  if (sample !== null) return "of most runs the window is not here, as this is a sample";
  if (uncovered.length === 0) return "every moment of the period was looked at";
  const shown = uncovered.slice(0, 3).map((window) => {
    const isEnd = last !== null && window.to > last.collectedAt;
    return isEnd ? `after ${window.from}` : `from ${window.from} to ${window.to}`;
  });
  const more = uncovered.length > 3 ? [`and ${uncovered.length - 3} more`] : [];
  return `not looked at ${[...shown, ...more].join("; ")}`;
}

function witnessInWords({ witness, runs }: StreamVerdict): string {
  if (witness === null) return "none given";
  return `copies of ${witness.runs} of ${runs.genuine} runs, of which ${witness.same} hold the same evidence`;
}

function sinceInWords(list: readonly ChangeSince[]): string {
  if (list.length === 0) return "not known";
  const [only, ...more] = list;
  if (only !== undefined && more.length === 0) return shortened(only.value);
  const shown = list.slice(0, 3).map(({ value, from }) => `${shortened(value)} from ${from}`);
  return [...shown, ...(list.length > 3 ? [`and ${list.length - 3} changes more`] : [])].join("; ");
}

/** Enough of a digest to tell two apart; the JSON holds all of it. */
function shortened(text: string): string {
  return text.replaceAll(/([0-9a-f]{16})[0-9a-f]{48}/g, "$1…");
}

function signedLateInWords({ signedLate }: StreamVerdict): readonly string[] {
  return signedLate.map(
    ({ run, signedAt }) => `${run}: signed ${signedAt ?? "at a time that nothing proves"}`,
  );
}

function exceptions({ slotList }: StreamVerdict): readonly string[] {
  return slotList
    .filter(({ state }) => state !== "met")
    .map(({ from, to, state, detail }) => `${span({ from, to })} ${state}: ${detail}`);
}

function changesInWords({ changes }: StreamVerdict): readonly string[] {
  return changes.map(({ item, what, count, collectedAt }) => {
    return `${collectedAt} ${ITEM_NAMES[item]}: ${count === null ? "" : `${count} `}${what.replace("-", " ")}`;
  });
}

function problemInWords({ run, detail }: Problem): string {
  return `${run} ${detail}`;
}

/** Whole days by their dates, as people name them: the last one is included. */
function span({ from, to }: Window): string {
  if (!from.endsWith("T00:00:00Z") || !to.endsWith("T00:00:00Z")) return `${from} to ${to}`;
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  const first = from.slice(0, 10);
  return first === last ? first : `${first} to ${last}`;
}

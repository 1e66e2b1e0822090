import type { ExpectationResult } from "../../../evidence/schema.ts";
import { GIVEN_BY_THE_RUN, worstResultOf } from "../../../policy/describe-result.ts";
import type { ExpectationFigures } from "../../../verify/period/verdict.ts";
import { joinMarkup, markup } from "../../render/markup.ts";
import { moreIn } from "../../render/more.ts";
import { code, name, phrase, phraseOf, time, type Phrase, type Words } from "../../render/phrases.ts";
import { paragraph, section, table, type Block, type Row } from "../../render/renderer.ts";
import { waiversTable } from "../../waivers-table.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import type { ReportedExpectation, ReportedRun, ReportedWaiver } from "../reported-run.ts";
import { stretchesOf } from "../stretches.ts";
import { quantityOf } from "../../words.ts";
import { nonZeroInWords } from "../words.ts";
import { dayOf } from "../../../platform/time.ts";
import { moreInJson } from "./gaps.ts";

/** A longer list is shortened: it would fill the page. */
const MOST_ROWS = 40;
/** Days of a row: a longer period shows its last year. */
const MOST_DAYS = 366;

/** The class and the letter of a day: met is a plain field, all else has a letter. */
const DAYS = {
  met: { kind: "c", letter: "", sign: "·" },
  accepted: { kind: "d", letter: "A", sign: "A" },
  broken: { kind: "f", letter: "B", sign: "B" },
  unknown: { kind: "p", letter: "?", sign: "?" },
  none: { kind: "n", letter: "–", sign: " " },
} as const satisfies Record<
  DayResult,
  { readonly kind: string; readonly letter: string; readonly sign: string }
>;

type DayResult = ExpectationResult["result"] | "none";

/** How each expectation fared on each day, and the waivers. */
export function expectationsSection(report: PeriodReport): Block {
  const { policy } = report.verdict;
  if (policy.given === 0) {
    return section(sectionHead("expectations"), [
      paragraph(
        "No run of the period was given a policy: the organisation wrote down no expectation to judge the evidence by.",
      ),
    ]);
  }
  const figures = policy.expectations.toSorted((a, b) => b.broken - a.broken || b.unknown - a.unknown);
  const shown = figures.slice(0, MOST_ROWS);
  const days = daysOf(report);
  const [first, last] = [days[0]?.[0], days.at(-1)?.[0]];
  const span = first === undefined || last === undefined ? "by day" : `${first} to ${last}`;
  const absent =
    policy.absent === 1
      ? "One run was given no policy, so nothing was expected of it."
      : `${policy.absent} runs were given no policy, so nothing was expected of them.`;
  return section({ ...sectionHead("expectations"), lead: GIVEN_BY_THE_RUN }, [
    ...(policy.absent === 0 ? [] : [paragraph(absent)]),
    table({
      caption: phrase`What the organisation demands, ${span}`,
      aside: "each day shows its worst result: plain met, A accepted, B broken, ? unknown, – none",
      columns: ["Expectation", "Runs", "Broken since"],
      below: "Demand, and day by day",
      rows: shown.map((each) => expectationRow(each, { report, days })),
      kind: "overview expected",
    }),
    ...moreInJson(figures.length - shown.length),
    ...waiverBlocks(report.runs),
  ]);
}

/** The days of the period by date, each with its runs. */
type Days = readonly (readonly [day: string, runs: readonly ReportedRun[]])[];

function daysOf({ verdict, runs }: PeriodReport): Days {
  const byDay = Map.groupBy(runs, ({ collectedAt }) => dayOf(collectedAt));
  const days = new Set([...verdict.slotList.map(({ from }) => dayOf(from)), ...byDay.keys()]);
  return [...days]
    .toSorted()
    .slice(-MOST_DAYS)
    .map((day) => [day, byDay.get(day) ?? []] as const);
}

function expectationRow(
  figures: ExpectationFigures,
  { report, days }: { readonly report: PeriodReport; readonly days: Days },
): Row {
  const { runs } = report;
  const latest = runs.findLast((run) => judgedIn(run, figures.id) !== undefined);
  const judged = latest && judgedIn(latest, figures.id);
  // The first run without the expectation, after the last one that had it.
  const without = latest && runs.slice(runs.indexOf(latest) + 1).find(({ outcome }) => outcome !== null);
  return {
    cells: [
      name(figures.id),
      nonZeroInWords(figures, ["broken", "unknown", "accepted", "met"]),
      brokenInWords(figures, without?.collectedAt ?? null),
    ],
    below: phrase`${judged?.demand == null ? phrase`of ${code(figures.item)}` : name(judged.demand)} ${dayStrip(days, figures.id)}`,
    id: `expectation-${figures.id}`,
  };
}

function judgedIn({ expectations }: ReportedRun, id: string): ReportedExpectation | undefined {
  return expectations?.find((each) => each.id === id);
}

function brokenInWords({ brokenSince, firstBroken }: ExpectationFigures, dropped: string | null): Words {
  const gone = dropped === null ? "" : phrase`; dropped from the policy ${time(dropped)}`;
  if (brokenSince !== null) return phrase`${time(brokenSince.collectedAt)}${gone}`;
  const was =
    firstBroken === null
      ? "never broken"
      : phrase`not broken now; first broken ${time(firstBroken.collectedAt)}`;
  return phrase`${was}${gone}`;
}

function dayStrip(days: Days, id: string): Phrase {
  const results = days.map(([day, runs]): readonly [string, DayResult] => [
    day,
    worstResultOf(runs.flatMap((run) => judgedIn(run, id)?.result ?? [])) ?? "none",
  ]);
  return phraseOf(
    () => {
      const cells = results.map(([day, result]) => {
        const { kind, letter } = DAYS[result];
        return markup`<i class="swatch ${kind}" title="${day}: ${result}">${letter}</i>`;
      });
      return markup`<span class="by-day" role="img" aria-label="${stripInWords(results)}">${joinMarkup(cells)}</span>`;
    },
    () => `\`${results.map(([, result]) => DAYS[result].sign).join("")}\``,
  );
}

/** Stretches of days that are alike and not met, for people who hear the page. */
function stripInWords(results: readonly (readonly [day: string, result: DayResult])[]): string {
  const others = stretchesOf(results.map(([, result]) => result)).filter(({ value }) => value !== "met");
  if (others.length === 0) return "met on every day";
  return others
    .map(({ value, at, length }) => {
      const [from = "", to = ""] = [results[at]?.[0], results[at + length - 1]?.[0]];
      return `${value} ${from === to ? from : `${from} to ${to}`}`;
    })
    .join(", ");
}

/** Every waiver of the period as it last stood. */
function waiverBlocks(runs: readonly ReportedRun[]): readonly Block[] {
  const waivers = new Map<string, { readonly reported: ReportedWaiver; readonly run: ReportedRun }>();
  for (const run of runs) {
    for (const reported of run.waivers) waivers.set(reported.waiver.id, { reported, run });
  }
  if (waivers.size === 0) return [];
  const last = runs.findLast(({ outcome }) => outcome !== null);
  const rows = [...waivers.values()].toSorted((a, b) =>
    a.reported.waiver.until < b.reported.waiver.until ? -1 : 1,
  );
  const more = rows.length - MOST_ROWS;
  return [
    waiversTable(
      "Waivers, as they last stood",
      rows.slice(0, MOST_ROWS).map(({ reported: { waiver, state, daysLeft }, run }) => {
        const ends = daysLeft === null ? "" : `, ends in ${quantityOf(daysLeft, "day")}`;
        return { waiver, state: `${state}${run === last ? ends : ", then taken out of the policy"}` };
      }),
    ),
    ...moreIn(phrase`${code("policy.json")} of the runs`, { more }),
  ];
}

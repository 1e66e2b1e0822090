import { DAY_MS, dayOf } from "../../../platform/time.ts";
import type { Window } from "../../../evidence/schema.ts";
import type { Slot, SlotState } from "../../../verify/period/verdict.ts";
import { markup, markupLines, type Markup } from "../../render/markup.ts";
import { groupDigits } from "../../render/phrases.ts";
import { commands, either, paragraph, section, type Block } from "../../render/renderer.ts";
import { gapRows } from "../gap-rows.ts";
import { sectionHead, sectionName } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import { sentenceCase } from "../../../failure.ts";
import { monthStrips } from "../month-strips.ts";
import { SLOT_MARKS, unitOf } from "../words.ts";

const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

/** What the legend says of each state. */
const LEGEND: readonly (readonly [state: SlotState, name: string, meaning: string])[] = [
  ["met", "collected", "complete, on time"],
  ["late", "late", "complete, but too late"],
  ["partial", "partial", "at least one item not complete"],
  ["failed", "failed", "only a signed record of failure"],
  ["missing", "missing", "no run and no declared gap"],
  ["declared", "declared gap", "no run; signed explanation"],
  ["not covered", "not covered", "before the first run"],
];

/** States from bad to good, as a day with several slots is named by its worst. */
const WORST_FIRST: readonly SlotState[] = [
  "missing",
  "not covered",
  "failed",
  "partial",
  "declared",
  "late",
  "met",
];

/** Every day of the period, with its state: by shape, letter and colour, or as a strip of letters. */
export function calendarSection(report: PeriodReport): Block {
  const { verdict } = report;
  const { period, slotList } = verdict;
  const unit = unitOf(verdict);
  const byDay = Map.groupBy(slotList, ({ from }) => dayOf(from));
  const anchors = new Map(
    gapRows(slotList).flatMap(({ slots, anchor }) => slots.map((slot) => [slot.from, anchor] as const)),
  );
  const months = period === null ? [] : monthsOf(period.from, period.to);
  const strips = monthStrips(slotList);
  return section(
    {
      ...sectionHead("days"),
      lead:
        unit === "day"
          ? `One slot for each day in UTC. A day with a letter was not met on time; ${sectionName("gaps")} has the reason. The days that were due are the population to sample from.`
          : `A day holds several slots and shows the worst of them: without a letter, every ${unit} of the day was met on time. The slots that were due are the population to sample from.`,
    },
    [
      either(() => {
        const tables = months.map((month) => calendarMonth(month, { period, byDay, anchors, unit }));
        return markup`<div class="calendar">\n${markupLines(tables)}\n</div>\n${legend(report)}`;
      }, [
        strips.length === 0
          ? paragraph(
              `${sentenceCase(sectionName("gaps"))} lists every ${unit} that was not met on time; all others were.`,
            )
          : commands(strips),
      ]),
    ],
  );
}

interface Calendar {
  readonly period: Window | null;
  readonly byDay: ReadonlyMap<string, readonly Slot[]>;
  readonly anchors: ReadonlyMap<string, string>;
  readonly unit: string;
}

function monthsOf(from: string, to: string): readonly string[] {
  const months: string[] = [];
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 7);
  for (let month = from.slice(0, 7); month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

function calendarMonth(month: string, calendar: Calendar): Markup {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const length = (Date.parse(`${monthAfter(month)}-01T00:00:00Z`) - first) / DAY_MS;
  // Weeks begin on Monday.
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: before }, () => markup`<td></td>`),
    ...Array.from({ length }, (_, index) => dayCell(dayOf(first + index * DAY_MS), calendar)),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  const slots = [...calendar.byDay].flatMap(([day, of]) => (day.startsWith(month) ? of : []));
  const met = slots.filter(({ state }) => state === "met" || state === "late").length;
  return markup`<table class="month"><caption>${month} <span class="soft">${groupDigits(met)} of ${groupDigits(slots.length)}</span></caption>
<thead><tr>${WEEK.map((day) => markup`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${markupLines(weeks.map((week) => markup`<tr>${week}</tr>`))}</tbody></table>`;
}

function dayCell(day: string, { period, byDay, anchors, unit }: Calendar): Markup {
  const label = String(Number(day.slice(8)));
  const slots = byDay.get(day);
  const start = `${day}T00:00:00Z`;
  if (slots === undefined) {
    const isInside =
      period !== null && Date.parse(start) + DAY_MS > Date.parse(period.from) && start < period.to;
    return isInside ? markup`<td class="n">${label}<span class="vh"> not due</span></td>` : markup`<td></td>`;
  }
  const state = WORST_FIRST.find((each) => slots.some((slot) => slot.state === each)) ?? "met";
  if (state === "met") return markup`<td class="c">${label}</td>`;
  const here = slots.filter((slot) => slot.state === state);
  const words = unit === "day" ? `${state}, ${day}` : `${here.length} of ${slots.length} ${state}, ${day}`;
  const { kind, letter } = SLOT_MARKS[state];
  return markup`<td class="${kind}"><a href="#${anchors.get(here[0]?.from ?? "") ?? "gaps"}" aria-label="${letter}: ${words}">${letter}</a></td>`;
}

function legend({ verdict }: PeriodReport): Markup {
  const { slots } = verdict;
  const lines = LEGEND.flatMap(([state, name, meaning]) => {
    const count = state === "not covered" ? slots.notCovered : slots[state];
    if (state === "not covered" && count === 0) return [];
    const { kind, letter } = SLOT_MARKS[state];
    return markup`<li><i class="swatch ${kind}" aria-hidden="true">${letter || "9"}</i><b>${groupDigits(count)}</b><span>${name}<br><span class="soft">${meaning}</span></span></li>`;
  });
  const notDue = markup`<li><i class="swatch n" aria-hidden="true">1</i><b></b><span>not due<br><span class="soft">not asked for, or not over yet</span></span></li>`;
  return markup`<ul class="legend" role="list" aria-label="States, with the number of slots in each">\n${markupLines([...lines, notDue])}\n</ul>`;
}

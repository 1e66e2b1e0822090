import { DAY_MS } from "../../../platform/time.ts";
import type { Slot, SlotState } from "../../../verify/period/verdict.ts";
import { number, section, soft } from "../../render/html.ts";
import { rowsOf } from "./gaps.ts";
import type { PeriodReport } from "../model.ts";
import { LETTERS, dayOf, unitOf, worstOf } from "../words.ts";

const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

/** Each state by the letter of its cell: where nothing is said, nothing is drawn. */
const CLASSES = {
  met: "c",
  late: "l",
  partial: "p",
  failed: "f",
  missing: "m",
  declared: "d",
} as const satisfies Record<SlotState, string>;

/** Every day of the period: its state by shape, letter and colour. */
export function days(report: PeriodReport): string {
  const { verdict } = report;
  const { period, slotList } = verdict;
  const unit = unitOf(verdict);
  const lead =
    unit === "day"
      ? "One slot for each day in UTC. A number alone is a day that was collected in time; a letter leads to its reason. The days that were due are the population to sample from."
      : `A day holds several slots and is named by the worst of them; a number alone is a day on which every ${unit} was collected in time. The slots that were due are the population to sample from.`;
  const byDay = Map.groupBy(slotList, ({ from }) => dayOf(from));
  const linked = new Map(
    rowsOf(report).flatMap(({ slots, anchor }) => slots.map((slot) => [slot.from, anchor] as const)),
  );
  const months = period === null ? [] : monthsOf(period.from, period.to);
  const tables = months.map((month) => monthTable(month, { period, byDay, linked, unit }));
  return section({
    id: "days",
    title: "Slots by day",
    no: 1,
    lead,
    html: `<div class="calendar">\n${tables.join("\n")}\n</div>\n${legend(report)}`,
  });
}

interface Calendar {
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly byDay: ReadonlyMap<string, readonly Slot[]>;
  readonly linked: ReadonlyMap<string, string>;
  readonly unit: string;
}

function monthsOf(from: string, to: string): readonly string[] {
  const months: string[] = [];
  const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 7);
  for (let month = from.slice(0, 7); month <= last; month = following(month)) months.push(month);
  return months;
}

function following(month: string): string {
  const [year = 0, number_ = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number_, 1)).toISOString().slice(0, 7);
}

function monthTable(month: string, calendar: Calendar): string {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const length = (Date.parse(`${following(month)}-01T00:00:00Z`) - first) / DAY_MS;
  // Weeks begin on Monday.
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: before }, () => "<td></td>"),
    ...Array.from({ length }, (_, index) =>
      dayCell(dayOf(new Date(first + index * DAY_MS).toISOString()), calendar),
    ),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  const slots = [...calendar.byDay].flatMap(([day, of]) => (day.startsWith(month) ? of : []));
  const met = slots.filter(({ state }) => state === "met" || state === "late").length;
  return `<table class="month"><caption>${month} ${soft(`${number(met)} of ${number(slots.length)}`)}</caption>
<thead><tr>${WEEK.map((day) => `<th scope="col">${day}</th>`).join("")}</tr></thead>
<tbody>${weeks.map((week) => `<tr>${week.join("")}</tr>`).join("\n")}</tbody></table>`;
}

function dayCell(day: string, { period, byDay, linked, unit }: Calendar): string {
  const label = String(Number(day.slice(8)));
  const slots = byDay.get(day);
  const start = `${day}T00:00:00Z`;
  if (slots === undefined) {
    const isInside =
      period !== null && Date.parse(start) + DAY_MS > Date.parse(period.from) && start < period.to;
    return isInside ? `<td class="n">${label}<span class="vh"> not due</span></td>` : "<td></td>";
  }
  const state = worstOf(slots.map((slot) => slot.state));
  if (state === "met") return `<td class="c">${label}</td>`;
  const here = slots.filter((slot) => slot.state === state);
  const anchor = linked.get(here[0]?.from ?? "");
  const words = unit === "day" ? `${state}, ${day}` : `${here.length} of ${slots.length} ${state}, ${day}`;
  const letter = LETTERS[state];
  return `<td class="${CLASSES[state]}"><a href="#${anchor ?? "gaps"}" aria-label="${letter}: ${words}">${letter}</a></td>`;
}

function legend({ verdict }: PeriodReport): string {
  const { slots } = verdict;
  const entries = [
    ["met", slots.met, "9", "collected", "complete, in time"],
    ["late", slots.late, "L", "late", "complete, but after the grace"],
    ["partial", slots.partial, "P", "partial", "at least one item not complete"],
    ["failed", slots.failed, "F", "failed", "only a signed record of it"],
    ["missing", slots.missing, "M", "missing", "no record, no explanation"],
    ["declared", slots.declared, "D", "declared gap", "no record; reason signed later"],
  ] as const;
  const lines = entries.map(
    ([state, count, letter, name, meaning]) =>
      `<li><i class="swatch ${CLASSES[state]}" aria-hidden="true">${letter}</i><b>${number(count)}</b><span>${name}<br>${soft(meaning)}</span></li>`,
  );
  const notDue = `<li><i class="swatch n" aria-hidden="true">1</i><b></b><span>not due<br>${soft("before the first run, or not over yet")}</span></li>`;
  return `<ul class="legend" role="list" aria-label="States, with the number of slots in each">\n${[...lines, notDue].join("\n")}\n</ul>`;
}

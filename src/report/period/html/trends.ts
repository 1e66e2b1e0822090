import { escapeHtml, section, soft, table } from "../../render/html.ts";
import { plot } from "../../render/plot.ts";
import type { Line } from "../../render/plot.ts";
import type { Reading, Readings } from "../readings.ts";
import type { PeriodReport } from "../model.ts";
import { BY_MONTH, byMonth, DRAWN, extremes, lastInWords, linesOf } from "../trends.ts";
import type { Trend } from "../trends.ts";
import { unitOf } from "../words.ts";
import { ITEM_NAMES, list, sentenceCase } from "../../words.ts";

/** The counts of each item over the period, as a drawing and as a table. */
export function trends(report: PeriodReport, { items }: Readings): string {
  const html = items.map((reading) => figure(reading, report)).join("\n");
  return section({
    id: "trends",
    title: "Trends",
    no: 3,
    lead: "A line is drawn only where the number is known; grey is a slot without one, and nothing is filled in. Under each axis, the result by slot: low is clear, full is attention, hollow is unknown, blank is no evidence.",
    html: html === "" ? "<p>No run of the period holds an item.</p>" : html,
  });
}

function figure(reading: Reading, { verdict }: PeriodReport): string {
  const { id } = reading;
  const { what, lines } = DRAWN[id];
  const title = sentenceCase(ITEM_NAMES[id]);
  const unit = unitOf(verdict);
  const drawn = linesOf(reading);
  const keys = lines.map(
    ({ label, stroke }) =>
      `<span class="key"><svg viewBox="0 0 24 10" aria-hidden="true"><path class="${stroke}" d="M0 5h24"/></svg>${label}</span>`,
  );
  return `<figure class="trend" id="trend-${id}">
<figcaption><h3>${title}</h3>${what} ${escapeHtml(lastInWords(reading))}<span class="keys">${keys.join(" ")}</span></figcaption>
<div>${plot({ id, title: `${title} by ${unit}`, words: description(drawn, unit), lines: drawn, slots: verdict.slotList })}</div>
${monthTable({ reading, slots: verdict.slotList }, { title })}
</figure>`;
}

function description(lines: readonly Line[], unit: string): string {
  const ranges = lines.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return `${label} is not known`;
    const [least, most] = extremes(known);
    return `${label} ranges from ${least} to ${most}`;
  });
  const unknown = lines[0]?.values.filter((value) => value === null).length ?? 0;
  return `${sentenceCase(list(ranges))}. No line is drawn for ${unknown} ${unit}s. The table has the numbers by month.`;
}

/** The same numbers by month, for whoever does not see the drawing. */
function monthTable(of: Trend, { title }: { readonly title: string }): string {
  const { columns, rows } = byMonth(of);
  const cells = rows.map(
    ([month, ...numbers]) =>
      `<tr><th scope="row">${month}</th>${numbers.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
  );
  const shown = table({
    html: {
      caption: `<span class="vh">${escapeHtml(title)}, </span>By month ${soft(BY_MONTH)}`,
      rows: cells.join("\n"),
    },
    columns,
    kind: "by-month numeric",
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(`${title} by month`)}">${shown}</div>`;
}

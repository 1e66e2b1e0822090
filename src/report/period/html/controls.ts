import { bullets, escapeHtml, name, number, section, table } from "../../render/html.ts";
import { controlsOf } from "../controls.ts";
import type { Supported, Supporting } from "../controls.ts";
import { notesOn } from "../../../controls/notes.ts";
import { HTML } from "../../render/html-notation.ts";
import type { Notation } from "../../render/notation.ts";
import { rowsOf, spanOfRow } from "./gaps.ts";
import { isKnown, stripOf } from "../readings.ts";
import type { Readings } from "../readings.ts";
import type { PeriodReport } from "../model.ts";
import { quantityOf, unitOf } from "../words.ts";
import { ITEM_NAMES, sentenceCase } from "../../words.ts";

/** More days than this are a matter for the table of gaps. */
const DAYS_SHOWN = 20;

/** What the sheets are, and are not. */
export const CONTROLS_LEAD =
  "One sheet for each. “Supports” means: relevant to the control, and verifiable. Whether the control is met is for an auditor to say. “Attention” is a result, not a failure of the control: something was found that a person should look at.";

/** One sheet for each control: what supports it, what the evidence does not show, what to ask for elsewhere. */
export function controlSections(report: PeriodReport, readings: Readings): string {
  const sheets = controlsOf(report, readings).map((supported) => sheet(supported, { report, readings }));
  return section({
    id: "controls",
    title: "Controls",
    no: 4,
    lead: CONTROLS_LEAD,
    html: sheets.length === 0 ? "<p>No run of the period names a control.</p>" : sheets.join("\n"),
  });
}

/** What sheets are made from. */
export interface Sheets {
  readonly report: PeriodReport;
  readonly readings: Readings;
}

function sheet({ control, anchor, items }: Supported, context: Sheets): string {
  const { hidden, ask } = notesOn(control);
  return `<article class="control" id="${anchor}" aria-labelledby="h-${anchor}">
<div class="head"><h3 id="h-${anchor}"><b>${name(control.id)}</b> <span>${name(control.title)}</span></h3>
<p>${name(control.framework)}</p></div>
${itemTable(items, { ...context, control: control.id })}
<div class="pair">
<div class="shows"><h4>What supports it</h4>
${bullets(items.flatMap((item) => supports(item, context)))}</div>
<div class="shows-not"><h4>What this evidence does not show</h4>
${bullets(hidden)}</div>
</div>
<div class="pair">
<div><h4>${sentenceCase(unitOf(context.report.verdict))}s to ask about</h4>
<p>${toAskAbout(items, { ...context, to: HTML })}</p></div>
<div class="ask"><h4>To be asked for elsewhere</h4>
${bullets(ask)}</div>
</div>
<div class="paper working" aria-hidden="true">Auditor’s notes</div>
</article>`;
}

function itemTable(
  items: readonly Supporting[],
  { report, control }: Sheets & { readonly control: string },
): string {
  const { due } = report.verdict.slots;
  const rows = items.map(({ id, complete, claimed, clear, attention, unknown }) => {
    const cells = [
      `${number(complete)} of ${number(due)}`,
      number(complete - claimed),
      number(claimed),
      number(clear),
      number(attention),
      number(unknown),
      `<svg class="strip" aria-hidden="true">${stripOf(id)}</svg>`,
    ];
    return `<tr><th scope="row"><a href="#trend-${id}">${sentenceCase(ITEM_NAMES[id])}</a></th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const shown = table({
    html: { caption: '<span class="vh">Supporting items, </span>Slots of the period', rows: rows.join("\n") },
    columns: ["Item", "Complete", "Direct", "Claimed", "Clear", "Attention", "Unknown", "By slot"],
    kind: "by-item numeric",
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(`Items that support ${control}`)}">${shown}</div>`;
}

/** In plain sentences, how an item supports a control. */
export function supports(
  { id, complete, claimed }: Supporting,
  { report, readings }: Sheets,
): readonly string[] {
  const unit = unitOf(report.verdict);
  const { due } = report.verdict.slots;
  const called = sentenceCase(ITEM_NAMES[id]);
  const direct = complete - claimed;
  const bySlot = readings.items.find((reading) => reading.id === id)?.bySlot ?? [];
  const known = bySlot.filter(isKnown);
  const [first, last] = [known[0]?.counts, known.at(-1)?.counts];
  return [
    `${called} were obtained completely on ${number(complete)} of ${quantityOf(due, unit)} that were due.`,
    ...(claimed > 0
      ? [
          direct > 0
            ? `The records bear on the control directly on ${number(direct)} of them; on ${number(claimed)} it is only claimed.`
            : "On none of them do the records bear on the control directly: it is only claimed.",
        ]
      : []),
    ...(first == null || last == null ? [] : [between(id, { first, last })]),
  ];
}

type Counts = Readonly<Record<string, number>>;

function between(
  id: Supporting["id"],
  { first, last }: { readonly first: Counts; readonly last: Counts },
): string {
  const names = id === "compliance-monitors" ? ["total", "failing", "muted"] : ["critical", "high"];
  const of = (counts: Counts) => names.map((each) => `${number(counts[each] ?? 0)} ${each}`).join(", ");
  return `At the first complete reading: ${of(first)}. At the last: ${of(last)}.`;
}

/** Where an item that supports the control is not complete, with links to the reasons. */
export function toAskAbout(
  items: readonly Supporting[],
  { report, readings, to }: Sheets & { readonly to: Notation },
): string {
  const ids = new Set(items.map(({ id }) => id));
  const lacking = new Set(
    readings.items
      .filter(({ id }) => ids.has(id))
      .flatMap(({ bySlot }) => [...bySlot.keys()].filter((index) => !isKnown(bySlot[index] ?? null)))
      .map((index) => report.verdict.slotList[index]?.from),
  );
  const rows = rowsOf(report).filter(({ slots }) => slots.some(({ from }) => lacking.has(from)));
  if (rows.length === 0) return "None.";
  const shown = rows.slice(0, DAYS_SHOWN).map((row) => to.link(row.anchor, to.span(spanOfRow(row))));
  const more = rows.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? `, and ${to.number(more)} more in ${to.link("gaps", "section 2")}` : ""}`;
}

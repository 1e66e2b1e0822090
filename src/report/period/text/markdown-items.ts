import { number } from "../../render/html.ts";
import { bullets, MARKDOWN, table } from "../../render/markdown.ts";
import { controlsOf } from "../controls.ts";
import type { Supported } from "../controls.ts";
import { notesOn } from "../../../controls/notes.ts";
import { CONTROLS_LEAD, supports, toAskAbout } from "../html/controls.ts";
import type { Sheets } from "../html/controls.ts";
import type { Readings } from "../readings.ts";
import type { PeriodReport } from "../model.ts";
import { BY_MONTH, byMonth, DRAWN, lastInWords } from "../trends.ts";
import { unitOf } from "../words.ts";
import { ITEM_NAMES, sentenceCase } from "../../words.ts";

const { name } = MARKDOWN;

/** What supports which control, and how often. */
export function supportedControls(report: PeriodReport, readings: Readings): readonly string[] {
  const { verdict } = report;
  const rows = controlsOf(report, readings).map(({ control, items }) => {
    const supported = items.map(
      ({ id, complete, claimed }) =>
        `${ITEM_NAMES[id]} ${number(complete)}${claimed > 0 ? ` (${number(claimed)} only claimed)` : ""}`,
    );
    return [name(control.framework), name(control.id), name(control.title), supported.join(", ")];
  });
  if (rows.length === 0) return ["No run names a control.", ""];
  return [
    `What supports which control, and on how many of the ${number(verdict.slots.due)} ${unitOf(verdict)}s that were due it is complete:`,
    "",
    ...table(["Framework", "Control", "Title", "Supported by"], rows),
  ];
}

/** The counts of each item by month. */
export function trendTables({ verdict }: PeriodReport, { items }: Readings): readonly string[] {
  if (items.length === 0) return ["No run of the period holds an item.", ""];
  return [
    "A number stands only where it is known; nothing is filled in.",
    "",
    ...items.flatMap((reading) => {
      const { columns, rows } = byMonth({ reading, slots: verdict.slotList });
      return [
        `### ${sentenceCase(ITEM_NAMES[reading.id])}`,
        "",
        `${DRAWN[reading.id].what} ${lastInWords(reading)} By month (${BY_MONTH}):`,
        "",
        ...table(columns, rows),
      ];
    }),
  ];
}

/** For each control what supports it, what the evidence does not show, and what to ask for elsewhere. */
export function controlSheets(report: PeriodReport, readings: Readings): readonly string[] {
  const sheets = controlsOf(report, readings);
  if (sheets.length === 0) return ["No run of the period names a control.", ""];
  return [CONTROLS_LEAD, "", ...sheets.flatMap((supported) => sheet(supported, { report, readings }))];
}

function sheet({ control, items }: Supported, sheets: Sheets): readonly string[] {
  const { verdict } = sheets.report;
  const { hidden, ask } = notesOn(control);
  const rows = items.map(({ id, complete, claimed, clear, attention, unknown }) =>
    [sentenceCase(ITEM_NAMES[id]), `${number(complete)} of ${number(verdict.slots.due)}`].concat(
      [complete - claimed, claimed, clear, attention, unknown].map(number),
    ),
  );
  return [
    `### ${name(control.id)} ${name(control.title)} (${name(control.framework)})`,
    "",
    ...table(["Item", "Complete", "Direct", "Claimed", "Clear", "Attention", "Unknown"], rows),
    "What supports it:",
    "",
    ...bullets(items.flatMap((item) => supports(item, sheets))),
    "What this evidence does not show:",
    "",
    ...bullets(hidden),
    `${sentenceCase(unitOf(verdict))}s to ask about: ${toAskAbout(items, { ...sheets, to: MARKDOWN })}`,
    "",
    "To be asked for elsewhere:",
    "",
    ...bullets(ask),
  ];
}

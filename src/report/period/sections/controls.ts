import { sentenceCase } from "../../../failure.ts";
import { conditionsOf, editionOf } from "../../../controls/catalogue.ts";
import { CONTROL_CONDITIONS } from "../../../controls/conditions.ts";
import { notesOn } from "../../../controls/notes.ts";
import type { ItemId } from "../../../evidence/schema.ts";
import { markup } from "../../render/markup.ts";
import { groupDigits, htmlOnly, joinWords, jump, name, phrase, range, styled } from "../../render/phrases.ts";
import type { Words } from "../../render/phrases.ts";
import { article, box, bullets, either, heading, paragraph, section, table } from "../../render/renderer.ts";
import type { Block } from "../../render/renderer.ts";
import { ITEM_NAMES, list, quantityOf } from "../../words.ts";
import type { ControlsByFramework, ItemSupport, SupportedControl } from "../control-support.ts";
import { sectionHead, sectionLink } from "../contents.ts";
import { gapRows } from "../gap-rows.ts";
import type { PeriodReport } from "../model.ts";
import { stateStrip } from "../plot.ts";
import { isKnown, type Reading } from "../readings.ts";
import { dueInWords, nonZeroInWords, unitOf, wasOrWere } from "../words.ts";

/** More days than this are a matter for the table of gaps. */
const DAYS_SHOWN = 20;

/** Lines to write on. */
const NOTE_LINES = Array.from({ length: 8 }, () => markup`<i></i>`);

/** What sheets are made from. */
interface SheetContext {
  readonly report: PeriodReport;
  readonly readings: readonly Reading[];
}

/** One sheet for each control: what supports it, what the evidence does not show, what to ask for elsewhere. */
export function controlsSection(controls: ControlsByFramework, context: SheetContext): Block {
  const { verdict } = context.report;
  const sheets = [...controls].flatMap(([framework, members], index) =>
    [frameworkSheet(framework, { controls: members, anchor: `framework-${index + 1}`, verdict })].concat(
      members.map((each) => controlSheet(each, context)),
    ),
  );
  return section(
    {
      ...sectionHead("controls"),
      lead: "One sheet for each framework, and one for each of its controls. “Supports” means that the evidence is relevant to the control and can be verified; whether the control is met is for an auditor to say. “Attention” is a result, not a failure of the control: a person should look at what was found.",
    },
    sheets.length === 0 ? [paragraph("No run of the period names a control.")] : sheets,
  );
}

/** The controls of a framework at a glance: how often each was supported, directly or by claim. */
function frameworkSheet(
  framework: string,
  {
    controls,
    anchor,
    verdict,
  }: Pick<PeriodReport, "verdict"> & {
    readonly controls: readonly SupportedControl[];
    readonly anchor: string;
  },
): Block {
  const edition = editionOf(framework);
  return article(
    {
      id: anchor,
      title: name(framework),
      ...(edition === null ? {} : { lead: `Edition: ${edition}.` }),
      kind: "control",
    },
    [
      table({
        caption: `How often each item supported each control, of the ${dueInWords(verdict)} due`,
        columns: ["Control", "Title", "Item", "Direct", "Claimed", "By the organisation"],
        rows: controls.flatMap(({ control, anchor: sheetAnchor, items }) =>
          items.map(({ id, complete, claimed, byOrganisation }, index) => [
            index === 0 ? jump(sheetAnchor, name(control.id)) : "",
            index === 0 ? name(control.title) : "",
            sentenceCase(ITEM_NAMES[id]),
            complete - claimed,
            claimed,
            Object.entries(byOrganisation)
              .map(([did, times]) => `${did} ${groupDigits(times)}`)
              .join(", ") || "–",
          ]),
        ),
        scroll: `Controls of ${framework}`,
      }),
    ],
  );
}

function controlSheet({ control, anchor, items }: SupportedControl, context: SheetContext): Block {
  const { hidden, ask } = notesOn(
    control,
    items.map(({ id }) => id),
  );
  const unit = sentenceCase(unitOf(context.report.verdict));
  return article(
    {
      id: anchor,
      title: phrase`${styled("id", name(control.id))} ${styled("title", name(control.title))}`,
      lead: name(control.framework),
      kind: "control",
    },
    [
      itemTable(items, { ...context, control: control.id }),
      box("pair", [
        box("shows", [
          heading("What supports it", { level: 4 }),
          bullets(items.flatMap((item) => supportSentences(item, { ...context, control }))),
        ]),
        box("shows-not", [heading("What this evidence does not show", { level: 4 }), bullets(hidden)]),
      ]),
      box("pair", [
        box("", [heading(`${unit}s to ask about`, { level: 4 }), paragraph(slotsToAskAbout(items, context))]),
        box("ask", [heading("What to ask for elsewhere", { level: 4 }), bullets(ask)]),
      ]),
      either(() => markup`<div class="paper working" aria-hidden="true">Auditor’s notes${NOTE_LINES}</div>`),
    ],
  );
}

function itemTable(
  items: readonly ItemSupport[],
  { report, control }: SheetContext & { readonly control: string },
): Block {
  const due = groupDigits(report.verdict.slots.due);
  const rows = items.map(({ id, complete, claimed, clear, attention, unknown }): readonly Words[] => [
    jump(`trend-${id}`, sentenceCase(ITEM_NAMES[id])),
    `${groupDigits(complete)} of ${due}`,
    complete - claimed,
    claimed,
    clear,
    attention,
    unknown,
    htmlOnly(() => stateStrip(id)),
  ]);
  const columns = ["Item", "Complete", "Direct", "Claimed", "Clear", "Attention", "Unknown"];
  const parts = {
    caption: phrase`${htmlOnly(() => markup`<span class="vh">Supporting items, </span>`)}Slots of the period`,
    rows,
    kind: "by-item numeric",
    scroll: `Items that support ${control}`,
  };
  // Markdown has no strips.
  return either(
    () => table({ ...parts, columns: [...columns, "By slot"] }).html(),
    [table({ ...parts, columns })],
  );
}

/** What direct support would have needed. */
function conditionSentences({ framework, id }: SupportedControl["control"], item: ItemId): readonly string[] {
  const needs = conditionsOf({ framework, item, id });
  return needs.length === 0
    ? []
    : [`Support is direct only with ${list(needs.map((need) => CONTROL_CONDITIONS[need].words))}.`];
}

function supportSentences(
  { id, complete, claimed, byOrganisation, why }: ItemSupport,
  { report, readings, control }: SheetContext & Pick<SupportedControl, "control">,
): readonly Words[] {
  const { verdict } = report;
  const judged = verdict.policy.expectations.filter(({ item }) => item === id);
  const called = sentenceCase(ITEM_NAMES[id]);
  const direct = complete - claimed;
  const known = readings.find((reading) => reading.id === id)?.bySlot.filter(isKnown) ?? [];
  const [first, last] = [known[0]?.counts, known.at(-1)?.counts];
  return [
    `${called} were collected completely on ${groupDigits(complete)} of the ${dueInWords(verdict)} due.`,
    ...(claimed === 0
      ? []
      : [
          direct > 0
            ? `On ${groupDigits(direct)} of them the records support the control directly; on ${groupDigits(claimed)} the support is only claimed.`
            : "None of them supports the control directly; the support is only claimed, and the organisation must argue it.",
          ...conditionSentences(control, id),
        ]),
    ...Object.entries(byOrganisation).map(
      ([did, times]) =>
        phrase`On ${groupDigits(times)} of them the control was ${did} by the organisation${why === null ? "." : phrase`: ${name(why)}`}`,
    ),
    ...(first == null || last == null
      ? []
      : [`First complete reading: ${countsLine(id, first)}. Last: ${countsLine(id, last)}.`]),
    ...judged.map(
      (figures) =>
        `The expectation ${figures.id} judged it: ${nonZeroInWords(figures, ["broken", "unknown", "accepted", "met"])}.`,
    ),
  ];
}

function countsLine(id: ItemSupport["id"], counts: Readonly<Record<string, number>>): string {
  const names = id === "compliance-monitors" ? ["total", "failing", "muted"] : ["critical", "high"];
  return names.map((each) => `${groupDigits(counts[each] ?? 0)} ${each}`).join(", ");
}

/**
 * Where an item that supports the control is not complete: the gaps, with links to their reasons, and the slots that
 * were met all the same, because the item was skipped or not asked for.
 */
function slotsToAskAbout(items: readonly ItemSupport[], { report, readings }: SheetContext): Words {
  const { verdict } = report;
  const ids = new Set(items.map(({ id }) => id));
  const supporting = readings.filter(({ id }) => ids.has(id));
  const lacking = new Set(
    verdict.slotList.filter((_, index) => supporting.some(({ bySlot }) => !isKnown(bySlot[index] ?? null))),
  );
  const gaps = gapRows(verdict.slotList).filter(({ slots }) => slots.some((slot) => lacking.has(slot)));
  const more = gaps.length - DAYS_SHOWN;
  const met = [...lacking].filter(({ state }) => state === "met").length;
  const entries = [
    ...gaps.slice(0, DAYS_SHOWN).map(({ anchor, span }) => jump(anchor, range(span))),
    ...(more > 0 ? [phrase`and ${more} more in ${sectionLink("gaps")}`] : []),
    ...(met > 0
      ? [
          `${quantityOf(met, unitOf(verdict))} that ${wasOrWere(met)} met although an item above was skipped or not asked for`,
        ]
      : []),
  ];
  return entries.length === 0 ? "None." : joinWords(entries);
}

import type { Slot } from "../../../verify/period/verdict.ts";
import { number, section, table } from "../../render/html.ts";
import { HTML } from "../../render/html-notation.ts";
import type { Notation } from "../../render/notation.ts";
import type { PeriodReport } from "../model.ts";
import type { ReportedRun } from "../runs.ts";
import { LETTERS, anchorOf, dayOf, spanOf, unitOf } from "../words.ts";
import { ITEM_NAMES, sentence, sentenceCase } from "../../words.ts";

/** More rows than this nobody reads; `verify --json` has them all. */
const ROWS_SHOWN = 400;

/** Slots that share a state and a reason and follow one another. */
export interface Row {
  readonly anchor: string;
  readonly slots: readonly Slot[];
}

/** Every slot that is not plainly met, with its reason. */
export function gaps(report: PeriodReport): string {
  const rows = rowsOf(report);
  const count = rows.reduce((sum, { slots }) => sum + slots.length, 0);
  const all = report.verdict.slotList.filter(({ state }) => state !== "met").length;
  const runs = new Map(report.runs.map((run) => [run.place, run]));
  const unit = unitOf(report.verdict);
  const html =
    rows.length === 0
      ? `<p>Every ${unit} that was due was collected completely and in time.</p>`
      : `${table({
          html: {
            caption: `The ${number(all)} ${unit}s that are not plainly collected`,
            rows: rows.map((row) => rowHtml(row, runs)).join("\n"),
          },
          columns: [sentenceCase(unit), "", "State, what is lacking, and why"],
          kind: "gaps",
        })}${count === all ? "" : `\n<p class="more">${number(all - count)} more are in <code>verify --json</code>.</p>`}`;
  return section({ id: "gaps", title: "Gaps and late slots", no: 2, html });
}

/** The rows of the table, as far as they are shown. */
export function rowsOf({ verdict }: PeriodReport): readonly Row[] {
  const rows: { anchor: string; slots: Slot[] }[] = [];
  for (const slot of verdict.slotList) {
    if (slot.state === "met") continue;
    const last = rows.at(-1);
    const before = last?.slots.at(-1);
    if (last !== undefined && before !== undefined && belongsTo(before, slot)) last.slots.push(slot);
    else rows.push({ anchor: anchorOf(slot), slots: [slot] });
  }
  return rows.slice(0, ROWS_SHOWN);
}

function belongsTo(before: Slot, slot: Slot): boolean {
  // What has a run of its own has a row of its own.
  const isSame = before.state === slot.state && before.detail === slot.detail && before.to === slot.from;
  return isSame && (slot.state === "missing" || slot.state === "declared");
}

function rowHtml({ anchor, slots }: Row, runs: ReadonlyMap<string, ReportedRun>): string {
  const [first] = slots;
  if (first === undefined) return "";
  const days = HTML.span(spanOfRow({ slots }));
  const mark = `<i class="swatch ${first.state.charAt(0)}" aria-hidden="true">${LETTERS[first.state]}</i>`;
  return `<tr id="${anchor}"><th scope="row">${days}</th><td>${mark}</td><td><b>${stateInWords(first)}.</b> ${why(first, { runs, to: HTML })}</td></tr>`;
}

/** The slots of a row, from the first to the last. */
export function spanOfRow({ slots }: Pick<Row, "slots">): string {
  const [first] = slots;
  return spanOf({ from: first?.from ?? "", to: slots.at(-1)?.to ?? "" });
}

/** What became of a slot. */
export function stateInWords({ state }: Slot): string {
  return sentenceCase(state === "declared" ? "declared gap" : state);
}

/** What a slot lacks, and why. */
export function why(
  slot: Slot,
  { runs, to }: { readonly runs: ReadonlyMap<string, ReportedRun>; readonly to: Notation },
): string {
  const run = slot.run === null ? undefined : runs.get(slot.run);
  const lacking = run?.items.filter(({ status }) => status !== "complete") ?? [];
  if (run === undefined || lacking.length === 0 || slot.state === "late") {
    const detail = slot.detail === null ? "" : to.name(sentence(slot.detail));
    return slot.state === "late" && run?.schedule === null && run.source !== null
      ? `${detail} Started by hand or outside GitHub.`
      : detail;
  }
  const reasons = lacking.map(({ id, status, reason, counts }) => {
    const floor =
      status === "partial" && counts !== null ? ` At least ${to.number(counts["total"] ?? 0)} in all.` : "";
    const said = reason === null ? "" : `: ${to.name(reason.message)} ${to.code(reason.code)}`;
    return `${sentenceCase(ITEM_NAMES[id])} ${status}${said}.${floor}`;
  });
  return `${reasons.join(" ")} ${to.soft(`run of ${dayOf(run.collectedAt)} ${run.collectedAt.slice(11, 19)}Z`)}`;
}

import { sentenceCase } from "../../../failure.ts";
import { markup } from "../../render/markup.ts";
import { moreIn } from "../../render/more.ts";
import {
  code,
  groupDigits,
  htmlOnly,
  joinWords,
  phrase,
  range,
  remark,
  soft,
  strong,
  time,
} from "../../render/phrases.ts";
import type { Words } from "../../render/phrases.ts";
import { paragraph, section, table, type Block, type Row } from "../../render/renderer.ts";
import { ITEM_NAMES, quantityOf, reasonInWords, sentence } from "../../words.ts";
import { shownGapRows, type GapRow } from "../gap-rows.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import { runFinder, type ReportedRun } from "../reported-run.ts";
import { SLOT_MARKS, unitOf, wasOrWere } from "../words.ts";

/** Every slot that was not met on time, with its reason. */
export function gapsSection({ verdict, runs }: PeriodReport): Block {
  const { slotList } = verdict;
  const unit = unitOf(verdict);
  const rows = shownGapRows(slotList);
  const all = slotList.filter(({ state }) => state !== "met").length;
  const more = all - rows.reduce((sum, { slots }) => sum + slots.length, 0);
  const findRun = runFinder(runs);
  return section(
    sectionHead("gaps"),
    rows.length === 0
      ? [paragraph(`Every ${unit} that was due was met on time.`)]
      : [
          table({
            caption: `The ${quantityOf(all, unit)} that ${wasOrWere(all)} not met on time`,
            columns: [sentenceCase(unit), "", "State, what is missing, and why"],
            rows: rows.map((row) => tableRow(row, findRun(row.slot.run))),
            kind: "gaps",
          }),
          ...moreInJson(more),
        ],
  );
}

/** Where the rest of a list is that is too long for the page. */
export function moreInJson(more: number): readonly Block[] {
  return moreIn(code("verify --json"), { more });
}

function tableRow({ anchor, span, slot }: GapRow, run: ReportedRun | undefined): Row {
  const { kind, letter } = SLOT_MARKS[slot.state];
  const state = sentenceCase(slot.state === "declared" ? "declared gap" : slot.state);
  const swatch = htmlOnly(() => markup`<i class="swatch ${kind}" aria-hidden="true">${letter}</i>`);
  return {
    id: anchor,
    cells: [range(span), swatch, phrase`${strong(`${state}.`)} ${slotReason(slot, run)}`],
  };
}

function slotReason({ state, detail }: GapRow["slot"], run: ReportedRun | undefined): Words {
  const lacking = run?.items.filter(({ status }) => status !== "complete") ?? [];
  if (run === undefined || lacking.length === 0 || state === "late") {
    const said = detail === null ? "" : remark(sentence(detail));
    return state === "late" && run?.schedule === null && run.source !== null
      ? phrase`${said} The run was started by hand or outside GitHub.`
      : said;
  }
  const reasons = lacking.map(({ id, status, reason, counts }) => {
    const why = reason === null ? "" : phrase`: ${remark(reasonInWords(reason))} ${code(reason.code)}`;
    const floor =
      status === "partial" && counts !== null
        ? ` At least ${groupDigits(counts["total"] ?? 0)} in total.`
        : "";
    return phrase`${sentenceCase(ITEM_NAMES[id])} ${status}${why}.${floor}`;
  });
  const collected = soft(phrase`run of ${time(run.collectedAt)}`);
  return joinWords([...reasons, collected], " ");
}

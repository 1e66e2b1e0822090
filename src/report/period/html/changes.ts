import type { Notable, ChangeSince, StreamVerdict } from "../../../verify/period/verdict.ts";
import { number, section, table } from "../../render/html.ts";
import { HTML } from "../../render/html-notation.ts";
import type { Notation } from "../../render/notation.ts";
import type { PeriodReport } from "../model.ts";
import { meaningOf } from "../../changes-in-words.ts";
import { ITEM_NAMES, sentenceCase } from "../../words.ts";

/** More rows than this nobody reads. */
const SHOWN = 200;

/** What evidence is collected with and signed by, and when it changed. */
export function changesSection({ verdict }: PeriodReport): string {
  const made = changesMade(verdict, HTML).map(rowHtml);
  return section({
    id: "changes",
    title: "Changes",
    no: 5,
    html: `${
      made.length === 0
        ? `<p>${ALL_THE_SAME}</p>`
        : table({
            html: { caption: MADE_CAPTION, rows: made.join("\n") },
            columns: MADE_COLUMNS,
            kind: "changes",
          })
    }\n${notable(verdict.changes)}`,
  });
}

/** Where nothing changed in what evidence is made with. */
export const ALL_THE_SAME = "Cadence, collector, control mapping, rules and signer stayed the same.";
export const MADE_CAPTION = "Changes in what evidence is made with";
export const MADE_COLUMNS = ["From", "What", "Before", "Then"];

/** What evidence is made with and signed by, where that changed: the cells of a table. */
export function changesMade(verdict: StreamVerdict, to: Notation): readonly (readonly string[])[] {
  const changes = [
    ...changed("Cadence", verdict.cadences),
    ...changed("Collector", verdict.collectors),
    ...changed("Control mapping", verdict.mappings),
    ...changed("Version of the rules", verdict.rules),
    ...changed("Signer", verdict.signers),
    ...verdict.chain.restarts.map(({ collectedAt, reason }) => ({
      at: collectedAt,
      what: "The chain was begun anew",
      before: "",
      now: reason.message,
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return changes.map(({ at, what, before, now }) => [
    to.time(at),
    what,
    before === "" ? "" : to.name(before),
    to.name(now),
  ]);
}

/** Where no run tells of a change that matters. */
export const NOTHING_NOTABLE = "No run tells of a change that a person should look at.";
export const NOTABLE_CAPTION = "Changes of records that ask for a person";
export const NOTABLE_COLUMNS = ["Run", "Item", "What", "Records"];

/** Changes since the run before that a person should look at: the cells of a table, and how many more there are. */
export function notableChanges(
  changes: readonly Notable[],
  to: Notation,
): { readonly rows: readonly (readonly string[])[]; readonly more: number } {
  const rows = changes.slice(0, SHOWN).map(({ collectedAt, item, what, count }) => {
    return [
      to.time(collectedAt),
      sentenceCase(ITEM_NAMES[item]),
      to.name(meaningOf({ item, what })),
      count === null ? "" : to.number(count),
    ];
  });
  return { rows, more: changes.length - rows.length };
}

function notable(changes: readonly Notable[]): string {
  if (changes.length === 0) return `<p>${NOTHING_NOTABLE}</p>`;
  const { rows, more } = notableChanges(changes, HTML);
  const rest =
    more > 0 ? `\n<p class="more">${number(more)} more are in <code>verify --json</code>.</p>` : "";
  return `${table({
    html: { caption: NOTABLE_CAPTION, rows: rows.map(rowHtml).join("\n") },
    columns: NOTABLE_COLUMNS,
    kind: "changes",
  })}${rest}`;
}

function rowHtml([first = "", ...rest]: readonly string[]): string {
  return `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function changed(what: string, list: readonly ChangeSince[]) {
  return list
    .slice(1)
    .map(({ value, from }, index) => ({ at: from, what, before: list[index]?.value ?? "", now: value }));
}

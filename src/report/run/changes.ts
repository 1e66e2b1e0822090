import type { ListedChange } from "../../evidence/comparison/changes.ts";
import type { Changes, ItemChanges } from "../../evidence/comparison/schema.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { bullets, digest, escapeHtml, name, number, section, soft, table } from "../render/html.ts";
import { ITEM_NAMES, sentence, sentenceCase } from "../words.ts";
import { nonEmptyChanges, hintsOf, namesIn, obstaclesOf, remarksOn } from "../changes-in-words.ts";
import type { Since } from "../changes-in-words.ts";

/** What changed since the run before, as the statement tells it. */
export function changesSection(since: Since, evidence: Evidence): string {
  const html =
    "nothing" in since
      ? `<p>${escapeHtml(sentence(sentenceCase(since.nothing)))}</p>`
      : compared(since.changes, evidence);
  return section({ id: "changes", title: "Since the run before", html });
}

function compared(changes: Changes, evidence: Evidence): string {
  const rows = changes.items.flatMap((item) => rowsOf(item, evidence));
  const remarks = remarksOn(changes);
  return [
    `<p>Compared with the run whose <code>evidence.json</code> has the SHA-256 ${digest(changes.comparedWith)}.</p>`,
    table({
      html: { caption: `What changed ${soft("· at most 20 of each kind are named")}`, rows: rows.join("\n") },
      columns: ["Item", "Change", "Which"],
      kind: "changes",
    }),
    ...(remarks.length === 0 ? [] : [bullets(remarks.map((remark) => sentence(sentenceCase(remark))))]),
  ].join("\n");
}

function rowsOf(item: ItemChanges, evidence: Evidence): readonly string[] {
  const head = `<th scope="row">${escapeHtml(sentenceCase(ITEM_NAMES[item.id]))}</th>`;
  const why = obstaclesOf(item);
  const hints = hintsOf(item);
  const cells = [
    ...(item.comparable === "no" ? [[`not comparable`, escapeHtml(sentence(why))]] : []),
    ...nonEmptyChanges(item).map((change) =>
      changeCells(change, namesIn(evidence, item, change.list?.ids ?? [])),
    ),
    ...(item.comparable === "in-part" ? [["comparable in part", escapeHtml(sentence(why))]] : []),
    ...(hints === "" ? [] : [["why likely not resolved", escapeHtml(sentence(hints))]]),
  ];
  if (cells.length === 0) return [`<tr>${head}<td>no change</td><td></td></tr>`];
  return cells.map(
    ([change = "", which = ""], index) =>
      `<tr>${index === 0 ? head : "<td></td>"}<td>${change}</td><td>${which}</td></tr>`,
  );
}

function changeCells(
  { kind, list }: ListedChange,
  names: ReadonlyMap<string | number, string>,
): readonly [string, string] {
  if (list === null) return [escapeHtml(kind.words), soft("not known")];
  const total = `${number(list.count)} ${escapeHtml(kind.words)}`;
  if (kind.isRoutine) return [total, ""];
  const more = list.count - list.ids.length;
  const which = list.ids.map((id) => recordName(id, names.get(id) ?? null));
  return [total, [...which, ...(more > 0 ? [soft(`and ${number(more)} more`)] : [])].join("<br>")];
}

/** What is gone has no name in this run's evidence. */
function recordName(id: string | number, called: string | null): string {
  return called === null ? digest(String(id)) : name(called);
}

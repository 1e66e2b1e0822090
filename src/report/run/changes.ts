import { sentenceCase } from "../../failure.ts";
import type { ListedChange } from "../../evidence/comparison/changes.ts";
import type { Changes, ItemChanges } from "../../evidence/comparison/schema.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { andMore } from "../render/more.ts";
import { code, digest, name, phrase, soft, stackWords, type Words } from "../render/phrases.ts";
import { bullets, paragraph, section, table, type Block } from "../render/renderer.ts";
import { ITEM_NAMES, sentence } from "../words.ts";
import { hintsOf, namesIn, nonEmptyChanges, obstaclesOf, remarksOn } from "../changes-in-words.ts";
import type { ChangeSince } from "../changes-in-words.ts";

/** What changed since the run before, as the signed statement says. */
export function changesSection(since: ChangeSince, evidence: Evidence): Block {
  const content =
    "notCompared" in since ? [paragraph(sentence(since.notCompared))] : comparison(since.changes, evidence);
  return section({ id: "changes", title: "Since the run before" }, content);
}

function comparison(changes: Changes, evidence: Evidence): readonly Block[] {
  const remarks = remarksOn(changes);
  return [
    paragraph(
      phrase`Compared with the run whose ${code("evidence.json")} has the SHA-256 ${digest(changes.comparedWith)}.`,
    ),
    table({
      caption: "What changed",
      aside: "at most 20 of each kind are named",
      columns: ["Item", "Change", "Which"],
      rows: changes.items.flatMap((item) => changeRows(item, evidence)),
      kind: "changes",
    }),
    ...(remarks.length === 0 ? [] : [bullets(remarks.map(sentence))]),
  ];
}

function changeRows(item: ItemChanges, evidence: Evidence): readonly (readonly Words[])[] {
  const reasons = obstaclesOf(item);
  const hints = hintsOf(item);
  const rows: readonly (readonly [Words, Words])[] = [
    ...(item.comparable === "no" ? [["not comparable", sentence(reasons)] as const] : []),
    ...nonEmptyChanges(item).map((change) =>
      changeCells(change, namesIn(evidence, item, change.list?.ids ?? [])),
    ),
    ...(item.comparable === "in-part" ? [["comparable in part", sentence(reasons)] as const] : []),
    ...(hints === "" ? [] : [["why likely not resolved", sentence(hints)] as const]),
  ];
  const shown = rows.length === 0 ? [["no change", ""] as const] : rows;
  return shown.map(([change, which], index) => [
    index === 0 ? sentenceCase(ITEM_NAMES[item.id]) : "",
    change,
    which,
  ]);
}

function changeCells(
  { kind, list }: ListedChange,
  names: ReadonlyMap<string | number, string>,
): readonly [change: Words, which: Words] {
  if (list === null) return [kind.words, soft("not known")];
  const { count, ids } = list;
  const total = phrase`${count} ${kind.words}`;
  if (kind.isRoutine) return [total, ""];
  const more = count - ids.length;
  const which = ids.map((id): Words => {
    const called = names.get(id);
    // A record that is gone has no name in this run's evidence.
    return called === undefined ? digest(String(id)) : name(called);
  });
  return [total, stackWords([...which, ...andMore(more).map((words) => soft(words))])];
}

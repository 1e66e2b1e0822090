import { sentenceCase } from "../../failure.ts";
import { conditionsOf, editionOf } from "../../controls/catalogue.ts";
import { CONTROL_CONDITIONS } from "../../controls/conditions.ts";
import type { Control, Item } from "../../evidence/schema.ts";
import { jump, name, phrase, soft, stateWord, type Words } from "../render/phrases.ts";
import { article, section, table, type Block } from "../render/renderer.ts";
import { ITEM_NAMES, list, supportInWords } from "../words.ts";
import type { RunReport } from "./model.ts";

/** One sheet for each framework of the run: which item supports which of its controls, and how. */
export function controlsSection({ evidence }: RunReport): readonly Block[] {
  const rows = evidence.items.flatMap((item) => item.controls.map((control) => ({ item, control })));
  const frameworks = Map.groupBy(rows, ({ control }) => control.framework);
  if (frameworks.size === 0) return [];
  return [
    section(
      {
        id: "controls",
        title: "Controls",
        lead: "Direct: the item shows the control, or a part of it, at work. Claimed: the item contributes, and the organisation must argue how. Whether a control is met is for an auditor to say.",
      },
      [...frameworks].map(([framework, controls], index) =>
        article({ id: `framework-${index + 1}`, title: name(framework), ...editionLead(framework) }, [
          table({
            caption: phrase`Controls of ${name(framework)}`,
            columns: ["Control", "Title", "Item", "State", "Support"],
            rows: [
              ...Map.groupBy(controls, ({ control }) => `${control.id}\n${control.title}`).values(),
            ].flatMap(rowsOfControl),
            kind: "controls",
            scroll: `Controls of ${framework}`,
          }),
        ]),
      ),
    ),
  ];
}

/** Which edition the catalogue is of; nothing for a framework of the organisation's own. */
function editionLead(framework: string): { readonly lead?: string } {
  const edition = editionOf(framework);
  return edition === null ? {} : { lead: `Edition: ${edition}.` };
}

/** A row for each item that supports the control; the first one names it. */
function rowsOfControl(
  supports: readonly { readonly item: Item; readonly control: Control }[],
): readonly (readonly Words[])[] {
  return supports.map(({ item, control }, index) => [
    index === 0 ? name(control.id) : "",
    index === 0 ? name(control.title) : "",
    jump(item.id, sentenceCase(ITEM_NAMES[item.id])),
    stateWord(item.result.state),
    phrase`${supportInWords(control)}${remarkOn(item, control)}`,
  ]);
}

/** Why the support is what it is, where there is more to say. */
function remarkOn({ id: item }: Item, control: Control): Words {
  const { organisation, support, framework, id } = control;
  if (organisation !== undefined) {
    return organisation.why === null ? "" : phrase` ${soft(phrase`because ${name(organisation.why)}`)}`;
  }
  const needs = support === "claimed" ? conditionsOf({ framework, item, id }) : [];
  if (needs.length === 0) return "";
  return phrase` ${soft(`direct only with ${list(needs.map((need) => CONTROL_CONDITIONS[need].words))}`)}`;
}

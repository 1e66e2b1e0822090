import { sentenceCase } from "../../../failure.ts";
import type { ChangeSince, StreamVerdict } from "../../../verify/period/verdict.ts";
import { name, time, type Words } from "../../render/phrases.ts";
import { paragraph, section, table, type Block } from "../../render/renderer.ts";
import { changeInWords } from "../../changes-in-words.ts";
import { CHANGED_NAMES } from "../../words.ts";
import type { PeriodReport } from "../model.ts";
import { moreInJson } from "./gaps.ts";

/** Nobody reads a longer table. */
const MOST_CHANGES = 200;

/** What evidence is made with and signed by, and what changed in its records. */
export function changesSection({ verdict }: PeriodReport): Block {
  const made = changesOfMaking(verdict);
  const notable = verdict.changes.slice(0, MOST_CHANGES);
  return section({ id: "changes", title: "Changes", no: 5 }, [
    made.length === 0
      ? paragraph("Cadence, collector, control mapping, rules and signer did not change.")
      : table({
          caption: "Changes in how the evidence is made",
          columns: ["From", "What", "Before", "After"],
          rows: made,
          kind: "changes",
        }),
    notable.length === 0
      ? paragraph("No record change needs review.")
      : table({
          caption: "Record changes to review",
          columns: ["Run", "Item", "What", "Records"],
          rows: notable.map((change) => [
            time(change.collectedAt),
            sentenceCase(CHANGED_NAMES[change.item]),
            name(changeInWords(change)),
            change.count ?? "",
          ]),
          kind: "changes",
        }),
    ...moreInJson(verdict.changes.length - notable.length),
  ]);
}

function changesOfMaking({
  cadences,
  collectors,
  mappings,
  rules,
  signers,
  chain,
}: StreamVerdict): readonly (readonly Words[])[] {
  return [
    ...changesOf("Cadence", cadences),
    ...changesOf("Collector", collectors),
    ...changesOf("Control mapping", mappings),
    ...changesOf("Version of the rules", rules),
    ...changesOf("Signer", signers),
    ...chain.restarts.map(({ collectedAt, reason }) => ({
      at: collectedAt,
      what: "Chain restarted",
      before: "",
      after: reason.message,
    })),
  ]
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, what, before, after }) => [time(at), what, before === "" ? "" : name(before), name(after)]);
}

function changesOf(what: string, spans: readonly ChangeSince[]) {
  return spans
    .slice(1)
    .map(({ value, from }, index) => ({ at: from, what, before: spans[index]?.value ?? "", after: value }));
}

import { sentenceCase } from "../../../failure.ts";
import type { ChangeSince, Notable, StreamVerdict } from "../../../verify/period/verdict.ts";
import { groupDigits, name, phrase, soft, stackWords, time, type Words } from "../../render/phrases.ts";
import { paragraph, section, table, type Block } from "../../render/renderer.ts";
import { reviewInWords } from "../../changes-in-words.ts";
import { CHANGED_NAMES } from "../../words.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import { runFinder, type ReportedRun } from "../reported-run.ts";
import { moreInJson } from "./gaps.ts";

/** Nobody reads a longer table. */
const MOST_CHANGES = 200;

/** What evidence is made with and signed by, and what changed in its records. */
export function changesSection({ verdict, runs }: PeriodReport): Block {
  const made = changesOfMaking(verdict);
  const notable = verdict.changes.slice(0, MOST_CHANGES);
  const findRun = runFinder(runs);
  return section(sectionHead("changes"), [
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
          columns: ["Run", "What", "Which"],
          rows: notable.map((change) => [
            time(change.collectedAt),
            phrase`${sentenceCase(CHANGED_NAMES[change.item])}: ${reviewInWords(change)}${change.count === null ? "" : phrase` (${change.count})`}`,
            recordsInWords(change, findRun(change.run)),
          ]),
          kind: "changes",
        }),
    ...moreInJson(verdict.changes.length - notable.length),
  ]);
}

/** A row with more names than this counts the others. */
const MOST_NAMES = 5;

/** The records that changed by name, each name once with its number; of the policy, what it no longer says. */
function recordsInWords({ item, what, count, ids }: Notable, run: ReportedRun | undefined): Words {
  const found =
    ids ?? run?.changed.find((changed) => changed.item === item && changed.what === what)?.names ?? [];
  const groups = [...Map.groupBy(found, (each) => each)];
  const shown = groups.slice(0, MOST_NAMES);
  const more = (count ?? 0) - shown.reduce((sum, [, { length }]) => sum + length, 0);
  return stackWords([
    ...shown.map(([called, { length }]) =>
      length === 1 ? name(called) : phrase`${name(called)} ${soft(`(${length})`)}`,
    ),
    ...(more > 0 && shown.length > 0 ? [soft(`and ${groupDigits(more)} more`)] : []),
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

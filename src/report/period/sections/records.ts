import type { StreamVerdict } from "../../../verify/period/verdict.ts";
import { digest, groupDigits, name, phrase, soft } from "../../render/phrases.ts";
import { section, table, type Block, type Row } from "../../render/renderer.ts";
import { ITEM_IDS } from "../../../evidence/schema.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import type { ReportedRun } from "../reported-run.ts";
import { dayOf } from "../../../platform/time.ts";
import { quantityOf } from "../../words.ts";

/** A row of the table: a run that was read, or a folder that could not be. */
interface RecordRow {
  readonly place: string;
  readonly row: Row;
}

/** Every record file with its digest and verdict. */
export function recordsSection({ verdict, isVerified, runs }: PeriodReport): Block {
  const rows = [...runs.map((run) => runRow(run, isVerified)), ...badRows(verdict)].toSorted((a, b) =>
    a.place < b.place ? -1 : 1,
  );
  const months = Map.groupBy(rows, ({ place }) => place.split("/")[1]?.slice(0, 7) ?? "elsewhere");
  return section(
    {
      ...sectionHead("records"),
      lead: `Each folder is below ${verdict.stream}, by year and day, and has evidence.json, or gap.json for a declared gap. Results are in the order signals, monitors, findings: c clear, a attention, u unknown, – not collected. ✓ means that signature, digests, schema, counts and folder are right.`,
    },
    [
      table({
        caption: quantityOf(rows.length, "record"),
        columns: ["Day", "No.", "Folder", "Results", "Verdict", "SHA-256 of the file"],
        groups: [...months].map(([month, ofMonth]) => ({
          heading: phrase`${name(month)} ${soft(quantityOf(ofMonth.length, "record"))}`,
          rows: ofMonth.map(({ row }) => row),
        })),
        kind: "files",
        scroll: "Records",
      }),
    ],
  );
}

function runRow(
  { place, sequence, outcome, items, contentSha256, collectedAt }: ReportedRun,
  isVerified: boolean,
): RecordRow {
  const results = ITEM_IDS.map((id) => items.find((item) => item.id === id)?.state.charAt(0) ?? "–").join(
    " ",
  );
  const cells = [
    dayOf(collectedAt).slice(8),
    sequence === null ? "–" : groupDigits(sequence),
    name(folderOf(place)),
    outcome === null ? "declared gap" : results,
    isVerified ? `✓${outcome === null || outcome === "complete" ? "" : ` ${outcome}`}` : "not verified",
    digest(contentSha256),
  ];
  return { place, row: { cells } };
}

function badRows({ problems, unchecked }: StreamVerdict): readonly RecordRow[] {
  const bad = [
    ...problems.flatMap(({ code, run }) => (code === "not-genuine" ? [[run, "× not genuine"] as const] : [])),
    ...unchecked.map(({ run }) => [run, "– not checked"] as const),
  ];
  return bad.map(([place, word]) => {
    const day = place.split("/")[1]?.slice(8) ?? "";
    return {
      place,
      row: { kind: "fails", cells: [name(day), "–", name(folderOf(place)), "–", word, "not known"] },
    };
  });
}

function folderOf(place: string): string {
  return place.split("/").at(-1) ?? place;
}

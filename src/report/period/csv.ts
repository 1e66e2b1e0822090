import type { Slot } from "../../verify/period/verdict.ts";
import { csvTable, timeColumn, type Column, type Separator } from "../render/csv.ts";
import type { PeriodReport } from "./model.ts";
import { countColumns, resultColumns } from "../csv-columns.ts";
import { controlsOnOneLine } from "../words.ts";
import { runFinder, type ReportedItem, type ReportedRun } from "./reported-run.ts";

/** What a row is of: the item of the run of the slot, each where there is one. */
interface SlotRow {
  readonly slot: Slot | null;
  readonly run: ReportedRun | null;
  readonly item: ReportedItem | null;
  readonly isVerified: boolean;
}

const COLUMNS: readonly Column<SlotRow>[] = [
  timeColumn("from", ({ slot }) => slot?.from ?? null),
  timeColumn("to", ({ slot }) => slot?.to ?? null),
  ["slot", ({ slot }) => slot?.state ?? "another run"],
  ["why", ({ slot }) => slot?.detail ?? null],
  ["run", ({ run }) => run?.place ?? null],
  timeColumn("collected at", ({ run }) => run?.collectedAt ?? null),
  ["sequence", ({ run }) => run?.sequence ?? null],
  ["outcome", ({ run }) => run && (run.outcome ?? "declared gap")],
  ["verdict", ({ run, isVerified }) => run && (isVerified ? "genuine" : "not verified")],
  ["item", ({ item }) => item?.id ?? null],
  ["collection", ({ item }) => item?.status ?? null],
  ["reason", ({ item }) => item?.reason?.code ?? null],
  ["state", ({ item }) => item?.state ?? null],
  ...countColumns(({ item }: SlotRow) => item),
  ["controls", ({ item }) => item && controlsOnOneLine(item.controls)],
  ["sha256", ({ run }) => run?.contentSha256 ?? null],
  ...resultColumns(({ run, item }: SlotRow) =>
    (run?.expectations ?? []).filter((each) => each.item === item?.id),
  ),
];

/**
 * A period as CSV: a row for each item of the run that names each slot, and one for each slot without a run,
 * so that the rows are the population to sample from. Then the runs that name no slot.
 */
export function slotsCsv({ verdict, runs, isVerified }: PeriodReport, separator?: Separator): string {
  const findRun = runFinder(runs);
  const named = new Set(verdict.slotList.map(({ run }) => run));
  const rows = [
    ...verdict.slotList.map((slot) => ({ slot, run: findRun(slot.run) ?? null })),
    ...runs.filter(({ place }) => !named.has(place)).map((run) => ({ slot: null, run })),
  ].flatMap(({ slot, run }): readonly SlotRow[] => {
    const items = (run?.items ?? []).map((item) => ({ slot, run, item, isVerified }));
    return items.length === 0 ? [{ slot, run, item: null, isVerified }] : items;
  });
  return csvTable(COLUMNS, rows, separator);
}

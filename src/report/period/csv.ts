import type { Slot } from "../../verify/period/verdict.ts";
import { worstResultOf } from "../../policy/describe-result.ts";
import { csv, timeCell, timeHeading, type Cell, type Separator } from "../render/csv.ts";
import type { PeriodReport } from "./model.ts";
import { controlsOnOneLine } from "../words.ts";
import type { ReportedItem, ReportedRun } from "./reported-run.ts";

const COLUMNS = [
  timeHeading("from"),
  timeHeading("to"),
  "slot",
  "why",
  "run",
  timeHeading("collected at"),
  "sequence",
  "outcome",
  "verdict",
  "item",
  "collection",
  "reason",
  "state",
  "counts are",
] as const;
const COUNTS = [
  "total",
  "critical",
  "high",
  "open",
  "underReview",
  "archived",
  "passing",
  "failing",
  "notEvaluated",
  "muted",
] as const;

/**
 * A period as CSV: a row for each item of the run that names each slot, and one for each slot without a run,
 * so that the rows are the population to sample from. Then the runs that name no slot.
 */
export function slotsCsv({ verdict, runs, isVerified }: PeriodReport, separator?: Separator): string {
  const byPlace = new Map(runs.map((run) => [run.place, run]));
  const named = new Set(verdict.slotList.map(({ run }) => run));
  const word = isVerified ? "genuine" : "not verified";
  const rows = [
    ...verdict.slotList.flatMap((slot) => slotRows({ slot, run: byPlace.get(slot.run ?? "") ?? null, word })),
    ...runs.filter(({ place }) => !named.has(place)).flatMap((run) => slotRows({ slot: null, run, word })),
  ];
  const columns = [
    ...COLUMNS,
    ...COUNTS.map((count) => count.replaceAll(/(?=[A-Z])/g, " ").toLowerCase()),
    "controls",
    "sha256",
    "expectations",
    "broken expectations",
  ];
  return csv(columns, rows, separator);
}

function slotRows({
  slot,
  run,
  word,
}: {
  readonly slot: Slot | null;
  readonly run: ReportedRun | null;
  readonly word: string;
}): readonly (readonly Cell[])[] {
  const when: Cell[] = [
    timeCell(slot?.from ?? null),
    timeCell(slot?.to ?? null),
    slot?.state ?? "another run",
    slot?.detail ?? null,
  ];
  if (run === null)
    return [
      [...when, ...Array.from({ length: COLUMNS.length - when.length + COUNTS.length + 4 }, () => null)],
    ];
  const about: Cell[] = [
    run.place,
    timeCell(run.collectedAt),
    run.sequence,
    run.outcome ?? "declared gap",
    word,
  ];
  const items = run.items.length === 0 ? [null] : run.items;
  return items.map((item) =>
    when.concat(about, itemCells(item), run.contentSha256, expectationCells(item, run)),
  );
}

/** The worst result of the expectations of the item, and the ids of those that are broken. */
function expectationCells(item: ReportedItem | null, { expectations }: ReportedRun): readonly Cell[] {
  const judged = (expectations ?? []).filter((each) => each.item === item?.id);
  const broken = judged.filter(({ result }) => result === "broken").map(({ id }) => id);
  return [worstResultOf(judged.map(({ result }) => result)), broken.join(" ")];
}

function itemCells(item: ReportedItem | null): readonly Cell[] {
  if (item === null) return Array.from({ length: 6 + COUNTS.length }, () => null);
  const { id, status, reason, state, counts, controls } = item;
  const are = counts === null ? "not known" : status === "partial" ? "at least" : "exact";
  const numbers = COUNTS.map((count) => counts?.[count] ?? null);
  return [id, status, reason?.code ?? null, state, are, ...numbers, controlsOnOneLine(controls)];
}

import type { Collection, ExpectationResult } from "../evidence/schema.ts";
import { worstResultOf } from "../policy/describe-result.ts";
import type { Column } from "./render/csv.ts";
import { countLabel } from "./words.ts";

/** The counts of all items, in the order of their columns. */
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

/** The counts of an item, null where none is known, and how completely it was collected. */
interface CountedItem {
  readonly status: Collection["status"];
  readonly counts: Readonly<Record<string, number>> | null;
}

/** How exact the counts of the row's item are, and each of them. A count that is not known is an empty cell. */
export function countColumns<Row>(itemOf: (row: Row) => CountedItem | null): readonly Column<Row>[] {
  return [
    ["counts are", (row) => exactnessOf(itemOf(row))],
    ...COUNTS.map((count): Column<Row> => [countLabel(count), (row) => itemOf(row)?.counts?.[count] ?? null]),
  ];
}

function exactnessOf(item: CountedItem | null): string | null {
  if (item === null) return null;
  if (item.counts === null) return "not known";
  return item.status === "partial" ? "at least" : "exact";
}

/** The worst result of the row's expectations, and the ids of those that are broken. */
export function resultColumns<Row>(
  resultsOf: (row: Row) => readonly Pick<ExpectationResult, "id" | "result">[],
): readonly Column<Row>[] {
  return [
    ["expectations", (row) => worstResultOf(resultsOf(row).map(({ result }) => result))],
    [
      "broken expectations",
      (row) =>
        resultsOf(row)
          .flatMap(({ id, result }) => (result === "broken" ? [id] : []))
          .join(" "),
    ],
  ];
}

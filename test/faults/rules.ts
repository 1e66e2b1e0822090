import { LISTINGS } from "./listings.ts";
import type { Cell } from "./matrix.ts";

/** What a cell claims that is not so, or loses without a name; nothing. */
export function untruths(cell: Cell): readonly string[] {
  const { collection, result, records, caveats } = cell.item;
  const total = result.counts?.total ?? null;
  const rules: Readonly<Record<string, boolean>> = {
    "the count is not that of the records": records.length !== (total ?? 0),
    ...(collection.status === "complete"
      ? {
          "complete, but with a reason": collection.reason !== null || collection.grade === null,
          "complete, but not exact": total !== cell.truth && !isUnseen(cell),
          "complete, and silent on what the source may leave out":
            isUnseen(cell) && !caveats.join("\n").includes("an omission by its search would not show"),
        }
      : {
          "not complete, but without a reason": !collection.reason?.message,
          "not complete, but with a grade": collection.grade !== null,
          "not complete, but a state is known": result.state !== "unknown" || result.reason === null,
          "not read, but with a count": collection.status !== "partial" && total !== null,
          "partial, but without a floor": collection.status === "partial" && total === null,
          "more than there is": total !== null && total > cell.truth,
        }),
  };
  return Object.keys(rules).filter((rule) => rules[rule] === true);
}

/** Whether the source left something out where nobody could see it: it gave no number to compare with. */
export function isUnseen({ item, truth, expected }: Cell): boolean {
  const { status, grade } = item.collection;
  const isShort = item.result.counts?.total !== truth;
  return expected.isSilent === true && status === "complete" && grade === "drained" && isShort;
}

/** 2 where nothing could be collected, 3 where an item is not whole, 0 where all are whole or skipped. */
export function exitFor({ row, expected }: Cell): number {
  if (expected.status === "complete" || expected.status === "skipped") return 0;
  return "run" in row && expected.status === "failed" ? 2 : 3;
}

/** What the reason must say beside its code. */
export function namedBy({ row, id }: Cell): string {
  return ("names" in row ? row.names?.(LISTINGS[id]) : undefined) ?? "";
}

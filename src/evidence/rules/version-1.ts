import type { z } from "zod";

import type { Collection, FindingCounts, FindingRecord } from "../schema.ts";
import { ACCOUNTS_COVERED, NO_COVERAGE, countFindings, decideResult, isProven } from "./states.ts";
import type { ItemResult } from "./states.ts";

/** Findings by version 1 of the rules, which took every empty list for clear where an account was covered. */
export function findingsResultOfVersion1(
  collection: Collection,
  records: Iterable<FindingRecord>,
): ItemResult<z.infer<typeof FindingCounts>> {
  const counts = countFindings(records);
  return decideResult(collection, counts, () => {
    if (counts.total - counts.muted > 0) return "attention";
    return isProven(collection, ACCOUNTS_COVERED) ? "clear" : NO_COVERAGE;
  });
}

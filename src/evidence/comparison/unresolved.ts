import type { FindingRecord, FindingsItem } from "../schema.ts";
import type { ItemSides } from "./comparability.ts";

/** Hints that a finding is no longer checked instead of resolved. */
export const UNRESOLVED_HINTS = ["fewer-covered", "rule-gone", "resource-gone"] as const;
export type UnresolvedHint = (typeof UNRESOLVED_HINTS)[number];

/** That many findings of one rule or resource are rarely resolved at once. */
const OF_A_RULE = 3;
const OF_A_RESOURCE = 2;

/** Returns a function for the hints about a finding that is gone: less is covered, or its whole rule or resource is gone. */
export function findHints(
  sides: ItemSides<FindingsItem>,
): (finding: FindingRecord) => readonly UnresolvedHint[] {
  const [before, now] = [sides.before.population, sides.now.population];
  // Both runs must count the same thing.
  const isLessCovered =
    before.what === now.what && before.size !== null && now.size !== null && now.size < before.size;
  const rules = sharedByGone(sides, { of: ({ rule }) => rule?.id ?? null, atLeast: OF_A_RULE });
  const resources = sharedByGone(sides, { of: ({ resource }) => resource, atLeast: OF_A_RESOURCE });
  return ({ rule, resource }) => {
    const hints = {
      "fewer-covered": isLessCovered,
      "rule-gone": rules.has(rule?.id ?? null),
      "resource-gone": resources.has(resource),
    } satisfies Record<UnresolvedHint, boolean>;
    return UNRESOLVED_HINTS.filter((hint) => hints[hint]);
  };
}

/** The values that several findings shared before and no finding has now. */
function sharedByGone(
  { before, now }: ItemSides<FindingsItem>,
  { of, atLeast }: { of: (finding: FindingRecord) => string | null; atLeast: number },
): ReadonlySet<string | null> {
  const left = new Set(now.records.values().map(of));
  const groups = [...Map.groupBy(before.records, of)];
  return new Set(
    groups.flatMap(([shared, findings]) =>
      shared !== null && findings.length >= atLeast && !left.has(shared) ? [shared] : [],
    ),
  );
}

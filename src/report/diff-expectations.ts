import { isSameJson } from "../evidence/equal.ts";
import type { Evidence, ExpectationResult } from "../evidence/schema.ts";
import { describeJudgement, describeResult } from "../policy/describe-result.ts";

/** What came of one expectation in two runs; null where a run did not have it. */
export interface ResultPair {
  readonly id: string;
  readonly before: ExpectationResult | null;
  readonly now: ExpectationResult | null;
}

/** The results of both runs by expectation, in the order of the later policy; those that only the earlier one has follow. */
export function pairResults(
  before: Pick<Evidence, "policy">,
  now: Pick<Evidence, "policy">,
): readonly ResultPair[] {
  const [earlier, later] = [resultsById(before), resultsById(now)];
  const ids = new Set([...later.keys(), ...earlier.keys()]);
  return [...ids].map((id) => ({ id, before: earlier.get(id) ?? null, now: later.get(id) ?? null }));
}

function resultsById({ policy }: Pick<Evidence, "policy">): ReadonlyMap<string, ExpectationResult> {
  return new Map(policy?.results.map((result) => [result.id, result]));
}

/** How a result differs between two runs. */
export interface ResultDifference {
  readonly mark: string;
  readonly kind: "new" | "gone" | "changed" | "unchanged";
  /** Whether the later result is met; of one that is gone, the earlier one. */
  readonly isMet: boolean;
  /** The later result as a line; where it has changed, the earlier one follows. */
  readonly lines: readonly string[];
}

/** The difference of each expectation, in the order of the pairs. */
export function compareResults(pairs: readonly ResultPair[]): readonly ResultDifference[] {
  return pairs.flatMap(({ before, now }): readonly ResultDifference[] => {
    const shown = now ?? before;
    if (shown === null) return [];
    const difference = { isMet: shown.result === "met", lines: [describeResult(shown)] };
    if (now === null) return [{ mark: "-", kind: "gone", ...difference }];
    if (before === null) return [{ mark: "+", kind: "new", ...difference }];
    if (isSameJson(before, now)) return [{ mark: " ", kind: "unchanged", ...difference }];
    const lines = [...difference.lines, `before: ${describeJudgement(before)}`];
    return [{ mark: "~", kind: "changed", ...difference, lines }];
  });
}

import type { Evidence, ExpectationResult } from "../evidence/schema.ts";

/** Whose policy it is, for every page that shows one. */
export const GIVEN_BY_THE_RUN =
  "The run itself gave the policy, so anyone who can change the workflow can change it; what was loosened since the run before is named.";

/** From the worst to the best. */
const RESULTS = [
  "broken",
  "unknown",
  "accepted",
  "met",
] as const satisfies readonly ExpectationResult["result"][];

/** The results of the policy, the worst first; those that are alike stay in the order of the policy. */
export function resultsWorstFirst({ policy }: Pick<Evidence, "policy">): readonly ExpectationResult[] {
  return (policy?.results ?? []).toSorted((a, b) => RESULTS.indexOf(a.result) - RESULTS.indexOf(b.result));
}

/** The worst of the results; null where there is none. */
export function worstResultOf(
  results: readonly ExpectationResult["result"][],
): ExpectationResult["result"] | null {
  return RESULTS.find((each) => results.includes(each)) ?? null;
}

/** The expectations that are broken, in the order of the policy. */
export function brokenExpectations({ policy }: Pick<Evidence, "policy">): readonly ExpectationResult[] {
  return (policy?.results ?? []).filter(({ result }) => result === "broken");
}

/** A result as a line, such as `named-monitors: broken, 2 of 4 not there: 41201096, 41201097`. */
export function describeResult(result: ExpectationResult): string {
  return `${result.id}: ${describeJudgement(result)}`;
}

/** A result without the name of its expectation. */
export function describeJudgement(result: ExpectationResult): string {
  const { result: word, waivers, offenders } = result;
  const { count, ids } = offenders;
  const more = count > ids.length ? ` and ${count - ids.length} more` : "";
  // Records that were not read may hold what is missing.
  const named = ids.length === 0 || word === "unknown" ? "" : `: ${ids.join(", ")}${more}`;
  const accepted = waivers.length === 0 ? "" : `; waived by ${waivers.join(", ")}`;
  return `${word}, ${describeMeasure(result)}${named}${accepted}`;
}

/** What was counted against what is demanded, such as `2, at least 3 expected`. */
export function describeMeasure({ result, measured, limit, offenders }: ExpectationResult): string {
  if (measured === null) return "nothing was counted";
  if (result === "unknown") return `at least ${measured} counted, and not all is known`;
  if (limit === 0) return measured === 0 ? "none found" : `${measured} found, and none is allowed`;
  if (offenders.count > 0) return `${offenders.count} of ${limit} not there`;
  return `${measured}, at least ${limit} expected`;
}

import { GIVEN_BY_THE_RUN } from "../../policy/describe-result.ts";
import type { PolicyFigures } from "../../verify/period/verdict.ts";
import { groupDigits } from "../render/phrases.ts";
import { nonZeroInWords } from "./words.ts";
import { quantityOf } from "../words.ts";

/** How many runs have a policy, and how many expectations held in all of them. */
export function policyInWords({ given, absent, expectations }: PolicyFigures): string {
  if (given === 0) return "none was given";
  const held = expectations.filter(({ broken, unknown }) => broken + unknown === 0).length;
  const runs =
    absent === 0
      ? "every run has one"
      : `${quantityOf(given, "run")} with a policy, ${groupDigits(absent)} without`;
  return `${runs}; ${held} of ${quantityOf(expectations.length, "expectation")} met or accepted in all of them. ${GIVEN_BY_THE_RUN}`;
}

/** The expectations that were not met in every run, those that were broken most often first. */
export function unmetExpectations({ expectations }: PolicyFigures): readonly string[] {
  return expectations
    .filter(({ accepted, broken, unknown }) => accepted + broken + unknown > 0)
    .toSorted((a, b) => b.broken - a.broken)
    .map((figures) => {
      const { id, firstBroken, brokenSince } = figures;
      const when =
        brokenSince !== null
          ? `, broken since ${brokenSince.collectedAt}`
          : firstBroken === null
            ? ""
            : `, first broken at ${firstBroken.collectedAt}`;
      return `${id}: ${nonZeroInWords(figures, ["broken", "unknown", "accepted", "met"])}${when}`;
    });
}

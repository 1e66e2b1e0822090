import { findContradiction } from "./contradictions.ts";
import { timesProblem } from "../projection/times.ts";
import { findFormProblem } from "./form.ts";
import { findMiscount } from "./recount.ts";
import type { Evidence } from "../schema.ts";
import { RULES_VERSION } from "./states.ts";

/** Derives what evidence claims from what it holds; the first difference as a sentence, null when there is none. */
type RuleCheck = (evidence: Evidence) => string | null;

const NONE_MOVED: ReadonlySet<never> = new Set();

/**
 * Every version of the rules under which evidence was ever published. A change
 * of `states.ts`, `completeness.ts` or `times.ts` that judges the same records differently
 * is a new version. What it replaces moves to a file of the old number, such as
 * `version-1.ts`, so that old evidence is derived by the rules of its day.
 */
const PUBLISHED_RULES: ReadonlyMap<number, RuleCheck> = new Map(
  [1, RULES_VERSION].map((version) => [version, checkDerivation]),
);

function checkDerivation(evidence: Evidence): string | null {
  return (
    findFormProblem(evidence) ??
    findContradiction(evidence, NONE_MOVED) ??
    timesProblem(evidence) ??
    findMiscount(evidence)
  );
}

/** The result of deriving evidence again. */
export type DerivedAgain =
  | { readonly isKnown: true; readonly trouble: string | null }
  /** False for rules that this program does not have: nothing was derived. */
  | { readonly isKnown: false };

/** Derives counts, states, grades and outcome again by the rules that the evidence names; its records must be whole. */
export function deriveAgain(evidence: Evidence): DerivedAgain {
  const rules = PUBLISHED_RULES.get(evidence.rules);
  return rules === undefined ? { isKnown: false } : { isKnown: true, trouble: rules(evidence) };
}

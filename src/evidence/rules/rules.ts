import { findContradiction } from "./contradictions.ts";
import { findTimesProblem } from "../projection/times.ts";
import { findFormProblem } from "./form.ts";
import { findMiscount } from "./recount.ts";
import type { Evidence } from "../schema.ts";
import { PUBLISHED_RULES } from "./states.ts";

/** What comes of deriving a part of evidence again: the first difference as a sentence, null where there is none. */
export type DerivedAgain =
  | { readonly isKnown: true; readonly trouble: string | null }
  /** The evidence names a version that this program does not have: nothing was derived. */
  | { readonly isKnown: false };

/** Derives counts, states, grades and outcome again by the rules that the evidence names; its records must be whole. */
export function deriveAgain(evidence: Evidence): DerivedAgain {
  if (!PUBLISHED_RULES.has(evidence.rules)) return { isKnown: false };
  const trouble =
    findFormProblem(evidence) ??
    findContradiction(evidence) ??
    findTimesProblem(evidence) ??
    findMiscount(evidence);
  return { isKnown: true, trouble };
}

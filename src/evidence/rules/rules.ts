import { contradictionIn } from "./contradictions.ts";
import { untimelyIn } from "../projection/times.ts";
import { miscountIn } from "./recount.ts";
import type { Evidence } from "../schema.ts";
import { RULES } from "./states.ts";

/** Derives what evidence claims from what it holds; the first difference as a sentence, null when there is none. */
type Rules = (evidence: Evidence) => string | null;

const NONE_MOVED: ReadonlySet<never> = new Set();

/**
 * Every version of the rules under which evidence was ever published. A change
 * of `states.ts`, `completeness.ts` or `moments.ts` that judges the same records differently
 * is a new version: it gets a copy of those files under its own number, and
 * the old ones stay, so that old evidence is derived by the rules of its day.
 */
const PUBLISHED: ReadonlyMap<number, Rules> = new Map([
  [
    RULES,
    (evidence) => contradictionIn(evidence, NONE_MOVED) ?? miscountIn(evidence) ?? untimelyIn(evidence),
  ],
]);

/** What came of deriving evidence again. */
export type Derived =
  | { readonly isKnown: true; readonly trouble: string | null }
  /** Of rules that this program does not have: nothing was derived. */
  | { readonly isKnown: false };

/** Derives counts, states, grades and outcome again by the rules that the evidence names; its records must be whole. */
export function derivedAgain(evidence: Evidence): Derived {
  const rules = PUBLISHED.get(evidence.rules);
  return rules === undefined ? { isKnown: false } : { isKnown: true, trouble: rules(evidence) };
}

import { findChangesProblem, deriveChanges } from "../evidence/comparison/changes.ts";
import { COMPARISON_RULES, type Changes } from "../evidence/comparison/schema.ts";
import { isSameJson } from "../evidence/equal.ts";
import type { Evidence } from "../evidence/schema.ts";
import { policyChanges } from "./policy-changes.ts";
import type { Policy } from "./schema.ts";

/** The evidence of a run with the policy that it was given; null where it was given none. */
export interface JudgedRun {
  readonly evidence: Evidence;
  readonly policy: Policy | null;
}

/** The same with the digest of its `evidence.json`. */
export interface EarlierRun extends JudgedRun {
  readonly sha256: string;
}

/** What changed since the run before, in the records and in the policy. */
export function deriveRunChanges(before: EarlierRun, now: JudgedRun): Changes {
  return { ...deriveChanges(before, now.evidence), policy: policyChanges(before, now) };
}

/** What the statement says that does not follow from the two runs, as a sentence; null when all of it does. */
export function findRunChangesProblem(
  said: Changes | null,
  before: EarlierRun,
  now: JudgedRun,
): string | null {
  if (said === null) return findChangesProblem(null, before, now.evidence);
  const { policy, ...ofRecords } = said;
  const problem = findChangesProblem(ofRecords, before, now.evidence);
  if (problem !== null || said.rules !== COMPARISON_RULES) return problem;
  return isSameJson(policy, policyChanges(before, now))
    ? null
    : "the statement has other changes of the policy than the two runs give";
}

import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import type { PolicyTerms } from "./check-rules.ts";
import { problemLines, type UserFile } from "./read-file.ts";
import { readPolicy } from "./read-policy.ts";
import { POLICY_NAME, type Policy } from "./schema.ts";

/** A policy as a run is given it. */
export interface GivenPolicy {
  readonly policy: Policy;
  /** Its exact bytes, as the run folder holds them. */
  readonly file: EvidenceFile;
}

/** The policy that the file holds, or everything that is wrong with it, each as a line. */
export function givenPolicyOf(
  { name, bytes }: UserFile,
  terms: PolicyTerms | null,
): { readonly given: GivenPolicy | null; readonly problems: readonly string[] } {
  const read = readPolicy(bytes, terms);
  if ("policy" in read) {
    return { given: { policy: read.policy, file: fileOf(POLICY_NAME, bytes) }, problems: [] };
  }
  return { given: null, problems: problemLines(name, read.problems) };
}

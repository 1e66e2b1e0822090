import { fileOf } from "../evidence/file.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import type { PolicyTerms } from "./check-rules.ts";
import { problemLine, readPolicy } from "./read-policy.ts";
import { POLICY_NAME } from "./schema.ts";
import type { Policy } from "./schema.ts";

/** A policy file as the user names it. */
export interface PolicyInput {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A policy as a run is given it. */
export interface GivenPolicy {
  readonly policy: Policy;
  /** Its exact bytes, as the run folder holds them. */
  readonly file: EvidenceFile;
}

/** More problems than this are counted. */
const MOST_PROBLEMS = 50;

/** The policy that the file holds, or everything that is wrong with it, each as a line. */
export function givenPolicyOf(
  { name, bytes }: PolicyInput,
  terms: PolicyTerms | null,
): { readonly given: GivenPolicy | null; readonly problems: readonly string[] } {
  const read = readPolicy(bytes, terms);
  if ("policy" in read) {
    return { given: { policy: read.policy, file: fileOf(POLICY_NAME, bytes) }, problems: [] };
  }
  const more = read.problems.length - MOST_PROBLEMS;
  return {
    given: null,
    problems: [
      ...read.problems.slice(0, MOST_PROBLEMS).map((problem) => problemLine(name, problem)),
      ...(more > 0 ? [`${name}: and ${more} more problems`] : []),
    ],
  };
}

import { sha256 } from "../evidence/digest.ts";
import { isSameJson } from "../evidence/equal.ts";
import { readBytes, type EvidenceFile } from "../evidence/file.ts";
import type { Evidence, ExpectationResult } from "../evidence/schema.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";
import { firstProblemLine } from "./read-file.ts";
import { readPolicy } from "./read-policy.ts";
import { POLICY_NAME, type Policy } from "./schema.ts";

/** The policy of a run folder, or a sentence about why it is not the one of the evidence. */
export type DerivedPolicy =
  /** Without results where the rules of the evidence are not known here. */
  { readonly policy: Policy | null; readonly isDerived: boolean } | { readonly trouble: string };

/**
 * Reads the policy beside evidence, and derives its results again. The records of the evidence must be whole.
 * `bytes` is undefined where there is no file.
 */
export function derivePolicy(evidence: Evidence, bytes: Uint8Array | undefined): DerivedPolicy {
  const { policy: said } = evidence;
  if (bytes === undefined) {
    return said === null
      ? { policy: null, isDerived: true }
      : { trouble: `${POLICY_NAME} is missing, by which the evidence was judged` };
  }
  if (said === null) {
    return { trouble: `${POLICY_NAME} is there, but the evidence says that no policy was given` };
  }
  const found = sha256(bytes);
  if (found !== said.sha256) {
    return {
      trouble: `${POLICY_NAME} has sha256 ${found}, but the evidence was judged by a policy of sha256 ${said.sha256}`,
    };
  }
  // Which tags a program keeps differs between its versions, so they are no reason to doubt a run.
  const read = readPolicy(bytes, null);
  if ("problems" in read) return { trouble: firstProblemLine(POLICY_NAME, read.problems) };
  const { policy } = read;
  const results = evaluatePolicy(policy, evidence);
  if (results === null) return { policy, isDerived: false };
  const trouble = resultsProblem(results, said.results);
  return trouble === null ? { policy, isDerived: true } : { trouble };
}

/** The first result that the evidence says and its records do not give, as a sentence; null where all follow. */
function resultsProblem(
  derived: readonly ExpectationResult[],
  said: readonly ExpectationResult[],
): string | null {
  const at = derived.findIndex((result, index) => !isSameJson(result, said[index]));
  const [wrong, claimed] = [derived[at], said[at]];
  if (wrong === undefined) {
    return said.length === derived.length
      ? null
      : "the evidence has results of more expectations than the policy has";
  }
  return claimed?.id === wrong.id && claimed.result !== wrong.result
    ? `the expectation ${wrong.id} is ${claimed.result} in the evidence, but by the records it is ${wrong.result}`
    : `the evidence has another result of the expectation ${wrong.id} than the records give`;
}

/** The policy by which the evidence says that it was judged, for showing it; null where it is not there or cannot be read. */
export function shownPolicy({ policy: said }: Evidence, bytes: Uint8Array | undefined): Policy | null {
  if (said === null || bytes === undefined || sha256(bytes) !== said.sha256) return null;
  const read = readPolicy(bytes, null);
  return "policy" in read ? read.policy : null;
}

/** The policy among the files of a run that this program makes. */
export function policyAmong(files: readonly EvidenceFile[]): Policy | null {
  const file = files.find(({ name }) => name === POLICY_NAME);
  if (file === undefined) return null;
  const read = readPolicy(readBytes(file), null);
  if ("policy" in read) return read.policy;
  throw new Error(`${POLICY_NAME} was taken, and cannot be read`);
}

import { SIGNED_LATE } from "../../bundle/statement.ts";
import type { GenuineRun, RunVerdict } from "./verdict.ts";

/** Exit code of `verify` for one run. */
export function exitCodeOf({ isUnchecked, run }: RunVerdict): 0 | 1 | 2 | 3 {
  if (isUnchecked) return 2;
  if (run === null) return 1;
  return run.evidence?.outcome === "complete" && !isSignedLate(run) ? 0 : 3;
}

/** Whether the run says that it was signed long after it was collected, which whoever stole the key could say too. */
export function isSignedLate({ statement }: GenuineRun): boolean {
  return statement.predicate.assurance.reason?.code === SIGNED_LATE;
}

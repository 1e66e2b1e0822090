import type { RunVerdict } from "./verdict.ts";

/** Exit code of `verify` for one run. */
export function exitCodeOf({ isUnchecked, run }: RunVerdict): 0 | 1 | 2 | 3 {
  if (isUnchecked) return 2;
  if (run === null) return 1;
  return run.evidence?.outcome === "complete" ? 0 : 3;
}

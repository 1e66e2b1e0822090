import type { ExpectationFigures, PolicyFigures } from "./verdict.ts";
import { runRef, type Collected, type RunSummary } from "../stream/run-summary.ts";

type Judged = NonNullable<Collected["expectations"]>[number];

/**
 * The results of the expectations over the runs, which are in order of time, in the order in which they first
 * appear. Of a run that is not in a sample nothing is known.
 */
export function policyFigures(runs: readonly RunSummary[]): PolicyFigures {
  const expectations = new Map<string, ExpectationFigures>();
  let given = 0;
  let absent = 0;
  for (const run of runs) {
    if (run.collected === null || run.isStatementOnly) continue;
    if (run.collected.expectations === null) absent += 1;
    else given += 1;
    for (const judged of run.collected.expectations ?? []) {
      expectations.set(judged.id, withRun(expectations.get(judged.id), judged, run));
    }
  }
  return { given, absent, expectations: [...expectations.values()] };
}

function withRun(
  before: ExpectationFigures | undefined,
  { id, item, result }: Judged,
  run: RunSummary,
): ExpectationFigures {
  const counts = before ?? { met: 0, accepted: 0, broken: 0, unknown: 0 };
  const isBroken = result === "broken";
  return {
    id,
    item,
    met: counts.met,
    accepted: counts.accepted,
    broken: counts.broken,
    unknown: counts.unknown,
    [result]: counts[result] + 1,
    last: result,
    firstBroken: before?.firstBroken ?? (isBroken ? runRef(run) : null),
    brokenSince: isBroken ? (before?.brokenSince ?? runRef(run)) : null,
  };
}

/** Whether every run has a policy, and every expectation is met or accepted in every run. */
export function isHeld({ absent, expectations }: PolicyFigures): boolean {
  return absent === 0 && expectations.every(({ broken, unknown }) => broken + unknown === 0);
}

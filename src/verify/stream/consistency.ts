import { formatTime } from "../../platform/time.ts";
import type { Problem } from "./problems.ts";
import type { RunSummary } from "./run-summary.ts";

/** What does not belong where it lies: each run by itself is genuine. */
export function membershipProblems(name: string, runs: readonly RunSummary[]): readonly Problem[] {
  const [first] = runs;
  const owner = runs.find(({ organization }) => organization !== null)?.organization ?? null;
  const seen = new Map<string, RunSummary>();
  return runs.flatMap((run) => {
    const twin = seen.get(run.identity);
    if (twin === undefined) seen.set(run.identity, run);
    return [
      ...(run.place === run.dictated
        ? []
        : [problem("wrong-folder", run, `lies in ${run.place} but belongs in ${run.dictated}`)]),
      ...(run.stream === name
        ? []
        : [problem("other-stream", run, `belongs to stream ${run.stream}, not to ${name}`)]),
      ...(first === undefined || run.site === first.site
        ? []
        : [
            problem(
              "other-stream",
              run,
              `is of the site ${run.site}, but the stream began with ${first.site}`,
            ),
          ]),
      ...(run.organization === null || run.organization === owner
        ? []
        : [
            problem(
              "other-stream",
              run,
              `is of the organisation ${run.organization}, but the stream began with ${owner}`,
            ),
          ]),
      ...(twin === undefined
        ? []
        : [problem("duplicate", run, `has the run id and attempt of ${twin.place}: one run is here twice`)]),
    ];
  });
}

function problem(code: Problem["code"], run: RunSummary, detail: string): Problem {
  const at = formatTime(run.collectedAt);
  return { code, run: run.place, sequence: run.sequence, detail, touches: { from: at, to: at } };
}

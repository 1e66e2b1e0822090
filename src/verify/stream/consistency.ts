import { problemOf } from "./problems.ts";
import type { Problem } from "./problems.ts";
import type { RunSummary } from "./run-summary.ts";

/** Runs that do not belong where they are, each of them genuine by itself. */
export function streamConsistencyProblems(name: string, runs: readonly RunSummary[]): readonly Problem[] {
  const [first] = runs;
  const owner = runs.find(({ organization }) => organization !== null)?.organization ?? null;
  const seen = new Map<string, RunSummary>();
  const problems: Problem[] = [];
  for (const run of runs) {
    const { runPath, expectedPath, stream, site, organization, identity } = run;
    const note = (code: Problem["code"], detail: string) => problems.push(problemOf(code, run, detail));
    const twin = seen.get(identity);
    if (twin === undefined) seen.set(identity, run);
    else note("duplicate", `has the run id and attempt of ${twin.runPath}: one run is here twice`);
    if (runPath !== expectedPath) note("wrong-folder", `is in ${runPath} but belongs in ${expectedPath}`);
    if (stream !== name) note("other-stream", `belongs to stream ${stream}, not to ${name}`);
    if (first !== undefined && site !== first.site) {
      note("other-stream", `is of the site ${site}, but the stream began with ${first.site}`);
    }
    if (organization !== null && organization !== owner) {
      note("other-stream", `is of the organisation ${organization}, but the stream began with ${owner}`);
    }
  }
  return problems;
}

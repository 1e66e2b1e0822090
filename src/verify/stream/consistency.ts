import { problemOf, windowOf, type Problem } from "./problems.ts";
import { ownerOf } from "./overlap.ts";
import type { RunSummary } from "./run-summary.ts";

/** Runs that do not belong where they are, each of them genuine by itself. */
export function streamConsistencyProblems(name: string, runs: readonly RunSummary[]): readonly Problem[] {
  const [first] = runs;
  const owner = ownerOf(runs);
  const seen = new Map<string, RunSummary>();
  const problems: Problem[] = [];
  for (const run of runs) {
    const { runPath, expectedPath, stream, site, organization, identity } = run;
    const note = (code: Problem["code"], detail: string) => problems.push(problemOf(code, run, detail));
    const twin = seen.get(identity);
    if (twin === undefined) seen.set(identity, run);
    else {
      const detail = `has the run id and attempt of ${twin.runPath}: one run is here twice`;
      const touches = windowOf([twin.collectedAt, run.collectedAt]);
      problems.push({ ...problemOf("duplicate", run, detail), touches });
    }
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

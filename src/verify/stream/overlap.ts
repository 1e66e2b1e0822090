import { problemOf, type Problem } from "./problems.ts";
import type { StreamFolder } from "./find-streams.ts";
import type { RunSummary } from "./run-summary.ts";
import type { StreamRuns } from "./verify-stream.ts";

/** A stream whose runs were each verified by themselves. */
export interface VerifiedStream {
  readonly stream: StreamFolder;
  readonly runs: StreamRuns;
}

/** What the streams of a repository have in common and should not. */
export interface Overlaps {
  readonly problems: readonly Problem[];
  /** Sentences about what keeps the stream from being complete. */
  readonly weaknesses: readonly string[];
}

/** Finds runs that are in more than one stream, and streams that are in more than one folder. */
export function findOverlaps(streams: readonly VerifiedStream[]): ReadonlyMap<StreamFolder, Overlaps> {
  const overlaps = new Map<StreamFolder, Overlaps>();
  const owners = new Map<string, { readonly stream: StreamFolder; readonly run: RunSummary }>();
  for (const { stream, runs } of streams) {
    const problems: Problem[] = [];
    for (const run of runs.genuine) {
      const twin = owners.get(run.content);
      if (twin === undefined) owners.set(run.content, { stream, run });
      else if (twin.stream !== stream) {
        const place = `${twin.stream.folder}/${twin.run.runPath}`;
        problems.push(problemOf("duplicate", run, `is also ${place}: one run is in two streams`));
      }
    }
    const others = streams.filter(
      (other) => other.stream !== stream && isSameSource({ stream, runs }, other),
    );
    const folders = others.map((other) => other.stream.folder).join(", ");
    const weaknesses =
      others.length === 0
        ? []
        : [`the stream ${stream.name} is also in the folder ${folders}: either may lack runs of the other`];
    overlaps.set(stream, { problems, weaknesses });
  }
  return overlaps;
}

/** Whether two folders have the name and site of one stream, and no organisations that differ. */
function isSameSource(one: VerifiedStream, other: VerifiedStream): boolean {
  const [first, second] = [one.runs.genuine[0], other.runs.genuine[0]];
  if (first === undefined || second === undefined) return false;
  if (one.stream.name !== other.stream.name || first.site !== second.site) return false;
  const [owner, otherOwner] = [ownerOf(one.runs.genuine), ownerOf(other.runs.genuine)];
  return owner === null || otherOwner === null || owner === otherOwner;
}

/** The first organisation that runs name; null where none does. */
export function ownerOf(runs: readonly RunSummary[]): string | null {
  return runs.find(({ organization }) => organization !== null)?.organization ?? null;
}

import { awaitFailure, Failure } from "../../failure.ts";
import { isArchiverEntry, joinPath, type Files } from "../../platform/files.ts";
import { problemOf, windowOf, type Problem } from "./problems.ts";
import { readRunFolder, runFilesAmong } from "../run/read-folder.ts";
import { runSummarizer, type DoubtfulRun, type RunSummary } from "./run-summary.ts";
import { withFewEntries, type StreamFolder } from "./find-streams.ts";
import { ownerOf, type VerifiedStream } from "./overlap.ts";
import type { Trust } from "../trust/trust.ts";
import { failureDetail } from "../run/verdict.ts";
import { verifyRun } from "../run/verify-run.ts";

/** Independent copies that verify: of downloaded artifacts, of another clone. */
export interface IndependentCopies {
  readonly runs: readonly RunSummary[];
  readonly remarks: readonly string[];
}

const DEEPEST = 12;

/** Reads every run folder below the folder, at any depth. Throws a `Failure` where there is none. */
export async function readCopies(files: Files, trust: Trust): Promise<IndependentCopies> {
  const bounded = withFewEntries(files);
  const summarize = runSummarizer();
  const runs: RunSummary[] = [];
  const remarks: string[] = [];
  const search = async (path: string, depth: number): Promise<void> => {
    const entries = bounded.list(path);
    if (runFilesAmong(entries).length > 0) {
      const verdict = await awaitFailure(async () => verifyRun(await readRunFolder(files, path), trust));
      if (!(verdict instanceof Failure) && verdict.run !== null) runs.push(summarize(path, verdict.run));
      else {
        const why = verdict instanceof Failure ? verdict.message : failureDetail(verdict);
        remarks.push(`the copy ${path || "."} was not used for comparison: ${why}`);
      }
    }
    // A file that was put there must not hide the copies below it.
    if (depth >= DEEPEST) return;
    for (const { name, kind } of entries) {
      if (kind === "folder" && name !== ".git" && !isArchiverEntry({ name, kind }))
        await search(joinPath(path, name), depth + 1);
    }
  };
  await search("", 0);
  if (runs.length === 0 && remarks.length === 0) {
    throw new Failure(
      "unreadable",
      `${files.name} holds no run folder, so there is no copy to compare with`,
      {
        hint: "name a folder of downloaded artifacts, or another clone of the repository",
      },
    );
  }
  return { runs, remarks };
}

/** The failure for copies that are the files to verify: a change of those changes the copies too. */
export function sameFilesFailure(copies: string, verified: string): Failure {
  return new Failure(
    "input",
    `witness: ${copies} and ${verified} hold the same files, so the copy is not independent`,
    { hint: "name downloaded artifacts or another clone, in a folder outside of the one to verify" },
  );
}

/** The copies of one stream, and copies under its name that are of another site or organisation. */
export interface CopiesOfStream {
  readonly own: readonly RunSummary[];
  readonly foreign: readonly RunSummary[];
}

/**
 * Finds for each copy the stream that it is compared with. `others` are of
 * streams whose name is not here.
 */
export function assignCopies(
  copies: readonly RunSummary[],
  streams: readonly VerifiedStream[],
): { readonly byStream: ReadonlyMap<StreamFolder, CopiesOfStream>; readonly others: readonly RunSummary[] } {
  const sources = streams.map(({ stream, runs: { genuine, doubtful } }) => ({
    stream,
    site: genuine[0]?.site ?? null,
    owner: ownerOf(genuine),
    identities: new Set(genuine.map(({ identity }) => identity)),
    places: new Set(doubtful.map(({ runPath }) => runPath)),
    own: new Array<RunSummary>(),
    foreign: new Array<RunSummary>(),
  }));
  const others: RunSummary[] = [];
  for (const copy of copies) {
    const named = sources.filter(({ stream }) => stream.name === copy.stream);
    const fitting = named.filter(
      ({ site, owner }) =>
        (site === null || site === copy.site) &&
        (owner === null || copy.organization === null || owner === copy.organization),
    );
    const holder = fitting.find(
      ({ identities, places }) => identities.has(copy.identity) || places.has(copy.expectedPath),
    );
    const source = holder ?? fitting.find(({ owner }) => owner === copy.organization) ?? fitting[0];
    const [first] = named;
    if (source !== undefined) source.own.push(copy);
    else if (first !== undefined) first.foreign.push(copy);
    else others.push(copy);
  }
  return { byStream: new Map(sources.map(({ stream, own, foreign }) => [stream, { own, foreign }])), others };
}

/** The problems of copies that have the name of a stream and are of another site or organisation. */
export function foreignCopyProblems(
  foreign: readonly RunSummary[],
  runs: readonly RunSummary[],
): readonly Problem[] {
  const here = sourceInWords(runs[0]?.site ?? "no known site", ownerOf(runs));
  const groups = Map.groupBy(foreign, ({ site, organization }) => sourceInWords(site, organization));
  return [...groups].flatMap(([source, [first, ...more]]) => {
    if (first === undefined) return [];
    const count = more.length === 0 ? "" : ` (and ${more.length} more)`;
    const detail = `is of ${source} in the copies${count}, but the stream of that name here is of ${here}`;
    const touches = windowOf([first, ...more].map(({ collectedAt }) => collectedAt));
    return [{ ...problemOf("other-stream", { ...first, runPath: first.expectedPath }, detail), touches }];
  });
}

function sourceInWords(site: string, organization: string | null): string {
  return organization === null ? site : `${site}, organisation ${organization}`;
}

/** The result of comparing with independent copies. */
export interface CopyFigures {
  /** Runs of the period of which a copy was given, whether or not it is the same. */
  readonly runs: number;
  readonly same: number;
}

/**
 * Compares the runs of a stream with copies of them, by identity and digest of
 * the evidence. The statement may differ: a run that lost a race was linked and
 * signed again, with the same evidence.
 */
export function compareCopies(
  runs: readonly RunSummary[],
  {
    copies,
    doubtful,
    isInside,
  }: {
    copies: readonly RunSummary[];
    doubtful: readonly DoubtfulRun[];
    isInside: (run: RunSummary) => boolean;
  },
): { readonly problems: readonly Problem[]; readonly figures: CopyFigures } {
  const here = new Map(runs.map((run) => [run.identity, run]));
  // A run that could not be checked is reported already and may be the same; one that did not verify is not.
  const mayBeSame = new Map(
    doubtful.map(({ runPath, isUnread, statement }) => [runPath, isUnread || statement !== null]),
  );
  const last = runs.reduce((latest, { collectedAt }) => Math.max(latest, collectedAt), -Infinity);
  const seen = new Set<string>();
  const copied = new Set<RunSummary>();
  const same = new Set<RunSummary>();
  const problems: Problem[] = [];
  for (const copy of copies) {
    const run = here.get(copy.identity);
    if (run !== undefined && isInside(run)) {
      copied.add(run);
      if (run.content === copy.content) same.add(run);
    }
    const key = `${copy.identity} ${copy.content}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const site = { ...copy, runPath: run?.runPath ?? copy.expectedPath };
    if (run !== undefined && run.content !== copy.content) {
      const detail = `was rewritten: its evidence has the sha256 ${run.content}, a copy of it has ${copy.content}`;
      // The problem touches the time of the run here and that of its copy.
      const touches = windowOf([run.collectedAt, copy.collectedAt]);
      problems.push({ ...problemOf("rewritten", site, detail), touches });
    }
    if (run !== undefined || mayBeSame.get(copy.expectedPath) === true) continue;
    if (mayBeSame.has(copy.expectedPath)) {
      const detail = "was rewritten: a copy of it is genuine, and the run here is not";
      problems.push(problemOf("rewritten", site, detail));
    } else problems.push(problemOf("removed", site, absence(copy, last)));
  }
  return { problems, figures: { runs: copied.size, same: same.size } };
}

function absence({ collectedAt }: RunSummary, last: number): string {
  return collectedAt > last
    ? "is not here, but a copy proves it, after the last run that is here: the end was cut off, or its commit never landed"
    : "is not here, but a copy proves it: it was removed, or its commit never landed";
}

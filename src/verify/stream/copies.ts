import { formatTime } from "../../platform/time.ts";
import { Failure } from "../../failure.ts";
import { joinPath } from "../../platform/files.ts";
import type { Files } from "../../platform/files.ts";
import type { Problem, WitnessFigures } from "./problems.ts";
import { readRunFolder, runFilesAmong } from "../run/read-folder.ts";
import { summing } from "./run-summary.ts";
import type { Doubtful, RunSummary } from "./run-summary.ts";
import { withFewEntries } from "./find-streams.ts";
import type { Trust } from "../trust/trust.ts";
import type { GenuineRun } from "../run/verdict.ts";
import { verifyRun } from "../run/verify-run.ts";

/** Independent copies: downloaded artifacts, another clone. Only what verifies is a witness. */
export interface IndependentCopies {
  readonly runs: readonly RunSummary[];
  readonly remarks: readonly string[];
}

const DEEPEST = 12;

/** Reads every run folder below the folder, at any depth. Throws a `Failure` where there is none. */
export async function readCopies(files: Files, trust: Trust): Promise<IndependentCopies> {
  const bounded = withFewEntries(files);
  const summed = summing();
  const runs: RunSummary[] = [];
  const remarks: string[] = [];
  const search = async (path: string, depth: number): Promise<void> => {
    const entries = bounded.list(path);
    if (runFilesAmong(entries).length > 0) {
      const found = await verifiedCopy(files, path, trust);
      if (typeof found === "string")
        remarks.push(`the copy ${path || "."} was not used for comparison: ${found}`);
      else runs.push(summed(path, found));
    }
    // A file that was put there must not hide the copies below it.
    if (depth >= DEEPEST) return;
    for (const { name, kind } of entries) {
      if (kind === "folder" && name !== ".git") await search(joinPath(path, name), depth + 1);
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

/** The failure for copies that are the files to verify: whoever changed those changed them too. */
export function sameFilesFailure(copies: string, verified: string): Failure {
  return new Failure(
    "input",
    `witness: ${copies} and ${verified} hold the same files, so it is no independent copy`,
    { hint: "name downloaded artifacts or another clone, in a folder outside of what is verified" },
  );
}

/** The run, or a sentence about why it is no copy to compare with. */
async function verifiedCopy(files: Files, path: string, trust: Trust): Promise<GenuineRun | string> {
  try {
    const { run, findings } = await verifyRun(readRunFolder(files, path), trust);
    return run ?? findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
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
    readonly copies: readonly RunSummary[];
    readonly doubtful: readonly Doubtful[];
    readonly isInside: (run: RunSummary) => boolean;
  },
): { readonly problems: readonly Problem[]; readonly figures: WitnessFigures } {
  const here = new Map(runs.map((run) => [run.identity, run]));
  // What could not be checked is told already and may be the same; what did not verify is not.
  const there = new Map(
    doubtful.map(({ place, isUnread, statement }) => [place, isUnread || statement !== null]),
  );
  const last = runs.reduce((latest, { collectedAt }) => Math.max(latest, collectedAt), -Infinity);
  const seen = new Set<string>();
  const witnessed = new Set<string>();
  const same = new Set<string>();
  const problems: Problem[] = [];
  for (const copy of copies) {
    const run = here.get(copy.identity);
    if (run !== undefined && isInside(run)) {
      witnessed.add(run.place);
      if (run.content === copy.content) same.add(run.place);
    }
    const key = `${copy.identity} ${copy.content}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const mayBeSame = there.get(copy.dictated);
    if (run === undefined && mayBeSame === true) continue;
    if (run === undefined && mayBeSame === false) {
      const detail = "was rewritten: a copy of it is genuine, and what lies here is not";
      problems.push(problem("rewritten", copy, { run: copy.dictated, detail }));
    } else if (run === undefined)
      problems.push(problem("removed", copy, { run: copy.dictated, detail: absence(copy, last) }));
    else if (run.content !== copy.content) {
      const detail = `was rewritten: its evidence has the sha256 ${run.content}, a copy of it has ${copy.content}`;
      problems.push(problem("rewritten", copy, { run: run.place, detail }));
    }
  }
  return { problems, figures: { runs: witnessed.size, same: same.size } };
}

function absence({ collectedAt }: RunSummary, last: number): string {
  return collectedAt > last
    ? "is not here, but a copy proves it, after the last run that is here: the end was cut off, or its commit never landed"
    : "is not here, but a copy proves it: it was removed, or its commit never landed";
}

function problem(
  code: Problem["code"],
  { sequence, collectedAt }: RunSummary,
  { run, detail }: { readonly run: string; readonly detail: string },
): Problem {
  return {
    code,
    run,
    sequence,
    detail,
    touches: { from: formatTime(collectedAt), to: formatTime(collectedAt) },
  };
}

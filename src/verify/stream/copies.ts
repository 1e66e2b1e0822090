import { realpath } from "node:fs/promises";
import path from "node:path";

import { formatTime } from "../../platform/time.ts";
import { Failure } from "../../failure.ts";
import type { Problem, WitnessFigures } from "./problems.ts";
import { readRunFolder } from "../run/read-folder.ts";
import { summing } from "./run-summary.ts";
import type { Doubtful, RunSummary } from "./run-summary.ts";
import { isRunFolder, Listing } from "./find-streams.ts";
import type { Trust } from "../trust/trust.ts";
import { verifyRun } from "../run/verify-run.ts";

/** Independent copies: downloaded artifacts, another clone. Only what verifies is a witness. */
export interface Witness {
  readonly runs: readonly RunSummary[];
  readonly remarks: readonly string[];
}

const DEEPEST = 12;

/** Reads every run folder below the folder, wherever it lies; no link is followed. */
export async function readWitness(folder: string, trust: Trust): Promise<Witness> {
  const root = path.resolve(folder);
  const listing = new Listing();
  const summed = summing();
  const runs: RunSummary[] = [];
  const remarks: string[] = [];
  const search = async (at: string, depth: number): Promise<void> => {
    const entries = await listing.of(at, at === root ? folder : path.relative(root, at));
    if (isRunFolder(entries)) {
      const found = await testimony(at, { place: path.relative(root, at), trust, summed });
      if ("remark" in found) remarks.push(found.remark);
      else runs.push(found);
    }
    // A file that was put there must not hide the copies below it.
    if (depth < DEEPEST) {
      for (const entry of entries) {
        if (entry.isDirectory() && entry.name !== ".git") await search(path.join(at, entry.name), depth + 1);
      }
    }
  };
  await search(root, 0);
  if (runs.length === 0 && remarks.length === 0) {
    throw new Failure("unreadable", `${folder} holds no run folder, so it is no witness`, {
      hint: "name a folder of downloaded artifacts, or another clone of the repository",
    });
  }
  return { runs, remarks };
}

/** Refuses copies that are the files they vouch for: whoever changed those changed them too. */
export async function refuseOwnCopy(witness: string, verified: string): Promise<void> {
  const [copy, own] = [await realOf(witness), await realOf(verified)];
  if (!isWithin(copy, own) && !isWithin(own, copy)) return;
  throw new Failure(
    "input",
    `witness: ${witness} and ${verified} hold the same files, so it is no independent copy`,
    { hint: "name downloaded artifacts or another clone, in a folder outside of what is verified" },
  );
}

/** What does not exist is refused where it is read. */
async function realOf(folder: string): Promise<string> {
  return realpath(folder).catch(() => path.resolve(folder));
}

function isWithin(inner: string, outer: string): boolean {
  const below = path.relative(outer, inner);
  return below === "" || (below.split(path.sep)[0] !== ".." && !path.isAbsolute(below));
}

async function testimony(
  folder: string,
  {
    place,
    trust,
    summed,
  }: { readonly place: string; readonly trust: Trust; readonly summed: ReturnType<typeof summing> },
): Promise<RunSummary | { readonly remark: string }> {
  try {
    const { run, findings } = await verifyRun(await readRunFolder(folder), trust);
    if (run !== null) return summed(place, run);
    const why = findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
    return { remark: `the copy ${place || "."} was not used as a witness: ${why}` };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { remark: `the copy ${place || "."} was not used as a witness: ${error.message}` };
  }
}

/**
 * Compares the runs of a stream with copies of them, by identity and digest of
 * the evidence. The statement may differ: a run that lost a race was linked and
 * signed again, with the same evidence.
 */
export function compared(
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

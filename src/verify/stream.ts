import path from "node:path";

import type { Window } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import type { Problem, Unchecked } from "./period-verdict.ts";
import { readRunFolder } from "./run-folder.ts";
import { claimedTime, iso, summaryOf } from "./run-summary.ts";
import type { Doubtful, RunSummary } from "./run-summary.ts";
import type { StreamFolder } from "./stream-folders.ts";
import type { Trust } from "./trust.ts";
import type { RunVerdict } from "./verdict.ts";
import { verifyRun } from "./verify-run.ts";

/** What came of verifying every run of a stream by itself. */
export interface StreamRuns {
  /** The genuine runs, in the order of their folders, which is that of time. */
  readonly genuine: readonly RunSummary[];
  readonly doubtful: readonly Doubtful[];
  readonly problems: readonly Problem[];
  readonly unchecked: readonly Unchecked[];
  readonly remarks: readonly string[];
}

/** More of one kind are only counted: a page that nobody can read helps nobody. */
const REMARKS = 5;

/** Verifies the runs one after the other and remembers little of each, so that memory stays flat. */
export async function verifiedRuns(stream: StreamFolder, trust: Trust): Promise<StreamRuns> {
  const genuine: RunSummary[] = [];
  const doubtful: Doubtful[] = [];
  const problems: Problem[] = stream.notFolders.map((place) =>
    notGenuine(place, "is no folder: a link or a device where a run belongs is not followed"),
  );
  const unchecked: Unchecked[] = [];
  const about = new Map<string, string[]>();
  for (const place of stream.runs) {
    const verdict = await verdictOn(path.join(stream.path, place), trust);
    if (typeof verdict !== "string" && verdict.run !== null) {
      genuine.push(summaryOf(place, verdict.run));
      for (const remark of verdict.remarks) about.set(remark, [...(about.get(remark) ?? []), place]);
      continue;
    }
    doubtful.push({ place, at: claimedTime(place) });
    const when = claimed(place);
    if (typeof verdict === "string") unchecked.push({ run: place, why: verdict, touches: when });
    else if (verdict.isUnknownType) unchecked.push({ run: place, why: failed(verdict), touches: when });
    else problems.push(notGenuine(place, failed(verdict)));
  }
  return { genuine, doubtful, problems, unchecked, remarks: [...unread(stream), ...told(about)] };
}

/** The verdict, or a sentence about why there is none. */
async function verdictOn(folder: string, trust: Trust): Promise<RunVerdict | string> {
  try {
    return await verifyRun(await readRunFolder(folder), trust);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
}

function failed({ findings }: RunVerdict): string {
  return findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
}

function notGenuine(place: string, detail: string): Problem {
  return { code: "not-genuine", run: place, sequence: null, detail, touches: claimed(place) };
}

function claimed(place: string): Window | null {
  const at = claimedTime(place);
  return at === null ? null : { from: iso(at), to: iso(at) };
}

function unread({ others }: StreamFolder): readonly string[] {
  return [
    ...others.slice(0, REMARKS).map((place) => `${place} is no part of a stream and was not read`),
    ...(others.length > REMARKS ? [`so are ${others.length - REMARKS} more`] : []),
  ];
}

/** The same remark about many runs is one remark. */
function told(about: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...about].map(([remark, [first = "", ...more]]) => {
    return more.length === 0 ? `${first}: ${remark}` : `${first} and ${more.length} more: ${remark}`;
  });
}

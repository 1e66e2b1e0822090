import { formatTime } from "../../platform/time.ts";
import type { Window } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import type { Problem, Unchecked } from "./problems.ts";
import { readRunFolder } from "../run/read-folder.ts";
import { claimedTime, summing } from "./run-summary.ts";
import type { Doubtful, RunSummary } from "./run-summary.ts";
import type { StreamFolder } from "./find-streams.ts";
import { Succession } from "./replay-changes.ts";
import type { Followed } from "./replay-changes.ts";
import type { Trust } from "../trust/trust.ts";
import type { GenuineRun, RunVerdict } from "../run/verdict.ts";
import { verifyRun } from "../run/verify-run.ts";

/** What came of verifying every run of a stream by itself. */
export interface StreamRuns {
  /** The genuine runs, in the order of their folders, which is that of time. */
  readonly genuine: readonly RunSummary[];
  readonly doubtful: readonly Doubtful[];
  readonly problems: readonly Problem[];
  readonly unchecked: readonly Unchecked[];
  readonly remarks: readonly string[];
}

/** Shown every genuine run in turn, whole, before all but its summary is forgotten. */
export type Seen = (place: string, run: GenuineRun) => void;

/** More of one kind are only counted: a page that nobody can read helps nobody. */
const REMARKS = 5;
/** Remarks that differ in more than times; nobody reads more, and a hostile stream may try. */
const KINDS = 50;

/** Verifies the runs one after the other and remembers little of each, so that memory stays flat. */
export async function verifiedRuns(
  stream: StreamFolder,
  trust: Trust,
  seen: Seen = () => {},
): Promise<StreamRuns> {
  const genuine: RunSummary[] = [];
  const doubtful: Doubtful[] = [];
  const problems: Problem[] = stream.notFolders.map((place) =>
    problem(
      "not-genuine",
      { place, sequence: null },
      "is no folder: a link or a device where a run belongs is not followed",
    ),
  );
  const unchecked: Unchecked[] = [];
  const summed = summing();
  const succession = new Succession();
  const unseen: RunSummary[] = [];
  const about = new Map<string, { first: string; more: number }>();
  for (const place of stream.runs) {
    const verdict = await verdictOn(stream, place, trust);
    if (typeof verdict !== "string" && verdict.run !== null) {
      const run = summed(place, verdict.run);
      genuine.push(run);
      seen(place, verdict.run);
      const followed = succession.next(verdict.run);
      if (followed.kind === "unseen") unseen.push(run);
      if (followed.kind === "wrong") problems.push(problem("changes", run, followed.detail));
      for (const remark of verdict.remarks) count(about, { remark, place });
      continue;
    }
    const isUnread = typeof verdict === "string";
    const statement = isUnread ? null : verdict.uncheckedStatement;
    doubtful.push({ place, at: claimedTime(place), statement, isUnread });
    const when = claimed(place);
    if (isUnread) unchecked.push({ run: place, why: verdict, touches: when });
    else if (verdict.isUnchecked) unchecked.push({ run: place, why: failed(verdict), touches: when });
    else problems.push(problem("not-genuine", { place, sequence: null }, failed(verdict)));
  }
  const again = await comparedAgain(unseen, { genuine, stream, trust });
  return {
    genuine,
    doubtful,
    problems: [...problems, ...again.problems],
    unchecked,
    remarks: [...unread(stream), ...told(about), ...again.remarks],
  };
}

/** Reads the run before once more where it was not the last that was seen, as after a race. */
async function comparedAgain(
  unseen: readonly RunSummary[],
  {
    genuine,
    stream,
    trust,
  }: { readonly genuine: readonly RunSummary[]; readonly stream: StreamFolder; readonly trust: Trust },
): Promise<{ readonly problems: readonly Problem[]; readonly remarks: readonly string[] }> {
  const byStatement = new Map(genuine.map((run) => [run.statement, run]));
  const problems: Problem[] = [];
  const without: string[] = [];
  for (const run of unseen) {
    const line = lineage(run, byStatement);
    const succession = new Succession();
    let followed: Followed = { kind: "unseen" };
    for (const { place } of [...line.toReversed(), run]) {
      const verdict = await verdictOn(stream, place, trust);
      if (typeof verdict !== "string" && verdict.run !== null) followed = succession.next(verdict.run);
    }
    if (followed.kind === "wrong") problems.push(problem("changes", run, followed.detail));
    if (followed.kind === "unseen") without.push(run.place);
  }
  const [first, ...more] = without;
  const others = more.length === 0 ? "" : ` and of ${more.length} more`;
  return {
    problems,
    remarks:
      first === undefined
        ? []
        : [`the changes that ${first}${others} tell were not derived again: the run before is not here`],
  };
}

/** The runs back to the first with evidence, the nearest first: declared gaps lie between. */
function lineage(run: RunSummary, byStatement: ReadonlyMap<string, RunSummary>): readonly RunSummary[] {
  const line: RunSummary[] = [];
  let before = run.previous && byStatement.get(run.previous.statement);
  while (before && !line.includes(before)) {
    line.push(before);
    if (before.collected !== null) break;
    before = before.previous && byStatement.get(before.previous.statement);
  }
  return line;
}

/** The verdict, or a sentence about why there is none. */
async function verdictOn(stream: StreamFolder, place: string, trust: Trust): Promise<RunVerdict | string> {
  try {
    return await verifyRun(readRunFolder(stream.files, place), trust, {
      mayBeSealed: stream.sample !== null,
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
}

function failed({ findings }: RunVerdict): string {
  return findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
}

function problem(
  code: Problem["code"],
  { place, sequence }: Pick<RunSummary, "place" | "sequence">,
  detail: string,
): Problem {
  return { code, run: place, sequence, detail, touches: claimed(place) };
}

function claimed(place: string): Window | null {
  const at = claimedTime(place);
  return at === null ? null : { from: formatTime(at), to: formatTime(at) };
}

function unread({ others }: StreamFolder): readonly string[] {
  const more = others.length - REMARKS;
  return [
    ...others.slice(0, REMARKS).map((place) => `${place} is no part of a stream and was not read`),
    ...(more > 0 ? [`and the same holds for ${more} more`] : []),
  ];
}

/** The same remark about many runs is one remark, whatever times they name. */
function count(
  about: Map<string, { first: string; more: number }>,
  { remark, place }: { readonly remark: string; readonly place: string },
): void {
  const kind = remark.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…");
  const known = about.get(kind);
  if (known !== undefined) known.more += 1;
  else if (about.size < KINDS) about.set(kind, { first: `${place}: ${remark}`, more: 0 });
}

function told(about: ReadonlyMap<string, { first: string; more: number }>): readonly string[] {
  return [...about.values()].map(({ first, more }) =>
    more === 0 ? first : `${first} (the same holds for ${more} more ${more === 1 ? "run" : "runs"})`,
  );
}

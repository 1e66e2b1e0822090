import { claimedTime } from "../../bundle/run-path.ts";
import { awaitFailure, Failure } from "../../failure.ts";
import { readRunFolder } from "../run/read-folder.ts";
import { failureDetail, type GenuineRun, type RunVerdict } from "../run/verdict.ts";
import { readUnverifiedRun, verifyRun } from "../run/verify-run.ts";
import type { Trust } from "../trust/trust.ts";
import type { StreamFolder } from "./find-streams.ts";
import { problemOf, windowOf, type Problem, type Unchecked } from "./problems.ts";
import { ChangeReplay } from "./replay-changes.ts";
import { runSummarizer, type DoubtfulRun, type RunSummary } from "./run-summary.ts";

/** The result of verifying every run of a stream by itself. */
export interface StreamRuns {
  /** The genuine runs, in the order of their folders, which is that of time. */
  readonly genuine: readonly RunSummary[];
  readonly doubtful: readonly DoubtfulRun[];
  readonly problems: readonly Problem[];
  readonly unchecked: readonly Unchecked[];
  readonly remarks: readonly string[];
}

/** Called with every genuine run in turn, whole, before all but its summary is forgotten. */
export type RunVisitor = (runPath: string, run: GenuineRun) => void;

/** Runs that are read together: few enough for memory, and enough for what happens at once. */
const RUNS_AHEAD = 32;
/** More of one kind are only counted, so that the page stays readable. */
const MOST_REMARKS = 5;
/** Remarks that differ in more than times. A hostile stream may try to make more. */
const MOST_KINDS = 50;

/**
 * Verifies the runs one after the other and remembers little of each, so that
 * memory stays flat. Without trust no signature is checked, and the runs are
 * what their files say.
 */
export async function verifyStreamRuns(
  stream: StreamFolder,
  trust: Trust | null,
  visit: RunVisitor = () => {},
): Promise<StreamRuns> {
  const genuine: RunSummary[] = [];
  const doubtful: DoubtfulRun[] = [];
  const unchecked: Unchecked[] = [];
  const problems: Problem[] = stream.notFolders.map((runPath) =>
    problemOf(
      "not-genuine",
      { runPath, at: claimedTime(runPath) },
      "is not a folder: a link or a device is not followed",
    ),
  );
  const summarize = runSummarizer();
  const replay = new ChangeReplay();
  const remarks = new RemarkCounter();
  for (const [index, runPath] of stream.runs.entries()) {
    if (index % RUNS_AHEAD === 0)
      await stream.files.readAhead?.(stream.runs.slice(index, index + RUNS_AHEAD));
    const verdict = await verdictOn(stream, runPath, trust);
    if (typeof verdict !== "string" && verdict.run !== null) {
      const run = summarize(runPath, verdict.run);
      visit(runPath, verdict.run);
      const { wrong, derived } = replay.next(run, verdict.run);
      genuine.push(withNotable(run, derived));
      if (wrong !== undefined) problems.push(changesProblem(run, { detail: wrong, runs: genuine }));
      for (const remark of verdict.remarks) remarks.add(remark, runPath);
      continue;
    }
    const isUnread = typeof verdict === "string";
    const signed =
      isUnread || verdict.signedCollectedAt === null ? null : Date.parse(verdict.signedCollectedAt);
    const at = signed ?? claimedTime(runPath);
    // Nobody signs the name of a folder: it moves nothing out of the period that was signed to be in it.
    const touches = windowOf([signed, claimedTime(runPath)]);
    const why = isUnread ? verdict : failureDetail(verdict);
    doubtful.push({ runPath, at, statement: isUnread ? null : verdict.uncheckedStatement, isUnread });
    if (isUnread || verdict.isUnchecked) unchecked.push({ run: runPath, why, touches });
    else problems.push({ ...problemOf("not-genuine", { runPath, at }, why), touches });
  }
  const { wrong, derived, unseen } = await replay.finish(async (runPath) => {
    const verdict = await verdictOn(stream, runPath, trust);
    return typeof verdict === "string" ? null : verdict.run;
  });
  const others = stream.others.map((name) => `${name} is not part of a stream and was not read`);
  const changed = new Map(derived);
  return {
    genuine: genuine.map((run) => withNotable(run, changed.get(run))),
    doubtful,
    problems: [...problems, ...wrong.map(([run, detail]) => changesProblem(run, { detail, runs: genuine }))],
    unchecked,
    remarks: [...withRest(others), ...remarks.list(), ...unseenRemark(unseen)],
  };
}

/** Changes that do not follow contradict two runs, so the problem touches the run before as well. */
function changesProblem(
  run: RunSummary,
  { detail, runs }: { detail: string; runs: readonly RunSummary[] },
): Problem {
  const before = runs.findLast(({ collectedAt }) => collectedAt < run.collectedAt)?.collectedAt ?? null;
  return { ...problemOf("changes", run, detail), touches: windowOf([before, run.collectedAt]) };
}

function withNotable(run: RunSummary, notable: RunSummary["notable"] | undefined): RunSummary {
  return notable === undefined ? run : { ...run, notable };
}

/** The verdict, or a sentence about why there is none. */
async function verdictOn(
  stream: StreamFolder,
  runPath: string,
  trust: Trust | null,
): Promise<RunVerdict | string> {
  const verdict = await awaitFailure(async () => {
    const folder = await readRunFolder(stream.files, runPath);
    const options = { mayLackEvidence: stream.sample !== null };
    return trust === null ? readUnverifiedRun(folder, options) : verifyRun(folder, trust, options);
  });
  return verdict instanceof Failure ? verdict.message : verdict;
}

function unseenRemark([first, ...more]: readonly RunSummary[]): readonly string[] {
  if (first === undefined) return [];
  const others = more.length === 0 ? "" : ` and of ${more.length} more`;
  return [`the changes of ${first.runPath}${others} were not derived again: the run before is not here`];
}

function withRest(remarks: readonly string[]): readonly string[] {
  const more = remarks.length - MOST_REMARKS;
  return more > 0 ? [...remarks.slice(0, MOST_REMARKS), `and the same holds for ${more} more`] : remarks;
}

/** Remarks about runs; the same about many is one, whatever times it names. */
class RemarkCounter {
  readonly #kinds = new Map<string, { readonly first: string; more: number }>();

  add(remark: string, runPath: string): void {
    const kind = remark.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…");
    const known = this.#kinds.get(kind);
    if (known !== undefined) known.more += 1;
    else if (this.#kinds.size < MOST_KINDS)
      this.#kinds.set(kind, { first: `${runPath}: ${remark}`, more: 0 });
  }

  list(): readonly string[] {
    return [...this.#kinds.values()].map(({ first, more }) =>
      more === 0 ? first : `${first} (the same holds for ${more} more ${more === 1 ? "run" : "runs"})`,
    );
  }
}

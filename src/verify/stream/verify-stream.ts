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
/** Of runs that are joined with others, so that it does not matter where the stream was divided. */
const MOST_KINDS_IN_TURN = 5000;

/** Runs of a stream that follow each other, as a thread can be given them. */
export interface RunsInTurn extends Pick<StreamFolder, "files" | "runs"> {
  /** Whether runs may be there without their evidence, as in a sample. */
  readonly mayLackEvidence: boolean;
}

/** What came of verifying runs that follow each other: data, which one thread can give to another. */
export interface VerifiedRuns extends Pick<StreamRuns, "genuine" | "doubtful" | "problems" | "unchecked"> {
  /** Those of the genuine runs whose changes do not follow, with why. */
  readonly wrong: readonly WrongChanges[];
  /** Those that could not be compared, as the run before them was not the last that was seen. */
  readonly uncompared: readonly RunSummary[];
  readonly remarks: readonly RemarkKind[];
}

type WrongChanges = readonly [run: RunSummary, detail: string];

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
  return joinRuns([await verifyRuns(runsOf(stream), trust, visit)], { stream, trust });
}

/** All runs of the stream. */
export function runsOf({ files, runs, sample }: StreamFolder): RunsInTurn {
  return { files, runs, mayLackEvidence: sample !== null };
}

/** Verifies runs that follow each other, each by itself and against the one before it. */
export async function verifyRuns(
  inTurn: RunsInTurn,
  trust: Trust | null,
  visit: RunVisitor = () => {},
): Promise<VerifiedRuns> {
  const genuine: RunSummary[] = [];
  const doubtful: DoubtfulRun[] = [];
  const unchecked: Unchecked[] = [];
  const problems: Problem[] = [];
  const wrong: WrongChanges[] = [];
  const summarize = runSummarizer();
  const replay = new ChangeReplay();
  const remarks = new RemarkCounter(MOST_KINDS_IN_TURN);
  const { files, runs } = inTurn;
  for (const [index, runPath] of runs.entries()) {
    if (index % RUNS_AHEAD === 0) await files.readAhead?.(runs.slice(index, index + RUNS_AHEAD));
    const verdict = await verdictOn(inTurn, runPath, trust);
    if (typeof verdict !== "string" && verdict.run !== null) {
      const summary = summarize(runPath, verdict.run);
      visit(runPath, verdict.run);
      const compared = replay.next(summary, verdict.run);
      const run = withNotable(summary, compared.derived);
      genuine.push(run);
      if (compared.wrong !== undefined) wrong.push([run, compared.wrong]);
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
  const { uncompared } = replay;
  return { genuine, doubtful, problems, unchecked, wrong, uncompared, remarks: remarks.kinds };
}

/** What came of a whole stream, of which the parts are all runs, in their order. Compares the runs that are left. */
export async function joinRuns(
  parts: readonly VerifiedRuns[],
  { stream, trust }: { readonly stream: StreamFolder; readonly trust: Trust | null },
): Promise<StreamRuns> {
  const genuine = parts.flatMap((part) => part.genuine);
  const replay = new ChangeReplay(
    genuine,
    parts.flatMap(({ uncompared }) => uncompared),
  );
  const { wrong, derived, unseen } = await replay.finish(async (runPath) => {
    const verdict = await verdictOn(runsOf(stream), runPath, trust);
    return typeof verdict === "string" ? null : verdict.run;
  });
  const remarks = new RemarkCounter(MOST_KINDS);
  for (const kind of parts.flatMap((part) => part.remarks)) remarks.addKind(kind);
  const others = stream.others.map((name) => `${name} is not part of a stream and was not read`);
  const changed = new Map(derived);
  const details = new Map([...parts.flatMap((part) => part.wrong), ...wrong]);
  return {
    genuine: genuine.map((run) => withNotable(run, changed.get(run))),
    doubtful: parts.flatMap(({ doubtful }) => doubtful),
    problems: [
      ...stream.notFolders.map((runPath) =>
        problemOf("not-genuine", { runPath, at: claimedTime(runPath) }, NOT_A_FOLDER),
      ),
      ...parts.flatMap(({ problems }) => problems),
      ...genuine.flatMap((run) => {
        const detail = details.get(run);
        return detail === undefined ? [] : [changesProblem(run, { detail, runs: genuine })];
      }),
    ],
    unchecked: parts.flatMap(({ unchecked }) => unchecked),
    remarks: [...withRest(others), ...remarks.list(), ...unseenRemark(unseen)],
  };
}

const NOT_A_FOLDER = "is not a folder: a link or a device is not followed";

/** Changes that do not follow contradict two runs, so the problem touches the run before as well. */
function changesProblem(
  run: RunSummary,
  { detail, runs }: { detail: string; runs: readonly RunSummary[] },
): Problem {
  const earlier = runs.map(({ collectedAt }) => collectedAt).filter((at) => at < run.collectedAt);
  const before = earlier.length === 0 ? null : earlier.reduce((one, other) => Math.max(one, other));
  return { ...problemOf("changes", run, detail), touches: windowOf([before, run.collectedAt]) };
}

function withNotable(run: RunSummary, notable: RunSummary["notable"] | undefined): RunSummary {
  return notable === undefined ? run : { ...run, notable };
}

/** The verdict, or a sentence about why there is none. */
async function verdictOn(
  { files, mayLackEvidence }: RunsInTurn,
  runPath: string,
  trust: Trust | null,
): Promise<RunVerdict | string> {
  const verdict = await awaitFailure(async () => {
    const folder = await readRunFolder(files, runPath);
    const options = { mayLackEvidence };
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

/** Remarks that differ in nothing but times, as the first of them. */
interface RemarkKind {
  readonly kind: string;
  readonly first: string;
  more: number;
}

/** Remarks about runs; the same about many is one, whatever times it names. */
class RemarkCounter {
  readonly #byKind = new Map<string, RemarkKind>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get kinds(): readonly RemarkKind[] {
    return [...this.#byKind.values()];
  }

  add(remark: string, runPath: string): void {
    const kind = remark.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "…");
    this.addKind({ kind, first: `${runPath}: ${remark}`, more: 0 });
  }

  addKind({ kind, first, more }: RemarkKind): void {
    const known = this.#byKind.get(kind);
    if (known !== undefined) known.more += more + 1;
    else if (this.#byKind.size < this.#most) this.#byKind.set(kind, { kind, first, more });
  }

  list(): readonly string[] {
    return this.kinds.map(({ first, more }) =>
      more === 0 ? first : `${first} (the same holds for ${more} more ${more === 1 ? "run" : "runs"})`,
    );
  }
}

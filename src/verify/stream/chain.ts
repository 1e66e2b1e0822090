import { formatTime, HOUR_MS } from "../../platform/time.ts";
import { problemOf, type Problem } from "./problems.ts";
import type { DoubtfulRun, RunSummary } from "./run-summary.ts";

/** Runs that overlap may be committed in the other order, but their times differ by less: no run lasts longer. */
const LONGEST_RUN_MS = 6 * HOUR_MS;
/** The clocks of timestamp authorities may differ by this much. */
const CLOCKS_MS = 2 * 60_000;

/** Where a chain is broken, and remarks on it. */
export interface ChainFindings {
  readonly problems: readonly Problem[];
  readonly remarks: readonly string[];
}

/** A run that is in the chain. */
type Chained = RunSummary & { readonly sequence: number };

/**
 * Follows every run to the one that it names as its predecessor. Each run is
 * genuine by itself; only the links between them are checked here.
 */
export function chainFindings(runs: readonly RunSummary[], doubtful: readonly DoubtfulRun[]): ChainFindings {
  return new Chain(runs, doubtful).findings();
}

class Chain {
  readonly #problems: Problem[] = [];
  readonly #remarks: string[] = [];
  /** When each run that is known of was collected, genuine or not. */
  readonly #times: readonly number[];
  readonly #inOrder: readonly Chained[];
  readonly #doubtful: readonly DoubtfulRun[];
  /** Statements that already explain a missing number. Each explains only one. */
  readonly #used = new Set<string>();
  readonly #byStatement: ReadonlyMap<string, Chained>;
  /** The first run that names a predecessor, by that predecessor's statement. */
  readonly #followers = new Map<string, Chained>();
  /** The latest times up to a run, by its statement. */
  readonly #latest = new Map<string, { readonly collectedAt: number; readonly signedAt: number | null }>();
  #beginning: Chained | null = null;

  constructor(runs: readonly RunSummary[], doubtful: readonly DoubtfulRun[]) {
    this.#times = [
      ...runs.map(({ collectedAt }) => collectedAt),
      ...doubtful.flatMap(({ at }) => (at === null ? [] : [at])),
    ];
    this.#doubtful = doubtful;
    this.#inOrder = runs
      .filter((run): run is Chained => run.sequence !== null)
      .toSorted((a, b) => a.sequence - b.sequence || a.collectedAt - b.collectedAt);
    this.#byStatement = new Map(this.#inOrder.map((run) => [run.statement, run]));
  }

  findings(): ChainFindings {
    // The last run with a smaller number; several may have the same one.
    let lower: Chained | null = null;
    let before: Chained | null = null;
    for (const run of this.#inOrder) {
      if (before !== null && before.sequence < run.sequence) lower = before;
      before = run;
      this.#check(run, lower);
    }
    return { problems: this.#problems, remarks: this.#remarks };
  }

  #check(run: Chained, lower: Chained | null): void {
    const predecessor = run.previous === null ? undefined : this.#byStatement.get(run.previous.statement);
    if (run.restart !== null) this.#noteRestart(run);
    else if (run.previous === null) this.#checkBeginning(run);
    else if (predecessor === undefined) this.#checkMissing(run, lower);
    else this.#checkLink(run, predecessor);
    if (run.previous !== null) this.#checkFork(run, run.previous.statement);
    this.#checkTimes(run, predecessor);
  }

  #noteRestart(run: Chained): void {
    const why = `the chain was restarted (${run.restart?.code}: ${run.restart?.message})`;
    // A removed run would lie between the latest earlier run and this one, so the problem covers that time.
    const before = this.#times.reduce(
      (latest, at) => (at < run.collectedAt ? Math.max(latest, at) : latest),
      -Infinity,
    );
    if (before > -Infinity)
      this.#problem("restart", run, `${why}, so an earlier run may have been removed unnoticed`, {
        collectedAt: before,
      });
    else this.#remarks.push(`${called(run)}: ${why}; no earlier run is here`);
  }

  #checkBeginning(run: Chained): void {
    if (run.sequence !== 1) {
      this.#problem(
        "broken-link",
        run,
        `is number ${run.sequence} but names neither a predecessor nor a reason`,
      );
    } else this.#noteBeginning(run);
  }

  /** A chain begins once. */
  #noteBeginning(run: Chained): void {
    if (this.#beginning === null) this.#beginning = run;
    else this.#problem("fork", run, `is a second beginning of the chain, after ${called(this.#beginning)}`);
  }

  #checkMissing(run: Chained, lower: Chained | null): void {
    if (lower === null) {
      this.#noteBeginning(run);
      this.#remarks.push(`the runs before number ${run.sequence} are not here, so they were not checked`);
      return;
    }
    const missing = run.sequence - lower.sequence - 1;
    if (missing === 0) {
      const names = `names the statement ${run.previous?.statement} as its predecessor`;
      this.#problem(
        "broken-link",
        run,
        `${names}, but ${called(lower)} has the statement ${lower.statement}`,
        lower,
      );
      return;
    }
    const [numbers, are] =
      missing === 1
        ? [`number ${run.sequence - 1}`, "is"]
        : [`numbers ${lower.sequence + 1} to ${run.sequence - 1}`, "are"];
    if (this.#isExcused(run, { lower, missing })) {
      this.#remarks.push(`${numbers} of the chain ${are} here, but could not be checked`);
      return;
    }
    this.#problem(
      "missing-run",
      run,
      `is number ${run.sequence}, but after ${called(lower)} ${numbers} of the chain ${are} missing`,
      lower,
    );
  }

  /**
   * Whether the runs that seem to be missing are here, well signed, and could
   * only not be checked: the run names the last of them, and no statement counts
   * for two. A run that did not verify may be anything, so it excuses nothing.
   */
  #isExcused(run: Chained, { lower, missing }: { lower: Chained; missing: number }): boolean {
    const statements = new Set<string>();
    for (const { at, statement } of this.#doubtful) {
      if (at === null || statement === null || this.#used.has(statement)) continue;
      const isBetween = at >= lower.collectedAt - LONGEST_RUN_MS && at <= run.collectedAt + LONGEST_RUN_MS;
      if (isBetween) statements.add(statement);
    }
    const last = run.previous?.statement;
    if (last === undefined || !statements.has(last) || statements.size < missing) return false;
    statements.delete(last);
    for (const statement of [last, ...[...statements].slice(0, missing - 1)]) this.#used.add(statement);
    return true;
  }

  #checkLink(run: Chained, predecessor: Chained): void {
    const { sequence } = predecessor;
    if (run.sequence === sequence + 1 && run.previous?.sequence === sequence) return;
    const said = `is number ${run.sequence} and names number ${run.previous?.sequence} as its predecessor`;
    this.#problem(
      "broken-link",
      run,
      `${said}, but that statement is of ${called(predecessor)}`,
      predecessor,
    );
  }

  #checkFork(run: Chained, statement: string): void {
    const other = this.#followers.get(statement);
    if (other === undefined) this.#followers.set(statement, run);
    else
      this.#problem("fork", run, `has the same predecessor as ${called(other)}: the chain is forked`, other);
  }

  #checkTimes(run: Chained, predecessor: Chained | undefined): void {
    const latest = predecessor && this.#latest.get(predecessor.statement);
    const { collectedAt, signedAt } = run;
    if (latest !== undefined && collectedAt < latest.collectedAt - LONGEST_RUN_MS) {
      const earlier = `was collected ${formatTime(collectedAt)}, before a run that is earlier in the chain`;
      this.#problem("order", run, `${earlier} (${formatTime(latest.collectedAt)})`, {
        collectedAt: latest.collectedAt,
      });
    }
    if (signedAt !== null) {
      const before = latest?.signedAt ?? null;
      if (before !== null && signedAt < before - CLOCKS_MS) {
        this.#problem(
          "time",
          run,
          `was signed ${formatTime(signedAt)} by trusted time, before its predecessor (${formatTime(before)})`,
          predecessor,
        );
      }
    }
    this.#latest.set(run.statement, {
      collectedAt: Math.max(collectedAt, latest?.collectedAt ?? collectedAt),
      signedAt: signedAt ?? latest?.signedAt ?? null,
    });
  }

  #problem(
    code: Problem["code"],
    run: Chained,
    detail: string,
    since: Pick<RunSummary, "collectedAt"> = run,
  ): void {
    const [from, to] = [since.collectedAt, run.collectedAt].toSorted((a, b) => a - b);
    const touches = { from: formatTime(from ?? run.collectedAt), to: formatTime(to ?? run.collectedAt) };
    this.#problems.push({ ...problemOf(code, run, detail), touches });
  }
}

function called({ sequence, runPath }: Chained): string {
  return `number ${sequence} (${runPath})`;
}

import { PREDICATE_TYPE } from "../../bundle/statement.ts";
import { changesProblem } from "../../evidence/comparison/changes.ts";
import type { GenuineRun } from "../run/verdict.ts";
import type { RunSummary } from "./run-summary.ts";

/** What came of deriving the changes of a run again. `unseen`: the run before it was not at hand. */
type ReplayResult = "same" | "unseen" | { readonly wrong: string };

/**
 * Derives again the changes that each statement names, from the evidence of the
 * run before. Only the last evidence stays in memory: runs come in the order of
 * time, so the run before nearly always was the last.
 */
export class ChangeReplay {
  readonly #byStatement = new Map<string, RunSummary>();
  /** Runs whose predecessor was not the last that was seen, as after a race. */
  readonly #unseen: RunSummary[] = [];
  #last: GenuineRun | null = null;

  /** Compares the next run with the one before it. Returns a sentence where its changes are wrong, else null. */
  next(summary: RunSummary, run: GenuineRun): string | null {
    this.#byStatement.set(summary.statement, summary);
    const result = this.#compare(run, this.#last);
    if (run.evidence !== null) this.#last = run;
    if (result === "unseen") this.#unseen.push(summary);
    return typeof result === "string" ? null : result.wrong;
  }

  /**
   * Compares the runs that are left, once all are known, by reading each again
   * and the run before it. `load` gives null where a run cannot be read any more.
   */
  async finish(load: (runPath: string) => Promise<GenuineRun | null>): Promise<{
    readonly wrong: readonly (readonly [run: RunSummary, detail: string])[];
    /** Runs that stay uncompared, because the run before them is not here. */
    readonly unseen: readonly RunSummary[];
  }> {
    const wrong: [RunSummary, string][] = [];
    const unseen: RunSummary[] = [];
    for (const summary of this.#unseen) {
      const before = this.#byStatement.get(this.#comparedWith(summary.previous?.statement) ?? "");
      const [earlier, run] = [before && (await load(before.runPath)), await load(summary.runPath)];
      const result = run === null ? "unseen" : this.#compare(run, earlier ?? null);
      if (result === "unseen") unseen.push(summary);
      else if (result !== "same") wrong.push([summary, result.wrong]);
    }
    return { wrong, unseen };
  }

  #compare({ statement, evidence }: GenuineRun, earlier: GenuineRun | null): ReplayResult {
    // Of a run that is not in a sample there is no evidence to compare.
    if (statement.predicateType !== PREDICATE_TYPE || evidence === null) return "same";
    const { previous, changes } = statement.predicate;
    const before = this.#comparedWith(previous?.statement);
    if (before === null) {
      const wrong = "the statement names changes, but no earlier run that had evidence";
      return changes === null ? "same" : { wrong };
    }
    // A signer after a gap may not have found the evidence before it any more.
    if (changes === null && before !== previous?.statement) return "same";
    if (earlier?.statementSha256 !== before || earlier.evidence === null) return "unseen";
    const { evidence: last, contentSha256 } = earlier;
    const wrong = changesProblem(changes, { evidence: last, sha256: contentSha256 }, evidence);
    return wrong === null ? "same" : { wrong };
  }

  /** The statement of the run that is compared with, where this one comes before: a declared gap has no evidence. */
  #comparedWith(previous: string | undefined): string | null {
    let statement = previous ?? null;
    for (let steps = 0; statement !== null && steps <= this.#byStatement.size; steps += 1) {
      const run = this.#byStatement.get(statement);
      if (run === undefined || run.gap === null) break;
      statement = run.previous?.statement ?? null;
    }
    return statement;
  }
}

import { PREDICATE_TYPE } from "../../bundle/statement.ts";
import { notableChangesIn, type NotableChange } from "../../evidence/comparison/changes.ts";
import { deriveRunChanges, findRunChangesProblem } from "../../policy/run-changes.ts";
import type { GenuineRun } from "../run/verdict.ts";
import type { RunSummary } from "./run-summary.ts";

/**
 * The result of deriving the changes of a run again. `unseen`: the run before it was not at hand. `derived`: the
 * signer could not verify the run before it, which another one signed, so only we know what changed.
 */
type ReplayResult =
  "same" | "unseen" | { readonly wrong: string } | { readonly derived: readonly NotableChange[] };

/** What a comparison adds to what the statement says. */
interface Replayed {
  readonly wrong?: string;
  readonly derived?: readonly NotableChange[];
}

/**
 * Derives again the changes that each statement names, from the evidence of the
 * run before. Only the last evidence stays in memory: runs come in the order of
 * time, so the run before nearly always was the last.
 */
export class ChangeReplay {
  readonly #byStatement = new Map<string, RunSummary>();
  /** Runs whose predecessor was not the last that was seen, as after a race. */
  readonly #unseen: RunSummary[];
  #last: GenuineRun | null = null;

  /** With runs that were seen already, and those of them that are left to be compared. */
  constructor(seen: readonly RunSummary[] = [], uncompared: readonly RunSummary[] = []) {
    for (const run of seen) this.#byStatement.set(run.statement, run);
    this.#unseen = [...uncompared];
  }

  get uncompared(): readonly RunSummary[] {
    return this.#unseen;
  }

  /** Compares the next run with the one before it: what is wrong as a sentence, or what the statement could not say. */
  next(summary: RunSummary, run: GenuineRun): Replayed {
    this.#byStatement.set(summary.statement, summary);
    const result = this.#compare(run, this.#last);
    if (run.evidence !== null) this.#last = run;
    if (result === "unseen") this.#unseen.push(summary);
    return typeof result === "string" ? {} : result;
  }

  /**
   * Compares the runs that are left, once all are known, by reading each again
   * and the run before it. `load` gives null where a run cannot be read any more.
   */
  async finish(load: (runPath: string) => Promise<GenuineRun | null>): Promise<{
    readonly wrong: readonly (readonly [run: RunSummary, detail: string])[];
    /** What changed in runs whose statements could not say it. */
    readonly derived: readonly (readonly [run: RunSummary, changes: readonly NotableChange[]])[];
    /** Runs that stay uncompared, because the run before them is not here. */
    readonly unseen: readonly RunSummary[];
  }> {
    const wrong: [RunSummary, string][] = [];
    const derived: [RunSummary, readonly NotableChange[]][] = [];
    const unseen: RunSummary[] = [];
    for (const summary of this.#unseen) {
      const before = this.#byStatement.get(this.#comparedWith(summary.previous?.statement) ?? "");
      const [earlier, run] = [before && (await load(before.runPath)), await load(summary.runPath)];
      const result = run === null ? "unseen" : this.#compare(run, earlier ?? null);
      if (result === "unseen") unseen.push(summary);
      else if (result !== "same" && "wrong" in result) wrong.push([summary, result.wrong]);
      else if (result !== "same") derived.push([summary, result.derived]);
    }
    return { wrong, derived, unseen };
  }

  #compare({ statement, evidence, policy, signedBy }: GenuineRun, earlier: GenuineRun | null): ReplayResult {
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
    const compared = { evidence: earlier.evidence, policy: earlier.policy, sha256: earlier.contentSha256 };
    const judged = { evidence, policy };
    if (changes === null && earlier.signedBy !== signedBy) {
      return { derived: notableChangesIn(deriveRunChanges(compared, judged)) };
    }
    const wrong = findRunChangesProblem(changes, compared, judged);
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

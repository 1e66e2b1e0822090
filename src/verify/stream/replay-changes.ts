import { PREDICATE_TYPE } from "../../bundle/statement.ts";
import { changesAgainst } from "../../evidence/comparison/changes.ts";
import type { Evidence } from "../../evidence/schema.ts";
import type { GenuineRun } from "../run/verdict.ts";

/** A run with evidence that later ones may be compared with. */
interface Earlier {
  readonly statement: string;
  readonly evidence: Evidence;
  readonly sha256: string;
}

/** The answer for one run: it follows, it does not and why, or its predecessor was not seen just before. */
export type Followed =
  { readonly kind: "follows" | "unseen" } | { readonly kind: "wrong"; readonly detail: string };

const FOLLOWS: Followed = { kind: "follows" };

/**
 * Derives the changes that each statement tells again, from the evidence of the
 * run before. Only the last evidence is kept: runs come in the order of time, so
 * the run before nearly always was the last.
 */
export class Succession {
  #last: Earlier | null = null;
  /** What each declared gap follows: a run after it is compared with the run before it. */
  readonly #gaps = new Map<string, string | null>();

  /** Looks at the next run. */
  next(run: GenuineRun): Followed {
    const { previous } = run.statement.predicate;
    // Of a run that is not in a sample nothing is known to compare with.
    if (run.evidence === null && run.gap === null) return FOLLOWS;
    if (run.evidence === null) {
      this.#gaps.set(run.statementSha256, previous?.statement ?? null);
      return FOLLOWS;
    }
    const followed = this.#judged(run, run.evidence);
    this.#last = { statement: run.statementSha256, evidence: run.evidence, sha256: run.contentSha256 };
    return followed;
  }

  #judged({ statement }: GenuineRun, evidence: Evidence): Followed {
    if (statement.predicateType !== PREDICATE_TYPE) return FOLLOWS;
    const { previous, changes } = statement.predicate;
    const before = this.#evidenceBefore(previous?.statement ?? null);
    if (before === null) {
      return changes === null
        ? FOLLOWS
        : { kind: "wrong", detail: "the statement tells changes, but names no run before that had evidence" };
    }
    // Whoever signs after a gap may not have found the evidence before it any more.
    if (changes === null && before !== previous?.statement) return FOLLOWS;
    if (this.#last?.statement !== before) return { kind: "unseen" };
    const against = changesAgainst(changes, this.#last, evidence);
    return against === null ? FOLLOWS : { kind: "wrong", detail: against };
  }

  /** The statement of the run that was compared with; null where there is none. */
  #evidenceBefore(statement: string | null): string | null {
    let at = statement;
    for (let steps = 0; at !== null && this.#gaps.has(at) && steps <= this.#gaps.size; steps += 1) {
      at = this.#gaps.get(at) ?? null;
    }
    return at;
  }
}

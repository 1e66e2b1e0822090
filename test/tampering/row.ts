import type { PeriodVerdict } from "../../src/verify/period/verdict.ts";

/** Something that somebody does to genuine evidence, and what must come of it. */
export interface Row {
  /** Unique, in a few words. */
  readonly attack: string;
  /** Name of the check that catches it. */
  readonly check: string;
  /** Part of the sentence that says so; of its own for each attack that is not the same to a verifier. */
  readonly sentence: string;
  /** Of `verify`. */
  readonly exit: 1 | 2;
  /** Does it to genuine evidence, and verifies. */
  readonly attempt: () => Promise<Caught>;
}

/** What verify says in the end. */
export interface Caught {
  readonly check: string;
  readonly detail: string;
  readonly exit: number;
}

/** Rows that need the same of the attacker. */
export interface Group {
  readonly title: string;
  /** What the attacker can do, in a sentence. */
  readonly attacker: string;
  readonly rows: readonly Row[];
}

/** Something that somebody does to what an auditor is given, and what must come of it. */
export interface HandedOverRow {
  /** Unique, in a few words. */
  readonly attack: string;
  /** Part of the page that `verify` prints. */
  readonly words: string;
  readonly exit: 0 | 1 | 2 | 3;
  /** Makes it in an empty folder, and verifies it as the auditor would. */
  readonly attempt: (root: string) => Promise<PeriodVerdict>;
}

export interface HandedOverGroup {
  readonly title: string;
  readonly attacker: string;
  readonly rows: readonly HandedOverRow[];
}

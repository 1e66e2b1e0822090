/** A text or a file with which somebody tries to harm a run or the person who verifies. */
export interface HostileRow {
  /** Unique, in a few words: what is written, and where. */
  readonly input: string;
  /** What happens, in a sentence for people. */
  readonly outcome: string;
  /** Part of what the program says or keeps. */
  readonly words: string;
  readonly exit: 0 | 1 | 2 | 3;
  /** Gives it to the program. */
  readonly attempt: () => Promise<HostileEnd>;
}

/** What came of it. */
export interface HostileEnd {
  readonly exit: number;
  /** What the program said, and what it kept. */
  readonly text: string;
}

/** Rows that need the same of the person who tries. */
export interface HostileGroup {
  readonly title: string;
  /** Who can do it, in a sentence. */
  readonly who: string;
  readonly rows: readonly HostileRow[];
}

/** A file that somebody dropped or chose, with its path below what was dropped. Archives are files as well. */
export interface Dropped {
  readonly path: string;
  readonly file: File;
}

/** What the auditor gave the page. Nothing of it comes from what was dropped. An empty text is nothing. */
export interface Question {
  readonly kind: "verify";
  readonly dropped: readonly Dropped[];
  readonly copies: readonly Dropped[];
  /** Public keys as PEM, or a keys file. */
  readonly key: string;
  readonly trustedRoot: string;
  readonly identity: Readonly<Record<"issuer" | "identity" | "repositoryId" | "ownerId", string>>;
  readonly period: Readonly<Record<"from" | "to", string>>;
  readonly sample: Readonly<Record<"dates" | "nonce" | "count", string>>;
  readonly requiresTime: boolean;
  readonly requiresExpectations: boolean;
}

/** Asks whose keys a text holds. */
export interface KeyQuestion {
  readonly kind: "keys";
  readonly key: string;
}

/** Asks for the report on one run of what was verified. */
export interface RunQuestion {
  readonly kind: "run";
  /** Which verification showed the run: an answer about an earlier one comes too late. */
  readonly verification: number;
  /** Which of the parts of the verdict holds the run. */
  readonly part: number;
  readonly path: string;
}

/** Asks for the `sha256` of a text. */
export interface DigestQuestion {
  readonly kind: "digest";
  readonly text: string;
}

export type Ask = Question | KeyQuestion | RunQuestion | DigestQuestion;

/** A file that the auditor may keep. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A problem with the run where it shows; not given where it is no run of its own. */
export interface Remark {
  readonly run?: string;
  readonly text: string;
}

/** The verdict on one stream, or on one run. */
export interface Part {
  /** Whose evidence it is, and the stream's folder and site, or the run's folder. */
  readonly title: string;
  readonly exitCode: ExitCode;
  /** That the evidence is not from Datadog, where it is not. */
  readonly origin: readonly string[];
  readonly sentence: string;
  readonly problems: readonly Remark[];
  /** Which slots were not met on time, and why; what else is not complete. */
  readonly lacking: readonly string[];
  readonly notProven: readonly string[];
  /** The report as a page of its own; null where the text is all there is. */
  readonly html: string | null;
  /** What the command line prints. */
  readonly text: string;
  /** Runs, each with a report of its own. */
  readonly runs: readonly string[];
  readonly downloads: readonly Download[];
  /** `sha256` of the last statement; null where there is none. */
  readonly statement: string | null;
}

export type ExitCode = 0 | 1 | 2 | 3;

/** The result of verifying. */
export interface Verdict {
  readonly kind: "verdict";
  /** As `verify` exits. */
  readonly exitCode: ExitCode;
  /** What was asked, and why something that was dropped was not used. */
  readonly notes: readonly string[];
  readonly parts: readonly Part[];
  readonly madeAt: string;
}

/** A key of the text that the auditor gave. */
export interface KeyFacts {
  readonly fingerprint: string;
  readonly about: string;
}

export type Answer =
  | Verdict
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "keys"; readonly keys: readonly KeyFacts[]; readonly trouble: string | null }
  | { readonly kind: "digest"; readonly sha256: string }
  /** The report on a run, or why there is none; either leaves the verdict as it is. */
  | {
      readonly kind: "run";
      readonly verification: number;
      readonly path: string;
      readonly sentence: string;
      readonly html: string;
    }
  | {
      readonly kind: "no-run";
      readonly verification: number;
      readonly path: string;
      readonly trouble: string;
    }
  | {
      readonly kind: "failed";
      readonly sentence: string;
      readonly hint: string | null;
      readonly isBug: boolean;
    };

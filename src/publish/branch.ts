import type { EvidenceFile } from "../evidence/file.ts";
import type { Failure } from "../failure.ts";

/**
 * A branch that holds evidence and only grows: its head is read, and a commit
 * is put onto it as long as nobody else was faster.
 */
export interface Branch {
  /** How a sentence names it: a folder, or `owner/name`. */
  readonly name: string;
  /** Where evidence lies that could not be committed; null where there is no such place. */
  readonly workTree: string | null;
  /** How long the first wait is after somebody else was faster; those that follow grow. */
  readonly firstWaitMs: number;
  /** What the head holds of these streams. */
  head(streams: readonly string[], signal: AbortSignal): Promise<BranchHead>;
  /** Commits onto that head and no other. Throws where trying again is no use. */
  append(addition: Addition, onto: BranchHead, signal: AbortSignal): Promise<AppendResult>;
}

/** The branch at one moment. */
export interface BranchHead {
  /** Null before the first commit. */
  readonly commit: string | null;
  /** Whether there is a `VERIFY.md`, ours or of the people of the repository. */
  readonly hasVerifyInstructions: boolean;
  /** The run folders of the stream's two latest days, and those that wait to be committed. */
  latest(stream: string): Promise<readonly StoredRun[]>;
  /** The committed run folder at this place of the stream; null where there is none. */
  runAt(stream: string, place: string): Promise<StoredRun | null>;
}

/** A run folder as it lies in the repository. */
export interface StoredRun {
  /** Below the stream's folder: `2026/2026-11-22/061731Z-123-1`. */
  readonly place: string;
  /** False for one that lies in the work tree and waits to be committed. */
  readonly isCommitted: boolean;
  readonly files: ReadonlyMap<string, () => Promise<Buffer>>;
}

/** A run folder that is to be committed. */
export interface NewRun {
  readonly stream: string;
  readonly place: string;
  readonly files: readonly EvidenceFile[];
}

/** What a commit adds. It changes and removes nothing. */
export interface Addition {
  readonly runs: readonly NewRun[];
  /** Text of `VERIFY.md`, where the head has none. */
  readonly verifyInstructions: string | null;
  readonly message: string;
}

/** What came of a commit: it is there, or the head has moved, or nobody knows and one must look again. */
export type AppendResult = LandedCommit | { readonly again: Failure };

/** A commit that the branch holds. */
export interface LandedCommit {
  readonly commit: string;
  /** Where people see it; null where there is no such page. */
  readonly url: string | null;
  /** What did not follow the commit into the work tree, each a sentence. */
  readonly warnings: readonly string[];
}

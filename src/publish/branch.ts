import type { EvidenceFile } from "../evidence/file.ts";
import type { Failure } from "../failure.ts";
import type { RepositoryFile } from "./repository-files.ts";

/** A branch that holds evidence and only grows: a commit lands where its head has not moved since it was read. */
export interface Branch {
  /** Its name in messages: a folder, or `owner/name`. */
  readonly name: string;
  /** The folder for evidence that could not be committed; null where there is none. */
  readonly workTree: string | null;
  /** The first wait after another commit was faster; the next ones are longer. */
  readonly firstWaitMs: number;
  /** Reads the head, to look up these streams. Throws where it cannot be read or takes no evidence. */
  head(streams: readonly string[], signal: AbortSignal): Promise<BranchHead>;
  /** Commits onto that head and no other. Throws where another attempt is of no use. */
  append(addition: Addition, onto: BranchHead, signal: AbortSignal): Promise<AppendResult>;
}

/** The branch at one moment. */
export interface BranchHead {
  /** Null before the first commit. */
  readonly commit: string | null;
  /** The paths of the repository files that exist, ours or what somebody else wrote. */
  readonly existing: ReadonlySet<string>;
  /** The run folders of the stream's two latest days, and those in the work tree that are not committed. */
  latest(stream: string): Promise<readonly StoredRun[]>;
  /** The committed run folder at this place of the stream; null where there is none. */
  runAt(stream: string, place: string): Promise<StoredRun | null>;
}

/** A run folder in the repository. */
export interface StoredRun {
  /** Below the stream's folder: `2026/2026-11-22/061731Z-123-1`. */
  readonly place: string;
  /** False for one in the work tree that is not committed yet. */
  readonly isCommitted: boolean;
  readonly files: ReadonlyMap<string, StoredFile>;
}

/** A file of a stored run. Its size is known before it is read, because its author may mean harm. */
export interface StoredFile {
  /** In bytes. */
  readonly size: number;
  readonly read: () => Promise<Buffer>;
}

/** A run folder to commit. */
export interface NewRun {
  readonly stream: string;
  readonly place: string;
  readonly files: readonly EvidenceFile[];
}

/** The files that a commit adds. It changes and removes nothing. */
export interface Addition {
  readonly runs: readonly NewRun[];
  /** Those that the head lacks. */
  readonly files: readonly RepositoryFile[];
  readonly message: string;
}

/** It landed, or the head must be read `again`: it moved, or the answer was lost. */
export type AppendResult = LandedCommit | { readonly again: Failure };

/** A commit that the branch holds. */
export interface LandedCommit {
  readonly commit: string;
  /** Its page on GitHub; null where there is none. */
  readonly url: string | null;
  /** What is not in the work tree, although it is committed. */
  readonly undone: readonly Failure[];
  /** What people should know, each a sentence. */
  readonly warnings: readonly string[];
}

import type { Window } from "../../evidence/schema.ts";
import { formatTime } from "../../platform/time.ts";

export const PROBLEMS = [
  "not-genuine",
  "wrong-folder",
  "other-stream",
  "duplicate",
  "broken-link",
  "fork",
  "missing-run",
  "restart",
  "order",
  "time",
  "changes",
  "rewritten",
  "removed",
  "sample",
] as const;

/** Something that does not fit together. Inside the period it is exit 1. */
export interface Problem {
  readonly code: (typeof PROBLEMS)[number];
  /** The folder where it shows, or where a run that is gone belongs, below the stream's. */
  readonly run: string;
  readonly sequence: number | null;
  /** A sentence: what was expected, and what was there. */
  readonly detail: string;
  /** The time that it touches, both ends included; null where it is not known. */
  readonly touches: Window | null;
}

/** A run that could not be checked, which is not held against it. */
export interface Unchecked {
  readonly run: string;
  readonly why: string;
  readonly touches: Window | null;
}

/** Where and when a problem shows. */
type ProblemSite =
  | { readonly runPath: string; readonly sequence: number | null; readonly collectedAt: number }
  /** Of a run that did not verify: only the time that its folder claims. */
  | { readonly runPath: string; readonly at: number | null };

/** A problem that shows at one run. */
export function problemOf(code: Problem["code"], site: ProblemSite, detail: string): Problem {
  const [sequence, at] = "at" in site ? [null, site.at] : [site.sequence, site.collectedAt];
  return { code, run: site.runPath, sequence, detail, touches: instantWindow(at) };
}

/** The window of one instant; null where it is not known. */
export function instantWindow(at: number | null): Window | null {
  return at === null ? null : { from: formatTime(at), to: formatTime(at) };
}

/** The window that holds all of the instants; null where none is known. */
export function windowOf(instants: readonly (number | null)[]): Window | null {
  const known = instants.filter((at) => at !== null).toSorted((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? null : { from: formatTime(first), to: formatTime(last) };
}

import type { ServerFault, ServerFaults } from "../support/datadog-faults.ts";
import type { ItemId } from "../../src/evidence/schema.ts";
import type { ReasonCode } from "../../src/failure.ts";
import type { Listing } from "./listings.ts";

/** A request for a page of the list that is under test. */
export interface Asked {
  /** From 1, by the order in which the places in the list were first asked for. */
  readonly page: number;
  /** From 1, for this page. */
  readonly attempt: number;
  readonly item: ItemId;
  readonly listing: Listing;
  /** What a Datadog that is well answers, page by page. */
  readonly truth: readonly unknown[];
  /** A host that must never be asked. */
  readonly strangerUrl: string;
  readonly keys: { readonly apiKey: string; readonly appKey: string };
  /** Time passes, of the run's clock. */
  readonly pass: (ms: number) => void;
  /** Ends the run for this reason, as soon as the other items are done. */
  readonly stop: (code: "deadline" | "cancelled") => void;
}

/** How an item should end: its status and the code of the reason. */
export interface Expected {
  readonly status: "complete" | "partial" | "skipped" | "failed";
  readonly code: ReasonCode | null;
  /** The source leaves something out and says nothing: seen only where it also gives a count. */
  readonly isSilent?: true;
}

/** Signals, monitors, findings; null where the fault cannot happen. */
export type Outcomes = readonly [Expected | null, Expected | null, Expected | null];

interface Common {
  /** Unique, and what the fault is in a few words. */
  readonly what: string;
  readonly outcomes: Outcomes;
}

/** A fault of one listing, the same for whichever item it meets; each item is one run. */
export interface ListingRow extends Common {
  readonly script: (asked: Asked) => ServerFault;
  /** In real time; so short only where an attempt must run into it. */
  readonly attemptTimeoutMs?: number;
  /** What the reason must name beside its code. */
  readonly names?: (listing: Listing) => string;
}

/** A fault that meets the whole run. */
export interface RunRow extends Common {
  readonly run: { readonly faults?: ServerFaults; readonly clockSkewMs?: number; readonly isClosed?: true };
}

export type Row = ListingRow | RunRow;

/** Rows that belong together. */
export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

export const EXACT: Expected = { status: "complete", code: null };
export const failed = (code: ReasonCode): Expected => ({ status: "failed", code });
export const partial = (code: ReasonCode): Expected => ({ status: "partial", code });
export const skipped = (code: ReasonCode): Expected => ({ status: "skipped", code });
export const UNSEEN: Expected = { status: "complete", code: null, isSilent: true };

/** The same for all three items. */
export const all = (expected: Expected): Outcomes => [expected, expected, expected];

/** The fault at the first attempt for the first page, and never again. */
export const once =
  (fault: ServerFault): ListingRow["script"] =>
  ({ page, attempt }) =>
    page === 1 && attempt === 1 ? fault : "ok";

/** The fault at every attempt, from that page on. */
export const always =
  (fault: ServerFault, from = 1): ListingRow["script"] =>
  ({ page }) =>
    page >= from ? fault : "ok";

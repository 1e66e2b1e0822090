import type { Reason } from "../../bundle/statement.ts";
import type { CopyFigures } from "../stream/copies.ts";
import type { Problem, Unchecked } from "../stream/problems.ts";
import type { AskedPeriod, SampleSelection } from "../stream/sample.ts";
import type { RunRef } from "../stream/run-summary.ts";
import type { Gap } from "../../evidence/gap.ts";
import type { ExpectationResult, ItemId, Outcome, Window } from "../../evidence/schema.ts";
import type { NotableChange } from "../../evidence/comparison/changes.ts";

export const SLOT_STATES = [
  "met",
  "late",
  "partial",
  "failed",
  "declared",
  "missing",
  "not covered",
] as const;

export type SlotState = (typeof SLOT_STATES)[number];

/** A slot that was due, and the best run in it. */
export interface Slot {
  readonly from: string;
  readonly to: string;
  readonly state: SlotState;
  /** The run that names it, or the declaration; null where nothing does. */
  readonly run: string | null;
  /** What there is to say of a slot that is not plainly met. */
  readonly detail: string | null;
}

/** How many slots were due or asked for, and how each ended. */
export type SlotFigures = Readonly<Record<Exclude<SlotState, "not covered"> | "due" | "notCovered", number>>;

/** A value that stayed the same for some runs, from this time on. */
export interface ChangeSince {
  readonly value: string;
  readonly from: string;
  readonly runs: number;
}

/** A declared gap. */
export interface Declaration extends RunRef {
  readonly range: Gap["range"];
  readonly cause: string;
  readonly ticket: string | null;
  readonly role: string;
}

/** A change since the run before that a person should look at. */
export interface Notable extends NotableChange {
  readonly run: string;
  readonly collectedAt: string;
}

/** How often each status of an item occurred over the runs of the period. */
export type ItemFigures = Readonly<Record<"complete" | "partial" | "skipped" | "failed", number>>;

/** How often each result of an expectation occurred over the runs of the period. */
export interface ExpectationFigures extends Readonly<Record<ExpectationResult["result"], number>> {
  readonly id: string;
  readonly item: ItemId;
  /** Of the last run that was judged by it. */
  readonly last: ExpectationResult["result"];
  /** The first run that broke it; null where none did. */
  readonly firstBroken: RunRef | null;
  /** The first run since which it has been broken in every run; null where the last run did not break it. */
  readonly brokenSince: RunRef | null;
}

/** The results of the policies of the period's runs. */
export interface PolicyFigures {
  /** Runs that were given a policy, and runs that were not. */
  readonly given: number;
  readonly absent: number;
  readonly expectations: readonly ExpectationFigures[];
}

/** A sample of the period: of the other runs only what was signed was checked. */
export interface SampleFigures {
  readonly runs: number;
  readonly of: number;
  /** How they were chosen, to compare with what was asked for. */
  readonly chosen: string;
  /** The days that the auditor named, which decide alone; null where a period does. */
  readonly days: readonly string[] | null;
}

/** What a verdict on a period must answer. */
export interface PeriodDemands {
  readonly asked: AskedPeriod;
  /** How the auditor had a sample chosen; without it a sample is exit 3 at best. */
  readonly selection?: SampleSelection | null;
  /** Whether a run without a policy, and an expectation that is broken or unknown, makes a period incomplete. */
  readonly requiresExpectations?: boolean;
}

/** The answer about one stream over a period. */
export interface StreamVerdict {
  readonly stream: string;
  readonly site: string | null;
  /** The id of the Datadog organisation; null where no run names one. */
  readonly organization: string | null;
  /** Below the path that was asked for; `.` where that is the stream itself. */
  readonly folder: string;
  readonly exitCode: 0 | 1 | 2 | 3;
  /** Runs of which another server than Datadog's gave the answers; null where there are none. */
  readonly notFromDatadog: { readonly runs: number; readonly servers: readonly string[] } | null;
  /** Null where there is no run and so no cadence and no slot. */
  readonly period: Window | null;
  readonly runs: Readonly<Record<Outcome | "found" | "genuine" | "declarations", number>>;
  readonly first: RunRef | null;
  readonly last: RunRef | null;
  /** The newest evidence that there is, in the period or after it. */
  readonly newest: (RunRef & { readonly validUntil: string }) | null;
  readonly chain: {
    readonly from: number | null;
    readonly to: number | null;
    readonly notChained: number;
    readonly restarts: readonly (RunRef & { readonly reason: Reason })[];
  };
  readonly cadences: readonly ChangeSince[];
  readonly slots: SlotFigures;
  readonly slotList: readonly Slot[];
  /** The parts of the period that no complete item of security signals covers. */
  readonly uncovered: readonly Window[];
  readonly items: Readonly<Partial<Record<ItemId, ItemFigures>>>;
  readonly policy: PolicyFigures;
  readonly collectors: readonly ChangeSince[];
  readonly mappings: readonly ChangeSince[];
  readonly rules: readonly ChangeSince[];
  readonly signers: readonly ChangeSince[];
  /** Runs whose signature carries a trusted time. */
  readonly timed: number;
  /** Runs that were signed long after their time, and say so: until then nothing protected what they hold. */
  readonly signedLate: readonly (RunRef & { readonly signedAt: string | null })[];
  readonly declarations: readonly Declaration[];
  readonly changes: readonly Notable[];
  /** Null where no witness was given. */
  readonly witness: CopyFigures | null;
  /** Null where the evidence of every run is here. */
  readonly sample: SampleFigures | null;
  /** The first names the first bad run. */
  readonly problems: readonly Problem[];
  readonly unchecked: readonly Unchecked[];
  /** Why the stream is not complete, beside its runs and slots: sentences. */
  readonly weaknesses: readonly string[];
  /** Problems that touch nothing of the period, so they decide nothing. */
  readonly outside: readonly Problem[];
  readonly remarks: readonly string[];
  /** What these files alone cannot show, in words. */
  readonly notProven: readonly string[];
}

/** The answer about a stream, or about every stream of a repository. */
export interface PeriodVerdict {
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly streams: readonly StreamVerdict[];
  readonly remarks: readonly string[];
}

/** The worst of several exit codes: 1, then 2, then 3. */
export function worstExitCode(codes: readonly (0 | 1 | 2 | 3)[]): 0 | 1 | 2 | 3 {
  for (const code of [1, 2, 3] as const) if (codes.includes(code)) return code;
  return 0;
}

import type { StreamVerdict } from "../../verify/period/verdict.ts";
import type { ReportedRun } from "./runs.ts";

/** A stream over a period, as its report tells it. */
export interface PeriodReport {
  readonly verdict: StreamVerdict;
  /** Whether the runs were verified; if not, the report says so wherever it would say genuine. */
  readonly isVerified: boolean;
  /** The runs of the period that could be read, by time. */
  readonly runs: readonly ReportedRun[];
  /** As it stands in commands. */
  readonly folder: string;
  readonly madeAt: string;
  readonly version: string;
}

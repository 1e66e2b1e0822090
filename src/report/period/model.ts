import type { StreamVerdict } from "../../verify/period/verdict.ts";
import type { ReportedRun } from "./reported-run.ts";

/** A stream over a period, as a report shows it. */
export interface PeriodReport {
  readonly verdict: StreamVerdict;
  /** Whether the runs were verified; where they were not, the report never says genuine. */
  readonly isVerified: boolean;
  /** By the fingerprint of a key, what the keys file says of it: its name, who keeps it, in which role. */
  readonly keysInWords: ReadonlyMap<string, string>;
  /** The runs of the period that could be read, by time. */
  readonly runs: readonly ReportedRun[];
  /** The runs outside of the period that are next to those in the chain. */
  readonly neighbours: readonly ReportedRun[];
  /** As commands name it. */
  readonly folder: string;
  readonly madeAt: string;
  readonly version: string;
}

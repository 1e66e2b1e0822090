import { SIGNED_LATE, type Assurance, type ChainStatement } from "../../bundle/statement.ts";
import type { ReadDocument } from "../../evidence/files/read-document.ts";
import type { Gap } from "../../evidence/gap.ts";
import type { Evidence } from "../../evidence/schema.ts";
import type { Policy } from "../../policy/schema.ts";

/** In the order in which they are made. */
const CHECKS = [
  "bundle",
  "signature",
  "certificate",
  "identity",
  "log",
  "statement",
  "time",
  "key",
  "subjects",
  "evidence",
  "agreement",
  "derivation",
  "policy",
  "mapping",
  "run",
  "folder",
  "promises",
] as const;
type Check = (typeof CHECKS)[number];

/** One thing that was checked, and what was compared. */
export interface Finding {
  readonly check: Check;
  readonly ok: boolean;
  /** A sentence: what was found, or what was expected and what was there. */
  readonly detail: string;
}

/** The answer about one run. */
export interface RunVerdict {
  readonly findings: readonly Finding[];
  readonly isGenuine: boolean;
  /**
   * Neither genuine nor a forgery: of a type that this version does not know, of an
   * authority for which no root was given, or without the trusted time that was required.
   */
  readonly isUnchecked: boolean;
  /** `sha256` of a statement that is well signed but could not be checked further; else null. */
  readonly uncheckedStatement: string | null;
  /** The time of collection that a trusted signer signed, genuine or not; null where nothing is well signed. */
  readonly signedCollectedAt: string | null;
  /** What the run is about; null unless every check passed: nothing of a forgery is worth repeating. */
  readonly run: GenuineRun | null;
  /** What could not be checked and is not held against the run. */
  readonly remarks: readonly string[];
}

/** What is known of a run that verified; of an unverified run, what its files say. */
export interface GenuineRun {
  /** Null for a declared gap, and where only the bundle is there. */
  readonly evidence: Evidence | null;
  /** The policy that the run was given; null where it was given none, and where there is no evidence. */
  readonly policy: Policy | null;
  /** Null for evidence. */
  readonly gap: Gap | null;
  /** `sha256` of the evidence or of the declaration, as signed. */
  readonly contentSha256: string;
  readonly statement: ChainStatement;
  /** `sha256` of the DSSE payload, by which the next run names this one. */
  readonly statementSha256: string;
  /** Fingerprint of the key, or identity of the workflow, that verified. */
  readonly signedBy: string;
  /** The assurance that was found, whatever the statement claims. */
  readonly reached: Pick<Assurance, "signing" | "timestamp" | "log">;
  /** Trusted time of the signature; null where no timestamp proves one. */
  readonly signedAt: string | null;
}

/** The exit code of `verify` for one run; where expectations are required, 3 unless a policy was given and holds. */
export function exitCodeOf({ isUnchecked, run }: RunVerdict, requiresExpectations = false): 0 | 1 | 2 | 3 {
  if (isUnchecked) return 2;
  if (run === null) return 1;
  if (requiresExpectations && !hasHeldPolicy(run)) return 3;
  return run.evidence?.outcome === "complete" && !isSignedLate(run) ? 0 : 3;
}

/** Whether the run was given a policy, and every expectation is met or accepted. */
export function hasHeldPolicy({ evidence }: Pick<GenuineRun, "evidence">): boolean {
  const results = evidence?.policy?.results ?? [];
  return results.length > 0 && results.every(({ result }) => result === "met" || result === "accepted");
}

/** Whether the run says that it was signed long after it was collected, which a thief of the key could say too. */
export function isSignedLate({ statement }: GenuineRun): boolean {
  return statement.predicate.assurance.reason?.code === SIGNED_LATE;
}

/** The sentence about why the run is not genuine, or why it could not be checked. */
export function failureDetail({ findings }: Pick<RunVerdict, "findings">): string {
  return findings.find(({ ok }) => !ok)?.detail ?? "it does not verify";
}

/** Why a check ended: the sentence is among the findings. */
export interface Failed {
  readonly ok: false;
  readonly isUnchecked: boolean;
}

/** The findings about one run, in order. */
export class CheckLog {
  readonly findings: Finding[] = [];
  readonly remarks: string[] = [];

  /** Notes a check that the run passed. */
  pass(check: Check, detail: string): void {
    this.findings.push({ check, ok: true, detail });
  }

  /** Notes a check that the run failed. The first failure ends the check of a run. */
  fail(check: Check, detail: string): Failed {
    this.findings.push({ check, ok: false, detail });
    return { ok: false, isUnchecked: false };
  }

  /** Notes a check that cannot be made here: the run is no forgery, and not genuine either. */
  leave(check: Check, detail: string): Failed {
    this.findings.push({ check, ok: false, detail });
    return { ok: false, isUnchecked: true };
  }

  /** Notes what came of deriving something again, which this version may not know how to. Null where it follows. */
  derive(
    check: Check,
    derived: { readonly isKnown: false } | { readonly isKnown: true; readonly trouble: string | null },
    { unknown, passed }: { readonly unknown: string; readonly passed: string },
  ): Failed | null {
    if (!derived.isKnown) return this.leave(check, `${unknown}; a newer version may`);
    if (derived.trouble !== null) return this.fail(check, derived.trouble);
    this.pass(check, passed);
    return null;
  }

  /** Notes why a document cannot be used. */
  refuse(
    check: Check,
    name: string,
    { trouble, isOther }: Exclude<ReadDocument<unknown>, { value: unknown }>,
  ): Failed {
    return isOther ? this.leave(check, `${name} ${trouble}`) : this.fail(check, `${name} ${trouble}`);
  }

  remark(text: string): void {
    this.remarks.push(text);
  }
}

import type { Assurance, ChainStatement } from "../../bundle/statement.ts";
import type { Gap } from "../../evidence/gap.ts";
import type { Evidence } from "../../evidence/schema.ts";

/** In the order in which they are made. */
export const CHECKS = [
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
  "mapping",
  "run",
  "folder",
  "promises",
] as const;

/** One thing that was checked, and what was compared. */
export interface Finding {
  readonly check: (typeof CHECKS)[number];
  readonly ok: boolean;
  /** A sentence: what holds, or what was expected and what was there. */
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
  /** What the run is about; null unless genuine: nothing of a forgery is worth repeating. */
  readonly run: GenuineRun | null;
  /** What could not be checked and is no reproach. */
  readonly remarks: readonly string[];
}

/** What is known of a run that verified. */
export interface GenuineRun {
  /** Null for a declared gap, and where only the bundle is there. */
  readonly evidence: Evidence | null;
  /** Null for evidence. */
  readonly gap: Gap | null;
  /** `sha256` of the evidence or of the declaration, as signed. */
  readonly contentSha256: string;
  readonly statement: ChainStatement;
  /** `sha256` of the DSSE payload, by which the next run names this one. */
  readonly statementSha256: string;
  /** Fingerprint of the key, or identity of the workflow, that verified. */
  readonly signedBy: string;
  /** What was reached, whatever was promised. */
  readonly reached: Pick<Assurance, "signing" | "timestamp" | "log">;
  /** Trusted time of the signature; null where no timestamp proves one. */
  readonly signedAt: string | null;
}

/** Why a check ended: the sentence is among the findings. */
export interface Failed {
  readonly ok: false;
  readonly isUnchecked: boolean;
}

/** What came of looking into the signed file: its content, or why not. */
export type Content =
  { readonly ok: true; readonly evidence: Evidence | null; readonly gap: Gap | null } | Failed;

/** Notes what holds and what fails, in order. */
export class Findings {
  readonly list: Finding[] = [];
  readonly remarks: string[] = [];
  /** `sha256` of the statement, once its signature holds. */
  statement: string | null = null;

  holds(check: Finding["check"], detail: string): void {
    this.list.push({ check, ok: true, detail });
  }

  /** The first failure ends the check of a run. */
  fails(check: Finding["check"], detail: string): Failed {
    this.list.push({ check, ok: false, detail });
    return { ok: false, isUnchecked: false };
  }

  /** What cannot be decided here is no forgery, and not genuine either. */
  unchecked(check: Finding["check"], detail: string): Failed {
    this.list.push({ check, ok: false, detail });
    return { ok: false, isUnchecked: true };
  }

  unknown(check: Finding["check"], detail: string): Failed {
    return this.unchecked(check, `${detail}; a newer version may`);
  }
}

/** Whether the value names a type, and none of those that are known. */
export function isOther(value: unknown, member: string, known: readonly string[]): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const said: unknown = Object.entries(value).find(([name]) => name === member)?.[1];
  return typeof said === "string" && !known.includes(said);
}

/** The first problem that a schema found, as a sentence. */
export function problem(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const [first] = issues;
  if (first === undefined) return "unknown";
  return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}

/** Compares what the statement says with what the file says; null when all of it agrees. */
export function disagreementOf(
  pairs: readonly (readonly [what: string, said: string | number, found: string | number])[],
  where: string,
): string | null {
  const different = pairs.find(([, said, found]) => said !== found);
  if (different === undefined) return null;
  const [what, said, found] = different;
  return `${what} is ${said} in the statement but ${found} in the ${where}`;
}

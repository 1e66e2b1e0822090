import { z } from "zod";

import { HOUR_MS } from "../platform/time.ts";
import { Changes } from "../evidence/comparison/schema.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import type { Gap } from "../evidence/gap.ts";
import { CADENCES, StreamName, Sha256, type Evidence } from "../evidence/schema.ts";
import { policyAmong } from "../policy/derive-policy.ts";
import { deriveRunChanges, type EarlierRun } from "../policy/run-changes.ts";

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
export const PREDICATE_TYPE = "https://datadog-evidence.github.io/evidence/v1";
/** Of a declared gap, which is in the chain like a run. */
export const GAP_PREDICATE_TYPE = "https://datadog-evidence.github.io/gap/v1";
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** Why something is not as it was asked for: a code for programs, a sentence for people. */
const Reason = z.strictObject({ code: z.string(), message: z.string() });
export type Reason = z.infer<typeof Reason>;

/** Code of the reason where evidence is signed long after it was collected: only then may its time be later. */
export const SIGNED_LATE = "signed-late";

/** A signature whose time is further from `collectedAt` is late, or one of two clocks is wrong. */
export const LONGEST_APART_MS = HOUR_MS;

/** What is promised about how the statement is signed; `verify` derives what was reached. */
const Assurance = z.strictObject({
  signing: z.enum(["key", "keyless"]),
  timestamp: z.boolean(),
  log: z.boolean(),
  /** Only where less is promised than was asked for, or later: why. */
  reason: Reason.optional(),
});
export type Assurance = z.infer<typeof Assurance>;

/** The position of a run in its stream's chain. */
const Link = z.strictObject({
  sequence: z.int().positive(),
  /** `sha256` of the DSSE payload of that run's statement. */
  statement: Sha256,
});
export type Link = z.infer<typeof Link>;

const chained = {
  // As long as the name of a host may be.
  stream: z.strictObject({ name: StreamName, site: z.string().max(253) }),
  /** Null: not chained. */
  sequence: z.int().positive().nullable(),
  previous: Link.nullable(),
  /** Set when a predecessor was expected and not usable. */
  restart: Reason.nullable(),
  cadence: z.enum(CADENCES),
  /** Of a gap: when it was declared. */
  collectedAt: z.iso.datetime(),
};
const RunName = z.strictObject({ id: z.string(), attempt: z.int().positive() });

const Subjects = z
  .array(
    z.strictObject({
      // A bare file name: a path could point out of the run folder.
      name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
      digest: z.strictObject({ sha256: Sha256 }),
    }),
  )
  .min(1)
  .max(16);

/** An in-toto Statement v1 about the files of one run folder. */
export const Statement = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: Subjects,
  predicateType: z.literal(PREDICATE_TYPE),
  predicate: z.strictObject({
    ...chained,
    outcome: z.enum(["complete", "partial", "failed"]),
    run: RunName,
    assurance: Assurance,
    /** Null where there is nothing to compare with. */
    changes: Changes.nullable(),
  }),
});
export type Statement = z.infer<typeof Statement>;

/** An in-toto Statement v1 about a declared gap. */
export const GapStatement = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: Subjects,
  predicateType: z.literal(GAP_PREDICATE_TYPE),
  predicate: z.strictObject({ ...chained, run: RunName, assurance: Assurance }),
});
export type GapStatement = z.infer<typeof GapStatement>;

/** A statement in a chain: about a run or about a gap. */
export const ChainStatement = z.discriminatedUnion("predicateType", [Statement, GapStatement]);
export type ChainStatement = z.infer<typeof ChainStatement>;

/** The end of a stream's chain, where the next run goes. */
export interface Tail {
  /** Sequence of the run that follows. */
  readonly next: number;
  /** The last run; null at the beginning of a stream and after a break. */
  readonly last: Link | null;
  /** Why a predecessor that was expected could not be linked to. */
  readonly restart: Reason | null;
  /** What the last run collected, to compare with; null where there is nothing. */
  readonly evidence: EarlierRun | null;
}

/** What a statement says beside the evidence. */
interface StatementParts {
  readonly files: readonly EvidenceFile[];
  /** Null where there is no repository: then the run is not chained. */
  readonly tail: Tail | null;
  readonly assurance: Assurance;
}

/** The statement about the evidence. */
export function makeStatement(evidence: Evidence, { files, tail, assurance }: StatementParts): Statement {
  const { stream, source, collectedAt, outcome, run } = evidence;
  return {
    ...aboutFiles(files),
    predicateType: PREDICATE_TYPE,
    predicate: {
      stream: { name: stream.name, site: source.site },
      ...position(tail),
      cadence: stream.cadence,
      collectedAt,
      outcome,
      run: { id: run.id, attempt: run.attempt },
      assurance,
      changes:
        tail?.evidence == null
          ? null
          : deriveRunChanges(tail.evidence, { evidence, policy: policyAmong(files) }),
    },
  };
}

/** The statement about a declared gap. */
export function makeGapStatement(gap: Gap, { files, tail, assurance }: StatementParts): GapStatement {
  const { stream, declaredAt, run } = gap;
  return {
    ...aboutFiles(files),
    predicateType: GAP_PREDICATE_TYPE,
    predicate: {
      stream: { name: stream.name, site: stream.site },
      ...position(tail),
      cadence: stream.cadence,
      collectedAt: declaredAt,
      run: { id: run.id, attempt: run.attempt },
      assurance,
    },
  };
}

function aboutFiles(files: readonly EvidenceFile[]): Pick<Statement, "_type" | "subject"> {
  return { _type: STATEMENT_TYPE, subject: files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })) };
}

function position(tail: Tail | null): Pick<Statement["predicate"], "sequence" | "previous" | "restart"> {
  if (tail === null) return { sequence: null, previous: null, restart: null };
  return {
    sequence: tail.next,
    previous: tail.last === null ? null : { ...tail.last },
    restart: tail.restart,
  };
}

import { z } from "zod";

import { sha256 } from "../evidence/canonical.ts";
import type { EvidenceFile } from "../evidence/files.ts";
import { CADENCES, StreamName } from "../evidence/schema.ts";
import type { Evidence } from "../evidence/schema.ts";

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
export const PREDICATE_TYPE = "https://datadog-evidence.github.io/evidence/v1";
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is promised about how the statement is signed; `verify` derives what was reached. */
const Assurance = z.strictObject({
  signing: z.enum(["key", "keyless"]),
  timestamp: z.boolean(),
  log: z.boolean(),
});
export type Assurance = z.infer<typeof Assurance>;

const Predicate = z.strictObject({
  stream: z.strictObject({ name: StreamName, site: z.string() }),
  /** Both null: not chained. */
  sequence: z.int().positive().nullable(),
  previous: z.strictObject({ sequence: z.int().positive(), statement: Sha256 }).nullable(),
  restart: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  cadence: z.enum(CADENCES),
  collectedAt: z.iso.datetime(),
  outcome: z.enum(["complete", "partial", "failed"]),
  run: z.strictObject({ id: z.string(), attempt: z.int().positive() }),
  assurance: Assurance,
  changes: z.looseObject({ comparedWith: Sha256 }).nullable(),
});

/** An in-toto Statement v1 about the files of one run folder. */
export const Statement = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(
      z.strictObject({
        // A bare file name: a path could point out of the run folder.
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
        digest: z.strictObject({ sha256: Sha256 }),
      }),
    )
    .min(1)
    .max(16),
  predicateType: z.literal(PREDICATE_TYPE),
  predicate: Predicate,
});
export type Statement = z.infer<typeof Statement>;

/** Where a stream's chain stands before this run. */
export interface Link {
  readonly sequence: number;
  /** `sha256` of the DSSE payload of the last statement. */
  readonly statement: string;
}

/** What we say about the evidence. A run without a repository is not chained. */
export function statementOf(
  evidence: Evidence,
  {
    files,
    previous,
    assurance,
  }: {
    readonly files: readonly EvidenceFile[];
    readonly previous: Link | null;
    readonly assurance: Assurance;
  },
): Statement {
  const { stream, source, collectedAt, outcome, run } = evidence;
  return {
    _type: STATEMENT_TYPE,
    subject: files.map(({ name, bytes }) => ({ name, digest: { sha256: sha256(bytes) } })),
    predicateType: PREDICATE_TYPE,
    predicate: {
      stream: { name: stream.name, site: source.site },
      sequence: previous === null ? null : previous.sequence + 1,
      previous: previous === null ? null : { ...previous },
      restart: null,
      cadence: stream.cadence,
      collectedAt,
      outcome,
      run: { id: run.id, attempt: run.attempt },
      assurance,
      changes: null,
    },
  };
}

import type { ChainStatement } from "../attest/statement.ts";
import type { Gap } from "../evidence/gap.ts";
import type { Collection, Control, Evidence, Item, ItemId, Outcome, State } from "../evidence/schema.ts";

/** What a period report remembers of an item of a run: no records, so that years fit into memory. */
export interface ReportedItem {
  readonly id: ItemId;
  readonly status: Collection["status"];
  readonly reason: { readonly code: string; readonly message: string } | null;
  readonly state: State;
  /** Null where none is known; floors where the item is partial. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly controls: readonly Control[];
}

/** What a period report tells of a run, or of a declared gap. */
export interface ReportedRun {
  /** The run folder below the stream's. */
  readonly place: string;
  readonly collectedAt: string;
  readonly sequence: number | null;
  /** Null for a declared gap. */
  readonly outcome: Outcome | null;
  /** `sha256` of `evidence.json` or `gap.json`. */
  readonly contentSha256: string;
  /** `sha256` of what was signed about it. */
  readonly statementSha256: string;
  readonly source: Evidence["source"] | null;
  readonly schedule: string | null;
  readonly items: readonly ReportedItem[];
}

/** Sums up a run for the report of its period. */
export function reportedRun(
  place: string,
  run: {
    readonly evidence: Evidence | null;
    readonly gap: Gap | null;
    readonly contentSha256: string;
    readonly statement: ChainStatement;
    readonly statementSha256: string;
  },
): ReportedRun {
  const { evidence, contentSha256 } = run;
  const { collectedAt, sequence } = run.statement.predicate;
  return {
    place,
    collectedAt,
    sequence,
    outcome: evidence?.outcome ?? null,
    contentSha256,
    statementSha256: run.statementSha256,
    source: evidence?.source ?? null,
    schedule: evidence?.run.github?.schedule ?? null,
    items: evidence?.items.map(reportedItem) ?? [],
  };
}

function reportedItem({ id, collection, result, controls }: Item): ReportedItem {
  const reason = collection.reason ?? result.reason;
  return {
    id,
    status: collection.status,
    reason: reason && { code: reason.code, message: reason.message },
    state: result.state,
    counts: result.counts,
    controls,
  };
}

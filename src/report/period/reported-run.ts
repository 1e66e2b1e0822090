import type { ChainStatement } from "../../bundle/statement.ts";
import type { Gap } from "../../evidence/gap.ts";
import type {
  Collection,
  Control,
  Evidence,
  ExpectationResult,
  Item,
  ItemId,
  Outcome,
  State,
} from "../../evidence/schema.ts";
import { describeExpectation } from "../../policy/describe-expectation.ts";
import type { Policy, Waiver } from "../../policy/schema.ts";
import { waiversEndingSoon, waiverStates, type WaiverState } from "../../policy/waivers.ts";
import { sharedParts } from "../../verify/stream/shared-parts.ts";

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

/** What a period report remembers of an expectation of a run. */
export interface ReportedExpectation {
  readonly id: string;
  readonly item: ItemId;
  readonly result: ExpectationResult["result"];
  /** What it demands, in words; null where the policy cannot be read. */
  readonly demand: string | null;
}

/** A waiver as it stood at a run. */
export interface ReportedWaiver {
  readonly waiver: Waiver;
  readonly state: WaiverState;
  /** How many days it is still in force, where it ends soon; else null. */
  readonly daysLeft: number | null;
}

/** What a period report shows of a run, or of a declared gap. */
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
  /** Null for a declared gap. */
  readonly source: Pick<Evidence["source"], "organization" | "organizationId"> | null;
  readonly schedule: string | null;
  readonly items: readonly ReportedItem[];
  /** Null where the run was given no policy. */
  readonly expectations: readonly ReportedExpectation[] | null;
  readonly waivers: readonly ReportedWaiver[];
}

/** A run that was read, whole. */
interface ReadRun {
  readonly evidence: Evidence | null;
  readonly policy: Policy | null;
  readonly gap: Gap | null;
  readonly contentSha256: string;
  readonly statement: ChainStatement;
  readonly statementSha256: string;
}

/** Sums up runs for the report of their period; what they have in common is in memory once. */
export function runSummarizer(): (place: string, run: ReadRun) => ReportedRun {
  const share = sharedParts();
  return (place, run) => reportedRun(place, run, share);
}

function reportedRun(place: string, run: ReadRun, share: ReturnType<typeof sharedParts>): ReportedRun {
  const { evidence, contentSha256 } = run;
  const { collectedAt, sequence } = run.statement.predicate;
  return {
    place,
    collectedAt,
    sequence,
    outcome: evidence?.outcome ?? null,
    contentSha256,
    statementSha256: run.statementSha256,
    ...share({ source: evidence === null ? null : sourceOf(evidence) }),
    schedule: evidence?.run.github?.schedule ?? null,
    items: evidence?.items.map((item) => share(reportedItem(item))) ?? [],
    ...share({
      expectations: evidence === null ? null : reportedExpectations(evidence, run.policy),
      waivers: evidence === null || run.policy === null ? [] : reportedWaivers(evidence, run.policy),
    }),
  };
}

function reportedExpectations({ policy: judged }: Evidence, policy: Policy | null) {
  if (judged === null) return null;
  const demands = new Map(policy?.expectations.map((each) => [each.id, describeExpectation(each)]));
  return judged.results.map(({ id, item, result }): ReportedExpectation => {
    return { id, item, result, demand: demands.get(id) ?? null };
  });
}

function reportedWaivers(evidence: Evidence, policy: Policy): readonly ReportedWaiver[] {
  const soon = new Map(
    waiversEndingSoon(policy, evidence.collectedAt).map(({ waiver, days }) => [waiver.id, days]),
  );
  return waiverStates(policy, evidence).map(({ waiver, state }) => {
    return { waiver, state, daysLeft: soon.get(waiver.id) ?? null };
  });
}

function sourceOf({ source: { organization, organizationId } }: Evidence): ReportedRun["source"] {
  return { organization, organizationId };
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

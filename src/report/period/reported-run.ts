import type { ChainStatement } from "../../bundle/statement.ts";
import type {
  Collection,
  Control,
  Evidence,
  ExpectationResult,
  Item,
  ItemId,
  Outcome,
  Reason,
  State,
} from "../../evidence/schema.ts";
import { listedChanges } from "../../evidence/comparison/changes.ts";
import { describeExpectation } from "../../policy/describe-expectation.ts";
import type { Policy, Waiver } from "../../policy/schema.ts";
import { waiversEndingSoon, waiverStates, type WaiverState } from "../../policy/waivers.ts";
import type { GenuineRun } from "../../verify/run/verdict.ts";
import { namesIn } from "../changes-in-words.ts";
import { sharedParts } from "../../verify/stream/shared-parts.ts";

/** What a period report remembers of an item of a run: no records, so that years fit into memory. */
export interface ReportedItem {
  readonly id: ItemId;
  readonly status: Collection["status"];
  readonly reason: Reason | null;
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
  /** Records that changed in a way that a person should review, by name. */
  readonly changed: readonly ChangedRecords[];
}

/** Finds a run by its folder below the stream's. */
export function runFinder(runs: readonly ReportedRun[]): (place: string | null) => ReportedRun | undefined {
  const byPlace = new Map<string | null, ReportedRun>(runs.map((run) => [run.place, run]));
  return (place) => byPlace.get(place);
}

/** The records of one kind of change since the run before, as the statement lists them. */
export interface ChangedRecords {
  readonly item: ItemId;
  /** The kind of change as the statement names it, such as `redefined`. */
  readonly what: string;
  /** The names of the first records, with the id where no run at hand has the name. */
  readonly names: readonly string[];
}

/** A run that was read, whole. */
type ReadRun = Pick<GenuineRun, "evidence" | "policy" | "contentSha256" | "statement" | "statementSha256">;

/** Sums up runs for the report of their period; what they have in common is in memory once. */
export function runSummarizer(): (place: string, run: ReadRun) => ReportedRun {
  const share = sharedParts();
  // The run before has the names of records that are gone.
  let before: Evidence | null = null;
  return (place, run) => {
    const { evidence, policy, contentSha256, statement, statementSha256 } = run;
    const { collectedAt, sequence } = statement.predicate;
    const about = { place, collectedAt, sequence, contentSha256, statementSha256 };
    if (evidence === null) return { ...about, ...NOTHING_COLLECTED };
    const { organization, organizationId } = evidence.source;
    const changed = changedRecords(statement, [evidence, before]);
    before = evidence;
    return {
      ...about,
      outcome: evidence.outcome,
      schedule: evidence.run.github?.schedule ?? null,
      items: evidence.items.map((item) => share(reportedItem(item))),
      changed,
      ...share({
        source: { organization, organizationId },
        expectations: reportedExpectations(evidence, policy),
        waivers: policy === null ? [] : reportedWaivers(evidence, policy),
      }),
    };
  };
}

/** What a declared gap has of a run. */
const NOTHING_COLLECTED = {
  outcome: null,
  source: null,
  schedule: null,
  items: [],
  expectations: null,
  waivers: [],
  changed: [],
} as const;

function changedRecords(
  { predicate }: ChainStatement,
  runs: readonly (Evidence | null)[],
): readonly ChangedRecords[] {
  const changes = "changes" in predicate ? predicate.changes : null;
  return (changes?.items ?? []).flatMap((item) =>
    listedChanges(item).flatMap(({ name, kind, list }) => {
      if (kind.review === undefined || list === null || list.count === 0) return [];
      const known = runs
        .filter((evidence) => evidence !== null)
        .map((evidence) => namesIn(evidence, item, list.ids));
      const names = list.ids.map((id) => known.find((each) => each.has(id))?.get(id) ?? String(id));
      return [{ item: item.id, what: name, names }];
    }),
  );
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

function reportedItem({ id, collection, result, controls }: Item): ReportedItem {
  const reason = collection.reason ?? result.reason;
  return {
    id,
    status: collection.status,
    reason,
    state: result.state,
    counts: result.counts,
    controls,
  };
}

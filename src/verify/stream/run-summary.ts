import { formatTime } from "../../platform/time.ts";
import { PREDICATE_TYPE, SIGNED_LATE, type Link, type Reason } from "../../bundle/statement.ts";
import { runPath as expectedRunPath } from "../../bundle/run-path.ts";
import type { Gap } from "../../evidence/gap.ts";
import { otherServerOf } from "../../evidence/origin.ts";
import type { Collection, Evidence, ExpectationResult, ItemId, Outcome } from "../../evidence/schema.ts";
import { notableChangesIn, type NotableChange } from "../../evidence/comparison/changes.ts";
import { sharedParts } from "./shared-parts.ts";
import type { GenuineRun } from "../run/verdict.ts";

/** What is remembered of a genuine run: little, so that years fit into memory. Times are in milliseconds. */
export interface RunSummary {
  /** The run folder below the stream's. */
  readonly runPath: string;
  /** Where the evidence says that it belongs. */
  readonly expectedPath: string;
  readonly stream: string;
  readonly site: string;
  /** Null where it is not known. */
  readonly organization: string | null;
  readonly sequence: number | null;
  readonly previous: Link | null;
  readonly restart: Reason | null;
  /** `sha256` of the statement. */
  readonly statement: string;
  /** `sha256` of the evidence or of the declaration. */
  readonly content: string;
  readonly cadence: Evidence["stream"]["cadence"];
  readonly collectedAt: number;
  /** A run belongs to the slot in which it began. Of a run whose evidence is not here, the time of collection. */
  readonly startedAt: number;
  /** Of the run, such as `123-1`. */
  readonly identity: string;
  readonly signedBy: string;
  readonly signedAt: number | null;
  /** Whether the statement itself says that it was signed long after its time. */
  readonly isSignedLate: boolean;
  /** Null for a declared gap. */
  readonly collected: Collected | null;
  /** Changes since the run before that a person should look at. */
  readonly notable: readonly NotableChange[];
  /** Null for evidence. */
  readonly gap: Gap | null;
  /** Whether only the statement is known: the evidence is not in the sample. */
  readonly isStatementOnly: boolean;
}

/** What is remembered of evidence. */
export interface Collected {
  readonly outcome: Outcome;
  readonly validUntil: string | null;
  readonly schedule: string | null;
  readonly items: readonly {
    readonly id: ItemId;
    readonly status: Collection["status"];
    readonly reason: string | null;
  }[];
  /** The result of each expectation of the policy; null where no policy was given. */
  readonly expectations: readonly Pick<ExpectationResult, "id" | "item" | "result">[] | null;
  /** Of the security signals, where they were collected completely. */
  readonly window: { readonly from: number; readonly to: number } | null;
  /** The address of the server that answered, where it is not Datadog's. */
  readonly otherServer: string | null;
  readonly collector: string | null;
  readonly mapping: string | null;
  readonly rules: string | null;
}

/** A run folder whose content is not known, because it did not verify or could not be checked. */
export interface DoubtfulRun {
  readonly runPath: string;
  /** The time that the folder's name claims; null where it names none. */
  readonly at: number | null;
  /** `sha256` of its statement where that is well signed, but of a type that is not known or without a required time. */
  readonly statement: string | null;
  /** Whether it could not be read, which says nothing about it. */
  readonly isUnread: boolean;
}

/** A function that sums up runs that verified; what they have in common is in memory once. */
export function runSummarizer(): (runPath: string, run: GenuineRun) => RunSummary {
  const share = sharedParts();
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return (runPath, run) => summaryOf(runPath, run, { share, once });
}

/** What gives back the equal value that it was given first. */
interface Sharing {
  readonly share: ReturnType<typeof sharedParts>;
  readonly once: (text: string) => string;
}

function summaryOf(runPath: string, run: GenuineRun, { share, once }: Sharing): RunSummary {
  const { predicate } = run.statement;
  const expectedPath = expectedRunPath(predicate);
  return {
    runPath,
    expectedPath: expectedPath === runPath ? runPath : expectedPath,
    stream: once(predicate.stream.name),
    site: once(predicate.stream.site),
    organization: run.evidence?.source.organizationId ?? null,
    sequence: predicate.sequence,
    previous: predicate.previous,
    restart: predicate.restart,
    statement: run.statementSha256,
    content: run.contentSha256,
    cadence: predicate.cadence,
    collectedAt: Date.parse(predicate.collectedAt),
    startedAt: Date.parse(run.evidence?.startedAt ?? predicate.collectedAt),
    identity: `${predicate.run.id}-${predicate.run.attempt}`,
    signedBy: run.signedBy,
    signedAt: run.signedAt === null ? null : Date.parse(run.signedAt),
    isSignedLate: predicate.assurance.reason?.code === SIGNED_LATE,
    collected: run.evidence === null ? collectedBy(run) : collectedOf(run.evidence, { share, once }),
    notable: notableChangesIn("changes" in predicate ? predicate.changes : null),
    gap: run.gap,
    isStatementOnly: run.evidence === null && run.gap === null,
  };
}

/** What a statement alone says about evidence; null for a declared gap. */
function collectedBy({ statement, gap }: GenuineRun): Collected | null {
  if (gap !== null || statement.predicateType !== PREDICATE_TYPE) return null;
  const { outcome } = statement.predicate;
  const unknown = {
    validUntil: null,
    schedule: null,
    expectations: null,
    window: null,
    otherServer: null,
    collector: null,
    mapping: null,
    rules: null,
  };
  return { outcome, items: [], ...unknown };
}

function collectedOf(
  { validUntil, outcome, run, source, items, policy, collector, mapping, rules }: Evidence,
  { share, once }: Sharing,
): Collected {
  const signals = items.find(
    ({ id, collection }) => id === "security-signals" && collection.status === "complete",
  );
  const window = signals?.window ?? null;
  return {
    outcome,
    validUntil,
    schedule: run.github?.schedule ?? null,
    ...share({
      items: items.map(({ id, collection: { status, reason } }) => ({
        id,
        status,
        reason: reason?.code ?? null,
      })),
      expectations: policy?.results.map(({ id, item, result }) => ({ id, item, result })) ?? null,
    }),
    window: window === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) },
    otherServer: otherServerOf(source),
    collector: once(`${collector.version}, sha256 ${collector.sha256}`),
    mapping: once(`${mapping.version}, sha256 ${mapping.sha256}`),
    rules: String(rules),
  };
}

/** A run as a verdict names it. */
export interface RunRef {
  readonly run: string;
  readonly sequence: number | null;
  readonly collectedAt: string;
  /** `sha256` of its statement. */
  readonly statement: string;
}

/** The run as a verdict names it. */
export function runRef({ runPath, sequence, collectedAt, statement }: RunSummary): RunRef {
  return { run: runPath, sequence, collectedAt: formatTime(collectedAt), statement };
}

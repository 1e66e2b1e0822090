import { formatTime } from "../../platform/time.ts";
import { PREDICATE_TYPE, SIGNED_LATE } from "../../bundle/statement.ts";
import type { Link, Why } from "../../bundle/statement.ts";
import { runFolder } from "../../bundle/run-path.ts";
import type { Gap } from "../../evidence/gap.ts";
import type { Collection, Evidence, ItemId, Outcome } from "../../evidence/schema.ts";
import { sharing } from "./intern.ts";
import { notableChangesIn } from "../../evidence/comparison/changes.ts";
import type { NotableChange } from "../../evidence/comparison/changes.ts";
import type { Named } from "./problems.ts";
import type { GenuineRun } from "../run/verdict.ts";

/** What is remembered of a genuine run: little, so that years fit into memory. Times are in milliseconds. */
export interface RunSummary {
  /** The run folder below the stream's. */
  readonly place: string;
  /** Where the evidence says that it belongs. */
  readonly dictated: string;
  readonly stream: string;
  readonly site: string;
  /** Null where it is not known. */
  readonly organization: string | null;
  readonly sequence: number | null;
  readonly previous: Link | null;
  readonly restart: Why | null;
  /** `sha256` of the statement. */
  readonly statement: string;
  /** `sha256` of the evidence or of the declaration. */
  readonly content: string;
  readonly cadence: Evidence["stream"]["cadence"];
  readonly collectedAt: number;
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
  readonly isSealed: boolean;
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
  /** Of the security signals, where they were collected completely. */
  readonly window: { readonly from: number; readonly to: number } | null;
  readonly collector: string | null;
  readonly mapping: string | null;
  readonly rules: string | null;
}

/** A run folder whose content is not known, because it did not verify or could not be checked. */
export interface Doubtful {
  readonly place: string;
  /** The time that the folder's name claims; null where it names none. */
  readonly at: number | null;
  /** `sha256` of its statement where that is well signed, but of a type that is not known or without a required time. */
  readonly statement: string | null;
  /** Whether it could not be read, which says nothing about it. */
  readonly isUnread: boolean;
}

/** Sums up runs that verified; what they have in common stands in memory once. */
export function summing(): (place: string, run: GenuineRun) => RunSummary {
  const share = sharing();
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return (place, run) => summaryOf(place, run, { share, once });
}

/** What gives back the equal value that it was given first. */
interface Sharing {
  readonly share: ReturnType<typeof sharing>;
  readonly once: (text: string) => string;
}

function summaryOf(place: string, run: GenuineRun, { share, once }: Sharing): RunSummary {
  const { predicate } = run.statement;
  const dictated = runFolder(predicate);
  return {
    place,
    dictated: dictated === place ? place : dictated,
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
    identity: `${predicate.run.id}-${predicate.run.attempt}`,
    signedBy: run.signedBy,
    signedAt: run.signedAt === null ? null : Date.parse(run.signedAt),
    isSignedLate: predicate.assurance.reason?.code === SIGNED_LATE,
    collected: run.evidence === null ? sealedOf(run) : collectedOf(run.evidence, { share, once }),
    notable: notableChangesIn("changes" in predicate ? predicate.changes : null),
    gap: run.gap,
    isSealed: run.evidence === null && run.gap === null,
  };
}

/** What a statement alone tells of evidence; null for a declared gap. */
function sealedOf({ statement, gap }: GenuineRun): Collected | null {
  if (gap !== null || statement.predicateType !== PREDICATE_TYPE) return null;
  const { outcome } = statement.predicate;
  const unknown = {
    validUntil: null,
    schedule: null,
    window: null,
    collector: null,
    mapping: null,
    rules: null,
  };
  return { outcome, items: [], ...unknown };
}

function collectedOf(
  { validUntil, outcome, run, items, collector, mapping, rules }: Evidence,
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
    }),
    window: window === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) },
    collector: once(`${collector.version}, sha256 ${collector.sha256}`),
    mapping: once(`${mapping.version}, sha256 ${mapping.sha256}`),
    rules: String(rules),
  };
}

const PLACE = /^\d{4}\/(\d{4}-\d{2}-\d{2})\/(\d{2})(\d{2})(\d{2})Z-/;

/** The time that the name of a run folder claims; null where it names none. */
export function claimedTime(place: string): number | null {
  const [, day, hours, minutes, seconds] = PLACE.exec(place) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? null : at;
}

/** The run as a verdict names it. */
export function named({ place, sequence, collectedAt, statement }: RunSummary): Named {
  return { run: place, sequence, collectedAt: formatTime(collectedAt), statement };
}

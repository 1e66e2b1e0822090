import { z } from "zod";

import type { FileEntry, Files } from "../../platform/files.ts";
import { dayOf } from "../../platform/time.ts";
import { sha256 } from "../../evidence/digest.ts";
import { readJson } from "../../evidence/files/json.ts";
import { StreamName, Sha256 } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import { problemOf, type Problem } from "./problems.ts";
import type { RunSummary } from "./run-summary.ts";

export const SAMPLE_NAME = "sample.json";

const Instant = z.iso.datetime();

/**
 * The contract of `sample.json`, version 1: which runs of a period an auditor
 * chose. Of these the evidence is there, of all others only what was signed
 * about it. It is not signed, so it only describes: what the auditor named
 * decides, and nothing in it excludes or excuses a run.
 */
export const Sample = z.strictObject({
  schema: z.literal("datadog-evidence-sample/v1"),
  stream: StreamName,
  period: z.strictObject({ from: Instant, to: Instant }),
  /** `sha256` of the statement of the last run of the period. */
  head: Sha256,
  /** Runs of the period that hold evidence. */
  population: z.int().nonnegative(),
  chosenBy: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("dates"), dates: z.array(z.iso.date()).min(1) }),
    z.strictObject({
      kind: z.literal("nonce"),
      nonce: z.string().min(1).max(200),
      count: z.int().positive(),
      seed: Sha256,
    }),
  ]),
  runs: z.array(z.strictObject({ run: z.string(), statement: Sha256, evidence: Sha256 })),
  /** Dates on which there is no run to choose. */
  without: z.array(z.iso.date()),
});
export type Sample = z.infer<typeof Sample>;

/** A line for each chosen run. */
const LARGEST_SAMPLE = 10_000_000;

/** The sample that the folder of the entries is; null where it is none. Throws a `Failure` where its file is not ours. */
export function readSample(files: Files, entries: readonly FileEntry[]): Sample | null {
  const entry = entries.find(({ name }) => name === SAMPLE_NAME);
  if (entry === undefined) return null;
  if (entry.kind !== "file") throw new Failure("unreadable", `${SAMPLE_NAME} is not a regular file`);
  const json = readJson(files.read(SAMPLE_NAME, LARGEST_SAMPLE));
  const sample = Sample.safeParse("trouble" in json ? null : json.value);
  if (sample.success) return sample.data;
  throw new Failure("unreadable", `${SAMPLE_NAME} does not follow its schema`, { cause: sample.error });
}

/** The seed that a nonce gives: only somebody who knows both beforehand could aim at it. */
export function lotSeed(head: string, nonce: string): string {
  return sha256(`${head}\n${nonce}`);
}

/** A run that may be chosen. */
type Choosable = Pick<RunSummary, "statement" | "collectedAt">;

/** How the runs of a sample are chosen. */
type Choice =
  | { readonly kind: "dates"; readonly dates: readonly string[] }
  | { readonly kind: "nonce"; readonly nonce: string; readonly count: number };

/** The runs that are chosen: those of the dates, or those whose digest with the seed is least. */
export function selectRuns<Run extends Choosable>(
  runs: readonly Run[],
  { head, chosenBy }: { head: string; chosenBy: Choice },
): readonly Run[] {
  if (chosenBy.kind === "dates") return runs.filter((run) => isOfDates(run, chosenBy.dates));
  const seed = lotSeed(head, chosenBy.nonce);
  const lot = new Map(runs.map((run) => [run, sha256(`${seed}\n${run.statement}`)]));
  return runs.toSorted((a, b) => ((lot.get(a) ?? "") < (lot.get(b) ?? "") ? -1 : 1)).slice(0, chosenBy.count);
}

/** Whether the run was collected on one of the dates, in UTC. */
export function isOfDates({ collectedAt }: Choosable, dates: readonly string[]): boolean {
  return dates.includes(dayOf(collectedAt));
}

/** The dates on which no run was collected. */
export function datesWithoutRun(runs: readonly Choosable[], dates: readonly string[]): readonly string[] {
  const days = new Set(runs.map(({ collectedAt }) => dayOf(collectedAt)));
  return dates.filter((date) => !days.has(date));
}

/** How an auditor had the runs of a sample chosen; null where something was not named. */
export type SampleSelection =
  | { readonly kind: "dates"; readonly dates: readonly string[] }
  | { readonly kind: "nonce"; readonly nonce: string | null; readonly count: number | null };

/** The requested period, half open, in milliseconds; null where an end was not given. */
export interface AskedPeriod {
  readonly from: number | null;
  readonly to: number | null;
}

/** What an auditor asked for. */
interface AskedSample {
  readonly selection: SampleSelection | null;
  readonly asked: AskedPeriod;
}

/** The flags that the auditor must still name before the sample can be known as the one that was asked for. */
export function unnamedFlags({ chosenBy }: Sample, { selection, asked }: AskedSample): readonly string[] {
  const kind = selection?.kind ?? chosenBy.kind;
  if (kind === "dates") return selection === null ? ["--dates"] : [];
  const { nonce, count } = selection?.kind === "nonce" ? selection : { nonce: null, count: null };
  // Without an end of the period, later runs could be left out until the draw pleases.
  const flags = [
    ["--nonce", nonce],
    ["--count", count],
    ["--from", asked.from],
    ["--to", asked.to],
  ] as const;
  return flags.filter(([, value]) => value === null).map(([flag]) => flag);
}

/**
 * What does not fit in a sample. The draw is made again from what the auditor
 * named; only where nothing was named does `sample.json` say how.
 */
export function sampleProblems(
  sample: Sample,
  {
    stream,
    runs,
    selection,
    asked,
  }: AskedSample & {
    readonly stream: string;
    /** All runs of the sample, by time: those of its period, and their neighbours in the chain. */
    readonly runs: readonly RunSummary[];
  },
): readonly Problem[] {
  const { chosenBy, head, period } = sample;
  const isLot = (selection?.kind ?? chosenBy.kind) === "nonce";
  const from = (isLot ? asked.from : null) ?? Date.parse(period.from);
  const to = (isLot ? asked.to : null) ?? Date.parse(period.to);
  const drawnFrom = runs.filter(({ collectedAt }) => collectedAt >= from && collectedAt < to);
  const population = drawnFrom.filter(isCollected);
  const last = drawnFrom.at(-1)?.statement ?? "none";
  const size = population.length;
  const isMisdrawn = chosenBy.kind === "nonce" && chosenBy.seed !== lotSeed(head, chosenBy.nonce);
  const details = [
    selection === null ? null : selectionProblem(sample, selection),
    sample.stream === stream ? null : `is of stream ${sample.stream}, not of ${stream}`,
    head === last ? null : `names ${head} as the last statement, but that is ${last}`,
    sample.population === size ? null : `was drawn from ${sample.population} runs, but ${size} are here`,
    isMisdrawn ? "has a seed that is not the sha256 of its last statement and the nonce" : null,
  ];
  // Days are days whatever the period is; a lot is drawn from the runs of the period.
  const choosable = isLot ? population : runs.filter(isCollected);
  const chosen = selectRuns(choosable, { head: last, chosenBy: namedChoice(chosenBy, selection) });
  const lacking = chosen.filter(({ isStatementOnly }) => isStatementOnly);
  return [
    ...details.filter((detail) => detail !== null).map((detail) => [SAMPLE_NAME, detail] as const),
    ...lacking.map(({ runPath }) => [runPath, "is chosen, but its evidence is not here"] as const),
  ].map(([runPath, detail]) => problemOf("sample", { runPath, at: null }, detail));
}

function isCollected({ collected }: RunSummary): boolean {
  return collected !== null;
}

/** The choice that the auditor named, filled up from the sample where nothing was named. */
function namedChoice(chosenBy: Choice, selection: SampleSelection | null): Choice {
  if (selection?.kind === "dates") return selection;
  if (selection === null || chosenBy.kind === "dates") return chosenBy;
  const { nonce, count } = selection;
  return { kind: "nonce", nonce: nonce ?? chosenBy.nonce, count: count ?? chosenBy.count };
}

/** How the sample differs from what the auditor named, as a sentence; null where it does not. */
function selectionProblem({ chosenBy }: Sample, named: SampleSelection): string | null {
  if (named.kind === "dates") {
    const dates = chosenBy.kind === "dates" ? chosenBy.dates : [];
    const lacking = named.dates.filter((date) => !dates.includes(date));
    return lacking.length === 0 ? null : `was not chosen by the dates ${lacking.join(", ")}`;
  }
  const { nonce, count } = named;
  const drawn = chosenBy.kind === "nonce" ? chosenBy : null;
  if (nonce !== null && drawn?.nonce !== nonce) return `was not chosen by the nonce ${JSON.stringify(nonce)}`;
  if (drawn === null) return "was not drawn by lot";
  return (count ?? drawn.count) === drawn.count
    ? null
    : `holds the lot of ${drawn.count} runs, not of ${count}`;
}

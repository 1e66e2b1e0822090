import type { FindingRecord, Item, MonitorRecord, SignalRecord } from "../../evidence/schema.ts";
import { waivedRecords } from "../../policy/waivers.ts";
import { csvTable, timeColumn, type Column, type Separator } from "../render/csv.ts";
import { countColumns, resultColumns } from "../csv-columns.ts";
import { controlsOnOneLine, isFloor } from "../words.ts";
import { evidenceSha256Of, type SignedRun } from "./model.ts";

/**
 * The records of an item as CSV, in the order of the file. Every row says of which run it is, what it supports and how
 * completely the records were collected, because rows are copied without their report.
 */
export function recordsCsv(
  item: Item,
  {
    evidence,
    policy,
    separator,
  }: Pick<SignedRun, "evidence" | "policy"> & { readonly separator?: Separator | undefined },
): string {
  const waived = waivedRecords(policy, { collectedAt: evidence.collectedAt, item: item.id });
  const about: Column<unknown>[] = [
    ["stream", () => evidence.stream.name],
    ["run", () => evidence.run.id],
    timeColumn("collected at", () => evidence.collectedAt),
    ["controls", () => controlsOnOneLine(item.controls)],
    ["records", () => (isFloor(item) ? "at least these" : "all")],
  ];
  const waivers: Column<{ readonly id: string | number }> = [
    "waivers",
    ({ id }) => waived.get(id)?.join(" ") ?? null,
  ];
  if (item.id === "security-signals")
    return csvTable([...about, ...SIGNAL, waivers], item.records, separator);
  if (item.id === "compliance-monitors")
    return csvTable([...about, ...MONITOR, waivers], item.records, separator);
  return csvTable([...about, ...FINDING, waivers], item.records, separator);
}

/** A run as CSV, a row for each item. Counts that are not known are empty cells. */
export function runCsv(run: SignedRun, separator?: Separator): string {
  const rows = run.evidence.items.map((item) => ({ run, item }));
  return csvTable(RUN_COLUMNS, rows, separator);
}

const SIGNAL: readonly Column<SignalRecord>[] = [
  ["severity", ({ severity }) => severity],
  ["title", ({ title }) => title],
  timeColumn("timestamp", ({ timestamp }) => timestamp),
  ["triage", ({ triage }) => triage.state],
  timeColumn("triage changed", ({ triage }) => triage.changed),
  ["archive reason", ({ triage }) => triage.archiveReason],
  ["assigned", ({ triage }) => triage.assigned],
  ["incidents", ({ triage }) => triage.incidents],
  ["rule id", ({ rule }) => rule?.id ?? null],
  ["rule", ({ rule }) => rule?.name ?? null],
  ["rule type", ({ rule }) => rule?.type ?? null],
  timeColumn("first seen", ({ firstSeen }) => firstSeen),
  timeColumn("last seen", ({ lastSeen }) => lastSeen),
  ["tags", ({ tags }) => tags.join(" ")],
  ["id", ({ id }) => id],
  ["link", ({ link }) => link],
];

const MONITOR: readonly Column<MonitorRecord>[] = [
  ["verdict", ({ verdict }) => (verdict === "notEvaluated" ? "not evaluated" : verdict)],
  ["name", ({ name }) => name],
  ["state", ({ state }) => state],
  timeColumn("state since", ({ stateSince }) => stateSince),
  ["type", ({ type }) => type],
  ["muted", ({ muted }) => muted],
  ["muted scope", ({ mutedScope }) => mutedScope ?? null],
  timeColumn("muted until", ({ mutedUntil }) => mutedUntil),
  ["draft", ({ draft }) => draft],
  ["paused", ({ paused }) => paused],
  ["watches the clock", ({ watchesClock }) => watchesClock],
  timeColumn("modified", ({ modified }) => modified),
  ["definition sha256", ({ definitionSha256 }) => definitionSha256],
  ["tags", ({ tags }) => tags.join(" ")],
  ["id", ({ id }) => id],
  ["link", ({ link }) => link],
];

const FINDING: readonly Column<FindingRecord>[] = [
  ["severity", ({ severity }) => severity],
  ["title", ({ title }) => title],
  ["status", ({ status }) => status],
  ["muted", ({ muted }) => muted],
  ["mute reason", ({ muteReason }) => muteReason],
  timeColumn("mute expires", ({ muteExpires }) => muteExpires),
  timeColumn("first seen", ({ firstSeen }) => firstSeen),
  timeColumn("changed", ({ changed }) => changed),
  ["rule id", ({ rule }) => rule?.id ?? null],
  ["rule", ({ rule }) => rule?.name ?? null],
  ["resource", ({ resource }) => resource],
  ["resource type", ({ resourceType }) => resourceType],
  ["cloud", ({ cloudProvider }) => cloudProvider],
  ["id", ({ id }) => id],
  ["link", ({ link }) => link],
];

/** An item of a run. */
interface RunRow {
  readonly run: SignedRun;
  readonly item: Item;
}

const RUN_COLUMNS: readonly Column<RunRow>[] = [
  ["stream", ({ run }) => run.evidence.stream.name],
  ["site", ({ run }) => run.evidence.source.site],
  timeColumn("collected at", ({ run }) => run.evidence.collectedAt),
  ["run", ({ run }) => run.evidence.run.id],
  ["attempt", ({ run }) => run.evidence.run.attempt],
  ["sequence", ({ run }) => run.statement?.predicate.sequence ?? null],
  ["outcome", ({ run }) => run.evidence.outcome],
  ["item", ({ item }) => item.id],
  ["collection", ({ item }) => item.collection.status],
  ["grade", ({ item }) => item.collection.grade],
  ["reason", ({ item }) => item.collection.reason?.code ?? item.result.reason?.code ?? null],
  ["state", ({ item }) => item.result.state],
  ...countColumns(({ item }: RunRow) => ({ status: item.collection.status, counts: item.result.counts })),
  ["controls", ({ item }) => controlsOnOneLine(item.controls)],
  ["population", ({ item }) => item.population.size],
  ...resultColumns(({ run: { evidence }, item }: RunRow) =>
    (evidence.policy?.results ?? []).filter((result) => result.item === item.id),
  ),
  ["evidence.json sha256", ({ run }) => evidenceSha256Of(run)],
];

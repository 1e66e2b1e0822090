import { EVIDENCE_NAME, recordsFileName } from "../../evidence/files/evidence-files.ts";
import type { AnyRecord, FindingRecord, Item, MonitorRecord, SignalRecord } from "../../evidence/schema.ts";
import type { WaivedRecords } from "../../policy/waivers.ts";
import { datadogLink } from "../render/links.ts";
import {
  code,
  day,
  joinWords,
  name,
  phrase,
  shownTime,
  soft,
  strong,
  styled,
  time,
} from "../render/phrases.ts";
import type { Phrase, Words } from "../render/phrases.ts";
import { paragraph, table, type Block } from "../render/renderer.ts";
import { recordName } from "../record-names.ts";
import { byFindingOrder, byMonitorOrder, bySignalOrder, firstRecords } from "../record-order.ts";
import { figuresOf, isFloor, quantityOf } from "../words.ts";

/** A longer table is not read; the evidence has all records. */
const ROWS_SHOWN = 500;

/** The first characters of a pseudonym's hash tell resources apart. */
const PSEUDONYM_SHOWN = 12;

type Cells = readonly Words[];
type FileNames = readonly { readonly name: string }[];

/** How the records of an item are listed. */
interface Listing {
  /** What one of them is. */
  readonly what: string;
  readonly order: string;
  readonly columns: readonly string[];
  readonly kind: string;
  readonly rows: readonly Cells[];
}

/** The records of an item as a table, the most urgent first, or a sentence on why there is none. */
export function recordsTable(
  item: Item,
  { site, files, waived }: { site: string; files: FileNames; waived: WaivedRecords },
): readonly Block[] {
  if (item.records.length === 0) return [paragraph(absenceInWords(item, files))];
  const { what, order, columns, kind, rows } = listingOf(item, { site, waived });
  const total = item.records.length;
  const more = total - rows.length;
  const caption = `${quantityOf(total, what)}${isFloor(item) ? " seen; there may be more" : ""}`;
  const rest = phrase`The first ${ROWS_SHOWN} are shown. ${more} more are in ${code(fileOfRecords(item, files))}.`;
  return [
    table({ caption, aside: order, columns, rows, kind, headingColumn: 1 }),
    ...(more === 0 ? [] : [paragraph(rest, "more")]),
  ];
}

/** What a row shows beside its record. */
interface RowContext {
  readonly site: string;
  readonly waived: WaivedRecords;
}

function listingOf(item: Item, context: RowContext): Listing {
  if (item.id === "security-signals") {
    return {
      what: "signal",
      order: "critical first, then by triage state, newest first",
      columns: ["Severity", "Signal", "Triage"],
      kind: "records wide",
      rows: firstRecords(item.records, ROWS_SHOWN, bySignalOrder).map((record) => signalRow(record, context)),
    };
  }
  if (item.id === "compliance-monitors") {
    return {
      what: "monitor",
      order: "failing first, then not evaluated, then muted, by name",
      columns: ["State", "Monitor", "Since"],
      kind: "records",
      rows: firstRecords(item.records, ROWS_SHOWN, byMonitorOrder).map((record) =>
        monitorRow(record, context),
      ),
    };
  }
  return {
    what: "failing check",
    order: "muted last, critical first, by title",
    columns: ["Severity", "Check and resource", "First seen"],
    kind: "records",
    rows: firstRecords(item.records, ROWS_SHOWN, byFindingOrder).map((record) => findingRow(record, context)),
  };
}

/** The file that holds the records of an item. */
function fileOfRecords({ id }: Item, files: FileNames): string {
  const moved = recordsFileName(id);
  return files.some((file) => file.name === moved) ? moved : EVIDENCE_NAME;
}

/** Why an item has no records to show. */
function absenceInWords(item: Item, files: FileNames): string {
  const figures = figuresOf(item);
  if (figures === null) return "No record was obtained. It is not known whether there is any.";
  const holder = fileOfRecords(item, files);
  if (holder !== EVIDENCE_NAME) return `The records are in ${holder}, beside evidence.json.`;
  if (figures.some(([, value]) => value > 0)) return "The records themselves are not in this file.";
  if (isFloor(item)) return "No record arrived before the answer was cut short.";
  return "Datadog gave no record for this query.";
}

function signalRow(signal: SignalRecord, context: RowContext): Cells {
  const { triage, severity, timestamp } = signal;
  const notes = [
    triage.archiveReason === null ? "" : withoutUnderscores(triage.archiveReason),
    triage.assigned ? "assigned" : "",
    triage.incidents === 0 ? "" : quantityOf(triage.incidents, "incident"),
  ].filter(Boolean);
  const type = signal.rule?.type ?? null;
  return [
    styled(severity, severity),
    recordCell(signal, { ...context, details: [time(timestamp), ...(type === null ? [] : [name(type)])] }),
    withDetails(name(withoutUnderscores(triage.state)), notes.length === 0 ? [] : [name(notes.join(", "))]),
  ];
}

function monitorRow(monitor: MonitorRecord, context: RowContext): Cells {
  const { id, type, state, verdict } = monitor;
  const flags = [
    muteInWords(monitor),
    monitor.draft ? "draft" : "",
    monitor.paused ? "paused" : "",
    monitor.watchesClock ? "watches the clock" : "",
  ].filter(Boolean);
  const shown = withDetails(name(state), verdict === "notEvaluated" ? ["not evaluated"] : []);
  return [
    verdict === "failing" ? strong(shown) : shown,
    recordCell(monitor, { ...context, details: [type, String(id), ...flags].map(name) }),
    dayCell(monitor.stateSince),
  ];
}

function muteInWords({ muted, mutedScope, mutedUntil }: MonitorRecord): string {
  if (!muted) return "";
  const what = mutedScope === "part" ? "muted in part" : "muted";
  return mutedUntil === null ? `${what}, no end given` : `${what} until ${shownTime(mutedUntil)}`;
}

function findingRow(finding: FindingRecord, context: RowContext): Cells {
  const { severity, muteReason, muteExpires } = finding;
  const resource = finding.resource?.replace("hmac-sha256:", "").slice(0, PSEUDONYM_SHOWN) ?? null;
  const muted = [
    "muted",
    muteReason === null ? "" : withoutUnderscores(muteReason),
    muteExpires === null ? "no end given" : `until ${shownTime(muteExpires)}`,
  ].filter(Boolean);
  const details = [
    finding.cloudProvider,
    finding.resourceType,
    resource,
    finding.muted ? muted.join(", ") : null,
  ].filter((detail) => detail !== null);
  return [
    styled(severity, severity),
    recordCell(finding, { ...context, details: details.map(name) }),
    dayCell(finding.firstSeen),
  ];
}

/** The record by name, with details and the waivers in force: they hide nothing, so it is listed like any other. */
function recordCell(
  record: AnyRecord,
  { site, waived, details }: RowContext & { readonly details: readonly Words[] },
): Phrase {
  const waivers = waived.get(record.id) ?? [];
  const notes = waivers.length === 0 ? [] : [phrase`waiver ${joinWords(waivers.map(name))}`];
  return withDetails(datadogLink(site, { href: record.link, label: recordName(record) }), [
    ...details,
    ...notes,
  ]);
}

function dayCell(instant: string | null): Words {
  return instant === null ? soft("not known") : day(instant);
}

/** A title with what else is known of the record, smaller. */
function withDetails(title: Words, details: readonly Words[]): Phrase {
  return details.length === 0
    ? phrase`${title}`
    : phrase`${title} ${soft(joinWords(details, " · "), "meta")}`;
}

function withoutUnderscores(text: string): string {
  return text.replaceAll("_", " ");
}

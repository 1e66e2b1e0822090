import { EVIDENCE_NAME, recordsFileName } from "../../evidence/files/evidence-files.ts";
import type { FindingRecord, Item, MonitorRecord, SignalRecord } from "../../evidence/schema.ts";
import { datadogLink, day, escapeHtml, name, number, soft, table, time } from "../render/html.ts";
import {
  byFinding,
  byMonitor,
  bySignal,
  findingName,
  leading,
  monitorName,
  signalName,
} from "../record-order.ts";
import { figuresOf, isFloor } from "../words.ts";

/** More rows than this nobody reads on a page; the evidence has them all. */
const ROWS_SHOWN = 500;

/** The first characters of a pseudonym's hash tell resources apart. */
const PSEUDONYM_SHOWN = 12;

/** How a table of records is told apart from its like: what it lists, in which order, under which headings. */
interface Listing {
  readonly item: Item;
  readonly files: readonly { readonly name: string }[];
  readonly what: string;
  readonly order: string;
  readonly columns: readonly string[];
  readonly kind: string;
  readonly rows: readonly string[];
}

/** The records of an item as a table, what asks for attention first, or a sentence on why there is none. */
export function records(item: Item, site: string, files: readonly { readonly name: string }[]): string {
  if (item.records.length === 0) return `<p>${escapeHtml(absence(item, files))}</p>`;
  if (item.id === "security-signals") {
    return listing({
      item,
      files,
      what: "signals",
      order: "critical first, then by triage state, newest first",
      columns: ["Severity", "Signal", "Triage"],
      kind: "records wide",
      rows: leading(item.records, ROWS_SHOWN, bySignal).map((record) => signalRow(record, site)),
    });
  }
  if (item.id === "compliance-monitors") {
    return listing({
      item,
      files,
      what: "monitors",
      order: "failing first, then not evaluated, then muted, by name",
      columns: ["State", "Monitor", "Since"],
      kind: "records",
      rows: leading(item.records, ROWS_SHOWN, byMonitor).map((record) => monitorRow(record, site)),
    });
  }
  return listing({
    item,
    files,
    what: "failing checks",
    order: "muted last, critical first, by title",
    columns: ["Severity", "Check and resource", "First seen"],
    kind: "records",
    rows: leading(item.records, ROWS_SHOWN, byFinding).map((record) => findingRow(record, site)),
  });
}

function spaced(text: string): string {
  return text.replaceAll("_", " ");
}

function listing({ item, files, what, order, columns, kind, rows }: Listing): string {
  const total = item.records.length;
  const more = total - rows.length;
  const seen = isFloor(item) ? " seen; there may be more" : "";
  const caption = `${number(total)} ${total === 1 ? what.replace(/s$/v, "") : what}${seen} ${soft(`· ${order}`)}`;
  const rest =
    more === 0
      ? ""
      : `\n<p class="more">The first ${number(ROWS_SHOWN)} are shown. ${number(more)} more are in <code>${holderOf(item, files)}</code>.</p>`;
  return `${table({ html: { caption, rows: rows.join("\n") }, columns, kind })}${rest}`;
}

/** The file that holds the records of an item. */
export function holderOf({ id }: Item, files: readonly { readonly name: string }[]): string {
  const moved = recordsFileName(id);
  return files.some((file) => file.name === moved) ? moved : EVIDENCE_NAME;
}

/** Why an item has no records to show. */
export function absence(item: Item, files: readonly { readonly name: string }[]): string {
  const figures = figuresOf(item);
  if (figures === null) return "No record was obtained. That is not the same as there being none.";
  const holder = holderOf(item, files);
  if (holder !== EVIDENCE_NAME) return `The records are in ${holder}, beside evidence.json.`;
  if (figures.some(([, value]) => value > 0)) return "The records themselves are not kept in this file.";
  if (isFloor(item)) return "No record arrived before the answer was cut short.";
  return "Datadog gave no record for this query.";
}

function signalRow(signal: SignalRecord, site: string): string {
  const { triage } = signal;
  const notes = [
    triage.archiveReason === null ? "" : spaced(triage.archiveReason),
    triage.assigned ? "assigned" : "",
    triage.incidents === 0
      ? ""
      : `${number(triage.incidents)} ${triage.incidents === 1 ? "incident" : "incidents"}`,
  ].filter(Boolean);
  const type = signal.rule?.type ?? null;
  return row({
    first: `<span class="${signal.severity}">${signal.severity}</span>`,
    meta: `${time(signal.timestamp)}${type === null ? "" : ` · ${name(type)}`}`,
    title: datadogLink(site, { href: signal.link, label: signalName(signal) }),
    last: `${name(spaced(triage.state))}${notes.length === 0 ? "" : ` <span class="meta">${name(notes.join(", "))}</span>`}`,
  });
}

function monitorRow(monitor: MonitorRecord, site: string): string {
  const flags = [
    monitor.muted
      ? monitor.mutedUntil === null
        ? "muted, no end given"
        : `muted until ${monitor.mutedUntil}`
      : "",
    monitor.draft ? "draft" : "",
    monitor.paused ? "paused" : "",
    monitor.watchesClock ? "watches the clock" : "",
  ].filter(Boolean);
  const verdict = monitor.verdict === "notEvaluated" ? ` <span class="meta">not evaluated</span>` : "";
  return row({
    first: `${name(monitor.state)}${verdict}`,
    strong: monitor.verdict === "failing",
    meta: [monitor.type, String(monitor.id), ...flags].map(name).join(" · "),
    title: datadogLink(site, { href: monitor.link, label: monitorName(monitor) }),
    last: monitor.stateSince === null ? soft("not known") : day(monitor.stateSince),
  });
}

function findingRow(finding: FindingRecord, site: string): string {
  const resource = finding.resource?.replace("hmac-sha256:", "").slice(0, PSEUDONYM_SHOWN) ?? null;
  const muted = [
    "muted",
    finding.muteReason === null ? "" : spaced(finding.muteReason),
    finding.muteExpires === null ? "no end given" : `until ${finding.muteExpires}`,
  ].filter(Boolean);
  const details = [
    finding.cloudProvider,
    finding.resourceType,
    resource,
    finding.muted ? muted.join(", ") : null,
  ];
  return row({
    first: `<span class="${finding.severity}">${finding.severity}</span>`,
    meta: details
      .filter((detail) => detail !== null)
      .map(name)
      .join(" · "),
    title: datadogLink(site, { href: finding.link, label: findingName(finding) }),
    last: finding.firstSeen === null ? soft("not known") : day(finding.firstSeen),
  });
}

function row(html: {
  readonly first: string;
  readonly strong?: boolean;
  readonly meta: string;
  readonly title: string;
  readonly last: string;
}): string {
  const first = html.strong === true ? `<strong>${html.first}</strong>` : html.first;
  return `<tr><td>${first}</td><th scope="row">${html.title} <span class="meta">${html.meta}</span></th><td>${html.last}</td></tr>`;
}

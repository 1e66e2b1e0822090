import type { Evidence, FindingsItem, Item, MonitorsItem, SignalsItem } from "../../evidence/schema.ts";
import { datadogLink, escapeHtml, name, number, section, time } from "../render/html.ts";
import { findingName, monitorName, shortened, signalName } from "../record-order.ts";
import { figuresOf, ITEM_NAMES, quantity, reasonInWords, sentenceCase } from "../words.ts";

/** A longer list is one nobody starts on; the tables have the rest. */
const NAMED = 20;

/** What a person must do first, in the order of urgency: what was not obtained, then what stands open. */
export function needs(evidence: Evidence): string {
  const { items } = evidence;
  const lines = [
    ...items.flatMap(missing),
    ...items.flatMap((item) => openRecords(item, evidence.source.site)),
    ...items.flatMap(openCounts),
  ];
  const html =
    lines.length === 0
      ? "<p>Nothing in this run asks for a person.</p>"
      : `<ol class="needs">\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ol>`;
  return section({ id: "needs", title: "What needs a person first", html });
}

function missing(item: Item): readonly string[] {
  const { collection, result } = item;
  const reason = collection.reason ?? (result.state === "unknown" ? result.reason : null);
  if (collection.status === "complete" && result.state !== "unknown") return [];
  const what = {
    complete: `The state of the ${ITEM_NAMES[item.id]} is unknown.`,
    partial: `Only part of the ${ITEM_NAMES[item.id]} was obtained.`,
    failed: `The ${ITEM_NAMES[item.id]} were not obtained.`,
    skipped: `The ${ITEM_NAMES[item.id]} were skipped.`,
  }[collection.status];
  const isLost = item.window === null && (collection.status === "partial" || collection.status === "failed");
  const sentences = [
    `<strong>${what}</strong>`,
    reason === null ? "" : name(reasonInWords(reason)),
    isLost ? "A later run cannot bring this moment back." : "",
    seeItem(item),
  ];
  return [sentences.filter(Boolean).join(" ")];
}

function openRecords(item: Item, site: string): readonly string[] {
  if (item.id === "security-signals") return named(item, openCriticalSignals(item, site));
  if (item.id === "compliance-monitors") return named(item, failingMonitors(item, site));
  return named(item, criticalFindings(item, site));
}

/** A line each, made only where it is shown. */
type Lines = Iterable<() => string>;

function openCriticalSignals({ records }: SignalsItem, site: string): Lines {
  return records
    .values()
    .filter(
      // A triage state we do not know counts as open.
      ({ severity, triage }) =>
        severity === "critical" && triage.state !== "archived" && triage.state !== "under_review",
    )
    .map((signal) => () => {
      const link = datadogLink(site, { href: signal.link, label: signalName(signal) });
      return `Critical signal of ${time(signal.timestamp)}, still open: ${link}`;
    });
}

function failingMonitors({ records }: MonitorsItem, site: string): Lines {
  return records
    .values()
    .filter((monitor) => monitor.verdict === "failing")
    .map((monitor) => () => {
      const since = monitor.stateSince === null ? "" : ` since ${time(monitor.stateSince)}`;
      const link = datadogLink(site, { href: monitor.link, label: monitorName(monitor) });
      return `Monitor in state ${name(monitor.state)}${since}${monitor.muted ? ", muted" : ""}: ${link}`;
    });
}

function criticalFindings({ records }: FindingsItem, site: string): Lines {
  return records
    .values()
    .filter((finding) => finding.severity === "critical" && !finding.muted)
    .map((finding) => () => {
      const since = finding.firstSeen === null ? "" : `, first seen ${time(finding.firstSeen)}`;
      const link = datadogLink(site, { href: finding.link, label: findingName(finding) });
      return `Critical posture check failing${since}: ${link}`;
    });
}

function named(item: Item, lines: Lines): readonly string[] {
  const { shown, more } = shortened(lines, NAMED);
  return more === 0 ? shown : [...shown, `${number(more)} more of this kind. ${seeItem(item)}`];
}

/** The counts that make an item ask for attention; floors are added up by nobody. */
function openCounts(item: Item): readonly string[] {
  if (item.result.state === "clear") return [];
  const asking = ASKING[item.id];
  const figures = (figuresOf(item) ?? []).filter(([label, value]) => value > 0 && asking.includes(label));
  if (figures.length === 0) return [];
  const counts = figures.map(([label, value]) => `${quantity(item, value)} ${label}`).join(", ");
  return [`${escapeHtml(sentenceCase(ITEM_NAMES[item.id]))}: ${counts}. ${seeItem(item)}`];
}

const ASKING: Readonly<Record<Item["id"], readonly string[]>> = {
  "security-signals": ["open", "under review"],
  "compliance-monitors": ["failing", "not evaluated", "muted"],
  "cspm-findings": ["critical", "high", "muted"],
};

function seeItem(item: Item): string {
  return `See <a href="#${item.id}">${ITEM_NAMES[item.id]}</a>.`;
}
